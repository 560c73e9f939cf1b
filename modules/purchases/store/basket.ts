import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';
import type { BasketItem } from '../domain/basket.ts';

type Owner = { readonly cityId: string; readonly organisationId: string };
const own = (owner: Owner) => sql`city_id = ${owner.cityId} and organisation_id = ${owner.organisationId}`;

/** The basket, in the order in which things came into it. */
export async function basketItems(tx: Tx, owner: Owner): Promise<BasketItem[]> {
  const { rows } = await sql<{ listing_id: string; quantity: string }>`select listing_id, quantity from purchases.basket_line where ${own(owner)} order by added_at, listing_id`.execute(tx);
  return rows.map((row) => ({ listingId: row.listing_id, quantity: row.quantity }));
}

/** These lines, locked in one order for everybody; lines that another checkout has taken meanwhile are not among them. */
export async function lockLines(tx: Tx, owner: Owner, listingIds: readonly string[]): Promise<BasketItem[]> {
  const { rows } = await sql<{ listing_id: string; quantity: string; added_at: Date }>`
    select listing_id, quantity, added_at from purchases.basket_line where ${own(owner)} and listing_id = any(${[...listingIds]}::uuid[]) order by listing_id for update`.execute(tx);
  return rows.toSorted((a, b) => a.added_at.getTime() - b.added_at.getTime()).map((row) => ({ listingId: row.listing_id, quantity: row.quantity }));
}

/** How many other lines the basket holds; nobody else adds to it until the end. */
export async function lockOthers(tx: Tx, owner: Owner, listingId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`purchases ${owner.cityId} ${owner.organisationId}`}, 0))`.execute(tx);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from purchases.basket_line where ${own(owner)} and listing_id <> ${listingId}`.execute(tx);
  return rows[0]!.count;
}

export async function putLine(tx: Tx, owner: Owner, line: BasketItem, personId: string | null, now: Date): Promise<void> {
  await sql`insert into purchases.basket_line (city_id, organisation_id, listing_id, quantity, added_by, added_at)
    values (${owner.cityId}, ${owner.organisationId}, ${line.listingId}, ${line.quantity}, ${personId}, ${now})
    on conflict (city_id, organisation_id, listing_id) do update set quantity = excluded.quantity`.execute(tx);
}

/** Takes lines out; answers how many there were. */
export async function removeLines(tx: Tx, owner: Owner, listingIds: readonly string[]): Promise<number> {
  const done = await sql`delete from purchases.basket_line where ${own(owner)} and listing_id = any(${[...listingIds]}::uuid[])`.execute(tx);
  return Number(done.numAffectedRows ?? 0n);
}
