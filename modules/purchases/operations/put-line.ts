import { ok, refuse, type Result } from '#kernel/result.ts';
import { priceLine, type LineRefusal, type OfferedListing } from '#modules/orders/rules.ts';

export type PutLineNeeds = {
  readonly organisationId: string;
  readonly offer: (listingId: string) => Promise<OfferedListing | undefined>;
  /** How many lines the basket holds, this listing left out; holds the basket until the end. */
  readonly lockOthers: (listingId: string) => Promise<number>;
  readonly put: (listingId: string, quantity: string) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: { listing: string; quantity: string } }) => void;
};

export type PutLineRefusal = LineRefusal | 'basket-full';

/** More than this is no basket but a plan. */
export const BASKET_LINES = 200;

/** Puts a product into the unit's basket, or changes its quantity. What may not be bought now is refused with the reason; a gate that closes later is shown in the basket. */
export async function putLine(needs: PutLineNeeds, input: { listingId: string; quantity: string }): Promise<Result<{ listingId: string; quantity: string; lines: number }, PutLineRefusal>> {
  const offer = await needs.offer(input.listingId);
  if (offer === undefined) return refuse('not-found', 'listing');
  const priced = priceLine(input, offer, null, 'line');
  if (!priced.ok) return refuse(priced.refusal.code, priced.refusal.field === 'line.quantity' ? 'quantity' : 'listing', priced.refusal.facts);
  const others = await needs.lockOthers(input.listingId);
  if (others >= BASKET_LINES) return refuse('basket-full', 'listing', { most: BASKET_LINES });
  await needs.put(input.listingId, priced.value.quantity);
  needs.record({ kind: 'basket-changed', subject: `basket:${needs.organisationId}`, body: { listing: input.listingId, quantity: priced.value.quantity } });
  return ok({ listingId: input.listingId, quantity: priced.value.quantity, lines: others + 1 });
}
