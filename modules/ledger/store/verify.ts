import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { readOnDuty } from '#platform/database/duty.ts';
import type { Database, Tx } from '#platform/database/pool.ts';
import { breakOf, GENESIS, PLATFORM_CHAIN, type Break, type StoredLink } from '../domain/chain.ts';

export type ChainFinding = { readonly chain: string; readonly links: number; readonly head: string; readonly broken: Break | null };
export type LedgerFinding = { readonly chains: ChainFinding[]; readonly unchained: { readonly entryId: string; readonly chain: string | null }[] };

const PAGE = 2_000;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Walks every chain from its beginning, names the first broken link of each, and lists entries that no chain holds yet (1,000 at most). */
export async function verifyLedger(database: Database): Promise<LedgerFinding> {
  return readOnDuty(database, 'verification', async (tx) => {
    const { rows: chains } = await sql<{ chain: string }>`select distinct chain from ledger.link order by chain`.execute(tx);
    const findings: ChainFinding[] = [];
    for (const { chain } of chains) findings.push(await walk(tx, chain));
    const { rows: unchained } = await sql<{ id: string; city_id: string | null }>`
      select e.id, e.city_id from ledger.entry e where not exists (select from ledger.link l where l.entry_id = e.id) order by e.id limit 1000`.execute(tx);
    return { chains: findings, unchained: unchained.map((u) => ({ entryId: u.id, chain: u.city_id })) };
  });
}

async function walk(tx: Tx, chain: string): Promise<ChainFinding> {
  let at = { seq: 0, previous: GENESIS };
  let links = 0;
  for (let from = 0; ; ) {
    const { rows } = await sql<{ seq: string; previous: string; hash: string; entry_id: string; content: string | null; entry_hash: string | null; id: string; city_id: string | null; kind: string; subject: string; told_at: Date; real_at: Date }>`
      select l.seq, encode(l.previous, 'hex') as previous, encode(l.hash, 'hex') as hash, l.entry_id,
        e.content, encode(e.hash, 'hex') as entry_hash, e.id, e.city_id, e.kind, e.subject, e.told_at, e.real_at
      from ledger.link l left join ledger.entry e on e.id = l.entry_id
      where l.chain = ${chain} and l.seq > ${from} order by l.seq limit ${PAGE}`.execute(tx);
    for (const row of rows) {
      const link: StoredLink = {
        seq: Number(row.seq), previous: row.previous, hash: row.hash, entryId: row.entry_id,
        entry: row.content === null || row.entry_hash === null ? null : {
          content: row.content, hash: row.entry_hash,
          columns: { id: row.id, chain: row.city_id ?? PLATFORM_CHAIN, kind: row.kind, subject: row.subject, told: row.told_at.toISOString(), real: row.real_at.toISOString() },
        },
      };
      const broken = breakOf(chain, at, link, sha256);
      if (broken !== undefined) return { chain, links, head: at.previous, broken };
      at = { seq: link.seq, previous: link.hash };
      links += 1;
      from = link.seq;
    }
    if (rows.length < PAGE) return { chain, links, head: at.previous, broken: null };
  }
}
