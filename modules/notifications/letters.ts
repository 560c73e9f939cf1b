import { refuse, ok, type RefusalFacts, type Result } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import type { WriteCall } from '#platform/database/call.ts';
import type { Language } from '#platform/wording.ts';
import { mailAddressOf } from './domain/address.ts';
import { WORTH_SENDING } from './domain/message-life.ts';
import { insertMessages } from './store/spreading.ts';

/** A mail to one person or one address: an invitation, a warning about an account. */
export type Letter = {
  /** The stem of its wording in the calling module: `identity.letter.invited`, with `.subject` and `.text`. */
  readonly code: `${string}.letter.${string}`;
  readonly facts: RefusalFacts;
  /** A person's confirmed address (nothing is sent where they have none), or a bare one, kept in the message's row alone and removed once it is settled. */
  readonly to: { readonly personId: string } | { readonly address: string; readonly language: Language };
  /** From the root of this site. May hold a secret, behind a `#`: it is removed together with the facts once the message is settled. */
  readonly path: string | null;
  readonly cityId: string | null;
  /** Not sent after this instant. */
  readonly until?: Date;
};

/**
 * Puts a letter into the queue, in the caller's transaction. The act records itself; the letter's end is recorded when it comes.
 * How often somebody may cause letters to a stranger's address is the caller's to limit.
 * @throws where code or path have not their form: a fault of the caller.
 */
export async function tellByMail(call: WriteCall, letter: Letter): Promise<Result<{ messageId: string }, 'address-malformed'>> {
  if (!/^[a-z-]+\.letter\.[a-z0-9.-]+$/.test(letter.code)) throw new Error(`a letter's code is the stem of its wording, <module>.letter.<code>, not ${letter.code}`);
  if (letter.path !== null && !/^\/(?![/\\])[\x21-\x7e]*$/.test(letter.path)) throw new Error('a letter leads to this platform alone');
  const address = 'address' in letter.to ? mailAddressOf(letter.to.address) : undefined;
  if ('address' in letter.to && address === undefined) return refuse('address-malformed', 'address');
  const messageId = newId();
  await insertMessages(call.tx, [{
    id: messageId, kind: 'letter', channel: 'mail', cityId: letter.cityId, personId: 'personId' in letter.to ? letter.to.personId : null,
    code: letter.code, until: letter.until ?? new Date(call.now.getTime() + WORTH_SENDING),
    content: { facts: JSON.stringify(letter.facts), path: letter.path, ...('address' in letter.to ? { address: address!, language: letter.to.language } : {}) },
  }], call.now);
  return ok({ messageId });
}
