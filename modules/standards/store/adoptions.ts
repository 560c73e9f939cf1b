import type { LegalDay } from '#kernel/date.ts';
import { on, type Tx } from '#platform/database/pool.ts';
import type { StandardsTables } from './tables.ts';

export type Adoption = { readonly editionId: string; readonly effectiveFrom: LegalDay };

/** False where the city adopted the edition before. */
export async function insertAdoption(tx: Tx, adoption: { cityId: string; editionId: string; effectiveFrom: LegalDay; adoptedBy: string | null }, now: Date): Promise<boolean> {
  const done = await on<StandardsTables>(tx).insertInto('standards.adoption')
    .values({ city_id: adoption.cityId, edition_id: adoption.editionId, effective_from: adoption.effectiveFrom, adopted_by: adoption.adoptedBy, adopted_at: now })
    .onConflict((c) => c.doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** The edition in force in the city on this day: the one that took effect last. */
export async function adoptionInForce(tx: Tx, cityId: string, day: LegalDay): Promise<Adoption | undefined> {
  const row = await on<StandardsTables>(tx).selectFrom('standards.adoption').select(['edition_id', 'effective_from'])
    .where('city_id', '=', cityId).where('effective_from', '<=', day).orderBy('effective_from', 'desc').orderBy('adopted_at', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? undefined : { editionId: row.edition_id, effectiveFrom: row.effective_from as LegalDay };
}
