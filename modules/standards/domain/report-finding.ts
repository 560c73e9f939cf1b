import type { Judgement, Outcome, Reason } from './model.ts';

/** What is wrong with a report as a whole: another model (NOT_COVERED), too old (EXPIRED), contradictory dates or a file seen elsewhere (INTEGRITY). Found by the module that reads reports. */
export type ReportFinding = { readonly outcome: Extract<Outcome, 'NOT_COVERED' | 'EXPIRED' | 'INTEGRITY'>; readonly reason: Reason };

/** A report that does not count as evidence proves no row of it, whatever the row says. A row that says nothing stays NOT_TESTED; of several findings the gravest decides and all are kept. */
export function underReport(judgement: Judgement, findings: readonly ReportFinding[]): Judgement {
  const gravest = (['INTEGRITY', 'NOT_COVERED', 'EXPIRED'] as const).find((outcome) => findings.some((finding) => finding.outcome === outcome));
  if (gravest === undefined || judgement.outcome === 'NOT_TESTED' || !judgement.reasons.every((one) => one.code !== 'not-yet-in-force' && one.code !== 'no-longer-in-force')) return judgement;
  const bare = { code: 'compared', facts: { outcome: judgement.outcome } };
  return { ...judgement, outcome: gravest, star: judgement.star === null ? null : 0, grade: null, reasons: [...findings.map((finding) => finding.reason), ...judgement.reasons, bare] };
}
