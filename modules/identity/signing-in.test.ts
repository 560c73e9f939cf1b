import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ORIGIN, testPlatform, type Answer, type TestPerson } from '#app/test-kit/platform.ts';
import { SESSION_COOKIE } from './cookie.ts';
import { DEVICE_COOKIE } from './device-cookie.ts';
import { authenticator } from './test-kit/authenticator.ts';

const t = await testPlatform();
const PASSWORD = '一句容易记住的示例话';

const cookie = (answer: Answer, name: string): string => answer.headers.getSetCookie().map((line) => line.split(';')[0]!).find((pair) => pair.startsWith(`${name}=`)) ?? '';
const signIn = (login: string, password: string, more: { headers?: Record<string, string>; address?: string } = {}) => t.request('POST', '/api/session', { body: { login, password }, ...more });
const as = (person: TestPerson, answer: Answer): TestPerson => ({ ...person, cookie: cookie(answer, SESSION_COOKIE) });

test('a rival who guesses from everywhere locks nobody out: passkey, known device', async () => {
  const bidder = await t.person('supplier.clerk', { password: PASSWORD });
  const before = await signIn(bidder.login, PASSWORD);
  const device = cookie(before, DEVICE_COOKIE);
  assert.notEqual(device, '', 'a good sign-in marks the device');
  const key = authenticator(ORIGIN);
  const { body: question } = await t.request('GET', '/api/account/passkeys/new', { as: bidder });
  assert.equal((await t.request('POST', '/api/account/passkeys', { as: bidder, body: { name: '手机', answer: key.register(question) } as never })).status, 200);

  const answers = [];
  for (let guess = 0; guess < 25; guess += 1) answers.push(await signIn(bidder.login, `guess number ${guess}`));
  assert.deepEqual(answers.slice(0, 10).map(({ status }) => status), Array.from({ length: 10 }, () => 401));
  const late = answers.at(-1)!;
  assert.deepEqual([late.status, late.body.code], [429, 'too-many']);
  assert.ok(Number(late.headers.get('Retry-After')) >= 1 && Number(late.headers.get('Retry-After')) <= 60);
  assert.match(late.body.data.text['zh-CN'], /\d+ 秒后重试/);
  assert.match(late.body.data.text.en, /\d+ seconds/);
  const stranger = await signIn(bidder.login, PASSWORD);
  assert.equal(stranger.status, 429, 'a device the account does not know waits, even with the right password');

  assert.equal((await signIn(bidder.login, PASSWORD, { headers: { Cookie: device } })).status, 200, 'a device it knows comes in');
  const { body: challenge } = await t.request('GET', '/api/session/passkey');
  assert.equal((await t.request('POST', '/api/session/passkey', { body: { answer: key.answer(challenge) } as never })).status, 200, 'a passkey comes in');
  assert.equal((await t.request('GET', '/api/account', { as: bidder })).status, 200, 'and whoever is in stays in');
});

test('a mark of a device helps only the account it was made for, and cannot be made up', async () => {
  const [mine, victim] = [await t.person('supplier.clerk', { password: PASSWORD }), await t.person('supplier.clerk', { password: PASSWORD })];
  const device = cookie(await signIn(mine.login, PASSWORD), DEVICE_COOKIE);
  for (let guess = 0; guess < 10; guess += 1) await signIn(victim.login, `guess number ${guess}`, { headers: { Cookie: device } });
  assert.equal((await signIn(victim.login, 'another guess', { headers: { Cookie: device } })).status, 429);
  const forged = `${DEVICE_COOKIE}=${'A'.repeat(16)}.${'A'.repeat(43)}`;
  assert.equal((await signIn(victim.login, 'another guess', { headers: { Cookie: forged } })).status, 429);
  const both = cookie(await signIn(mine.login, PASSWORD, { headers: { Cookie: device } }), DEVICE_COOKIE);
  assert.equal(both, '', 'a device that is known gets no other mark');
});

test('several people share a device: each is known on it', async () => {
  const people = [await t.person('supplier.clerk', { password: PASSWORD }), await t.person('supplier.clerk', { password: PASSWORD })];
  let device = '';
  for (const one of people) device = cookie(await signIn(one.login, PASSWORD, { headers: { Cookie: device } }), DEVICE_COOKIE);
  for (const one of people) {
    for (let guess = 0; guess < 11; guess += 1) await signIn(one.login, `guess number ${guess}`);
    assert.equal((await signIn(one.login, PASSWORD, { headers: { Cookie: device } })).status, 200);
  }
});

test('one address guesses at many accounts: it is slowed, and only its failures count', async () => {
  const person = await t.person('supplier.clerk', { password: PASSWORD });
  const address = '192.0.2.50';
  for (let turn = 0; turn < 3; turn += 1) {
    const office = await Promise.all(Array.from({ length: 8 }, () => signIn(person.login, PASSWORD, { address })));
    assert.deepEqual(office.map(({ status }) => status), office.map(() => 200), 'a busy office signs in as often as it likes');
  }
  const answers = [];
  for (let guess = 0; guess < 32; guess += 1) answers.push((await signIn(`somebody-${guess}`, 'the same password', { address })).status);
  assert.equal(answers[0], 401);
  assert.equal(answers.at(-1), 429);
  assert.equal((await signIn(person.login, PASSWORD)).status, 200, 'from elsewhere nothing has changed');
});

