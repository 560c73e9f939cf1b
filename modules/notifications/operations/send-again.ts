import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { messageLife, type MessageState } from '../domain/message-life.ts';

export type SendAgainNeeds = {
  readonly lock: (id: string) => Promise<{ readonly state: MessageState; readonly kind: string } | undefined>;
  readonly putBack: (id: string) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: null }) => void;
};

/**
 * A person decides that a message goes out once more: after a refusal, after too many attempts, or where no answer came. Only a notice can:
 * what a letter, a code or a digest held was removed when it was settled.
 */
export async function sendAgain(needs: SendAgainNeeds, input: { messageId: string }): Promise<Result<{ state: 'waiting' }, 'not-found' | 'not-sendable'>> {
  const message = await needs.lock(input.messageId);
  if (message === undefined) return refuse('not-found', 'messageId');
  if (message.kind !== 'notice' || next(messageLife, message.state, 'send-again') === undefined) return refuse('not-sendable', 'messageId');
  await needs.putBack(input.messageId);
  needs.record({ kind: 'message-sent-again', subject: `message:${input.messageId}`, body: { before: message.state }, cityId: null });
  return ok({ state: 'waiting' });
}
