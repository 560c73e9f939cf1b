import { addMonths, legalDayAt, type LegalDay } from '#kernel/date.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { evidenceUsedBy } from '#modules/documents/index.ts';
import { compareStoredReport, reportOfEvidence } from '#modules/laboratories/index.ts';
import { validityOn } from '#modules/laboratories/rules.ts';
import { editionInForce, type InForce } from '#modules/standards/index.ts';
import type { EvidenceKind, Kind, KindVerdict } from '#modules/standards/rules.ts';
import type { WriteCall } from '#platform/database/call.ts';
import { judgeListing, type JudgeListingNeeds, type ReportAtHand } from './operations/judge-listing.ts';
import { confirmedHere } from './evidence-here.ts';
import { lockListing, putJudgement, setStatus } from './store/listings.ts';

const JUDGED_KINDS: readonly string[] = ['TEST_REPORT', 'CERTIFICATE', 'LABEL', 'EPD', 'DECLARATION'] satisfies EvidenceKind[];

/** Judges one listing of the call's city by all its evidence under the edition in force; quietly waits where a report is still being read. */
export async function judge(call: WriteCall, listingId: string): Promise<Result<{ verdict: KindVerdict }, 'not-read-yet' | 'not-found'>> {
  const cityId = call.cityId!;
  const on = legalDayAt(call.now);
  const listing = await lockListing(call.tx, cityId, listingId);
  if (listing === undefined) return refuse('not-found');
  const inForce = await editionInForce(call.tx, cityId, on);
  const kind = inForce?.edition.kinds.find((one) => one.code === listing.kind_code);
  if (inForce === undefined || kind === undefined) return refuse('not-found');
  const evidence = (await evidenceUsedBy(call.tx, cityId, 'listing', listing.id)).filter((one) => JUDGED_KINDS.includes(one.kind));
  const here = await confirmedHere(call.tx, cityId, listing.id, evidence);
  const needs: JudgeListingNeeds = {
    on, confirmed: inForce.confirmed,
    listing: { id: listing.id, status: listing.status, parameters: listing.product.parameters, kind, editionId: inForce.editionId, verdictBefore: listing.verdict, judgementsBefore: listing.judgements },
    evidence: evidence.map((one) => ({ id: one.id, kind: one.kind as EvidenceKind, number: one.number, state: one.state, validUntil: one.validUntil, values: one.values, confirmedHere: here.has(one.id) })),
    report: (evidenceId) => reportAtHand(call, evidenceId, { inForce, kind, parameters: listing.product.parameters, model: listing.product.model, on }),
    put: (judgement) => putJudgement(call.tx, cityId, listing.id, { ...judgement, editionId: inForce.editionId, judgedOn: on }, call.now),
    setStatus: (status) => setStatus(call.tx, cityId, listing.id, { status }, call.now),
    record: call.record,
  };
  const result = await judgeListing(needs);
  if (result.ok && listing.status === 'listed' && listing.verdict !== result.value.verdict) {
    call.emit({ name: 'catalogue.gate-changed@1', subject: listing.id, cityId, body: { before: listing.verdict, after: result.value.verdict } });
  }
  return result;
}

async function reportAtHand(call: WriteCall, evidenceId: string, at: { inForce: InForce; kind: Kind; parameters: Readonly<Record<string, string>>; model: string; on: LegalDay }): Promise<Result<ReportAtHand, 'not-read-yet' | 'unreadable'>> {
  const report = await reportOfEvidence(call.tx, evidenceId);
  if (report === undefined) return refuse('not-read-yet');
  const compared = await compareStoredReport(call.tx, { reportId: report.id, cityId: call.cityId!, kind: at.kind, edition: at.inForce.edition, parameters: at.parameters, on: at.on, confirmed: at.inForce.confirmed, model: at.model });
  if (!compared.ok) return compared;
  const { issued } = compared.value.report.days;
  const validity = validityOn(at.on);
  return ok({
    reportId: report.id,
    judgements: compared.value.indicators.filter((one) => one.reading !== null).map((one) => ({ ...one.judgement, page: one.place?.page ?? null })),
    findings: [
      ...compared.value.findings.map((one) => ({ code: one.reason.code, facts: one.reason.facts ?? {} })),
      ...compared.value.indicators.flatMap((one) => one.findings.map((reason) => ({ code: reason.code, facts: { ...reason.facts, indicator: one.indicator.code } }))),
    ],
    countsUntil: issued === null || validity === null ? null : addMonths(issued, validity.months),
  });
}
