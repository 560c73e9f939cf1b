import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

/** Where an entry stands: place and hashes, no body. `seq` is null while it waits for its batch. */
export type PlacedEntry = { readonly id: string; readonly kind: string; readonly subject: string; readonly toldAt: string; readonly realAt: string; readonly hash: string; readonly seq: number | null; readonly linkHash: string | null };

/** The entries of one subject in one city, the oldest first. */
export async function entriesOfSubject(tx: Tx, cityId: string, subject: string, page: number, size: number): Promise<{ entries: PlacedEntry[]; total: number }> {
  const { rows } = await sql<{ id: string; kind: string; subject: string; told_at: Date; real_at: Date; hash: string; seq: string | null; link_hash: string | null; total: string }>`
    select id, kind, subject, told_at, real_at, encode(hash, 'hex') as hash, seq, encode(link_hash, 'hex') as link_hash, total
    from ledger.entries_of(${cityId}, ${subject}, ${size}, ${(page - 1) * size}) order by id`.execute(tx);
  return {
    entries: rows.map((r) => ({ id: r.id, kind: r.kind, subject: r.subject, toldAt: r.told_at.toISOString(), realAt: r.real_at.toISOString(), hash: r.hash, seq: r.seq === null ? null : Number(r.seq), linkHash: r.link_hash })),
    total: Number(rows[0]?.total ?? 0),
  };
}
