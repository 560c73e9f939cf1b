import { sql } from 'kysely';
import type { Actor, OrganisationKind, Role } from '#kernel/policy.ts';
import { on, type Tx } from '#platform/database/pool.ts';
import { freshlyTouched } from '../domain/fresh.ts';
import { SESSION_IDLE_MINUTES, sessionAlive, type Way } from '../domain/session.ts';
import type { IdentityTables } from './tables.ts';

export type NewSession = { id: string; tokenHash: Buffer; personId: string; membershipId: string | null; endsAt: Date; way: Way; device: string; touchedAt: Date };

export async function insertSession(tx: Tx, session: NewSession, now: Date): Promise<void> {
  await on<IdentityTables>(tx).insertInto('identity.session').values({
    id: session.id, token_hash: session.tokenHash, person_id: session.personId, membership_id: session.membershipId, opened_at: now, last_seen_at: now, ends_at: session.endsAt, ended_at: null,
    way: session.way, device: session.device, touched_at: session.touchedAt,
  }).execute();
}

export async function endSession(tx: Tx, id: string, now: Date): Promise<void> {
  await on<IdentityTables>(tx).updateTable('identity.session').set({ ended_at: now }).where('id', '=', id).where('ended_at', 'is', null).execute();
}

/** Ends one session of a person; false where they have no such session open. */
export async function endSessionOf(tx: Tx, personId: string, id: string, now: Date): Promise<boolean> {
  const done = await on<IdentityTables>(tx).updateTable('identity.session').set({ ended_at: now }).where('id', '=', id).where('person_id', '=', personId).where('ended_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Ends every session of a person but one (null: every one); tells how many. */
export async function endOtherSessions(tx: Tx, personId: string, keptId: string | null, now: Date): Promise<number> {
  const others = on<IdentityTables>(tx).updateTable('identity.session').set({ ended_at: now }).where('person_id', '=', personId).where('ended_at', 'is', null).where('ends_at', '>', now);
  const done = await (keptId === null ? others : others.where('id', '<>', keptId)).executeTakeFirst();
  return Number(done.numUpdatedRows);
}

export async function touchSession(tx: Tx, id: string, now: Date): Promise<void> {
  await on<IdentityTables>(tx).updateTable('identity.session').set({ touched_at: now }).where('id', '=', id).execute();
}

export async function setMembership(tx: Tx, sessionId: string, membershipId: string): Promise<void> {
  await on<IdentityTables>(tx).updateTable('identity.session').set({ membership_id: membershipId }).where('id', '=', sessionId).execute();
}

export type OpenSession = { id: string; way: Way; device: string; openedAt: Date; lastSeenAt: Date };

/** The sessions in which a person is signed in now, the one used last first. */
export async function openSessions(tx: Tx, personId: string, now: Date): Promise<OpenSession[]> {
  const idleSince = new Date(now.getTime() - SESSION_IDLE_MINUTES * 60_000);
  const rows = await on<IdentityTables>(tx).selectFrom('identity.session').select(['id', 'way', 'device', 'opened_at', 'last_seen_at'])
    .where('person_id', '=', personId).where('ended_at', 'is', null).where('ends_at', '>', now).where('last_seen_at', '>', idleSince)
    .orderBy('last_seen_at', 'desc').orderBy('id').limit(100).execute();
  return rows.map((row) => ({ id: row.id, way: row.way, device: row.device, openedAt: row.opened_at, lastSeenAt: row.last_seen_at }));
}

/**
 * Who stands behind a token at the database's now; undefined where nobody does. Rights are read afresh for each request,
 * so that what was taken away is gone with the next one. Notes the visit at most once a minute.
 */
export async function actorOfToken(tx: Tx, tokenHash: Buffer): Promise<Actor | undefined> {
  const { rows } = await sql<{
    id: string; person_id: string; person_name: string; last_seen_at: Date; ends_at: Date; ended_at: Date | null; touched_at: Date; now: Date;
    membership_id: string | null; organisation_id: string | null; organisation_name: string | null; kind: OrganisationKind | null; home_city_id: string | null; roles: Role[] | null;
  }>`/* prepared */ select * from identity.session_of(${tokenHash})`.execute(tx);
  const row = rows[0];
  if (row === undefined || !sessionAlive({ lastSeenAt: row.last_seen_at, endsAt: row.ends_at, endedAt: row.ended_at }, row.now)) return undefined;
  if (row.now.getTime() - row.last_seen_at.getTime() > 60_000) {
    await sql`select identity.visit(${row.id})`.execute(tx);
  }
  return {
    personId: row.person_id, personName: row.person_name, sessionId: row.id, membershipId: row.membership_id,
    organisationId: row.organisation_id, organisationName: row.organisation_name, organisationKind: row.kind, homeCityId: row.home_city_id, roles: row.roles ?? [],
    fresh: freshlyTouched(row.touched_at, row.now),
  };
}
