import { sql } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import type { Tx } from '#platform/database/pool.ts';

export type Expiring = { readonly id: string; readonly holder: string; readonly city_id: string; readonly kind: string; readonly number: string | null; readonly valid_until: LegalDay };

/** Confirmed evidence that serves somewhere and ends within these days, with one of the cities where it serves. */
export async function expiringEvidence(tx: Tx, range: { readonly from: LegalDay; readonly to: LegalDay; readonly after: string | null; readonly limit: number }): Promise<readonly Expiring[]> {
  const { rows } = await sql<Expiring>`
    select e.id, e.holder_organisation_id as holder, u.city_id, e.kind, e.number, e.valid_until
    from documents_read.evidence e cross join lateral (select city_id from documents_read.evidence_use where evidence_id = e.id order by used_at desc limit 1) u
    where e.state = 'confirmed' and e.valid_until between ${range.from} and ${range.to} and (${range.after}::uuid is null or e.id > ${range.after}::uuid)
    order by e.id limit ${range.limit}`.execute(tx);
  return rows;
}
