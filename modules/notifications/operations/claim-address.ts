import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { addressOn } from '../domain/address.ts';
import type { Channel } from '../domain/channels.ts';
import { CODE_MINUTES, CODES_OF_PERSON } from '../domain/code.ts';

export type ClaimAddressNeeds = {
  readonly now: Date;
  readonly personId: string;
  /** Whether anything can be sent on this channel at all. */
  readonly configured: (channel: Channel) => boolean;
  readonly confirmed: () => Promise<readonly { readonly channel: Channel; readonly address: string }[]>;
  readonly codesAsked: (since: Date) => Promise<number>;
  readonly saveClaim: (claim: { channel: Channel; address: string; expiresAt: Date }) => Promise<void>;
  readonly sendCode: (channel: Channel, until: Date) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: null }) => void;
};
export type ClaimAddressRefusal = 'channel-off' | 'address-malformed' | 'address-confirmed-already' | 'codes-exhausted';

/** A person names an address of theirs: a code goes there, and nothing else before it was typed back. The address confirmed before stays until then. */
export async function claimAddress(needs: ClaimAddressNeeds, input: { channel: Channel; address: string }): Promise<Result<{ expiresAt: Date }, ClaimAddressRefusal>> {
  const { channel } = input;
  if (!needs.configured(channel)) return refuse('channel-off', 'channel', { channel });
  const address = addressOn(channel, input.address);
  if (address === undefined) return refuse('address-malformed', 'address', { channel });
  if ((await needs.confirmed()).some((one) => one.channel === channel && one.address === address)) return refuse('address-confirmed-already', 'address');
  if ((await needs.codesAsked(new Date(needs.now.getTime() - 24 * 3_600_000))) >= CODES_OF_PERSON) return refuse('codes-exhausted', 'address', { most: CODES_OF_PERSON });
  const expiresAt = new Date(needs.now.getTime() + CODE_MINUTES * 60_000);
  await needs.saveClaim({ channel, address, expiresAt });
  await needs.sendCode(channel, expiresAt);
  needs.record({ kind: 'address-claimed', subject: needs.personId, body: { channel }, cityId: null });
  return ok({ expiresAt });
}
