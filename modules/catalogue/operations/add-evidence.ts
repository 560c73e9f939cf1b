import { ok, refuse, type Result } from '#kernel/result.ts';
import type { KindVerdict } from '#modules/standards/rules.ts';
import { takesEvidence, type ListingStatus } from '../domain/listing-life.ts';

export type AddEvidenceNeeds = {
  /** The supplier's own listing, held against other writers; undefined where it is another's or none. */
  readonly lock: () => Promise<{ readonly status: ListingStatus } | undefined>;
  /** The supplier's own evidence; undefined where it is another's or none. */
  readonly evidence: (id: string) => Promise<{ readonly usable: boolean } | undefined>;
  readonly used: () => Promise<ReadonlySet<string>>;
  readonly useEvidence: (evidenceId: string) => Promise<void>;
  /** Null where a report is still being read. */
  readonly judge: () => Promise<KindVerdict | null>;
  readonly record: (entry: { kind: string; subject: string; body: { evidence: string } }) => void;
};

export type AddEvidenceRefusal = 'not-found' | 'act-not-possible' | 'evidence-in-use-here' | 'evidence-not-usable';

/**
 * Evidence submitted once comes to a product that stands or waits (财库〔2022〕35号: certificate or valid report). The product is judged
 * again at once; a report still being read is judged when it is read. Earlier evidence stays: a failing report is not outvoted by a better one.
 */
export async function addEvidence(needs: AddEvidenceNeeds, input: { listingId: string; evidenceId: string }): Promise<Result<{ verdict: KindVerdict | null }, AddEvidenceRefusal>> {
  const listing = await needs.lock();
  if (listing === undefined) return refuse('not-found', 'listingId');
  const evidence = await needs.evidence(input.evidenceId);
  if (evidence === undefined) return refuse('not-found', 'evidenceId');
  if (!takesEvidence(listing.status)) return refuse('act-not-possible', 'listingId', { status: listing.status, act: 'add-evidence' });
  if (!evidence.usable) return refuse('evidence-not-usable', 'evidenceId');
  if ((await needs.used()).has(input.evidenceId)) return refuse('evidence-in-use-here', 'evidenceId');
  await needs.useEvidence(input.evidenceId);
  needs.record({ kind: 'listing-evidence-added', subject: input.listingId, body: { evidence: input.evidenceId } });
  return ok({ verdict: await needs.judge() });
}
