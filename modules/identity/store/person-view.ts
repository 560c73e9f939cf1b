import { on, type Tx } from '#platform/database/pool.ts';
import type { IdentityTables } from './tables.ts';

export async function personView(tx: Tx, id: string): Promise<{ id: string; name: string; demo: boolean } | null> {
  return (await on<IdentityTables>(tx).selectFrom('identity.person').select(['id', 'name', 'demo']).where('id', '=', id).executeTakeFirst()) ?? null;
}
