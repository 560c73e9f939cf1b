import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';
import type { Site } from '../domain/model.ts';

/** Where this unit had goods sent before, the latest first, so that nobody types an address twice. */
export async function sitesUsedBy(tx: Tx, cityId: string, buyerOrganisationId: string): Promise<Site[]> {
  const { rows } = await sql<Site>`
    select address, contact, phone from orders.contract where city_id = ${cityId} and buyer_organisation_id = ${buyerOrganisationId}
    group by address, contact, phone order by max(placed_at) desc limit 8`.execute(tx);
  return rows;
}
