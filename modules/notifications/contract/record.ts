import { z } from 'zod';
import { BothTexts, Instant, operation, PageQuery, refusals, Uuid } from '#kernel/wire.ts';
import { ChannelWord, ClassWord, KindWord, StateWord } from './words.ts';

/** What became of one message. */
const Course = {
  id: Uuid,
  at: Instant,
  channel: ChannelWord,
  kind: KindWord,
  class: ClassWord.nullable(),
  /** Masked; null where it never went anywhere. */
  address: z.string().nullable(),
  state: StateWord,
  /** Why it was withheld. */
  reason: z.string().nullable(),
  /** The last answer of the other side: a code, never its words. */
  answer: z.string().nullable(),
  attempts: z.number().int(),
  /** When it is tried next; null where it is not waiting. */
  nextAt: Instant.nullable(),
  settledAt: Instant.nullable(),
};

/** One's own messages, the newest first. */
export const sent = operation
  .route({ method: 'GET', path: '/notifications/sent', summary: '发给我的消息 · What was sent to me', tags: ['notifications'] })
  .input(z.strictObject({ ...PageQuery }))
  .output(z.object({ total: z.number().int(), rows: z.array(z.object({ ...Course, text: BothTexts, basis: z.string().nullable(), path: z.string().nullable() })) }));

/** Everybody's messages without what they say, for the operator of the platform. */
export const messages = operation
  .route({ method: 'GET', path: '/notifications/messages', summary: '全平台的发送情况 · Messages of the platform', tags: ['notifications'] })
  .input(z.strictObject({ state: StateWord.optional(), ...PageQuery }))
  .output(z.object({
    total: z.number().int(), rows: z.array(z.object({ ...Course, mayAgain: z.boolean() })),
    counts: z.record(z.string(), z.number().int()), channels: z.array(z.object({ channel: ChannelWord, configured: z.boolean() })),
  }));

export const sendAgain = operation
  .route({ method: 'POST', path: '/notifications/messages/{messageId}/again', summary: '重发 · Send a message again', tags: ['notifications'] })
  .input(z.strictObject({ messageId: Uuid }))
  .output(z.object({ state: StateWord }))
  .errors(refusals({ 'not-sendable': 409 }));
