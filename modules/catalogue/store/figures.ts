import { sql } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import type { Tx } from '#platform/database/pool.ts';

/** How many products stand on show, how many of them may be bought today, over how many kinds and suppliers. */
export async function shelfFigures(tx: Tx, cityId: string, on: LegalDay): Promise<{ listed: number; buyable: number; kinds: number; suppliers: number }> {
  const { rows } = await sql<{ listed: string; buyable: string; kinds: string; suppliers: string }>`
    select count(*) as listed, count(*) filter (where verdict = 'PASS' and (proven_until is null or proven_until >= ${on})) as buyable,
      count(distinct kind_code) as kinds, count(distinct supplier_organisation_id) as suppliers
    from catalogue.on_shelf where city_id = ${cityId}`.execute(tx);
  const row = rows[0]!;
  return { listed: Number(row.listed), buyable: Number(row.buyable), kinds: Number(row.kinds), suppliers: Number(row.suppliers) };
}
