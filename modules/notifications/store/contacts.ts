import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';
import type { Channel } from '../domain/channels.ts';

export type Contact = { readonly channel: Channel; readonly address: string; readonly confirmedAt: Date };
export type StoredClaim = { readonly channel: Channel; readonly address: string; readonly askedAt: Date; readonly expiresAt: Date; readonly codeHash: string | null; readonly tries: number };

export async function contactsOf(tx: Tx, personId: string): Promise<readonly Contact[]> {
  const { rows } = await sql<Contact>`select channel, address, confirmed_at as "confirmedAt" from notifications.contact where person_id = ${personId}`.execute(tx);
  return rows;
}

const CLAIM = sql`channel, address, asked_at as "askedAt", expires_at as "expiresAt", code_hash as "codeHash", tries`;

export async function claimsOf(tx: Tx, personId: string): Promise<readonly StoredClaim[]> {
  const { rows } = await sql<StoredClaim>`select ${CLAIM} from notifications.claim where person_id = ${personId}`.execute(tx);
  return rows;
}

/** A person's claim, held until the end of the transaction: two tries at once are two tries. */
export async function lockClaim(tx: Tx, personId: string, channel: Channel): Promise<StoredClaim | undefined> {
  const { rows } = await sql<StoredClaim>`select ${CLAIM} from notifications.claim where person_id = ${personId} and channel = ${channel} for update`.execute(tx);
  return rows[0];
}

/** A new claim takes the place of an older one, whose code is worth nothing from now on. */
export async function saveClaim(tx: Tx, personId: string, claim: Pick<StoredClaim, 'channel' | 'address' | 'expiresAt'>, now: Date): Promise<void> {
  await sql`insert into notifications.claim (person_id, channel, address, asked_at, expires_at) values (${personId}, ${claim.channel}, ${claim.address}, ${now}, ${claim.expiresAt})
    on conflict (person_id, channel) do update set address = excluded.address, asked_at = excluded.asked_at, expires_at = excluded.expires_at, code_hash = null, tries = 0`.execute(tx);
}

/** The hash of the code that goes out now. */
export async function keepCode(tx: Tx, personId: string, channel: Channel, codeHash: string): Promise<void> {
  await sql`update notifications.claim set code_hash = ${codeHash} where person_id = ${personId} and channel = ${channel}`.execute(tx);
}

export async function countTry(tx: Tx, personId: string, channel: Channel): Promise<void> {
  await sql`update notifications.claim set tries = tries + 1 where person_id = ${personId} and channel = ${channel}`.execute(tx);
}

/** The address of the claim becomes the person's. */
export async function confirmClaim(tx: Tx, personId: string, claim: StoredClaim, now: Date): Promise<void> {
  await sql`insert into notifications.contact (person_id, channel, address, confirmed_at) values (${personId}, ${claim.channel}, ${claim.address}, ${now})
    on conflict (person_id, channel) do update set address = excluded.address, confirmed_at = excluded.confirmed_at`.execute(tx);
  await dropClaim(tx, personId, claim.channel);
}

export async function dropClaim(tx: Tx, personId: string, channel: Channel): Promise<boolean> {
  return (await sql`delete from notifications.claim where person_id = ${personId} and channel = ${channel}`.execute(tx)).numAffectedRows === 1n;
}

export async function dropContact(tx: Tx, personId: string, channel: Channel): Promise<boolean> {
  return (await sql`delete from notifications.contact where person_id = ${personId} and channel = ${channel}`.execute(tx)).numAffectedRows === 1n;
}

/** How many codes this person asked for since then. */
export async function codesAskedBy(tx: Tx, personId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from notifications.message where person_id = ${personId} and kind = 'confirmation' and created_at > ${since}`.execute(tx);
  return rows[0]!.count;
}
