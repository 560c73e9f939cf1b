import { sql } from 'kysely';
import type { OrganisationKind, Role } from '#kernel/policy.ts';
import { on, type Tx } from '#platform/database/pool.ts';
import { insertGrants, type GrantedBy } from './grants.ts';
import type { IdentityTables } from './tables.ts';

export async function personByLogin(tx: Tx, login: string): Promise<{ id: string; name: string; passwordHash: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string; password_hash: string }>`select id, name, password_hash from identity.credential(${login})`.execute(tx);
  const row = rows[0];
  return row === undefined ? undefined : { id: row.id, name: row.name, passwordHash: row.password_hash };
}

/** False where the login is taken. */
export async function insertPerson(tx: Tx, person: { id: string; name: string; login: string; passwordHash: string; demo: boolean }, now: Date): Promise<boolean> {
  const done = await on<IdentityTables>(tx).insertInto('identity.person')
    .values({ id: person.id, name: person.name, login: person.login, password_hash: person.passwordHash, demo: person.demo, created_at: now })
    // Without naming the column: whoever registers may not read logins.
    .onConflict((c) => c.doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** False where the credit code is registered already. */
export async function insertOrganisation(tx: Tx, organisation: { id: string; kind: OrganisationKind; name: string; creditCode: string | null; homeCityId: string | null; demo: boolean }, now: Date): Promise<boolean> {
  const done = await on<IdentityTables>(tx).insertInto('identity.organisation')
    .values({ id: organisation.id, kind: organisation.kind, name: organisation.name, credit_code: organisation.creditCode, home_city_id: organisation.homeCityId, demo: organisation.demo, created_at: now })
    .onConflict((c) => c.column('credit_code').doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** A new membership with its roles and their history; `granted` says who gave which, null for all that came with a registration. */
export async function insertMembership(tx: Tx, membership: { id: string; personId: string; organisationId: string; roles: readonly Role[] }, now: Date, granted: (role: Role) => GrantedBy | null = () => null): Promise<void> {
  await on<IdentityTables>(tx).insertInto('identity.membership')
    .values({ id: membership.id, person_id: membership.personId, organisation_id: membership.organisationId, roles: [...membership.roles], created_at: now, ended_at: null }).execute();
  for (const role of membership.roles) await insertGrants(tx, membership.id, [role], granted(role), now);
}

export type StoredMembership = { id: string; organisationId: string; organisationName: string; kind: OrganisationKind; cityId: string | null; citySlug: string | null; roles: Role[] };

/** The memberships of a person that have not ended, the oldest first. */
export async function membershipsOf(tx: Tx, personId: string): Promise<StoredMembership[]> {
  const rows = await on<IdentityTables>(tx).selectFrom('identity.membership as m')
    .innerJoin('identity.organisation as o', 'o.id', 'm.organisation_id').leftJoin('identity.city as c', 'c.id', 'o.home_city_id')
    .select(['m.id', 'o.id as organisation_id', 'o.name', 'o.kind', 'o.home_city_id', 'c.slug', 'm.roles'])
    .where('m.person_id', '=', personId).where('m.ended_at', 'is', null).orderBy('m.created_at').orderBy('m.id').execute();
  return rows.map((r) => ({ id: r.id, organisationId: r.organisation_id, organisationName: r.name, kind: r.kind, cityId: r.home_city_id, citySlug: r.slug, roles: r.roles }));
}

/** Whether a person belongs to an organisation, whatever seat they act from. */
export async function isMember(tx: Tx, personId: string, organisationId: string): Promise<boolean> {
  const row = await on<IdentityTables>(tx).selectFrom('identity.membership').select('id').where('person_id', '=', personId).where('organisation_id', '=', organisationId).where('ended_at', 'is', null).executeTakeFirst();
  return row !== undefined;
}
