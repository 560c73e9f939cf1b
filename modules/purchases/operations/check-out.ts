import type { LegalDay } from '#kernel/date.ts';
import { sumMoney, type Money } from '#kernel/money.ts';
import { ok, refuse, type Refusal, type Result } from '#kernel/result.ts';
import type { PlaceOrder, PlaceOrderRefusal } from '#modules/orders/index.ts';
import type { OfferedListing, Site } from '#modules/orders/rules.ts';
import { bySupplier, type BasketItem } from '../domain/basket.ts';

export type CheckOutNeeds = {
  readonly organisationId: string;
  /** These lines of the unit's basket, held until the end: a second checkout of the same lines waits here and then finds none. */
  readonly lock: (listingIds: readonly string[]) => Promise<readonly BasketItem[]>;
  readonly offers: (listingIds: readonly string[]) => Promise<readonly OfferedListing[]>;
  readonly place: (order: PlaceOrder) => Promise<Result<{ orderId: string; number: string; total: Money }, PlaceOrderRefusal>>;
  readonly remove: (listingIds: readonly string[]) => Promise<number>;
  readonly record: (entry: { kind: string; subject: string; body: { orders: string[]; total: string; listings: string[] } }) => void;
};

export type CheckOutInput = {
  readonly listings: readonly string[];
  readonly site: Site;
  readonly requiredOn: LegalDay | null;
  readonly note: string | null;
  readonly internalNote: string | null;
  /** What the buyer saw as the sum of all orders; another one now is refused. */
  readonly seenTotal: string;
};

export type CheckedOut = { readonly orders: { orderId: string; number: string; supplierOrganisationId: string; total: Money }[]; readonly total: Money };
export type CheckOutRefusal = PlaceOrderRefusal | 'basket-changed';

/** Orders the chosen lines of the basket: one order to each supplier, all of them or none. */
export async function checkOut(needs: CheckOutNeeds, input: CheckOutInput): Promise<Result<CheckedOut, CheckOutRefusal>> {
  const wanted = [...new Set(input.listings)];
  if (wanted.length === 0) return refuse('order-empty', 'listings');
  const items = await needs.lock(wanted);
  if (items.length !== wanted.length) return refuse('basket-changed', 'listings', { missing: wanted.length - items.length });
  const groups = bySupplier(items, await needs.offers(wanted));
  if ([...groups.values()].reduce((count, lines) => count + lines.length, 0) !== wanted.length) return refuse('basket-changed', 'listings', { missing: 0 });
  const orders: CheckedOut['orders'] = [];
  for (const [supplierOrganisationId, lines] of groups) {
    const placed = await needs.place({ supplierOrganisationId, site: input.site, requiredOn: input.requiredOn, note: input.note, internalNote: input.internalNote, lines, approved: true });
    if (!placed.ok) return { ok: false, refusal: inBasket(placed.refusal, lines) };
    orders.push({ supplierOrganisationId, ...placed.value });
  }
  const total = sumMoney(orders.map((order) => order.total));
  if (total !== input.seenTotal) return refuse('price-changed', 'seenTotal', { seen: input.seenTotal, total });
  await needs.remove(wanted);
  needs.record({ kind: 'basket-ordered', subject: `basket:${needs.organisationId}`, body: { orders: orders.map((order) => order.orderId), total, listings: wanted } });
  return ok({ orders, total });
}

/** A refusal of an order names its line by place; the basket's form names it by listing. */
function inBasket<Code extends string>(refusal: Refusal<Code>, lines: readonly BasketItem[]): Refusal<Code> {
  const [, at, field] = /^lines\.(\d+)\.(\w+)$/.exec(refusal.field ?? '') ?? [];
  const line = at === undefined ? undefined : lines[Number(at)];
  return line === undefined ? refusal : { ...refusal, field: `lines.${line.listingId}.${field ?? ''}` };
}
