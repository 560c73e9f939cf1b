import { z } from 'zod';
import { ORGANISATION_KINDS, ROLES } from '#kernel/policy.ts';
import { PasskeyAnswer, PasskeyQuestion } from './passkey.ts';
import { Instant, Nothing, operation, refusals, Uuid } from '#kernel/wire.ts';

export const Membership = z.object({
  id: Uuid,
  organisationId: Uuid,
  organisationName: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  /** The city a public body serves; null for whoever acts in every city. */
  cityId: Uuid.nullable(),
  citySlug: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
});
export type Membership = z.infer<typeof Membership>;

export const Session = z.object({
  person: z.object({ id: Uuid, name: z.string(), demo: z.boolean() }).nullable(),
  memberships: z.array(Membership),
  active: Membership.nullable(),
  serverTime: Instant,
});
export type Session = z.infer<typeof Session>;

export const session = operation.route({ method: 'GET', path: '/session', summary: '谁在使用 · Who is signed in', tags: ['identity'] }).input(Nothing).output(Session);

export const signIn = operation
  .route({ method: 'POST', path: '/session', summary: '登录 · Sign in', tags: ['identity'] })
  .input(z.strictObject({ login: z.string().min(1).max(200), password: z.string().min(1).max(500), /** Of the authenticator, or a recovery code in its place. */ code: z.string().min(1).max(60).optional() }))
  .output(Session)
  .errors(refusals({ 'login-or-password-wrong': 401, 'code-needed': 401, 'code-wrong': 401 }));

export const passkeyQuestion = operation.route({ method: 'GET', path: '/session/passkey', summary: '通行密钥登录的验证请求 · What a passkey must sign to sign in', tags: ['identity'] }).input(Nothing).output(PasskeyQuestion);

export const signInByPasskey = operation
  .route({ method: 'POST', path: '/session/passkey', summary: '用通行密钥登录 · Sign in by passkey', tags: ['identity'] })
  .input(z.strictObject({ answer: PasskeyAnswer }))
  .output(Session)
  .errors(refusals({ 'passkey-refused': 401 }));

export const touchQuestion = operation
  .route({ method: 'GET', path: '/session/touch', summary: '再次确认本人的方式 · How to show once more that it is you', tags: ['identity'] })
  .input(Nothing)
  .output(z.object({ passkey: PasskeyQuestion.nullable(), password: z.boolean(), /** Beside the password. */ code: z.boolean() }));

export const touch = operation
  .route({ method: 'POST', path: '/session/touch', summary: '再次确认本人 · Show once more that it is you', tags: ['identity'] })
  .input(z.union([z.strictObject({ answer: PasskeyAnswer }), z.strictObject({ password: z.string().min(1).max(500), code: z.string().min(1).max(60).optional() })]))
  .output(z.object({ freshUntil: Instant }))
  .errors(refusals({ 'passkey-refused': 403, 'password-wrong': 403, 'code-wrong': 403 }));

export const signOut = operation
  .route({ method: 'DELETE', path: '/session', summary: '退出 · Sign out', tags: ['identity'] })
  .input(Nothing)
  .output(z.object({ signedOut: z.literal(true) }));

export const actAs = operation
  .route({ method: 'PUT', path: '/session/membership', summary: '切换单位 · Act for another organisation', tags: ['identity'] })
  .input(z.strictObject({ membershipId: Uuid }))
  .output(Session);
