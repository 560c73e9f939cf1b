import { sumMoney, type Money } from '#kernel/money.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { priceLine, type LineRefusal, type OfferedListing } from '#modules/orders/rules.ts';
import type { BasketItem } from '../domain/basket.ts';
import type { CheckOutInput } from './check-out.ts';

/** A line as the buyer saw it. */
export type SeenLine = { readonly listingId: string; readonly quantity: string; readonly name: string; readonly unit: string; readonly price: Money; readonly amount: Money; readonly supplierOrganisationId: string };

export type Priced = { readonly lines: readonly SeenLine[]; readonly total: Money };

/** What chosen lines cost now, each held against its offer as an order would be: what cannot be ordered is not asked for either. */
export function priceChosen(items: readonly BasketItem[], offers: readonly OfferedListing[], address: string): Result<Priced, LineRefusal> {
  const lines: SeenLine[] = [];
  for (const item of items) {
    const offer = offers.find((one) => one.listingId === item.listingId);
    if (offer === undefined) return refuse('not-found', `lines.${item.listingId}.listingId`);
    const priced = priceLine(item, offer, address, `lines.${item.listingId}`);
    if (!priced.ok) return priced;
    lines.push({ listingId: item.listingId, quantity: priced.value.quantity, name: offer.name, unit: offer.unit, price: priced.value.price, amount: priced.value.amount, supplierOrganisationId: offer.supplierOrganisationId });
  }
  return ok({ lines, total: sumMoney(lines.map((line) => line.amount)) });
}

export type RequestNeeds = {
  readonly newId: () => string;
  readonly organisationId: string;
  readonly rule: { readonly id: string; readonly approvals: number };
  readonly insert: (request: { id: string; ruleId: string; approvals: number; input: CheckOutInput; lines: readonly SeenLine[]; total: Money }) => Promise<void>;
  readonly remove: (listingIds: readonly string[]) => Promise<number>;
  readonly record: (entry: { kind: string; subject: string; body: { request: string; total: string; approvals: number; rule: string; listings: string[] } }) => void;
};

/** Puts chosen lines aside until the unit's approvers have said yes: nothing is ordered yet, and nobody else orders these lines meanwhile. */
export async function requestApproval(needs: RequestNeeds, input: CheckOutInput, priced: Priced): Promise<Result<{ requestId: string; approvals: number }, 'price-changed'>> {
  const { lines, total } = priced;
  if (total !== input.seenTotal) return refuse('price-changed', 'seenTotal', { seen: input.seenTotal, total });
  const requestId = needs.newId();
  const { id: ruleId, approvals } = needs.rule;
  await needs.insert({ id: requestId, ruleId, approvals, input, lines, total });
  await needs.remove(lines.map((line) => line.listingId));
  needs.record({ kind: 'purchase-requested', subject: `request:${requestId}`, body: { request: requestId, total, approvals, rule: ruleId, listings: lines.map((line) => line.listingId) } });
  return ok({ requestId, approvals });
}
