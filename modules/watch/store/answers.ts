import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

/** Removes stored answers older than so many days, some at a time; how many went. */
export async function forgetAnswers(tx: Tx, days: number, most: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from platform.idempotency where (scope, key) in
    (select scope, key from platform.idempotency where created_at < now() - make_interval(days => ${days}) order by created_at limit ${most} for update skip locked)`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
