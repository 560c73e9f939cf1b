import type { LegalDay } from '#kernel/date.ts';
import type { ListingStatus } from './listing-life.ts';

/** What is known of a listing when somebody wants to buy: everything read at that moment, nothing left to a job. */
export type GateFacts = {
  readonly status: ListingStatus;
  readonly supplierAdmitted: boolean;
  readonly verdict: 'PASS' | 'FAIL' | 'NEEDS_REVIEW' | 'NOT_PROVEN';
  /** The edition it was judged under, and the one in force on the day; null where the city has none. */
  readonly judgedEdition: string | null;
  readonly editionInForce: string | null;
  /** True where the city confirmed a limit of the kind after the listing was judged. */
  readonly limitConfirmedSince: boolean;
  /** The last day on which all evidence counts; null where none of it lapses. */
  readonly provenUntil: LegalDay | null;
};

export type GateClosed =
  | 'not-listed' | 'supplier-not-admitted' | 'no-edition-in-force' | 'judged-under-another-edition' | 'limit-confirmed-since'
  | 'evidence-lapsed' | 'indicator-failed' | 'needs-review' | 'still-to-prove';

/**
 * Whether a product may be bought on this day, and every reason why not. Only PASS opens; a listing not yet judged again
 * under the edition in force is treated as needing review, so that a late job never lets a bad product through.
 */
export function gateOf(facts: GateFacts, on: LegalDay): { readonly open: boolean; readonly why: readonly GateClosed[] } {
  const why: GateClosed[] = [];
  if (facts.status !== 'listed') why.push('not-listed');
  if (!facts.supplierAdmitted) why.push('supplier-not-admitted');
  if (facts.editionInForce === null) why.push('no-edition-in-force');
  else if (facts.judgedEdition !== facts.editionInForce) why.push('judged-under-another-edition');
  if (facts.limitConfirmedSince) why.push('limit-confirmed-since');
  if (facts.provenUntil !== null && on > facts.provenUntil) why.push('evidence-lapsed');
  if (facts.verdict === 'FAIL') why.push('indicator-failed');
  if (facts.verdict === 'NEEDS_REVIEW') why.push('needs-review');
  if (facts.verdict === 'NOT_PROVEN') why.push('still-to-prove');
  return { open: why.length === 0, why };
}
