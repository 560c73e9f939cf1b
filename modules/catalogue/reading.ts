import type { Actor } from '#kernel/policy.ts';
import { evidenceUsedBy, type EvidenceRecord } from '#modules/documents/index.ts';
import { reportById } from '#modules/laboratories/index.ts';
import type { Tx } from '#platform/database/pool.ts';
import { listingById, type StoredListing } from './store/listings.ts';

export type Reader = 'anyone' | 'supplier' | 'centre' | 'city';

/** Who looks at a listing; null where they may not: a listed product is everybody's to see, any other only its supplier's and the city's bodies'. */
export function readerOf(actor: Actor | null, cityId: string, listing: Pick<StoredListing, 'supplier_organisation_id' | 'status'>): Reader | null {
  const public_: Reader | null = listing.status === 'listed' ? 'anyone' : null;
  if (actor === null) return public_;
  if (actor.organisationId === listing.supplier_organisation_id) return 'supplier';
  if (actor.homeCityId !== cityId) return public_;
  if (actor.roles.includes('centre.reviewer')) return 'centre';
  return actor.roles.includes('housing.officer') || actor.roles.includes('finance.supervisor') ? 'city' : public_;
}

/** A report that serves for a listing which this reader may see; undefined otherwise, without telling which. */
export async function reportOfListing(tx: Tx, cityId: string, actor: Actor | null, listingId: string, reportId: string): Promise<{ listing: StoredListing; evidence: EvidenceRecord; reader: Reader } | undefined> {
  const listing = await listingById(tx, cityId, listingId);
  const reader = listing === undefined ? null : readerOf(actor, cityId, listing);
  const report = await reportById(tx, reportId);
  if (listing === undefined || reader === null || report === undefined) return undefined;
  const evidence = (await evidenceUsedBy(tx, cityId, 'listing', listing.id)).find((one) => one.id === report.evidenceId);
  return evidence === undefined ? undefined : { listing, evidence, reader };
}
