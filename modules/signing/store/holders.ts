import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

/** Whether this person was invented for a demonstration. */
export async function isDemonstrationPerson(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ demo: boolean }>`select demo from identity_read.person where id = ${personId}`.execute(tx);
  return rows[0]?.demo ?? false;
}
