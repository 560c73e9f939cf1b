import { sql } from 'kysely';
import { on, type Tx } from '#platform/database/pool.ts';
import type { IdentityTables } from './tables.ts';

export type StoredPasskey = { id: string; personId: string; credentialId: string; publicKey: Uint8Array<ArrayBuffer>; counter: number; transports: string[]; backedUp: boolean; name: string; createdAt: Date; lastUsedAt: Date | null };

const shape = (row: IdentityTables['identity.passkey']): StoredPasskey => ({
  id: row.id, personId: row.person_id, credentialId: row.credential_id, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter), transports: row.transports,
  backedUp: row.backed_up, name: row.name, createdAt: row.created_at, lastUsedAt: row.last_used_at,
});

/** The passkey with this credential id that has not ended; held until the transaction ends, so that its counter goes up one by one. */
export async function passkeyByCredential(tx: Tx, credentialId: string): Promise<StoredPasskey | undefined> {
  const { rows } = await sql<IdentityTables['identity.passkey']>`select * from identity.passkey_of(${credentialId})`.execute(tx);
  const row = rows[0];
  return row === undefined ? undefined : shape(row);
}

export async function passkeysOf(tx: Tx, personId: string): Promise<StoredPasskey[]> {
  const rows = await on<IdentityTables>(tx).selectFrom('identity.passkey').selectAll().where('person_id', '=', personId).where('ended_at', 'is', null).orderBy('created_at').orderBy('id').execute();
  return rows.map(shape);
}

/** False where the credential is registered already, whoever has it. */
export async function insertPasskey(tx: Tx, passkey: Omit<StoredPasskey, 'createdAt' | 'lastUsedAt'>, now: Date): Promise<boolean> {
  const done = await on<IdentityTables>(tx).insertInto('identity.passkey').values({
    id: passkey.id, person_id: passkey.personId, credential_id: passkey.credentialId, public_key: Buffer.from(passkey.publicKey), counter: String(passkey.counter), transports: passkey.transports,
    backed_up: passkey.backedUp, name: passkey.name, created_at: now, last_used_at: null, ended_at: null,
  }).onConflict((c) => c.column('credential_id').doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export async function usedPasskey(tx: Tx, id: string, used: { counter: number; backedUp: boolean }, now: Date): Promise<void> {
  await on<IdentityTables>(tx).updateTable('identity.passkey').set({ counter: String(used.counter), backed_up: used.backedUp, last_used_at: now }).where('id', '=', id).execute();
}

/** False where the person has no such passkey. */
export async function endPasskey(tx: Tx, personId: string, id: string, now: Date): Promise<boolean> {
  const done = await on<IdentityTables>(tx).updateTable('identity.passkey').set({ ended_at: now }).where('id', '=', id).where('person_id', '=', personId).where('ended_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Marks a challenge as answered until it ends; false where it was answered before. Clears those that have ended. */
export async function answerChallenge(tx: Tx, digest: Buffer, endsAt: Date, now: Date): Promise<boolean> {
  const { rows } = await sql<{ digest: Buffer }>`with gone as (delete from identity.answered_challenge where ends_at < ${now})
    insert into identity.answered_challenge (digest, ends_at) values (${digest}, ${endsAt}) on conflict (digest) do nothing returning digest`.execute(tx);
  return rows.length === 1;
}
