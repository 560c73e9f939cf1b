import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carriersFrom } from './carriers.ts';

const MAIL = { QINGCAI_SMTP_URL: 'smtps://user:s3cret-word@mail.example', QINGCAI_MAIL_FROM: '青采 <noreply@city.example>' };
const SMS = { QINGCAI_SMS_URL: 'https://sms.example/messages', QINGCAI_SMS_TOKEN: 's3cret-word-of-16-signs' };
const ways = (env: NodeJS.ProcessEnv, origin?: string) => {
  const { mail, sms, origin: at } = carriersFrom(env, origin);
  return [mail !== null, sms !== null, at];
};

test('what is not configured is off; each way stands for itself', () => {
  assert.deepEqual(ways({}, 'https://qingcai.example'), [false, false, 'https://qingcai.example']);
  assert.deepEqual(ways({ QINGCAI_SMTP_URL: '', QINGCAI_SMS_URL: '' }), [false, false, 'http://localhost']);
  assert.deepEqual(ways(MAIL, 'https://qingcai.example/'), [true, false, 'https://qingcai.example'], 'an origin has no slash at its end');
  assert.deepEqual(ways(SMS, 'https://qingcai.example'), [false, true, 'https://qingcai.example']);
});

test('a half configuration is refused with its remedy and without its secret', () => {
  const refused: readonly [NodeJS.ProcessEnv, string | undefined, RegExp][] = [
    [MAIL, undefined, /PUBLIC_ORIGIN/], [SMS, '', /PUBLIC_ORIGIN/],
    [{ QINGCAI_SMTP_URL: MAIL.QINGCAI_SMTP_URL }, 'https://q.example', /QINGCAI_MAIL_FROM/],
    [{ ...MAIL, QINGCAI_SMTP_URL: 'https://user:s3cret-word@mail.example' }, 'https://q.example', /QINGCAI_SMTP_URL/],
    [{ QINGCAI_SMS_URL: SMS.QINGCAI_SMS_URL }, 'https://q.example', /QINGCAI_SMS_TOKEN/],
    [{ ...SMS, QINGCAI_SMS_URL: 'http://sms.example' }, 'https://q.example', /QINGCAI_SMS_URL/],
  ];
  for (const [env, origin, remedy] of refused) assert.throws(() => carriersFrom(env, origin), (error: Error) => remedy.test(error.message) && !error.message.includes('s3cret'), String(remedy));
});
