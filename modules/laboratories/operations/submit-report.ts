import { ok, refuse, type Result } from '#kernel/result.ts';

export type SubmitReportNeeds = {
  readonly newId: () => string;
  readonly evidence: (id: string) => Promise<{ readonly kind: string; readonly sha256: string; readonly fileName: string } | undefined>;
  readonly existing: (evidenceId: string) => Promise<{ readonly id: string } | undefined>;
  readonly insert: (report: { id: string; evidenceId: string; sha256: string }) => Promise<boolean>;
  readonly later: (job: { task: string; payload: { reportId: string }; key: string }) => void;
  readonly record: (entry: { kind: string; subject: string; body: { evidence: string; sha256: string } }) => void;
};

/** A test report handed in as evidence is read by machine, once, as a job. Handing the same evidence in again gives the same report. */
export async function submitReport(needs: SubmitReportNeeds, input: { evidenceId: string }): Promise<Result<{ reportId: string }, 'not-found' | 'not-a-test-report'>> {
  const evidence = await needs.evidence(input.evidenceId);
  if (evidence === undefined) return refuse('not-found', 'evidenceId');
  if (evidence.kind !== 'TEST_REPORT') return refuse('not-a-test-report', 'evidenceId');
  const known = await needs.existing(input.evidenceId);
  if (known !== undefined) {
    needs.record({ kind: 'report-submitted-again', subject: known.id, body: { evidence: input.evidenceId, sha256: evidence.sha256 } });
    return ok({ reportId: known.id });
  }
  const id = needs.newId();
  await needs.insert({ id, evidenceId: input.evidenceId, sha256: evidence.sha256 });
  needs.later({ task: 'laboratories.read-report', payload: { reportId: id }, key: `read-report ${id}` });
  needs.record({ kind: 'report-submitted', subject: id, body: { evidence: input.evidenceId, sha256: evidence.sha256 } });
  return ok({ reportId: id });
}
