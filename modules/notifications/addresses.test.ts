import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { ORIGIN, testPlatform, type TestPerson } from '#app/test-kit/platform.ts';
import type { MailCarrier } from '#platform/mail/carrier.ts';
import { smtpSettings } from '#platform/mail/settings.ts';
import { smtpCarrier } from '#platform/mail/smtp.ts';
import { anSmtpServer, headerOf, partsOf } from '#platform/mail/test-kit/smtp-server.ts';
import { aNotification } from './test-kit/builders.ts';

const server = await anSmtpServer();
const mail: MailCarrier = smtpCarrier(smtpSettings(server.url, 'noreply@huzhou.example'), 'qingcai.example', { ca: server.ca });
const t = await testPlatform({ carriers: { origin: ORIGIN, mail, sms: null } });

const claim = (as: TestPerson, address: string, channel = 'mail') => t.request('POST', '/api/notifications/addresses', { as, body: { channel, address } });
const confirm = (as: TestPerson, code: string) => t.request('POST', '/api/notifications/addresses/confirmation', { as, body: { channel: 'mail', code } });
const telling = async (as: TestPerson) => (await t.request('GET', '/api/notifications/settings', { as })).body;
const mailOf = async (as: TestPerson) => (await telling(as)).channels[0];
const lastTo = (address: string) => server.received.findLast((one) => one.to.includes(address));
const codeIn = (address: string): string => /^ {4}(\d{4} \d{4})$/m.exec(partsOf(lastTo(address)!.raw).text.replaceAll('\r', ''))![1]!;

test('an address is a person’s once the code that went there was typed back; before that nothing else goes there', async () => {
  const person = await t.person('buyer.purchaser');
  assert.equal((await claim(person, ' Li.Yi@Works.Example ')).status, 200);
  assert.equal((await mailOf(person)).claim.codeSent, false);
  await aNotification(t, person, { kind: { class: 'task' }, city: t.huzhou });
  await t.drain();
  assert.equal(server.received.length, 1, 'the code alone');
  assert.match(headerOf(lastTo('Li.Yi@works.example')!.raw, 'Subject')!, /确认邮箱地址/);
  const code = codeIn('Li.Yi@works.example');
  assert.doesNotMatch(headerOf(lastTo('Li.Yi@works.example')!.raw, 'Subject')!, /\d{4}/, 'a code does not stand where a locked screen shows it');
  assert.deepEqual([(await mailOf(person)).confirmed, (await mailOf(person)).claim.codeSent], [null, true]);
  assert.deepEqual((await confirm(person, code)).body, { confirmed: true, triesLeft: 5 });
  const { confirmed, claim: rest } = await mailOf(person);
  assert.deepEqual([confirmed.address, rest], ['L***@w***.example', null]);
  assert.equal((await confirm(person, code)).status, 409, 'a code serves once');
  await aNotification(t, person, { kind: { class: 'task' }, city: t.huzhou });
  await t.drain();
  assert.equal(server.received.length, 2);
  assert.equal((await claim(person, 'li.yi@works.example')).status, 200, 'another mailbox as far as anybody knows');
  assert.equal((await claim(person, 'Li.Yi@works.example')).body.code, 'address-confirmed-already');
});

test('wrong codes are counted and end; a new code makes the old one worthless', async () => {
  const person = await t.person('buyer.purchaser');
  await claim(person, 'five@works.example');
  await t.drain();
  const right = codeIn('five@works.example');
  const wrong = right.replace(/\d$/, (last) => String((Number(last) + 1) % 10));
  for (const left of [4, 3, 2, 1, 0]) assert.deepEqual((await confirm(person, wrong)).body, { confirmed: false, triesLeft: left });
  assert.equal((await confirm(person, right)).body.code, 'code-expired');
  await claim(person, 'five@works.example');
  await t.drain();
  const fresh = codeIn('five@works.example');
  assert.equal((await confirm(person, right)).body.confirmed, right === fresh);
  assert.equal((await confirm(person, `${fresh.slice(0, 4)}-${fresh.slice(5)}`)).body.confirmed, true);
});

test('a code that is late is worth nothing', async () => {
  const person = await t.person('buyer.purchaser');
  await claim(person, 'late@works.example');
  await t.drain();
  await sql`update notifications.claim set expires_at = now() where person_id = ${person.personId}`.execute(t.everything.kysely);
  assert.equal((await confirm(person, codeIn('late@works.example'))).body.code, 'code-expired');
});

test('the code is nowhere in the database, and no address in the ledger or an answer', async () => {
  const person = await t.person('buyer.purchaser');
  await claim(person, 'nowhere@works.example');
  await t.drain();
  const code = codeIn('nowhere@works.example').replace(' ', '');
  const { rows } = await sql<{ text: string }>`select row_to_json(x)::text as text from notifications.claim x where person_id = ${person.personId}
    union all select row_to_json(x)::text from notifications.message x where person_id = ${person.personId} union all select row_to_json(x)::text from platform.idempotency x
    union all select content from ledger.entry`.execute(t.everything.kysely);
  assert.ok(rows.length > 3);
  for (const { text } of rows) assert.ok(!text.includes(code), text);
  for (const { text } of rows.slice(-5)) assert.doesNotMatch(text, /nowhere@/);
  assert.doesNotMatch(JSON.stringify(await telling(person)), /nowhere/);
});

test('nobody floods a mailbox through us', async () => {
  const person = await t.person('buyer.purchaser');
  for (let i = 0; i < 6; i++) assert.equal((await claim(person, `n${i}@works.example`)).status, 200);
  const refused = await claim(person, 'n7@works.example');
  assert.deepEqual([refused.status, refused.body.code, refused.body.data.field], [429, 'codes-exhausted', 'address']);
  await t.drain();
  assert.equal([0, 1, 2, 3, 4, 5].filter((i) => lastTo(`n${i}@works.example`) !== undefined).length, 1, 'only the claim that stands is written to');
  for (let i = 0; i < 5; i++) {
    assert.equal((await claim(await t.person('buyer.purchaser'), 'victim@works.example')).status, 200);
    await t.drain();
  }
  assert.equal(server.received.filter((one) => one.to.includes('victim@works.example')).length, 3);
});

test('what is no address is refused by its field, and a channel that is off says so', async () => {
  const person = await t.person('buyer.purchaser');
  for (const bad of ['nobody', 'a@b', 'a@b.example, c@d.example', 'a b@c.example', '"x"@c.example', 'a@c.example>', 'ａ@c.example', `${'a'.repeat(65)}@c.example`]) {
    const answer = await claim(person, bad);
    assert.deepEqual([answer.status, answer.body.data.field], [422, 'address'], bad);
  }
  assert.deepEqual([(await claim(person, '13800001234', 'sms')).status, (await claim(person, '13800001234', 'sms')).body.code], [409, 'channel-off']);
  assert.deepEqual((await telling(person)).channels.map((one: { configured: boolean }) => one.configured), [true, false]);
});

test('an address is removed at once, a code on its way included', async () => {
  const person = await t.person('buyer.purchaser');
  await claim(person, 'gone@works.example');
  assert.equal((await t.request('DELETE', '/api/notifications/addresses/mail', { as: person, body: {} })).status, 200);
  assert.equal((await t.request('DELETE', '/api/notifications/addresses/mail', { as: person, body: {} })).status, 404);
  await t.drain();
  assert.equal(lastTo('gone@works.example'), undefined);
});
