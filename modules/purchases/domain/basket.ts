import { sumMoney, type Money } from '#kernel/money.ts';
import type { RefusalFacts } from '#kernel/result.ts';
import { plain, priceLine, type LineRefusal, type OfferedListing } from '#modules/orders/rules.ts';

export type BasketItem = { readonly listingId: string; readonly quantity: string };
export type BasketOffer = OfferedListing & { readonly supplierName: string };

/** A line as it could be ordered now: its amount, or what stands in the way. `offer` is null where the city no longer knows the listing. */
export type BasketLine = { readonly listingId: string; readonly quantity: string; readonly offer: BasketOffer | null; readonly amount: Money | null; readonly blocked: { readonly code: LineRefusal; readonly facts: RefusalFacts } | null };
export type BasketGroup = { readonly supplierOrganisationId: string; readonly supplierName: string; readonly lines: readonly BasketLine[]; readonly total: Money };
export type Basket = { readonly groups: readonly BasketGroup[]; readonly gone: readonly BasketLine[]; readonly total: Money; readonly buyable: number; readonly count: number };

/** A basket in its suppliers, each line held against its offer of this moment; totals count only what may be ordered now. One order will go to each supplier. */
export function basketOf(items: readonly BasketItem[], offers: readonly BasketOffer[]): Basket {
  const lines = items.map((item) => lineOf(item, offers.find((offer) => offer.listingId === item.listingId) ?? null));
  const groups = new Map<string, { name: string; lines: BasketLine[] }>();
  for (const line of lines) {
    if (line.offer === null) continue;
    const group = groups.get(line.offer.supplierOrganisationId) ?? { name: line.offer.supplierName, lines: [] };
    group.lines.push(line);
    groups.set(line.offer.supplierOrganisationId, group);
  }
  const totalOf = (some: readonly BasketLine[]): Money => sumMoney(some.flatMap((line) => (line.amount === null ? [] : [line.amount])));
  return {
    groups: [...groups].map(([supplierOrganisationId, group]) => ({ supplierOrganisationId, supplierName: group.name, lines: group.lines, total: totalOf(group.lines) })),
    gone: lines.filter((line) => line.offer === null), total: totalOf(lines), buyable: lines.filter((line) => line.amount !== null).length, count: lines.length,
  };
}

function lineOf(item: BasketItem, offer: BasketOffer | null): BasketLine {
  const { listingId } = item;
  const quantity = plain(item.quantity);
  if (offer === null) return { listingId, quantity, offer, amount: null, blocked: { code: 'not-found', facts: {} } };
  const priced = priceLine({ listingId, quantity }, offer, null, 'line');
  return priced.ok
    ? { listingId, quantity, offer, amount: priced.value.amount, blocked: null }
    : { listingId, quantity, offer, amount: null, blocked: { code: priced.refusal.code, facts: priced.refusal.facts ?? {} } };
}

/** Wishes by supplier, in the order of the basket. */
export function bySupplier(items: readonly BasketItem[], offers: readonly Pick<OfferedListing, 'listingId' | 'supplierOrganisationId'>[]): ReadonlyMap<string, readonly BasketItem[]> {
  const groups = new Map<string, BasketItem[]>();
  for (const item of items) {
    const supplier = offers.find((offer) => offer.listingId === item.listingId)?.supplierOrganisationId;
    if (supplier !== undefined) groups.set(supplier, [...(groups.get(supplier) ?? []), item]);
  }
  return groups;
}
