import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smsCarrier, smsSettings } from './http-sms.ts';
import { aGateway } from './test-kit/gateway.ts';

const gateway = await aGateway();
const yes = (): Promise<boolean> => Promise.resolve(true);
let count = 0;
const message = (id = `m-${(count += 1)}`) => ({ id, to: '+8613800001234', text: '【青采】订单待确认 "1"' });
const hand = (given: { id?: string; url?: string; token?: string; millis?: number; last?: () => Promise<boolean> } = {}) =>
  smsCarrier(smsSettings(given.url ?? gateway.url, given.token ?? gateway.token), given.millis).hand(message(given.id), given.last ?? yes);

test('a message is handed over with its token and its id, as it was written', async () => {
  gateway.mood = 'takes';
  assert.deepEqual(await hand({ id: 'first' }), { outcome: 'accepted', answer: 'HTTP 202' });
  assert.deepEqual(gateway.asked.at(-1), { id: 'first', authorised: true, key: 'first' });
  assert.deepEqual(gateway.sent.get('first'), { to: '+8613800001234', text: '【青采】订单待确认 "1"' });
});

test('what the gateway says of the message is final; what it says of itself, of us or of the moment is not', async () => {
  gateway.mood = 'refuses';
  assert.deepEqual(await hand(), { outcome: 'refused', answer: 'not-in-service' });
  gateway.mood = 'wrong-number';
  assert.deepEqual(await hand(), { outcome: 'refused', answer: 'HTTP 422' });
  gateway.mood = 'busy';
  assert.deepEqual(await hand(), { outcome: 'deferred', answer: 'HTTP 429' });
  gateway.mood = 'down';
  assert.deepEqual(await hand(), { outcome: 'deferred', answer: 'HTTP 503' });
  gateway.mood = 'takes';
  assert.deepEqual(await hand({ token: 'another-token-of-16' }), { outcome: 'deferred', answer: 'HTTP 401' });
  assert.equal((await hand({ url: 'http://127.0.0.1:1/' })).outcome, 'deferred');
});

test('a slow answer and a cut line may be repeated: the same id goes to the telephone once', async () => {
  gateway.mood = 'slow';
  assert.deepEqual(await hand({ id: 'twice', millis: 1_000 }), { outcome: 'deferred', answer: 'ETIMEDOUT' });
  gateway.mood = 'cut';
  assert.equal((await hand({ id: 'twice' })).outcome, 'deferred');
  gateway.mood = 'takes';
  assert.equal((await hand({ id: 'twice' })).outcome, 'accepted');
  assert.equal(gateway.asked.filter((one) => one.id === 'twice').length, 3);
  assert.equal([...gateway.sent.keys()].filter((id) => id === 'twice').length, 1);
});

test('no redirect is followed, no babble is believed, no endless answer is read', async () => {
  gateway.mood = 'redirects';
  assert.equal((await hand()).outcome, 'deferred');
  gateway.mood = 'babbles';
  assert.deepEqual(await hand(), { outcome: 'deferred', answer: 'unintelligible' });
  gateway.mood = 'endless';
  assert.deepEqual(await hand(), { outcome: 'deferred', answer: 'unintelligible' });
});

test('without the word that it may go out, nothing is asked', async () => {
  const before = gateway.asked.length;
  assert.deepEqual(await hand({ last: () => Promise.resolve(false) }), { outcome: 'stopped' });
  assert.equal(gateway.asked.length, before);
});

test('settings are understood or refused with a remedy, and never repeat the token', () => {
  for (const url of ['http://sms.example/', 'https://user:pass@sms.example/', 'sms.example', 'file:///etc/passwd']) assert.throws(() => smsSettings(url, 'x'.repeat(20)), /QINGCAI_SMS_URL/, url);
  for (const token of [undefined, '', 'short', `${'x'.repeat(20)}\r\nX: y`]) assert.throws(() => smsSettings('https://sms.example/', token), (error: Error) => /QINGCAI_SMS_TOKEN/.test(error.message) && !error.message.includes('xxxx'), String(token));
  assert.equal(smsSettings('https://sms.example/v1', 'x'.repeat(20)).url, 'https://sms.example/v1');
});
