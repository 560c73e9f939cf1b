import type { LegalDay } from '#kernel/date.ts';
import { check, isDoubt, verdictOf, type Judgement, type Kind, type Parameters, type Reading, type Reason } from '#modules/standards/rules.ts';
import { underReport, type ReportFinding } from '#modules/standards/rules.ts';
import type { IndicatorComparison, ReportComparison } from './compare-report.ts';
import { readValue } from './value.ts';

/** What the holder typed in for an indicator the machine could not read. */
export type EnteredValue = { readonly code: string; readonly printed: string; readonly unit: string };
/** What a person of the centre found beside the page. */
export type SettledReading = { readonly code: string; readonly decision: 'confirmed' | 'corrected' | 'not-in-report'; readonly printed: string | null; readonly unit: string | null; readonly methodAccepted: boolean; readonly by: string; readonly on: LegalDay };

/** Doubts about the figure itself, answered by a person who looked at the page. Unit and method are given by that person; an unconfirmed limit stays open. */
const ANSWERED: ReadonlySet<string> = new Set(['value-implausible', 'value-negative']);

/**
 * The comparison with what people added: a typed value is a doubt until it is settled; a settled reading is judged afresh from
 * what the person read. The person settles what the page says, never the outcome: a value that breaks the limit still fails.
 * What takes every row of a report (too old, forged, another model) stays.
 */
export function withPeople(comparison: ReportComparison, kind: Kind, parameters: Parameters, on: LegalDay, confirmed: ReadonlySet<string> | 'all', entered: readonly EnteredValue[], settled: readonly SettledReading[]): ReportComparison {
  if (entered.length === 0 && settled.length === 0) return comparison;
  const report: WholeReport = {
    standards: comparison.report.standards,
    doubts: comparison.findings.flatMap((finding) => (finding.weight === 'doubt' ? [finding.reason.code] : [])),
    outcomes: comparison.findings.flatMap((finding) => (finding.weight === 'outcome' ? [{ outcome: finding.outcome, reason: finding.reason }] : [])),
  };
  const indicators = comparison.indicators.map((one): IndicatorComparison => {
    const judging = { parameters, on, confirmed: confirmed === 'all' || confirmed.has(one.indicator.code), report };
    const found = settled.find((s) => s.code === one.indicator.code);
    if (found !== undefined) return settledComparison(one, found, judging);
    const typed = entered.find((e) => e.code === one.indicator.code);
    if (typed === undefined || (one.reading !== null && one.judgement.outcome !== 'NEEDS_REVIEW')) return one;
    const reading = readByPerson(typed.printed, typed.unit, one, ['typed-by-hand', ...report.doubts], report, true);
    return { ...one, reading, judgement: underReport(check(one.indicator, parameters, reading, on, judging), report.outcomes) };
  });
  const judgements = indicators.map((one) => one.judgement);
  return { ...comparison, indicators, verdict: verdictOf(kind, judgements), unproven: judgements.filter((j) => j.gates && j.outcome === 'NOT_TESTED').map((j) => j.code) };
}

/** What counts against every row of a report, read by machine or by a person: nobody settles a row out of a report that is too old, forged or of another model. */
type WholeReport = { readonly standards: readonly string[]; readonly doubts: readonly string[]; readonly outcomes: readonly ReportFinding[] };
type Judging = { readonly parameters: Parameters; readonly on: LegalDay; readonly confirmed: boolean; readonly report: WholeReport };

function settledComparison(one: IndicatorComparison, found: SettledReading, { parameters, on, confirmed, report }: Judging): IndicatorComparison {
  const by: Reason = { code: 'settled-by-person', facts: { person: found.by, day: found.on, decision: found.decision } };
  if (found.decision === 'not-in-report') return { ...one, reading: null, judgement: withReason(check(one.indicator, parameters, null, on, { confirmed }), by) };
  const reading = readByPerson(found.printed ?? '', found.unit ?? '', one, report.doubts, report, found.methodAccepted);
  const judgement = underReport(answered(check(one.indicator, parameters, reading, on, { confirmed })), report.outcomes);
  return { ...one, reading, judgement: withReason(judgement, by) };
}

/** The person gives characters and unit. The method stays the report's, unless the person has taken it as equivalent and said why. */
function readByPerson(printed: string, unit: string, one: IndicatorComparison, doubts: readonly string[], report: WholeReport, methodAccepted: boolean): Reading {
  const read = readValue(printed, one.indicator);
  return {
    printed, value: read.value, printedUnit: unit === '' ? read.unit : unit, evidence: 'TEST_REPORT', doubts: [...doubts],
    method: methodAccepted ? (one.indicator.acceptedMethods[0] ?? null) : (one.reading?.method ?? null), methodsOfReport: one.reading?.methodsOfReport ?? report.standards,
  };
}

/** Where only answered doubts stand between the figure and its outcome, the comparison itself counts. */
function answered(judgement: Judgement): Judgement {
  if (judgement.outcome !== 'NEEDS_REVIEW' || !judgement.confirmed) return judgement;
  const compared = judgement.reasons.find((reason) => reason.code === 'compared')?.facts;
  const open = judgement.reasons.filter((reason) => !ANSWERED.has(reason.code) && isDoubt(reason));
  if (compared === undefined || open.length > 0) return judgement;
  const star = compared['star'] === undefined ? judgement.star : (Number(compared['star']) as 0 | 1 | 2 | 3);
  return { ...judgement, outcome: compared['outcome'] as Judgement['outcome'], star, grade: compared['grade'] ?? judgement.grade };
}

const withReason = (judgement: Judgement, reason: Reason): Judgement => ({ ...judgement, reasons: [...judgement.reasons, reason] });
