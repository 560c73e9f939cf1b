/** The front door of laboratories for higher modules on the server. */
import { legalDayAt, type LegalDay } from '#kernel/date.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { evidenceById, UPLOAD_LIMIT_BYTES } from '#modules/documents/index.ts';
import { limitScale, type Edition, type Kind, type Parameters } from '#modules/standards/rules.ts';
import { newId } from '#platform/clock.ts';
import type { WriteCall } from '#platform/database/call.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Wired } from '#platform/module.ts';
import type { ComparisonView } from './contract/comparison.ts';
import { compareReport, type ReportComparison } from './domain/compare-report.ts';
import { validityOn } from './domain/report-findings.ts';
import { withPeople } from './domain/settle.ts';
import { submitReport as submit } from './operations/submit-report.ts';
import { insertReport, pagesOf, reportById, reportOfEvidence } from './store/reports.ts';
import { enteredValues, settledReadings } from './store/settlements.ts';

export { reportById, reportOfEvidence, reportsWaiting } from './store/reports.ts';
export type { StoredReport } from './store/reports.ts';

/** Hands a test report in to be read, in the caller's transaction. The caller has made sure whose evidence it is. */
export const submitReport = (call: WriteCall, input: { evidenceId: string }): Promise<Result<{ reportId: string }, 'not-found' | 'not-a-test-report'>> =>
  submit(
    {
      newId, evidence: (id) => evidenceById(call.tx, id), existing: (id) => reportOfEvidence(call.tx, id), insert: (report) => insertReport(call.tx, report, call.now),
      later: call.later, record: (entry) => call.record({ ...entry, cityId: null }),
    },
    input,
  );

export type StoredComparison = { readonly reportId: string; readonly cityId: string; readonly kind: Kind; readonly edition: Pick<Edition, 'id'>; readonly parameters: Parameters; readonly on: LegalDay; readonly confirmed: ReadonlySet<string> | 'all'; readonly model: string | null };

/** A stored reading held against a kind, with what people of the city settled; pure but for reading the store. */
export async function compareStoredReport(tx: Tx, asked: StoredComparison): Promise<Result<ReportComparison, 'not-read-yet' | 'unreadable'>> {
  const report = await reportById(tx, asked.reportId);
  if (report === undefined || report.state === 'queued') return refuse('not-read-yet');
  const pages = await pagesOf(tx, asked.reportId);
  if (report.state === 'unreadable' || pages === undefined) return refuse('unreadable', undefined, { failure: report.failure });
  const comparison = compareReport({ pages, kind: asked.kind, edition: asked.edition, parameters: asked.parameters, on: asked.on, confirmed: asked.confirmed, validity: validityOn(asked.on), model: asked.model });
  const [entered, settled] = [await enteredValues(tx, asked.cityId, asked.reportId), await settledReadings(tx, asked.cityId, asked.reportId)];
  return ok(withPeople(comparison, asked.kind, asked.parameters, asked.on, asked.confirmed, entered, settled.map((one) => ({ ...one, on: legalDayAt(one.at) }))));
}

/** What the comparison page shows of a report held against a product. The caller has made sure that the reader may see it. */
export async function comparisonView(tx: Tx, asked: StoredComparison): Promise<ComparisonView | undefined> {
  const report = await reportById(tx, asked.reportId);
  if (report === undefined) return undefined;
  const head = { reportId: report.id, evidenceId: report.evidenceId, state: report.state, failure: report.failure, kind: { code: asked.kind.code, nameZh: asked.kind.nameZh, nameEn: asked.kind.nameEn }, editionId: asked.edition.id, on: asked.on };
  const compared = await compareStoredReport(tx, asked);
  if (!compared.ok) return { ...head, verdict: null, pages: [], fields: [], indicators: [], findings: [], unmatched: [], unproven: [] };
  const { value } = compared;
  const pages = (await pagesOf(tx, report.id))!.pages;
  const scaleOf = (indicator: Kind['indicators'][number]) => {
    const scale = limitScale(indicator, asked.parameters);
    return scale === undefined ? null : { ...scale, ticks: [...scale.ticks] };
  };
  const plain = (reason: { code: string; facts?: Readonly<Record<string, string>> }) => ({ code: reason.code, ...(reason.facts === undefined ? {} : { facts: { ...reason.facts } }) });
  return {
    ...head, verdict: value.verdict.verdict,
    pages: pages.map((page) => ({ number: page.number, width: page.width, height: page.height })),
    fields: Object.entries(value.report.fields).map(([name, field]) => ({ name, text: field.text })),
    indicators: value.indicators.map(({ indicator, judgement, reading, row, place, match, findings }) => ({
      code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn, item: row?.item ?? null, printed: judgement.printed, value: judgement.value, unit: indicator.unit, printedUnit: reading?.printedUnit ?? null,
      limit: judgement.limit, requirement: row?.requirement ?? null, method: row?.method ?? null, outcome: judgement.outcome, star: judgement.star, grade: judgement.grade, gates: judgement.gates, confirmed: judgement.confirmed,
      page: place?.page ?? null, box: place === null ? null : { ...place.box }, score: match?.score ?? null, scale: scaleOf(indicator), evidenceKinds: [...indicator.evidenceKinds],
      reasons: judgement.reasons.map(plain), findings: findings.map(plain),
    })),
    findings: value.findings.map((finding) => ({ ...plain(finding.reason), weight: finding.weight })),
    unmatched: value.unmatched.map((row) => ({ item: row.item, result: row.result, page: row.place.page, box: { ...row.place.box } })),
    unproven: [...value.unproven],
  };
}

/** The picture of a page of a report's file as PNG, drawn in a confined process. `scale` is pixels per PDF point. */
export async function pagePicture(wired: Wired, report: { readonly id: string; readonly sha256: string }, page: number, scale: number): Promise<Uint8Array | undefined> {
  const bytes = await wired.files.read(report.sha256, UPLOAD_LIMIT_BYTES);
  if (bytes === undefined) return undefined;
  const drawn = await wired.confined('laboratories.drawing').bytes('renderPage', bytes, { page, scale });
  if (drawn.ok) return drawn.value;
  wired.log.warn({ report: report.id, page, refused: drawn.refusal.code, facts: drawn.refusal.facts }, 'a page could not be drawn');
  return undefined;
}
