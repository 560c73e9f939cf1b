import { sql } from 'kysely';
import type { Role } from '#kernel/policy.ts';
import type { Tx } from '#platform/database/pool.ts';

/** Who gave a role, in which of their roles, and who confirmed it. */
export type GrantedBy = { readonly by: string; readonly as: Role; readonly confirmedBy?: string; readonly confirmedAs?: Role };

/** Notes in the history of roles that these were given; `granted` null where they came with the registration. */
export async function insertGrants(tx: Tx, membershipId: string, roles: readonly Role[], granted: GrantedBy | null, now: Date): Promise<void> {
  await sql`insert into identity.role_grant (membership_id, role, granted_at, granted_by, granted_as, confirmed_by, confirmed_as)
    select ${membershipId}, role, ${now}, ${granted?.by ?? null}, ${granted?.as ?? null}, ${granted?.confirmedBy ?? null}, ${granted?.confirmedAs ?? null} from unnest(${[...roles]}::text[]) as r (role)`.execute(tx);
}

export async function endGrants(tx: Tx, membershipId: string, roles: readonly Role[], now: Date): Promise<void> {
  await sql`update identity.role_grant set ended_at = ${now} where membership_id = ${membershipId} and ended_at is null and role = any(${[...roles]}::text[])`.execute(tx);
}

/** The roles a membership has now, with their history kept beside. */
export async function setRoles(tx: Tx, membershipId: string, change: { now: readonly Role[]; given: readonly Role[]; taken: readonly Role[] }, granted: GrantedBy, now: Date): Promise<void> {
  await sql`update identity.membership set roles = ${[...change.now]}::text[] where id = ${membershipId} and ended_at is null`.execute(tx);
  await endGrants(tx, membershipId, change.taken, now);
  await insertGrants(tx, membershipId, change.given, granted, now);
}

/** Adds confirmed roles to a membership that has not ended. */
export async function addRoles(tx: Tx, membershipId: string, roles: readonly Role[], granted: GrantedBy, now: Date): Promise<void> {
  const { rows } = await sql<{ roles: Role[] }>`select roles from identity.membership where id = ${membershipId} and ended_at is null for update`.execute(tx);
  const held = rows[0]?.roles;
  if (held === undefined) return;
  const given = roles.filter((role) => !held.includes(role));
  await setRoles(tx, membershipId, { now: [...held, ...given], given, taken: [] }, granted, now);
}

export type HeldRole = { membershipId: string; role: Role; since: Date; grantedAs: Role | null; grantedBy: string | null; confirmedAs: Role | null; confirmedBy: string | null };

/** Each role a person holds now, since when and from whom. */
export async function rolesHeldBy(tx: Tx, personId: string): Promise<HeldRole[]> {
  const { rows } = await sql<{ membership_id: string; role: Role; granted_at: Date; granted_as: Role | null; granted_by: string | null; confirmed_as: Role | null; confirmed_by: string | null }>`
    select g.membership_id, g.role, g.granted_at, g.granted_as, identity_read.person_name(g.granted_by) as granted_by, g.confirmed_as, identity_read.person_name(g.confirmed_by) as confirmed_by
    from identity.membership m join identity.role_grant g on g.membership_id = m.id and g.ended_at is null
    where m.person_id = ${personId} and m.ended_at is null order by g.granted_at, g.role`.execute(tx);
  return rows.map((row) => ({ membershipId: row.membership_id, role: row.role, since: row.granted_at, grantedAs: row.granted_as, grantedBy: row.granted_by, confirmedAs: row.confirmed_as, confirmedBy: row.confirmed_by }));
}

/** Who administers the units the calling person belongs to: whom they ask. */
export async function myAdministrators(tx: Tx): Promise<{ organisationId: string; name: string }[]> {
  const { rows } = await sql<{ organisation_id: string; name: string }>`select organisation_id, name from identity.my_administrators()`.execute(tx);
  return rows.map((row) => ({ organisationId: row.organisation_id, name: row.name }));
}
