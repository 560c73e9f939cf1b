import { ok, refuse, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { listingLife, type ListingAct, type ListingStatus } from '../domain/listing-life.ts';

export type DecideListingNeeds = {
  readonly lock: () => Promise<{ readonly status: ListingStatus; readonly verdict: string | null; readonly supplierOrganisationId: string; readonly editionIsInForce: boolean } | undefined>;
  readonly decider: { readonly organisationId: string | null; isMember(organisationId: string): Promise<boolean> };
  readonly setStatus: (change: { status: ListingStatus; reasons: string | null; listed: boolean }) => Promise<void>;
  readonly tell: (act: ListingAct) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: { act: string; reasons: string | null; verdict: string | null } }) => void;
};

export type DecideListingRefusal = 'not-found' | 'act-not-possible' | 'reasons-missing' | 'indicator-failed' | 'needs-review' | 'judged-under-another-edition' | 'own-product';

/**
 * The centre lists, returns, refuses, suspends or restores; the supplier withdraws. Listing needs a verdict without a failure and
 * without an open question: what is only still to prove may stand on show with its gate closed.
 */
export async function decideListing(needs: DecideListingNeeds, input: { listingId: string; act: Exclude<ListingAct, 'compare' | 'resubmit'>; reasons: string | null }): Promise<Result<{ status: ListingStatus }, DecideListingRefusal>> {
  const listing = await needs.lock();
  if (listing === undefined) return refuse('not-found', 'listingId');
  if (input.act !== 'withdraw' && (listing.supplierOrganisationId === needs.decider.organisationId || (await needs.decider.isMember(listing.supplierOrganisationId)))) return refuse('own-product', 'listingId');
  const status = next(listingLife, listing.status, input.act);
  if (status === undefined) return refuse('act-not-possible', 'act', { status: listing.status, act: input.act });
  if (['return', 'refuse', 'suspend'].includes(input.act) && (input.reasons ?? '').trim() === '') return refuse('reasons-missing', 'reasons');
  if (input.act === 'list' || input.act === 'restore') {
    if (!listing.editionIsInForce) return refuse('judged-under-another-edition', 'listingId');
    if (listing.verdict === 'FAIL') return refuse('indicator-failed', 'listingId');
    if (listing.verdict !== 'PASS' && listing.verdict !== 'NOT_PROVEN') return refuse('needs-review', 'listingId');
  }
  await needs.setStatus({ status, reasons: input.reasons, listed: status === 'listed' });
  needs.record({ kind: `listing-${input.act}`, subject: input.listingId, body: { act: input.act, reasons: input.reasons, verdict: listing.verdict } });
  await needs.tell(input.act);
  return ok({ status });
}
