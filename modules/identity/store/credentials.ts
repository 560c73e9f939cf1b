import { sql } from 'kysely';
import { on, type Tx } from '#platform/database/pool.ts';
import type { IdentityTables } from './tables.ts';

/** What a person without a password has in its place; no password's hash has this form. */
export const NO_PASSWORD = 'none';

export type Account = { id: string; name: string; login: string; passwordHash: string };

/** The person whose seat the transaction has, with what they sign in by; throws where it is another. */
export async function accountOf(tx: Tx, personId: string): Promise<Account> {
  const { rows } = await sql<{ id: string; name: string; login: string; password_hash: string }>`select id, name, login, password_hash from identity.own_account() where id = ${personId}`.execute(tx);
  const row = rows[0];
  if (row === undefined) throw new Error('the account of somebody else, or of nobody');
  return { id: row.id, name: row.name, login: row.login, passwordHash: row.password_hash };
}

export async function setPassword(tx: Tx, personId: string, hash: string): Promise<void> {
  await on<IdentityTables>(tx).updateTable('identity.person').set({ password_hash: hash }).where('id', '=', personId).execute();
}
