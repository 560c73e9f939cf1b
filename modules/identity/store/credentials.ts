import { on, type Tx } from '#platform/database/pool.ts';
import type { IdentityTables } from './tables.ts';

/** What a person without a password has in its place; no password's hash has this form. */
export const NO_PASSWORD = 'none';

export type Account = { id: string; name: string; login: string; passwordHash: string };

/** The person behind an id, with what they sign in by; throws where there is none. */
export async function accountOf(tx: Tx, personId: string): Promise<Account> {
  const row = await on<IdentityTables>(tx).selectFrom('identity.person').select(['id', 'name', 'login', 'password_hash']).where('id', '=', personId).executeTakeFirstOrThrow();
  return { id: row.id, name: row.name, login: row.login, passwordHash: row.password_hash };
}

export async function setPassword(tx: Tx, personId: string, hash: string): Promise<void> {
  await on<IdentityTables>(tx).updateTable('identity.person').set({ password_hash: hash }).where('id', '=', personId).execute();
}
