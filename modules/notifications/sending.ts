import { randomBytes } from 'node:crypto';
import { ok } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import type { Caller, WriteCall } from '#platform/database/call.ts';
import type { Round } from '#platform/jobs/rounds.ts';
import type { Handed, Last } from '#platform/mail/carrier.ts';
import type { Wired } from '#platform/module.ts';
import { passwords } from '#platform/passwords.ts';
import { wayOf } from './domain/channels.ts';
import { CLAIMS_OF_ADDRESS, codeOf } from './domain/code.ts';
import { nextAttempt, type MessageState } from './domain/message-life.ts';
import { digestItems } from './digests.ts';
import { speak, type DigestItem } from './speak.ts';
import { keepCode } from './store/contacts.ts';
import { contentOf, endAttempt, lostAnswers, markHanding, putOff, settle, takeDue, type AttemptEnd, type Content, type Taken } from './store/sending.ts';

/** So many messages are under way at once: a slow server holds up no more than these. */
const AT_ONCE = 4;

const platformCaller = (cityId: string | null = null): Caller => ({ actor: null, cityId, requestId: newId() });

/**
 * Sends what is due. Each message in three short transactions with the sending between them, never within: taken (an attempt is noted), said to be
 * handed over (just before its last bytes), settled. Whatever dies in between, the row says what may be repeated.
 */
export const sending: Round<Wired> = {
  fault: 'messages could not be sent and will be tried again',
  async turn(wired) {
    let taken: readonly Taken[] = [];
    await wired.write(platformCaller(), async (call) => {
      await settleLost(call);
      taken = await takeDue(call.tx, AT_ONCE, call.now);
      return ok(undefined);
    }, 'an attempt that begins; its end is recorded');
    await Promise.all(taken.map((one) => sendOne(wired, one)));
    return taken.length === AT_ONCE;
  },
};

async function sendOne(wired: Wired, taken: Taken): Promise<void> {
  const { content, items } = await seen(wired, taken.id);
  const because = whyNot(content, items) ?? (wired.carriers[content.channel] === null ? 'channel-off' : null);
  if (because !== null) return end(wired, taken, content, { outcome: 'withheld', answer: null }, because);
  const address = content.address!;
  const code = content.kind === 'confirmation' ? codeOf(randomBytes(16)) : undefined;
  const codeHash = code === undefined ? undefined : await passwords.hash(code);
  const speech = speak(wired.words, wired.carriers.origin, content, { ...(code === undefined ? {} : { code }), items });
  const last: Last = async () => {
    let mine = false;
    await wired.write(platformCaller(content.city_id), async (call) => {
      mine = await markHanding(call.tx, taken, { address, personId: content.person_id }, call.now);
      if (mine && codeHash !== undefined) await keepCode(call.tx, content.person_id!, content.channel, codeHash);
      return ok(undefined);
    }, 'the last bytes are about to go out; the end is recorded');
    return mine;
  };
  const handed: Handed = content.channel === 'mail'
    ? await wired.carriers.mail!.hand({ id: content.id, to: address, subject: speech.subject, text: speech.text, html: speech.html, language: content.language }, last)
    // Each attempt has a code of its own, which a gateway that knows the id would not send.
    : await wired.carriers.sms!.hand({ id: code === undefined ? content.id : `${content.id}.${taken.attempts}`, to: address, text: speech.short }, last);
  await end(wired, taken, content, handed.outcome === 'stopped' ? { outcome: 'stopped', answer: null } : handed, null);
}

/** The message as it is at this moment, with what a digest has to name. */
function seen(wired: Wired, id: string): Promise<{ content: Content; items: readonly DigestItem[] }> {
  return wired.read(platformCaller(), async (call) => {
    const content = await contentOf(call.tx, id, call.now);
    return { content, items: content.kind === 'digest' ? await digestItems(call.tx, wired.words, content) : [] };
  });
}

/** Why a message is not to be sent any more; null where it is. */
export function whyNot(content: Pick<Content, 'late' | 'kind' | 'claim_open' | 'others' | 'address' | 'belongs' | 'channel' | 'class' | 'chosen'>, items: readonly unknown[]): string | null {
  if (content.late) return 'too-late';
  if (content.kind === 'confirmation' && !content.claim_open) return 'asked-anew';
  if (content.kind === 'confirmation' && content.others >= CLAIMS_OF_ADDRESS) return 'address-asked-too-often';
  if (content.address === null) return 'no-address';
  if (content.kind === 'digest' && items.length === 0) return 'nothing-unread';
  if (!content.belongs) return 'left-the-organisation';
  if (content.kind === 'notice' && wayOf(content.channel, content.class!, content.chosen ?? undefined) !== 'at-once') return 'not-wanted';
  return null;
}

const ENDS: Readonly<Record<Exclude<AttemptEnd['outcome'], 'stopped' | 'deferred'>, MessageState>> = { accepted: 'handed-over', refused: 'refused', unknown: 'unknown', withheld: 'withheld' };

async function end(wired: Wired, taken: Taken, content: Content, attempt: AttemptEnd, reason: string | null): Promise<void> {
  await wired.write(platformCaller(content.city_id), async (call) => {
    await endAttempt(call.tx, taken, attempt, call.now);
    if (attempt.outcome === 'stopped') return ok(undefined);
    const next = attempt.outcome === 'deferred' ? nextAttempt(taken.attempts, call.now, content.until) : undefined;
    if (next !== undefined) await putOff(call.tx, taken, next, attempt.answer ?? '');
    else await settleRecorded(call, taken, content, { state: attempt.outcome === 'deferred' ? 'given-up' : ENDS[attempt.outcome], answer: attempt.answer, reason });
    return ok(undefined);
  }, 'an attempt that leads to another one, or to none');
}

/** The end of a message, in the ledger too: who was told what, on which way, with which answer. No address, no word of it. */
async function settleRecorded(call: WriteCall, taken: Taken, of: { readonly channel?: string; readonly person_id?: string | null; readonly notification_id?: string | null }, to: Parameters<typeof settle>[2]): Promise<void> {
  if (!(await settle(call.tx, taken, to, call.now))) return;
  call.record({
    kind: 'message-settled', subject: `message:${taken.id}`,
    body: { state: to.state, answer: to.answer, reason: to.reason, attempts: taken.attempts, channel: of.channel ?? null, person: of.person_id ?? null, notification: of.notification_id ?? null },
  });
}

async function settleLost(call: WriteCall): Promise<void> {
  for (const lost of await lostAnswers(call.tx, call.now)) {
    await endAttempt(call.tx, lost, { outcome: 'unknown', answer: 'interrupted' }, call.now);
    // A gateway knows the id and sends it once: there, asking again is safe.
    if (lost.channel === 'sms') {
      await putOff(call.tx, lost, call.now, 'interrupted');
      continue;
    }
    await settleRecorded({ ...call, record: (entry) => call.record({ ...entry, cityId: lost.city_id }) }, lost, {}, { state: 'unknown', answer: 'interrupted', reason: null });
  }
}