test('an account that does not exist, one without a password and a wrong password answer the same, limits included', async () => {
  const real = await t.person('supplier.clerk', { password: PASSWORD });
  const without = await t.person('supplier.clerk');
  const told = [];
  for (const login of ['nobody-of-this-name', without.login, real.login]) {
    const answers = [];
    for (let guess = 0; guess < 12; guess += 1) answers.push(await signIn(login, 'not-the-password'));
    told.push(answers.map(({ status, body }) => [status, body.code, status === 401 ? body.data : null]));
  }
  assert.deepEqual(told[0], told[1]);
  assert.deepEqual(told[0], told[2]);
});

test('a sign-in begins a new session and ends the one this browser had', async () => {
  const person = await t.person('supplier.clerk', { password: PASSWORD });
  const first = await signIn(person.login, PASSWORD);
  const second = await signIn(person.login, PASSWORD, { headers: { Cookie: cookie(first, SESSION_COOKIE) } });
  assert.notEqual(cookie(first, SESSION_COOKIE), cookie(second, SESSION_COOKIE));
  assert.equal((await t.request('GET', '/api/session', { as: as(person, first) })).body.person, null);
  assert.equal((await t.request('GET', '/api/session', { as: as(person, second) })).body.person.id, person.personId);
});

test('the list of sessions: one is signed out, then all others; nobody reaches those of another', async () => {
  const person = await t.person('supplier.clerk', { password: PASSWORD });
  const other = await t.person('supplier.clerk');
  const [phone, office] = [await signIn(person.login, PASSWORD), await signIn(person.login, PASSWORD)];
  const list = async () => (await t.request('GET', '/api/account', { as: person })).body.sessions as { id: string; current: boolean }[];
  const before = await list();
  assert.equal(before.length, 3);
  assert.equal(before.filter((one) => one.current).length, 1);
  const { body: phoneAccount } = await t.request('GET', '/api/account', { as: as(person, phone) });
  const phoneId = phoneAccount.sessions.find((one: { current: boolean }) => one.current).id;
  assert.equal((await t.request('DELETE', `/api/account/sessions/${phoneId}`, { as: other, body: {} })).status, 404);
  assert.equal((await t.request('DELETE', `/api/account/sessions/${phoneId}`, { as: person, body: {} })).status, 200);
  assert.equal((await t.request('GET', '/api/account', { as: as(person, phone) })).status, 401);
  assert.equal((await t.request('DELETE', '/api/account/sessions', { as: person, body: {} })).body.ended, 1);
  assert.equal((await t.request('GET', '/api/account', { as: as(person, office) })).status, 401);
  assert.equal((await list()).length, 1);
});

test('a new password ends the other sessions and the old password', async () => {
  const person = await t.person('supplier.clerk', { password: PASSWORD });
  const elsewhere = await signIn(person.login, PASSWORD);
  const change = (password: string) => t.request('PUT', '/api/account/password', { as: person, body: { password } });
  assert.equal((await change('太短')).body.code, 'password-too-short');
  assert.equal((await change(person.login)).body.code, 'password-is-login');
  assert.equal((await change('另一句够长的示例密码')).body.sessionsEnded, 1);
  assert.equal((await t.request('GET', '/api/account', { as: as(person, elsewhere) })).status, 401);
  assert.equal((await t.request('GET', '/api/account', { as: person })).status, 200, 'this one stays');
  assert.equal((await signIn(person.login, PASSWORD)).status, 401);
  assert.equal((await signIn(person.login, '另一句够长的示例密码')).status, 200);
});

test('a grave act asks for a fresh touch; with one it goes through, and guessing at it is slowed', async () => {
  const person = await t.person('supplier.clerk', { password: PASSWORD, touchedAt: new Date(Date.now() - 6 * 60_000) });
  const change = () => t.request('PUT', '/api/account/password', { as: person, body: { password: '另一句够长的示例密码' }, key: 'the-same-intent' });
  const refused = await change();
  assert.deepEqual([refused.status, refused.body.code], [403, 'fresh-touch-needed']);
  assert.match(refused.body.data.text['zh-CN'], /再次确认/);
  const touch = (password: string) => t.request('POST', '/api/session/touch', { as: person, body: { password } });
  assert.deepEqual((await t.request('GET', '/api/session/touch', { as: person })).body, { passkey: null, password: true, code: false });
  assert.equal((await touch('not this one')).body.code, 'password-wrong');
  assert.equal((await touch(PASSWORD)).status, 200);
  assert.equal((await change()).status, 200, 'the same request, nothing lost');
  for (let guess = 0; guess < 5; guess += 1) await touch(`guess number ${guess}`);
  assert.equal((await touch('one more')).status, 429);
});
