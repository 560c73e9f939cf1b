import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import type { JobHandler } from '#platform/module.ts';
import { newId } from '#platform/clock.ts';
import type { ReportPages } from './domain/pages.ts';
import { putReading, reportById } from './store/reports.ts';

const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const Cell = z.object({ row: z.number().int(), column: z.number().int(), rowSpan: z.number().int(), columnSpan: z.number().int(), box: Box, text: z.string(), lines: z.array(z.string()), doubts: z.array(z.string()) });
const Table = z.object({ box: Box, rows: z.number().int(), columns: z.number().int(), edges: z.array(z.number()), cells: z.array(Cell) });
/** What a confined process answers is as hostile as its file: it is checked like any other input. */
const Pages = z.object({
  pageCount: z.number().int(),
  pages: z.array(z.object({ number: z.number().int(), width: z.number(), height: z.number(), tables: z.array(Table), lines: z.array(z.object({ text: z.string(), box: Box, doubts: z.array(z.string()) })) })),
}) as unknown as z.ZodType<ReportPages>;

const LARGEST = 20_000_000;
/** A full pool or a stopping server says nothing of the file: the job is tried again. */
const TRY_AGAIN: ReadonlySet<string> = new Set(['busy', 'closed', 'not-started']);

/** Reads a report in a confined process and stores its cells, or why it cannot be read. Reading it twice has one effect. */
const readReport: JobHandler = async (payload, wired) => {
  const { reportId } = payload as { reportId: string };
  const report = await reportById(wired.database.kysely, reportId);
  if (report === undefined || report.state !== 'queued') return;
  const bytes = await wired.files.read(report.sha256, LARGEST);
  if (bytes === undefined) throw new Error(`the file of report ${reportId} is not in the store`);
  const read = await wired.confined('laboratories.reading').run('readReport', bytes, {}, Pages);
  if (!read.ok && TRY_AGAIN.has(read.refusal.code)) throw new Error(`the confined pool was ${read.refusal.code}`);
  const failure = read.ok ? null : read.refusal.code === 'failed' ? String(read.refusal.facts?.['failed'] ?? 'broken-pdf') : read.refusal.code;
  await wired.write({ actor: null, cityId: null, requestId: newId() }, async (call) => {
    const changed = await putReading(call.tx, reportId, read.ok ? { pages: read.value } : { failure: failure! }, call.now);
    call.record({ kind: 'report-read', subject: reportId, body: { evidence: report.evidenceId, sha256: report.sha256, state: read.ok ? 'read' : 'unreadable', failure, again: !changed }, cityId: null });
    if (changed) call.emit({ name: 'laboratories.report-read@1', subject: reportId, cityId: null, body: { reportId, evidenceId: report.evidenceId, state: read.ok ? 'read' : 'unreadable' } });
    return ok(undefined);
  });
};

export const jobs: Readonly<Record<string, JobHandler>> = { 'laboratories.read-report': readReport };
