import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

export type AuditQuestion = {
  readonly since: Date;
  readonly until: Date;
  readonly kinds: readonly string[] | null;
  readonly subject: string | null;
  readonly cityId: string | null;
  readonly organisationId: string | null;
  readonly page: number;
  readonly size: number;
};

/** An entry as the audit shows it: who by id, what, when, about what; never its body. */
export type AuditedEntry = {
  readonly id: string; readonly cityId: string | null; readonly kind: string; readonly subject: string; readonly personId: string | null; readonly organisationId: string | null;
  readonly toldAt: string; readonly realAt: string; readonly hash: string; readonly seq: number | null; readonly linkHash: string | null;
};

const DAY = 86_400_000;
/** The smallest and the largest id made at an instant (RFC 9562, 5.7); machines' clocks may differ from the database's by a day. */
const idAt = (at: number, rest: '0' | 'f'): string => {
  const hex = Math.max(0, at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${rest.repeat(3)}-${rest === '0' ? '8' : 'b'}${rest.repeat(3)}-${rest.repeat(12)}`;
};

/** Entries of all chains in a span of time, the newest first, one more than the page holds so that the reader knows whether there are more. */
export async function auditEntries(tx: Tx, question: AuditQuestion): Promise<{ entries: AuditedEntry[]; more: boolean }> {
  const { since, until, kinds, subject, cityId, organisationId, page, size } = question;
  const { rows } = await sql<{ id: string; city_id: string | null; kind: string; subject: string; person: string | null; organisation: string | null; told_at: Date; real_at: Date; hash: Buffer; seq: string | null; link_hash: Buffer | null }>`
    select * from ledger.audit(${since}, ${until}, ${idAt(since.getTime() - DAY, '0')}::uuid, ${idAt(until.getTime() + DAY, 'f')}::uuid, ${kinds === null ? null : [...kinds]}::text[],
      ${subject}, ${cityId}::uuid, ${organisationId}::uuid, ${size + 1}::int, ${(page - 1) * size}::int)`.execute(tx);
  return {
    more: rows.length > size,
    entries: rows.slice(0, size).map((row) => ({
      id: row.id, cityId: row.city_id, kind: row.kind, subject: row.subject, personId: row.person, organisationId: row.organisation, toldAt: row.told_at.toISOString(), realAt: row.real_at.toISOString(),
      hash: row.hash.toString('hex'), seq: row.seq === null ? null : Number(row.seq), linkHash: row.link_hash?.toString('hex') ?? null,
    })),
  };
}
