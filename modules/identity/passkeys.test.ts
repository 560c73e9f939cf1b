import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ORIGIN, testPlatform, type Answer, type TestPerson } from '#app/test-kit/platform.ts';
import { SESSION_COOKIE } from './cookie.ts';
import { anotherKey, authenticator, type Authenticator, type Bent } from './test-kit/authenticator.ts';

const t = await testPlatform();

const cookieOf = (answer: Answer, name = SESSION_COOKIE): string | undefined => answer.headers.getSetCookie().map((line) => line.split(';')[0]!).find((pair) => pair.startsWith(`${name}=`));

async function enrolled(person: TestPerson, name = '办公电脑'): Promise<{ device: Authenticator; passkeyId: string }> {
  const device = authenticator(ORIGIN);
  const { body: question } = await t.request('GET', '/api/account/passkeys/new', { as: person });
  const added = await t.request('POST', '/api/account/passkeys', { as: person, body: { name, answer: device.register(question) } as never });
  assert.equal(added.status, 200, JSON.stringify(added.body));
  return { device, passkeyId: added.body.passkeyId };
}

const signIn = async (device: Authenticator, bent: Bent = {}, headers: Record<string, string> = {}): Promise<Answer> => {
  const { body: question } = await t.request('GET', '/api/session/passkey');
  return t.request('POST', '/api/session/passkey', { body: { answer: device.answer(question, bent) } as never, headers });
};

test('a passkey made on the account opens a session, and the session says by which way', async () => {
  const person = await t.person('supplier.clerk');
  const { device } = await enrolled(person);
  const entered = await signIn(device, {}, { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36' });
  assert.equal(entered.status, 200, JSON.stringify(entered.body));
  assert.equal(entered.body.person.id, person.personId);
  const { body: account } = await t.request('GET', '/api/account', { headers: { Cookie: cookieOf(entered)! } });
  assert.equal(account.passkeys[0].name, '办公电脑');
  assert.notEqual(account.passkeys[0].lastUsedAt, null);
  const current = account.sessions.find((one: { current: boolean }) => one.current);
  assert.deepEqual([current.way, current.device], ['passkey', 'Chrome · Windows']);
});

test('what is not this passkey, on this site, by its person, to a fresh challenge, is one refusal', async () => {
  const person = await t.person('supplier.clerk');
  const { device } = await enrolled(person);
  const bends: [string, Bent][] = [['another origin', { origin: 'https://evil.example' }], ['another host', { rpId: 'evil.example' }], ['nobody showed finger or PIN', { userVerified: false }], ['a counter that goes back', { counter: 0 }], ['another key', { key: anotherKey() }]];
  for (const [what, bent] of bends) {
    const refused = await signIn(device, bent);
    assert.deepEqual([refused.status, refused.body.code], [401, 'passkey-refused'], what);
  }
  const stranger = await signIn(authenticator(ORIGIN));
  assert.deepEqual([stranger.status, stranger.body.code], [401, 'passkey-refused'], 'a passkey that nobody has');
  assert.equal((await signIn(device)).status, 200, 'and none of it locks the passkey');
});

test('a challenge is answered once, for its purpose, for its person', async () => {
  const person = await t.person('supplier.clerk');
  const other = await t.person('supplier.clerk');
  const { device } = await enrolled(person);
  const { body: question } = await t.request('GET', '/api/session/passkey');
  const answer = device.answer(question);
  assert.equal((await t.request('POST', '/api/session/passkey', { body: { answer } as never })).status, 200);
  assert.equal((await t.request('POST', '/api/session/passkey', { body: { answer } as never })).body.code, 'passkey-refused', 'replayed');
  const { body: toTouch } = await t.request('GET', '/api/session/touch', { as: person });
  assert.equal((await t.request('POST', '/api/session/passkey', { body: { answer: device.answer(toTouch.passkey) } as never })).body.code, 'passkey-refused', 'a touch is no sign-in');
  assert.equal((await t.request('POST', '/api/session/touch', { as: other, body: { answer: device.answer(toTouch.passkey) } as never })).body.code, 'passkey-refused', "another's passkey");
  assert.equal((await t.request('POST', '/api/session/touch', { as: person, body: { answer: device.answer(toTouch.passkey) } as never })).status, 200);
  const own = { ...question, challenge: Buffer.alloc(64, 7).toString('base64url') };
  assert.equal((await t.request('POST', '/api/session/passkey', { body: { answer: device.answer(own) } as never })).body.code, 'passkey-refused', 'a challenge we did not make');
});

test('a passkey answers for the person it was made for, once', async () => {
  const person = await t.person('supplier.clerk');
  const other = await t.person('supplier.clerk');
  const device = authenticator(ORIGIN);
  const { body: question } = await t.request('GET', '/api/account/passkeys/new', { as: person });
  const add = (as: TestPerson, answer: unknown) => t.request('POST', '/api/account/passkeys', { as, body: { name: '手机', answer } as never });
  assert.equal((await add(other, device.register(question))).body.code, 'passkey-refused', "answered in another's name");
  assert.equal((await add(person, device.register(question, { userVerified: false }))).body.code, 'passkey-refused');
  assert.equal((await add(person, device.register(question))).status, 200);
  const { body: again } = await t.request('GET', '/api/account/passkeys/new', { as: other });
  assert.equal((await add(other, device.register(again))).body.code, 'passkey-known');
});

test('a removed passkey opens nothing; the last way in stays', async () => {
  const person = await t.person('supplier.clerk');
  const { device, passkeyId } = await enrolled(person);
  const other = await t.person('supplier.clerk');
  assert.equal((await t.request('DELETE', `/api/account/passkeys/${passkeyId}`, { as: other, body: {} })).status, 404, "another's");
  const last = await t.request('DELETE', `/api/account/passkeys/${passkeyId}`, { as: person, body: {} });
  assert.deepEqual([last.status, last.body.code], [409, 'last-way'], 'this person has no password');
  const { passkeyId: second } = await enrolled(person, '备用');
  assert.equal((await t.request('DELETE', `/api/account/passkeys/${passkeyId}`, { as: person, body: {} })).status, 200);
  assert.equal((await signIn(device)).body.code, 'passkey-refused');
  assert.equal((await t.request('GET', '/api/account', { as: person })).body.passkeys[0].id, second);
});

test('the ledger says that it happened, and holds neither key nor name', async () => {
  const person = await t.person('supplier.clerk');
  await enrolled(person, '张某的私人手机');
  await t.drain();
  const { rows } = await t.everything.pool.query<{ kind: string; content: string }>('select kind, content from ledger.entry where subject = $1', [person.personId]);
  assert.ok(rows.some((row) => row.kind === 'passkey-added'));
  assert.ok(rows.every((row) => !row.content.includes('张某')));
});
