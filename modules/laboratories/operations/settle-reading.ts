import { ok, refuse, type Result } from '#kernel/result.ts';

export type SettleNeeds = {
  readonly report: () => Promise<{ readonly id: string; readonly evidenceId: string; readonly state: string; readonly holderOrganisationId: string; readonly usedInCity: boolean } | undefined>;
  readonly entered: (code: string) => Promise<{ readonly personId: string; readonly organisationId: string } | undefined>;
  readonly by: { readonly personId: string; readonly organisationId: string };
  /** Whether the person belongs to an organisation, whatever seat they act from. */
  readonly isMember: (organisationId: string) => Promise<boolean>;
  readonly put: (settled: { code: string; decision: 'confirmed' | 'corrected' | 'not-in-report'; printed: string | null; unit: string | null; methodAccepted: boolean; note: string | null }) => Promise<void>;
  readonly tell: (evidenceId: string) => void;
  readonly record: (entry: { kind: string; subject: string; body: { indicator: string; decision: string; printed: string | null; unit: string | null; methodAccepted: boolean; note: string | null } }) => void;
};

export type SettleRefusal = 'not-found' | 'report-not-read' | 'own-report' | 'own-entry' | 'value-missing' | 'note-missing';

/**
 * A person of the centre holds a value against the page and says what it reads. Nobody settles a report of their own organisation,
 * nor a value they typed in themselves. They settle what is printed; the outcome stays the check's.
 */
export async function settleReading(needs: SettleNeeds, input: { indicatorCode: string; decision: 'confirmed' | 'corrected' | 'not-in-report'; printed: string | null; unit: string | null; methodAccepted: boolean; note: string | null }): Promise<Result<{ settled: true }, SettleRefusal>> {
  const report = await needs.report();
  if (report === undefined || !report.usedInCity) return refuse('not-found', 'reportId');
  if (report.state === 'queued') return refuse('report-not-read', 'reportId');
  if (report.holderOrganisationId === needs.by.organisationId || (await needs.isMember(report.holderOrganisationId))) return refuse('own-report', 'reportId');
  const entered = await needs.entered(input.indicatorCode);
  if (entered !== undefined && (entered.personId === needs.by.personId || entered.organisationId === needs.by.organisationId)) return refuse('own-entry', 'indicatorCode');
  if (input.decision !== 'not-in-report' && (input.printed === null || input.printed.trim() === '')) return refuse('value-missing', 'printed');
  if (input.methodAccepted && (input.note ?? '').trim() === '') return refuse('note-missing', 'note');
  const settled = { decision: input.decision, printed: input.decision === 'not-in-report' ? null : input.printed, unit: input.decision === 'not-in-report' ? null : input.unit, methodAccepted: input.methodAccepted, note: input.note };
  await needs.put({ code: input.indicatorCode, ...settled });
  needs.record({ kind: 'reading-settled', subject: report.id, body: { indicator: input.indicatorCode, ...settled } });
  needs.tell(report.evidenceId);
  return ok({ settled: true });
}
