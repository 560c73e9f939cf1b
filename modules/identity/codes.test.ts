import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { testPlatform, type Answer, type TestPerson } from '#app/test-kit/platform.ts';
import { SESSION_COOKIE } from './cookie.ts';
import { stepOf } from './codes.ts';

const t = await testPlatform();
const PASSWORD = '一句容易记住的示例话';
const NEW = '另一句够长的示例密码';

const signIn = (login: string, code?: string, password = PASSWORD) => t.request('POST', '/api/session', { body: { login, password, ...(code === undefined ? {} : { code }) } });
const recover = (login: string, recoveryCode: string, code?: string, password = NEW) => t.request('POST', '/api/session/recovery', { body: { login, recoveryCode, password, ...(code === undefined ? {} : { code }) } });
const as = (person: TestPerson, answer: Answer): TestPerson => ({ ...person, cookie: answer.headers.getSetCookie().map((line) => line.split(';')[0]!).find((pair) => pair.startsWith(`${SESSION_COOKIE}=`))! });

/** An authenticator on a telephone: codes of now, and of steps before or after. */
const phone = (secret: string) => (steps = 0): string => TOTP.generate({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30, timestamp: Date.now() + steps * 30_000 });

async function withCodes(): Promise<{ person: TestPerson; code: (steps?: number) => string; secret: string; first: string }> {
  const person = await t.person('supplier.clerk', { password: PASSWORD });
  const { body: setup } = await t.request('GET', '/api/account/one-time-codes/new', { as: person });
  const code = phone(setup.secret);
  const first = code();
  const set = await t.request('PUT', '/api/account/one-time-codes', { as: person, body: { setup: setup.setup, code: first } });
  assert.equal(set.status, 200, JSON.stringify(set.body));
  return { person, code, secret: setup.secret, first };
}

