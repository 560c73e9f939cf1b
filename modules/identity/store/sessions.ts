import { sql } from 'kysely';
import type { Actor, OrganisationKind, Role } from '#kernel/policy.ts';
import { on, type Tx } from '#platform/database/pool.ts';
import { sessionAlive } from '../domain/session.ts';
import type { IdentityTables } from './tables.ts';

export async function insertSession(tx: Tx, session: { id: string; tokenHash: Buffer; personId: string; membershipId: string | null; endsAt: Date }, now: Date): Promise<void> {
  await on<IdentityTables>(tx).insertInto('identity.session')
    .values({ id: session.id, token_hash: session.tokenHash, person_id: session.personId, membership_id: session.membershipId, opened_at: now, last_seen_at: now, ends_at: session.endsAt, ended_at: null }).execute();
}

export async function endSession(tx: Tx, id: string, now: Date): Promise<void> {
  await on<IdentityTables>(tx).updateTable('identity.session').set({ ended_at: now }).where('id', '=', id).where('ended_at', 'is', null).execute();
}

export async function setMembership(tx: Tx, sessionId: string, membershipId: string): Promise<void> {
  await on<IdentityTables>(tx).updateTable('identity.session').set({ membership_id: membershipId }).where('id', '=', sessionId).execute();
}

/**
 * Who stands behind a token at the database's now; undefined where nobody does. Rights are read afresh for each request,
 * so that what was taken away is gone with the next one. Notes the visit at most once a minute.
 */
export async function actorOfToken(tx: Tx, tokenHash: Buffer): Promise<Actor | undefined> {
  const { rows } = await sql<{
    id: string; person_id: string; person_name: string; last_seen_at: Date; ends_at: Date; ended_at: Date | null; now: Date;
    membership_id: string | null; organisation_id: string | null; organisation_name: string | null; kind: OrganisationKind | null; home_city_id: string | null; roles: Role[] | null;
  }>`/* prepared */ select s.id, s.person_id, p.name as person_name, s.last_seen_at, s.ends_at, s.ended_at, now() as now,
      m.id as membership_id, o.id as organisation_id, o.name as organisation_name, o.kind, o.home_city_id, m.roles
    from identity.session s join identity.person p on p.id = s.person_id
    left join identity.membership m on m.id = s.membership_id and m.ended_at is null
    left join identity.organisation o on o.id = m.organisation_id
    where s.token_hash = ${tokenHash}`.execute(tx);
  const row = rows[0];
  if (row === undefined || !sessionAlive({ lastSeenAt: row.last_seen_at, endsAt: row.ends_at, endedAt: row.ended_at }, row.now)) return undefined;
  if (row.now.getTime() - row.last_seen_at.getTime() > 60_000) {
    await sql`update identity.session set last_seen_at = now() where id = ${row.id} and ended_at is null`.execute(tx);
  }
  return {
    personId: row.person_id, personName: row.person_name, sessionId: row.id, membershipId: row.membership_id,
    organisationId: row.organisation_id, organisationName: row.organisation_name, organisationKind: row.kind, homeCityId: row.home_city_id, roles: row.roles ?? [],
  };
}
