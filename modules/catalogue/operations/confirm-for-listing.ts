import { ok, refuse, type Result } from '#kernel/result.ts';

export type ConfirmForListingNeeds = {
  readonly lock: () => Promise<{ readonly supplierOrganisationId: string } | undefined>;
  /** The evidence as it serves for the listing; undefined where it does not. */
  readonly evidence: () => Promise<{ readonly state: string } | undefined>;
  readonly decider: { isMember(organisationId: string): Promise<boolean> };
  readonly put: () => Promise<void>;
  readonly judge: () => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: { evidence: string } }) => void;
};

export type ConfirmForListingRefusal = 'not-found' | 'own-product' | 'evidence-not-confirmed';

/** A person of the centre has held a confirmed paper against this product, and it speaks of it. Evidence is submitted once; what it proves is looked at for each product. */
export async function confirmForListing(needs: ConfirmForListingNeeds, input: { listingId: string; evidenceId: string }): Promise<Result<{ confirmed: true }, ConfirmForListingRefusal>> {
  const listing = await needs.lock();
  const evidence = listing === undefined ? undefined : await needs.evidence();
  if (listing === undefined || evidence === undefined) return refuse('not-found', 'evidenceId');
  if (await needs.decider.isMember(listing.supplierOrganisationId)) return refuse('own-product', 'listingId');
  if (evidence.state !== 'confirmed') return refuse('evidence-not-confirmed', 'evidenceId');
  await needs.put();
  needs.record({ kind: 'listing-evidence-confirmed', subject: input.listingId, body: { evidence: input.evidenceId } });
  await needs.judge();
  return ok({ confirmed: true });
}
