import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

/** An entry whole, with its link: what a stranger needs to find it again in the chain. `link` is null while it waits for its batch. */
export type Inclusion = { readonly chain: string; readonly content: string; readonly hash: string; readonly link: { readonly seq: number; readonly previous: string; readonly hash: string } | null };

/** The first entry of this kind on a subject of the city; undefined where there is none. The caller answers for who may read its body. */
export async function inclusionOf(tx: Tx, cityId: string, subject: string, kind: string): Promise<Inclusion | undefined> {
  const { rows } = await sql<{ content: string; hash: string; seq: string | null; previous: string | null; link: string | null }>`
    select content, encode(hash, 'hex') as hash, seq, encode(previous, 'hex') as previous, encode(link_hash, 'hex') as link from ledger.inclusion_of(${cityId}, ${subject}, ${kind})`.execute(tx);
  const row = rows[0];
  if (row === undefined) return undefined;
  return { chain: cityId, content: row.content, hash: row.hash, link: row.seq === null || row.previous === null || row.link === null ? null : { seq: Number(row.seq), previous: row.previous, hash: row.link } };
}
