import { z } from 'zod';
import { Instant, Line, Nothing, operation, refusals, Uuid } from '#kernel/wire.ts';
import type { Way } from '../rules.ts';
import { NewPasskeyAnswer, NewPasskeyQuestion } from './passkey.ts';

/** Everything by which a person signs in, and where they are signed in. */
export const Account = z.object({
  name: z.string(),
  login: z.string(),
  /** False for whoever was never given a password. */
  password: z.boolean(),
  /** Since when a code of an authenticator is asked beside the password; null where none is. */
  oneTimeCodesSince: Instant.nullable(),
  signOns: z.array(z.object({ id: Uuid, cityId: Uuid, createdAt: Instant })),
  recoveryCodes: z.object({ left: z.number().int(), drawnAt: Instant }).nullable(),
  passkeys: z.array(z.object({ id: Uuid, name: z.string(), createdAt: Instant, lastUsedAt: Instant.nullable(), /** Whether the maker of the device keeps a copy. */ backedUp: z.boolean() })),
  sessions: z.array(z.object({ id: Uuid, device: z.string(), way: z.enum(['passkey', 'password', 'password-and-code', 'recovery-code', 'city-sign-on'] satisfies Way[]), openedAt: Instant, lastSeenAt: Instant, current: z.boolean() })),
});
export type Account = z.infer<typeof Account>;

export const account = operation.route({ method: 'GET', path: '/account', summary: '我的账号 · How I sign in, and where I am signed in', tags: ['identity'] }).input(Nothing).output(Account);

export const newPasskeyQuestion = operation.route({ method: 'GET', path: '/account/passkeys/new', summary: '添加通行密钥的验证请求 · What a new passkey must sign', tags: ['identity'] }).input(Nothing).output(NewPasskeyQuestion);

export const addPasskey = operation
  .route({ method: 'POST', path: '/account/passkeys', summary: '添加通行密钥 · Add a passkey', tags: ['identity'] })
  .input(z.strictObject({ name: Line(60), answer: NewPasskeyAnswer }))
  .output(z.object({ passkeyId: Uuid }))
  .errors(refusals({ 'passkey-refused': 422, 'passkey-known': 409, 'too-many-passkeys': 409 }));

export const removePasskey = operation
  .route({ method: 'DELETE', path: '/account/passkeys/{passkeyId}', summary: '删除通行密钥 · Remove a passkey', tags: ['identity'] })
  .input(z.strictObject({ passkeyId: Uuid }))
  .output(z.object({ sessionsEnded: z.number().int() }))
  .errors(refusals({ 'last-way': 409 }));

export const changePassword = operation
  .route({ method: 'PUT', path: '/account/password', summary: '修改密码 · Change the password', tags: ['identity'] })
  .input(z.strictObject({ password: z.string().min(1).max(500) }))
  .output(z.object({ sessionsEnded: z.number().int() }))
  .errors(refusals({ 'password-too-short': 422, 'password-too-long': 422, 'password-is-login': 422 }));

export const endSession = operation
  .route({ method: 'DELETE', path: '/account/sessions/{sessionId}', summary: '退出一处登录 · Sign out one device', tags: ['identity'] })
  .input(z.strictObject({ sessionId: Uuid }))
  .output(z.object({ ended: z.literal(true) }));

export const endOtherSessions = operation
  .route({ method: 'DELETE', path: '/account/sessions', summary: '退出其他所有登录 · Sign out all other devices', tags: ['identity'] })
  .input(Nothing)
  .output(z.object({ ended: z.number().int() }));