test('codes are those of RFC 6238, appendix B', () => {
  const secret = Buffer.from('12345678901234567890');
  for (const [seconds, code] of [[59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037'], [20_000_000_000, '353130']] as const) {
    assert.equal(stepOf(secret, code, new Date(seconds * 1000)), Math.floor(seconds / 30));
    assert.equal(stepOf(secret, code, new Date((seconds + 90) * 1000)), undefined, 'too late');
  }
});

test('with an authenticator, the password alone opens nothing; a code opens once', async () => {
  const { person, code, first } = await withCodes();
  const needed = await signIn(person.login);
  assert.deepEqual([needed.status, needed.body.code, needed.body.data.field], [401, 'code-needed', 'code']);
  assert.equal((await signIn(person.login, code(), 'not the password')).body.code, 'login-or-password-wrong', 'who does not know the password learns nothing of codes');
  assert.equal((await signIn(person.login, first)).body.code, 'code-wrong', 'the code that set it up is used');
  assert.equal((await signIn(person.login, [code(), code(1), code(-1)].includes('000000') ? '000001' : '000000')).body.code, 'code-wrong');
  const now = code(1);
  const [one, two] = await Promise.all([signIn(person.login, now), signIn(person.login, now)]);
  assert.deepEqual([one.status, two.status].toSorted((x, y) => x - y), [200, 401], 'of two at once one is first');
  assert.equal((await signIn(person.login, now)).body.code, 'code-wrong');
  const entered = one.status === 200 ? one : two;
  const { body: account } = await t.request('GET', '/api/account', { as: as(person, entered) });
  assert.equal(account.sessions.find((session: { current: boolean }) => session.current).way, 'password-and-code');
  assert.notEqual(account.oneTimeCodesSince, null);
});

test('the secret stands nowhere in the clear, and opens only for its person', async () => {
  const { person, secret } = await withCodes();
  const other = await t.person('supplier.clerk');
  const plain = Buffer.from(Secret.fromBase32(secret).bytes);
  const { rows } = await t.everything.pool.query<{ person_id: string; secret_sealed: Buffer }>('select person_id, secret_sealed from identity.one_time_code');
  const row = rows.find((one) => one.person_id === person.personId)!;
  assert.ok(!row.secret_sealed.includes(plain));
  assert.deepEqual(t.platform.wired.vault.open('one-time codes', person.personId, row.secret_sealed), plain);
  assert.equal(t.platform.wired.vault.open('one-time codes', other.personId, row.secret_sealed), undefined);
});

test("a set-up is the person's own", async () => {
  const [mine, other] = [await t.person('supplier.clerk'), await t.person('supplier.clerk')];
  const { body: setup } = await t.request('GET', '/api/account/one-time-codes/new', { as: mine });
  const set = (who: TestPerson, sealed: string, code: string) => t.request('PUT', '/api/account/one-time-codes', { as: who, body: { setup: sealed, code } });
  const code = phone(setup.secret)();
  assert.equal((await set(other, setup.setup, code)).body.code, 'code-wrong');
  assert.equal((await set(mine, `${setup.setup.slice(0, -4)}AAAA`, code)).body.code, 'code-wrong');
  assert.equal((await set(mine, setup.setup, code)).status, 200);
  assert.match(setup.address, /^otpauth:\/\/totp\//);
  assert.match(setup.qr, /^<svg/);
  assert.equal((await t.request('DELETE', '/api/account/one-time-codes', { as: mine, body: {} })).status, 200);
  assert.equal((await t.request('DELETE', '/api/account/one-time-codes', { as: mine, body: {} })).status, 404);
});

test('a touch by password asks for the code too', async () => {
  const { person, code } = await withCodes();
  assert.equal((await t.request('GET', '/api/session/touch', { as: person })).body.code, true);
  const touch = (body: { password: string; code?: string }) => t.request('POST', '/api/session/touch', { as: person, body });
  assert.equal((await touch({ password: PASSWORD })).body.code, 'code-wrong');
  assert.equal((await touch({ password: PASSWORD, code: code(1) })).status, 200);
});

test('a recovery code stands in for the authenticator, or for the password, once; never for both', async () => {
  const { person, code } = await withCodes();
  const { body: drawn } = await t.request('POST', '/api/account/recovery-codes', { as: person, body: {} });
  assert.equal(drawn.codes.length, 10);
  assert.equal(new Set(drawn.codes).size, 10);

  assert.equal((await signIn(person.login, drawn.codes[0].toLowerCase().replaceAll('-', ' '))).status, 200, 'in place of the authenticator');
  assert.equal((await signIn(person.login, drawn.codes[0])).body.code, 'code-wrong', 'once');

  assert.equal((await recover(person.login, drawn.codes[1])).body.code, 'code-needed', 'in place of the password the authenticator is still asked');
  assert.equal((await recover(person.login, drawn.codes[1], drawn.codes[2])).body.code, 'code-wrong', 'another recovery code is the same thing twice');
  assert.equal((await recover(person.login, drawn.codes[1], '12345')).body.code, 'code-wrong');
  assert.equal((await recover(person.login, drawn.codes[1], code(1))).status, 200, 'and the refusals before left the code unspent');
  assert.equal((await t.request('GET', '/api/account', { as: person })).status, 401, 'every session from before ended');
  assert.equal((await signIn(person.login, undefined, PASSWORD)).body.code, 'login-or-password-wrong');
  assert.equal((await signIn(person.login, undefined, NEW)).body.code, 'code-needed', 'the authenticator stays');
  assert.equal((await recover(person.login, drawn.codes[1], code(1))).body.code, 'recovery-refused', 'once');
});

test('recovery tells nothing of an account, and nobody else’s code helps', async () => {
  const [mine, other] = [await t.person('supplier.clerk', { password: PASSWORD }), await t.person('supplier.clerk', { password: PASSWORD })];
  const { body: drawn } = await t.request('POST', '/api/account/recovery-codes', { as: other, body: {} });
  const tries = [await recover('nobody-of-this-name', drawn.codes[0]), await recover(mine.login, drawn.codes[0]), await recover(other.login, 'AAAAA-AAAAA-AAAAA-AAAAA'), await recover(other.login, '123456')];
  for (const { status, body } of tries) assert.deepEqual([status, body], [401, tries[0]!.body]);
  assert.equal(tries[0]!.body.code, 'recovery-refused');
  assert.equal((await recover(other.login, drawn.codes[0], undefined, 'kurz')).body.code, 'password-too-short');
  assert.equal((await recover(other.login, drawn.codes[0])).status, 200, 'without an authenticator the code alone');
});

test('new recovery codes make the old ones worthless', async () => {
  const person = await t.person('supplier.clerk', { password: PASSWORD });
  const draw = async () => (await t.request('POST', '/api/account/recovery-codes', { as: person, body: {} })).body.codes as string[];
  const elsewhere = await signIn(person.login);
  const [old, fresh] = [await draw(), await draw()];
  assert.equal((await t.request('GET', '/api/account', { as: as(person, elsewhere) })).status, 401, 'the other sessions ended');
  assert.equal((await recover(person.login, old[0]!)).body.code, 'recovery-refused');
  assert.equal((await recover(person.login, fresh[0]!)).status, 200);
});

test('a rival who guesses neither fills the way of recovery nor learns a code', async () => {
  const person = await t.person('supplier.clerk', { password: PASSWORD });
  const { body: drawn } = await t.request('POST', '/api/account/recovery-codes', { as: person, body: {} });
  for (let guess = 0; guess < 12; guess += 1) await signIn(person.login, undefined, `guess number ${guess}`);
  for (let guess = 0; guess < 25; guess += 1) await recover(person.login, 'AAAAA-AAAAA-AAAAA-AAAAA');
  assert.equal((await recover(person.login, drawn.codes[0])).status, 200);
});
