import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

/** A person's name and every organisation they belong or belonged to; for internal work, which sees all. */
export async function personOf(tx: Tx, id: string): Promise<{ id: string; name: string; organisations: string[] } | undefined> {
  const { rows } = await sql<{ id: string; name: string; organisations: string[] }>`
    select p.id, p.name, array(select m.organisation_id from identity_read.every_membership m where m.person_id = p.id) as organisations from identity_read.person p where p.id = ${id}`.execute(tx);
  return rows[0];
}

/** How many organisations a person still acts for; counted for whoever decides, without saying which. */
export async function servesHowMany(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select identity_read.memberships_of(${id}) as count`.execute(tx);
  return rows[0]!.count;
}

/** The name beside a request that the asker may see; empty where nobody may know it. */
export async function nameOf(tx: Tx, id: string): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select identity_read.person_name(${id}) as name`.execute(tx);
  return rows[0]?.name ?? '';
}
