import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Channel } from '../domain/channels.ts';

export type DropAddressNeeds = {
  readonly personId: string;
  /** Whether there was one. */
  readonly dropContact: (channel: Channel) => Promise<boolean>;
  readonly dropClaim: (channel: Channel) => Promise<boolean>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: null }) => void;
};

/** Nothing more goes to this address, a code on its way included. Inside the platform everything is told as before. */
export async function dropAddress(needs: DropAddressNeeds, input: { channel: Channel }): Promise<Result<{ dropped: true }, 'not-found'>> {
  const [contact, claim] = [await needs.dropContact(input.channel), await needs.dropClaim(input.channel)];
  if (!contact && !claim) return refuse('not-found', 'channel');
  needs.record({ kind: 'address-dropped', subject: needs.personId, body: { channel: input.channel }, cityId: null });
  return ok({ dropped: true });
}
