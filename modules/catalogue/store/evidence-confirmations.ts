import { on, type Tx } from '#platform/database/pool.ts';
import type { CatalogueTables } from './tables.ts';

/** Evidence that a person of the centre confirmed for this listing by name. */
export async function confirmationsOf(tx: Tx, cityId: string, listingId: string): Promise<string[]> {
  const rows = await on<CatalogueTables>(tx).selectFrom('catalogue.evidence_confirmation').select('evidence_id').where('city_id', '=', cityId).where('listing_id', '=', listingId).execute();
  return rows.map((row) => row.evidence_id);
}

/** Confirming twice has one effect. */
export async function putConfirmation(tx: Tx, one: { cityId: string; listingId: string; evidenceId: string; personId: string }, now: Date): Promise<void> {
  await on<CatalogueTables>(tx).insertInto('catalogue.evidence_confirmation')
    .values({ city_id: one.cityId, listing_id: one.listingId, evidence_id: one.evidenceId, person_id: one.personId, confirmed_at: now }).onConflict((c) => c.doNothing()).execute();
}
