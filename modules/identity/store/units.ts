import { sql } from 'kysely';
import type { OrganisationKind, Role } from '#kernel/policy.ts';
import type { Tx } from '#platform/database/pool.ts';

export type StoredUnit = { id: string; kind: OrganisationKind; name: string; homeCityId: string | null; demo: boolean };

export async function unitById(tx: Tx, id: string): Promise<StoredUnit | undefined> {
  const { rows } = await sql<{ id: string; kind: OrganisationKind; name: string; home_city_id: string | null; demo: boolean }>`select id, kind, name, home_city_id, demo from identity.organisation where id = ${id}`.execute(tx);
  const row = rows[0];
  return row === undefined ? undefined : { id: row.id, kind: row.kind, name: row.name, homeCityId: row.home_city_id, demo: row.demo };
}

/** Who belongs to a unit now, held until the end. */
export async function lockMembers(tx: Tx, organisationId: string): Promise<{ id: string; personId: string; roles: Role[] }[]> {
  const { rows } = await sql<{ id: string; person_id: string; roles: Role[] }>`
    select id, person_id, roles from identity.membership where organisation_id = ${organisationId} and ended_at is null order by id for update`.execute(tx);
  return rows.map((row) => ({ id: row.id, personId: row.person_id, roles: row.roles }));
}

export type MemberRow = { id: string; personId: string; name: string; roles: Role[]; since: Date };

export async function membersOf(tx: Tx, organisationId: string): Promise<MemberRow[]> {
  const { rows } = await sql<{ id: string; person_id: string; name: string; roles: Role[]; created_at: Date }>`
    select m.id, m.person_id, identity_read.person_name(m.person_id) as name, m.roles, m.created_at from identity.membership m
    where m.organisation_id = ${organisationId} and m.ended_at is null order by m.created_at, m.id limit 500`.execute(tx);
  return rows.map((row) => ({ id: row.id, personId: row.person_id, name: row.name, roles: row.roles, since: row.created_at }));
}

/** Units of a city with how many people and administrators each has. */
export async function unitsOfCity(tx: Tx, cityId: string): Promise<{ id: string; kind: OrganisationKind; name: string; creditCode: string | null; demo: boolean; people: number; administrators: number; proposals: number }[]> {
  const { rows } = await sql<{ id: string; kind: OrganisationKind; name: string; credit_code: string | null; demo: boolean; people: number; administrators: number; proposals: number }>`
    select o.id, o.kind, o.name, o.credit_code, o.demo, count(m.id)::int as people, (count(m.id) filter (where 'unit.administrator' = any(m.roles)))::int as administrators,
      (select count(*)::int from identity.role_proposal p where p.organisation_id = o.id and p.decision is null) as proposals
    from identity.organisation o left join identity.membership m on m.organisation_id = o.id and m.ended_at is null
    where o.home_city_id = ${cityId} group by o.id order by o.kind, o.name limit 2000`.execute(tx);
  return rows.map((row) => ({ id: row.id, kind: row.kind, name: row.name, creditCode: row.credit_code, demo: row.demo, people: row.people, administrators: row.administrators, proposals: row.proposals }));
}
