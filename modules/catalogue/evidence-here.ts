import { usesOf, type EvidenceRecord } from '#modules/documents/index.ts';
import type { Tx } from '#platform/database/pool.ts';
import { confirmationsOf } from './store/evidence-confirmations.ts';

/**
 * Which confirmed evidence proves this very listing: it was confirmed after it came to the listing, so that the person who confirmed
 * it could see what it serves for; or a person of the centre confirmed it for the listing by name.
 */
export async function confirmedHere(tx: Tx, cityId: string, listingId: string, evidence: readonly EvidenceRecord[]): Promise<ReadonlySet<string>> {
  const here = new Set(await confirmationsOf(tx, cityId, listingId));
  for (const one of evidence) {
    if (one.state !== 'confirmed' || one.confirmedAt === null || here.has(one.id)) continue;
    const uses = (await usesOf(tx, one.id, cityId)).filter((use) => use.subjectKind === 'listing');
    const mine = uses.find((use) => use.subjectId === listingId);
    // Other products may have been named beside it by then; a paper that serves for several is confirmed for each.
    if (mine !== undefined && mine.usedAt <= one.confirmedAt && uses.every((use) => use.subjectId === listingId)) here.add(one.id);
  }
  return here;
}
