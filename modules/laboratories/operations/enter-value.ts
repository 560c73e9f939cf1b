import { ok, refuse, type Result } from '#kernel/result.ts';

export type EnterValueNeeds = {
  readonly report: () => Promise<{ readonly id: string; readonly evidenceId: string; readonly state: string; readonly holderOrganisationId: string; readonly usedInCity: boolean } | undefined>;
  readonly by: { readonly organisationId: string };
  readonly put: (entry: { code: string; printed: string; unit: string; page: number }) => Promise<void>;
  readonly tell: (evidenceId: string) => void;
  readonly record: (entry: { kind: string; subject: string; body: { indicator: string; printed: string; unit: string; page: number } }) => void;
};

/** The holder types in a value of the attached report that the machine could not read. It proves nothing before a person of the centre has compared it with the page. */
export async function enterValue(needs: EnterValueNeeds, input: { indicatorCode: string; printed: string; unit: string; page: number }): Promise<Result<{ entered: true }, 'not-found' | 'report-not-read'>> {
  const report = await needs.report();
  if (report === undefined || !report.usedInCity || report.holderOrganisationId !== needs.by.organisationId) return refuse('not-found', 'reportId');
  if (report.state === 'queued') return refuse('report-not-read', 'reportId');
  await needs.put({ code: input.indicatorCode, printed: input.printed, unit: input.unit, page: input.page });
  needs.record({ kind: 'value-entered', subject: report.id, body: { indicator: input.indicatorCode, printed: input.printed, unit: input.unit, page: input.page } });
  needs.tell(report.evidenceId);
  return ok({ entered: true });
}
