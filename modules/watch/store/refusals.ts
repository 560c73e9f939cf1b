import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

export type NewRefusal = { readonly id: string; readonly route: string; readonly status: number; readonly personId: string | null; readonly organisationId: string | null; readonly times: number };

export async function addRefusals(tx: Tx, refused: readonly NewRefusal[]): Promise<void> {
  const rows = refused.map((one) => ({ id: one.id, route: one.route, status: one.status, person_id: one.personId, organisation_id: one.organisationId, times: one.times }));
  await sql`insert into watch.refusal (id, route, status, person_id, organisation_id, times)
    select id, route, status, person_id, organisation_id, times from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, route text, status int, person_id uuid, organisation_id uuid, times int)`.execute(tx);
}

export type RefusalRow = { readonly at: string; readonly route: string; readonly status: number; readonly personId: string | null; readonly organisationId: string | null; readonly times: number };

export async function refusalsIn(tx: Tx, span: { since: Date; until: Date }, page: number, size: number): Promise<{ rows: RefusalRow[]; total: number }> {
  const { rows } = await sql<{ noted_at: Date; route: string; status: number; person_id: string | null; organisation_id: string | null; times: number; total: string }>`
    select * from watch.refusals(${span.since}, ${span.until}, ${size}::int, ${(page - 1) * size}::int)`.execute(tx);
  return {
    total: Number(rows[0]?.total ?? 0),
    rows: rows.map((row) => ({ at: row.noted_at.toISOString(), route: row.route, status: row.status, personId: row.person_id, organisationId: row.organisation_id, times: row.times })),
  };
}
