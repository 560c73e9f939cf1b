import { z } from 'zod';
import { CitySlug, Nothing, operation, refusals, Uuid } from '#kernel/wire.ts';
import { Session } from './session.ts';

const Begun = z.object({ /** Where the browser goes next. */ address: z.string() });
/** What stood behind the question mark when the person came back. */
const Returned = z.strictObject({ query: z.string().min(1).max(4000) });

export const signOns = operation
  .route({ method: 'GET', path: '/sign-ons', summary: '接入统一身份认证的城市 · Cities with a sign-on of their own', tags: ['identity'] })
  .input(Nothing)
  .output(z.array(z.object({ city: CitySlug, nameZh: z.string(), nameEn: z.string() })));

export const beginSignOn = operation
  .route({ method: 'GET', path: '/{city}/session/sign-on', summary: '开始统一身份认证登录 · Begin to sign in by a city’s own sign-on', tags: ['identity'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(Begun)
  .errors(refusals({ 'sign-on-unreachable': 409 }));

export const finishSignOn = operation
  .route({ method: 'POST', path: '/session/sign-on', summary: '完成统一身份认证登录 · Sign in by a city’s own sign-on', tags: ['identity'] })
  .input(Returned)
  .output(Session)
  .errors(refusals({ 'sign-on-refused': 401, 'sign-on-not-linked': 403 }));

export const beginLink = operation
  .route({ method: 'GET', path: '/{city}/account/sign-on', summary: '开始关联统一身份认证 · Begin to link a city’s own sign-on', tags: ['identity'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(Begun)
  .errors(refusals({ 'sign-on-unreachable': 409 }));

export const finishLink = operation
  .route({ method: 'POST', path: '/account/sign-on', summary: '完成关联统一身份认证 · Link a city’s own sign-on', tags: ['identity'] })
  .input(Returned)
  .output(z.object({ linkId: Uuid }))
  .errors(refusals({ 'sign-on-refused': 422, 'sign-on-linked': 409 }));

export const removeLink = operation
  .route({ method: 'DELETE', path: '/account/sign-on/{linkId}', summary: '取消关联统一身份认证 · Unlink a city’s own sign-on', tags: ['identity'] })
  .input(z.strictObject({ linkId: Uuid }))
  .output(z.object({ sessionsEnded: z.number().int() }));
