import { ok, refuse, type Result } from '#kernel/result.ts';

export type RemoveLineNeeds = {
  readonly organisationId: string;
  /** How many of them were in the basket. */
  readonly remove: (listingIds: readonly string[]) => Promise<number>;
  readonly record: (entry: { kind: string; subject: string; body: { listing: string; quantity: null } }) => void;
};

/** Takes a product out of the unit's basket. */
export async function removeLine(needs: RemoveLineNeeds, input: { listingId: string }): Promise<Result<{ listingId: string }, 'not-found'>> {
  if ((await needs.remove([input.listingId])) === 0) return refuse('not-found', 'listing');
  needs.record({ kind: 'basket-changed', subject: `basket:${needs.organisationId}`, body: { listing: input.listingId, quantity: null } });
  return ok({ listingId: input.listingId });
}
