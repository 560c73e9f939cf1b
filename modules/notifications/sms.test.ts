import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { ORIGIN, testPlatform, type TestPerson } from '#app/test-kit/platform.ts';
import { smsCarrier, smsSettings } from '#platform/sms/http-sms.ts';
import { aGateway } from '#platform/sms/test-kit/gateway.ts';
import { aNotification } from './test-kit/builders.ts';

const gateway = await aGateway();
const t = await testPlatform({ carriers: { origin: ORIGIN, mail: null, sms: smsCarrier(smsSettings(gateway.url, gateway.token), 2_000) } });
const texts = (to: string): string[] => [...gateway.sent.values()].filter((one) => one.to === to).map((one) => one.text);
const LEGAL = { code: 'orders.notice.confirmed', kind: { class: 'legal', basis: '民法典第四百八十条' }, facts: { from: '示例公司\r\nhttp://evil.example', number: 'D-1' } } as const;

async function reachable(phone: string): Promise<TestPerson> {
  const person = await t.person('buyer.purchaser');
  gateway.mood = 'takes';
  assert.equal((await t.request('POST', '/api/notifications/addresses', { as: person, body: { channel: 'sms', address: phone } })).status, 200);
  await t.drain();
  const code = /验证码 (\d{8})，/.exec(texts(`+86${phone}`).at(-1)!)![1]!;
  assert.equal((await t.request('POST', '/api/notifications/addresses/confirmation', { as: person, body: { channel: 'sms', code } })).body.confirmed, true);
  return person;
}

test('a telephone is confirmed by its code and rung for what the law asks, not for what was not chosen', async () => {
  const person = await reachable('13800000001');
  await aNotification(t, person, { city: t.huzhou, kind: { class: 'task' } });
  await aNotification(t, person, { city: t.huzhou, ...LEGAL });
  await t.drain();
  assert.deepEqual(texts('+8613800000001').slice(1), ['【青采】示例公司 http: //evil.example已确认订单 D-1。']);
  const { body } = await t.request('GET', '/api/notifications/sent', { as: person });
  assert.deepEqual(body.rows.map((row: { state: string; address: string }) => [row.state, row.address]), [['handed-over', '+86138****0001'], ['handed-over', '+86138****0001']]);
});

test('a code whose answer was lost is sent anew, and the newest is the one that counts', async () => {
  const person = await t.person('buyer.purchaser');
  await t.request('POST', '/api/notifications/addresses', { as: person, body: { channel: 'sms', address: '13800000003' } });
  gateway.mood = 'cut';
  await t.drain();
  gateway.mood = 'takes';
  await sql`update notifications.message set not_before = now()`.execute(t.everything.kysely);
  await t.drain();
  const codes = texts('+8613800000003').map((text) => /(\d{8})/.exec(text)![1]!);
  assert.equal(codes.length, 2);
  assert.equal((await t.request('POST', '/api/notifications/addresses/confirmation', { as: person, body: { channel: 'sms', code: codes[1]! } })).body.confirmed, true);
});

test('a process that dies while it asks the gateway leaves the message to the next, and the telephone rings once', async () => {
  const person = await reachable('13800000004');
  await aNotification(t, person, { city: t.huzhou, ...LEGAL });
  gateway.mood = 'takes';
  await t.drain();
  assert.equal(texts('+8613800000004').length, 2);
  // As it would stand after such a death.
  await sql`update notifications.message set state = 'handing-over', settled_at = null, handing_at = now() - interval '1 hour' where person_id = ${person.personId} and kind = 'notice'`.execute(t.everything.kysely);
  await t.drain();
  const [row] = (await t.request('GET', '/api/notifications/sent', { as: person })).body.rows;
  assert.deepEqual([row.state, row.attempts, texts('+8613800000004').length], ['handed-over', 2, 2]);
});

test('a gateway that is slow, down or cuts the line is asked again with the same id; the telephone rings once', async () => {
  const person = await reachable('13800000002');
  await aNotification(t, person, { city: t.huzhou, ...LEGAL });
  for (const mood of ['down', 'slow', 'cut', 'takes'] as const) {
    gateway.mood = mood;
    await sql`update notifications.message set not_before = now()`.execute(t.everything.kysely);
    await t.drain();
  }
  assert.equal(texts('+8613800000002').length, 2, 'the code, and the notice once');
  const [row] = (await t.request('GET', '/api/notifications/sent', { as: person })).body.rows;
  assert.deepEqual([row.state, row.attempts], ['handed-over', 4]);
});
