import { sql, type RawBuilder } from 'kysely';
import type { OrganisationKind, Role } from '#kernel/policy.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { InvitationLife } from '../domain/invitation.ts';

export type StoredInvitation = InvitationLife & {
  id: string; organisationId: string; organisationName: string; organisationKind: OrganisationKind; cityId: string | null; citySlug: string | null; demo: boolean;
  name: string; login: string | null; mail: string | null; roles: Role[]; invitedBy: string; invitedByName: string; invitedAs: Role; invitedAt: Date;
  confirmedBy: string | null; confirmedAs: Role | null; acceptedByName: string | null; proposedRoles: Role[];
};

type Row = {
  id: string; organisation_id: string; organisation_name: string; kind: OrganisationKind; home_city_id: string | null; slug: string | null; demo: boolean; name: string; login: string | null; mail: string | null; roles: Role[];
  invited_by: string; invited_by_name: string | null; invited_as: Role; invited_at: Date; ends_at: Date; withdrawn_at: Date | null; accepted_at: Date | null; accepted_by_name: string | null;
  proposal_id: string | null; decision: 'confirmed' | 'refused' | 'withdrawn' | null; decided_by: string | null; decided_as: Role | null; proposed_roles: Role[] | null;
};

const found = sql`select i.id, i.organisation_id, o.name as organisation_name, o.kind, o.home_city_id, c.slug, o.demo, i.name, i.login, i.mail, i.roles, i.invited_by, identity_read.person_name(i.invited_by) as invited_by_name, i.invited_as, i.invited_at,
    i.ends_at, i.withdrawn_at, i.accepted_at, identity_read.person_name(i.accepted_by) as accepted_by_name, p.id as proposal_id, p.decision, p.decided_by, p.decided_as, p.roles as proposed_roles
  from identity.invitation i join identity.organisation o on o.id = i.organisation_id left join identity.city c on c.id = o.home_city_id
  left join identity.role_proposal p on p.invitation_id = i.id`;

const shape = (row: Row): StoredInvitation => ({
  id: row.id, organisationId: row.organisation_id, organisationName: row.organisation_name, organisationKind: row.kind, cityId: row.home_city_id, citySlug: row.slug, demo: row.demo,
  name: row.name, login: row.login, mail: row.mail, roles: row.roles, invitedBy: row.invited_by, invitedByName: row.invited_by_name ?? '', invitedAs: row.invited_as, invitedAt: row.invited_at,
  endsAt: row.ends_at, withdrawnAt: row.withdrawn_at, acceptedAt: row.accepted_at, acceptedByName: row.accepted_by_name,
  proposal: row.proposal_id === null ? 'none' : (row.decision ?? 'open'), confirmedBy: row.decision === 'confirmed' ? row.decided_by : null, confirmedAs: row.decision === 'confirmed' ? row.decided_as : null, proposedRoles: row.proposed_roles ?? [],
});

async function one(tx: Tx, where: RawBuilder<unknown>, hold: boolean): Promise<StoredInvitation | undefined> {
  const { rows } = await sql<Row>`${found} where ${where}${hold ? sql` for update of i` : sql``}`.execute(tx);
  return rows[0] === undefined ? undefined : shape(rows[0]);
}

/** One of this unit's. */
export const lockInvitation = (tx: Tx, organisationId: string, id: string) => one(tx, sql`i.id = ${id} and i.organisation_id = ${organisationId}`, true);
export const lockInvitationForMail = (tx: Tx, id: string) => one(tx, sql`i.id = ${id}`, true);
export const invitationById = (tx: Tx, id: string) => one(tx, sql`i.id = ${id}`, false);

/** An invitation before its holder has a seat in the unit: which one, of which unit, and who invited. */
export type Pointed = { readonly id: string; readonly organisationId: string; readonly invitedByName: string };
type PointedRow = { id: string; organisation_id: string; invited_by_name: string };
const pointed = (row: PointedRow): Pointed => ({ id: row.id, organisationId: row.organisation_id, invitedByName: row.invited_by_name });

/** The invitation behind a link; undefined where there is none. */
export async function invitationBehind(tx: Tx, hash: Uint8Array): Promise<Pointed | undefined> {
  const { rows } = await sql<PointedRow>`select id, organisation_id, invited_by_name from identity.invitation_behind(${Buffer.from(hash)})`.execute(tx);
  return rows[0] === undefined ? undefined : pointed(rows[0]);
}

/** What is made out to the calling person's account and still to be taken. */
export async function invitationsToMe(tx: Tx): Promise<Pointed[]> {
  const { rows } = await sql<PointedRow>`select id, organisation_id, invited_by_name from identity.invitations_to_me()`.execute(tx);
  return rows.map(pointed);
}

/** What a unit invited lately, the newest first. */
export async function invitationsOf(tx: Tx, organisationId: string): Promise<StoredInvitation[]> {
  const { rows } = await sql<Row>`${found} where i.organisation_id = ${organisationId} order by i.id desc limit 100`.execute(tx);
  return rows.map(shape);
}

export async function countOpenInvitations(tx: Tx, organisationId: string, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from identity.invitation where organisation_id = ${organisationId} and accepted_at is null and withdrawn_at is null and ends_at > ${now}`.execute(tx);
  return rows[0]!.count;
}

export async function insertInvitation(tx: Tx, invitation: { id: string; organisationId: string; name: string; login: string | null; mail: string | null; roles: readonly Role[]; invitedBy: string; invitedAs: Role; endsAt: Date }, now: Date): Promise<void> {
  await sql`insert into identity.invitation (id, organisation_id, name, login, mail, roles, invited_by, invited_as, invited_at, ends_at)
    values (${invitation.id}, ${invitation.organisationId}, ${invitation.name}, ${invitation.login}, ${invitation.mail}, ${[...invitation.roles]}::text[], ${invitation.invitedBy}, ${invitation.invitedAs}, ${now}, ${invitation.endsAt})`.execute(tx);
}

export async function putInvitationToken(tx: Tx, id: string, channel: 'inviter' | 'mail', hash: Uint8Array, now: Date): Promise<void> {
  await sql`insert into identity.invitation_token (invitation_id, channel, token_hash, made_at) values (${id}, ${channel}, ${Buffer.from(hash)}, ${now})
    on conflict (invitation_id, channel) do update set token_hash = excluded.token_hash, made_at = excluded.made_at`.execute(tx);
}

export async function setInvitationWithdrawn(tx: Tx, id: string, personId: string, now: Date): Promise<void> {
  await sql`update identity.invitation set withdrawn_at = ${now} where id = ${id}`.execute(tx);
  await sql`update identity.role_proposal set decision = 'withdrawn', decided_by = ${personId}, decided_at = ${now} where invitation_id = ${id} and decision is null`.execute(tx);
}

export async function setInvitationAccepted(tx: Tx, id: string, personId: string, now: Date): Promise<void> {
  await sql`update identity.invitation set accepted_at = ${now}, accepted_by = ${personId} where id = ${id}`.execute(tx);
}
