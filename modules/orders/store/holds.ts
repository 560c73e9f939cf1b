import { sql } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/pool.ts';

/** From which total on a unit's orders wait for approval on a day; null where none do. */
export async function heldFrom(tx: Tx, cityId: string, organisationId: string, on: LegalDay): Promise<Money | null> {
  const { rows } = await sql<{ from_total: Money | null }>`/* prepared */ select from_total from orders.placing_hold
    where city_id = ${cityId} and organisation_id = ${organisationId} and valid_from <= ${on} order by valid_from desc limit 1`.execute(tx);
  return rows[0]?.from_total ?? null;
}

export async function putHold(tx: Tx, cityId: string, organisationId: string, validFrom: LegalDay, from: Money | null): Promise<void> {
  await sql`insert into orders.placing_hold (city_id, organisation_id, valid_from, from_total) values (${cityId}, ${organisationId}, ${validFrom}, ${from})
    on conflict (city_id, organisation_id, valid_from) do update set from_total = excluded.from_total`.execute(tx);
}
