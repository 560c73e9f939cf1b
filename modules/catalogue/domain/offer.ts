import { decimalOf } from '#kernel/decimal.ts';
import { isMoney, moneyOf } from '#kernel/money.ts';
import { refuse, type Refused } from '#kernel/result.ts';

export type OfferTerms = { readonly price: string; readonly priceUnit: string; readonly taxRate: string; readonly minimumOrder: string; readonly deliveryArea: readonly string[]; readonly deliveryDays: number | null };
export type TermsRefusal = 'price-not-usable' | 'tax-rate-not-usable' | 'minimum-order-not-usable';

/** The largest unit price anybody may list; beyond it is a slip of the keyboard. Yuan. */
const HIGHEST = '100000000.00';

/** What is wrong with the terms of an offer: prices above zero with at most two decimals, quantities above zero with at most six. Null where they are usable. */
export function faultOfTerms(terms: OfferTerms): Refused<TermsRefusal> | null {
  const price = moneyOf(terms.price);
  if (price === undefined || !isMoney(price) || decimalOf(price)!.lte(0) || decimalOf(price)!.gt(HIGHEST)) return refuse('price-not-usable', 'price', { highest: HIGHEST });
  const tax = decimalOf(terms.taxRate);
  if (tax === undefined || tax.lt(0) || tax.gte(100) || tax.decimalPlaces() > 2) return refuse('tax-rate-not-usable', 'taxRate');
  const minimum = decimalOf(terms.minimumOrder);
  if (minimum === undefined || minimum.lte(0) || minimum.decimalPlaces() > 6 || minimum.gte('1e12')) return refuse('minimum-order-not-usable', 'minimumOrder');
  return null;
}
