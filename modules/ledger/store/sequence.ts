import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { noteOnDuty } from '#platform/database/duty.ts';
import type { Database, Tx } from '#platform/database/pool.ts';
import { GENESIS, linkText } from '../domain/chain.ts';

const LOCK = 7_140_302;
/** The most entries that one batch chains. */
export const BATCH = 500;

/**
 * Chains up to 500 committed entries. One sequencer at a time holds the lock; another one returns 0 at once.
 * @returns how many entries were chained.
 */
export async function chainBatch(database: Database): Promise<number> {
  return noteOnDuty(database, 'sequencer', async (tx) => {
    const lock = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as held`.execute(tx);
    if (lock.rows[0]?.held !== true) return 0;
    const { rows: waiting } = await sql<{ entry_id: string; chain: string; hash: string }>`
      select w.entry_id, w.chain, encode(e.hash, 'hex') as hash from ledger.waiting w join ledger.entry e on e.id = w.entry_id
      order by w.entry_id limit ${BATCH}`.execute(tx);
    if (waiting.length === 0) return 0;
    const heads = new Map<string, { seq: number; hash: string }>();
    const links: { chain: string; seq: number; entryId: string; previous: string; hash: string }[] = [];
    for (const entry of waiting) {
      const head = heads.get(entry.chain) ?? (await headOf(tx, entry.chain));
      const seq = head.seq + 1;
      const hash = createHash('sha256').update(linkText(entry.chain, seq, head.hash, entry.hash)).digest('hex');
      links.push({ chain: entry.chain, seq, entryId: entry.entry_id, previous: head.hash, hash });
      heads.set(entry.chain, { seq, hash });
    }
    await sql`insert into ledger.link (chain, seq, entry_id, previous, hash)
      values ${sql.join(links.map((l) => sql`(${l.chain}::uuid, ${l.seq}::bigint, ${l.entryId}::uuid, decode(${l.previous}, 'hex'), decode(${l.hash}, 'hex'))`))}`.execute(tx);
    await sql`delete from ledger.waiting where entry_id = any(${waiting.map((w) => w.entry_id)}::uuid[])`.execute(tx);
    return links.length;
  });
}

async function headOf(tx: Tx, chain: string): Promise<{ seq: number; hash: string }> {
  const { rows } = await sql<{ seq: string; hash: string }>`select seq, encode(hash, 'hex') as hash from ledger.link where chain = ${chain} order by seq desc limit 1`.execute(tx);
  return rows[0] === undefined ? { seq: 0, hash: GENESIS } : { seq: Number(rows[0].seq), hash: rows[0].hash };
}
