import { ok } from '#kernel/result.ts';
import { UPLOAD_LIMIT_BYTES } from '#modules/documents/index.ts';
import type { JobHandler } from '#platform/module.ts';
import { newId } from '#platform/clock.ts';
import { readConfined } from './read-confined.ts';
import { putReading, reportById } from './store/reports.ts';

/** Reads a report in a confined process and stores its cells, or why it cannot be read. Reading it twice has one effect. A full pool throws: the job is tried again. */
const readReport: JobHandler = async (payload, wired) => {
  const { reportId } = payload as { reportId: string };
  const caller = { actor: null, cityId: null, requestId: newId() };
  const report = await wired.read(caller, ({ tx }) => reportById(tx, reportId));
  if (report === undefined || report.state !== 'queued') return;
  const bytes = await wired.files.read(report.sha256, UPLOAD_LIMIT_BYTES);
  if (bytes === undefined) throw new Error(`the file of report ${reportId} is not in the store`);
  const read = await readConfined(wired.confined('laboratories.reading'), bytes);
  const failure = read.ok ? null : read.refusal.code;
  await wired.write(caller, async (call) => {
    const changed = await putReading(call.tx, reportId, read.ok ? { pages: read.value } : { failure: failure! }, call.now);
    call.record({ kind: 'report-read', subject: reportId, body: { evidence: report.evidenceId, sha256: report.sha256, state: read.ok ? 'read' : 'unreadable', failure, again: !changed }, cityId: null });
    if (changed) call.emit({ name: 'laboratories.report-read@1', subject: reportId, cityId: null, body: { reportId, evidenceId: report.evidenceId, state: read.ok ? 'read' : 'unreadable' } });
    return ok(undefined);
  });
};

export const jobs: Readonly<Record<string, JobHandler>> = { 'laboratories.read-report': readReport };
