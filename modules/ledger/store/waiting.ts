import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

/** How many entries wait for the sequencer, and since when the oldest does. Seen on duty only. */
export async function waitingEntries(tx: Tx): Promise<{ readonly count: number; readonly oldestAt: Date | null }> {
  const { rows } = await sql<{ count: string; oldest: Date | null }>`select count(*) as count, min(e.real_at) as oldest from ledger.waiting w join ledger.entry e on e.id = w.entry_id`.execute(tx);
  return { count: Number(rows[0]!.count), oldestAt: rows[0]!.oldest };
}

/** When the platform's own chain last told this kind of itself; null where it never did. Seen on duty only. */
export async function lastOfPlatform(tx: Tx, kind: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(real_at) as at from ledger.entry where city_id is null and subject = 'platform' and kind = ${kind}`.execute(tx);
  return rows[0]!.at;
}
