import { dec } from '#kernel/decimal.ts';
import { isMoney, lineTotal, sumMoney, type Money } from '#kernel/money.ts';
import { ok, refuse, type Refused, type Result } from '#kernel/result.ts';
import { delivers } from './delivery-area.ts';
import type { OfferedListing } from './model.ts';
import { more, quantityOf, type QuantityRefusal } from './quantity.ts';
import { namesOf } from './requirement.ts';

export type LineWish = { readonly listingId: string; readonly quantity: string };
export type PricedLine = { readonly lineNo: number; readonly offer: OfferedListing; readonly price: Money; readonly quantity: string; readonly amount: Money };

export type LineRefusal = QuantityRefusal | 'not-found' | 'line-twice' | 'listing-of-another-supplier' | 'gate-closed' | 'below-minimum-order' | 'outside-delivery-area' | 'amount-too-large' | 'price-missing';

/** Money is kept with fifteen digits before the point. Yuan. */
const LARGEST = '1e15';

/** One wish held against its offer at this moment; the price is the offer's, whatever the wish believed. A null address is not known yet. */
export function priceLine(wish: LineWish, offer: OfferedListing, address: string | null, field: string): Result<Omit<PricedLine, 'lineNo'>, LineRefusal> {
  const closed = closedGate(offer, `${field}.listingId`);
  if (closed !== null) return closed;
  const quantity = quantityOf(wish.quantity, offer.unit, `${field}.quantity`);
  if (!quantity.ok) return quantity;
  if (more(offer.minimumOrder, quantity.value)) return refuse('below-minimum-order', `${field}.quantity`, { minimum: offer.minimumOrder, unit: offer.unit });
  if (address !== null && !delivers(offer.deliveryArea, address)) return refuse('outside-delivery-area', 'site', { product: offer.name, area: offer.deliveryArea.join('、') });
  if (!isMoney(offer.price)) return refuse('price-missing', `${field}.listingId`, { product: offer.name });
  if (dec(offer.price).times(dec(quantity.value)).gte(LARGEST)) return refuse('amount-too-large', `${field}.quantity`);
  return ok({ offer, price: offer.price, quantity: quantity.value, amount: lineTotal(offer.price, quantity.value) });
}

/** Only what is proved may be bought: a closed gate names what is still to prove, or why else it is closed. */
export function closedGate(offer: OfferedListing, field: string): Refused<'gate-closed'> | null {
  if (offer.gate.open) return null;
  const names = namesOf(offer.requirement, offer.gate.unproven);
  // The words of a choice bear no hyphens.
  return refuse('gate-closed', field, { product: offer.name, why: (offer.gate.why[0] ?? 'closed').replaceAll('-', '_'), unproven: names.zh, unprovenEn: names.en });
}

/**
 * The lines of one order to one supplier, each held against its offer. `offers` holds those that exist in this city.
 * Refusals name the line (`lines.2.quantity`).
 */
export function priceLines(wishes: readonly LineWish[], offers: ReadonlyMap<string, OfferedListing>, supplierOrganisationId: string, address: string): Result<{ lines: PricedLine[]; total: Money }, LineRefusal> {
  const lines: PricedLine[] = [];
  const seen = new Set<string>();
  for (const [index, wish] of wishes.entries()) {
    const field = `lines.${index}`;
    if (seen.has(wish.listingId)) return refuse('line-twice', `${field}.listingId`);
    seen.add(wish.listingId);
    const offer = offers.get(wish.listingId);
    if (offer === undefined) return refuse('not-found', `${field}.listingId`);
    if (offer.supplierOrganisationId !== supplierOrganisationId) return refuse('listing-of-another-supplier', `${field}.listingId`);
    const priced = priceLine(wish, offer, address, field);
    if (!priced.ok) return priced;
    lines.push({ lineNo: index + 1, ...priced.value });
  }
  const total = sumMoney(lines.map((line) => line.amount));
  return dec(total).gte(LARGEST) ? refuse('amount-too-large', 'lines') : ok({ lines, total });
}
