import { z } from 'zod';
import { Instant, Line, Nothing, operation, refusals } from '#kernel/wire.ts';
import { ChannelWord, ClassWord, LanguageWord, WayWord } from './words.ts';

/** How a person is told outside the platform. Addresses are masked, even to their owner. */
export const Telling = z.object({
  channels: z.array(z.object({
    channel: ChannelWord,
    /** Whether the platform can send on it at all. */
    configured: z.boolean(),
    confirmed: z.object({ address: z.string(), at: Instant }).nullable(),
    /** An address that waits for its code; `codeSent` once the code went out. */
    claim: z.object({ address: z.string(), expiresAt: Instant, codeSent: z.boolean(), triesLeft: z.number().int() }).nullable(),
  })),
  choices: z.array(z.object({ channel: ChannelWord, class: ClassWord, way: WayWord, ways: z.array(WayWord) })),
  language: LanguageWord,
  digestHour: z.number().int(),
});
export type Telling = z.infer<typeof Telling>;

export const telling = operation.route({ method: 'GET', path: '/notifications/settings', summary: '我的提醒方式 · How I am told', tags: ['notifications'] }).input(Nothing).output(Telling);

export const chooseWays = operation
  .route({ method: 'PUT', path: '/notifications/settings', summary: '设置提醒方式 · Choose how one is told', tags: ['notifications'] })
  .input(z.strictObject({
    language: LanguageWord, digestHour: z.number().int().min(0).max(23),
    choices: z.array(z.strictObject({ channel: ChannelWord, class: ClassWord, way: WayWord })).max(8),
  }))
  .output(z.object({ saved: z.literal(true) }))
  .errors(refusals({ 'way-not-possible': 422, 'legal-notice': 422 }));

export const claimAddress = operation
  .route({ method: 'POST', path: '/notifications/addresses', summary: '登记地址并获取验证码 · Name an address and have a code sent there', tags: ['notifications'] })
  .input(z.strictObject({ channel: ChannelWord, address: Line(254) }))
  .output(z.object({ expiresAt: Instant }))
  .errors(refusals({ 'channel-off': 409, 'address-malformed': 422, 'address-confirmed-already': 409, 'codes-exhausted': 429 }));

export const confirmAddress = operation
  .route({ method: 'POST', path: '/notifications/addresses/confirmation', summary: '输入验证码确认地址 · Confirm an address with its code', tags: ['notifications'] })
  .input(z.strictObject({ channel: ChannelWord, code: Line(20) }))
  .output(z.object({ confirmed: z.boolean(), triesLeft: z.number().int() }))
  .errors(refusals({ 'code-expired': 409 }));

export const dropAddress = operation
  .route({ method: 'DELETE', path: '/notifications/addresses/{channel}', summary: '删除地址 · Remove an address', tags: ['notifications'] })
  .input(z.strictObject({ channel: ChannelWord }))
  .output(z.object({ dropped: z.literal(true) }));
