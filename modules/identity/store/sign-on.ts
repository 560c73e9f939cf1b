import { sql } from 'kysely';
import { on, type Tx } from '#platform/database/pool.ts';
import type { IdentityTables } from './tables.ts';

export type SignOnLink = { id: string; personId: string; cityId: string; issuer: string; subject: string };

export async function linkedPerson(tx: Tx, issuer: string, subject: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select identity.linked_person(${issuer}, ${subject}) as id`.execute(tx);
  return rows[0]?.id ?? undefined;
}

export async function linksOf(tx: Tx, personId: string): Promise<{ id: string; cityId: string; createdAt: Date }[]> {
  const rows = await on<IdentityTables>(tx).selectFrom('identity.sign_on_link').select(['id', 'city_id', 'created_at']).where('person_id', '=', personId).orderBy('created_at').execute();
  return rows.map((row) => ({ id: row.id, cityId: row.city_id, createdAt: row.created_at }));
}

/** False where the subject is linked to somebody, or the person at this issuer already. */
export async function insertLink(tx: Tx, link: SignOnLink, now: Date): Promise<boolean> {
  const done = await on<IdentityTables>(tx).insertInto('identity.sign_on_link')
    .values({ id: link.id, person_id: link.personId, city_id: link.cityId, issuer: link.issuer, subject: link.subject, created_at: now })
    // Without naming columns: whose link stands in the way may not be seen.
    .onConflict((c) => c.doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function removeLink(tx: Tx, personId: string, id: string): Promise<boolean> {
  const done = await on<IdentityTables>(tx).deleteFrom('identity.sign_on_link').where('id', '=', id).where('person_id', '=', personId).executeTakeFirst();
  return done.numDeletedRows === 1n;
}
