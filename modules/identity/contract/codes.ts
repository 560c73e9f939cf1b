import { z } from 'zod';
import { Nothing, operation, refusals } from '#kernel/wire.ts';
import { Session } from './session.ts';

/** Six digits of an authenticator, or a recovery code however it is spaced. */
export const Code = z.string().min(1).max(60);
const Setup = z.string().min(1).max(400).regex(/^[A-Za-z0-9_-]+$/);

export const newCodeSetup = operation
  .route({ method: 'GET', path: '/account/one-time-codes/new', summary: '设置动态验证码所需的密钥 · A secret for an authenticator', tags: ['identity'] })
  .input(Nothing)
  .output(z.object({ setup: Setup, secret: z.string(), address: z.string(), qr: z.string() }));

export const setOneTimeCodes = operation
  .route({ method: 'PUT', path: '/account/one-time-codes', summary: '启用动态验证码 · Use one-time codes beside the password', tags: ['identity'] })
  .input(z.strictObject({ setup: Setup, code: Code }))
  .output(z.object({ sessionsEnded: z.number().int() }))
  .errors(refusals({ 'code-wrong': 422 }));

export const removeOneTimeCodes = operation
  .route({ method: 'DELETE', path: '/account/one-time-codes', summary: '停用动态验证码 · Stop using one-time codes', tags: ['identity'] })
  .input(Nothing)
  .output(z.object({ sessionsEnded: z.number().int() }));

export const drawRecoveryCodes = operation
  .route({ method: 'POST', path: '/account/recovery-codes', summary: '生成恢复码（只显示一次） · Draw recovery codes, shown once', tags: ['identity'] })
  .input(Nothing)
  .output(z.object({ codes: z.array(z.string()), sessionsEnded: z.number().int() }));

export const recover = operation
  .route({ method: 'POST', path: '/session/recovery', summary: '用恢复码找回账号 · Recover an account by a recovery code', tags: ['identity'] })
  .input(z.strictObject({ login: z.string().min(1).max(200), recoveryCode: Code, password: z.string().min(1).max(500), code: Code.optional() }))
  .output(Session)
  .errors(refusals({ 'recovery-refused': 401, 'code-needed': 401, 'code-wrong': 401, 'password-too-short': 422, 'password-too-long': 422, 'password-is-login': 422 }));
