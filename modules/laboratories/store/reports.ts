import { sql } from 'kysely';
import { on, type Tx } from '#platform/database/pool.ts';
import type { ReportPages } from '../domain/pages.ts';
import type { LaboratoriesTables, ReportState } from './tables.ts';

export type StoredReport = { readonly id: string; readonly evidenceId: string; readonly sha256: string; readonly state: ReportState; readonly failure: string | null };

/** False where the evidence has a report already. */
export async function insertReport(tx: Tx, report: { id: string; evidenceId: string; sha256: string }, now: Date): Promise<boolean> {
  const done = await on<LaboratoriesTables>(tx).insertInto('laboratories.report')
    .values({ id: report.id, evidence_id: report.evidenceId, sha256: report.sha256, state: 'queued', failure: null, pages: null, submitted_at: now, read_at: null })
    .onConflict((c) => c.column('evidence_id').doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

const shape = (row: { id: string; evidence_id: string; sha256: string; state: ReportState; failure: string | null }): StoredReport => ({ id: row.id, evidenceId: row.evidence_id, sha256: row.sha256, state: row.state, failure: row.failure });
const columns = ['id', 'evidence_id', 'sha256', 'state', 'failure'] as const;

export async function reportById(tx: Tx, id: string): Promise<StoredReport | undefined> {
  const row = await on<LaboratoriesTables>(tx).selectFrom('laboratories.report').select(columns).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : shape(row);
}

export async function reportOfEvidence(tx: Tx, evidenceId: string): Promise<StoredReport | undefined> {
  const row = await on<LaboratoriesTables>(tx).selectFrom('laboratories.report').select(columns).where('evidence_id', '=', evidenceId).executeTakeFirst();
  return row === undefined ? undefined : shape(row);
}

export async function pagesOf(tx: Tx, id: string): Promise<ReportPages | undefined> {
  return (await on<LaboratoriesTables>(tx).selectFrom('laboratories.report').select('pages').where('id', '=', id).executeTakeFirst())?.pages ?? undefined;
}

/** False where it was read before: reading twice has one effect. */
export async function putReading(tx: Tx, id: string, reading: { pages: ReportPages } | { failure: string }, now: Date): Promise<boolean> {
  const done = await on<LaboratoriesTables>(tx).updateTable('laboratories.report').set({
    state: 'pages' in reading ? 'read' : 'unreadable', read_at: now,
    failure: 'failure' in reading ? reading.failure : null,
    pages: 'pages' in reading ? sql<never>`${JSON.stringify(reading.pages)}::jsonb` : null,
  }).where('id', '=', id).where('state', '=', 'queued').executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** How many reports still wait to be read. */
export async function reportsWaiting(tx: Tx): Promise<number> {
  const row = await on<LaboratoriesTables>(tx).selectFrom('laboratories.report').select((eb) => eb.fn.countAll<string>().as('n')).where('state', '=', 'queued').executeTakeFirstOrThrow();
  return Number(row.n);
}
