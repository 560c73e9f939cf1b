import type { LegalDay } from '#kernel/date.ts';
import { check, isDoubt, verdictOf, type Judgement, type Kind, type Parameters, type Reading, type Reason } from '#modules/standards/rules.ts';
import type { IndicatorComparison, ReportComparison } from './compare-report.ts';
import { readValue } from './value.ts';

/** What the holder typed in for an indicator the machine could not read. */
export type EnteredValue = { readonly code: string; readonly printed: string; readonly unit: string };
/** What a person of the centre found beside the page. */
export type SettledReading = { readonly code: string; readonly decision: 'confirmed' | 'corrected' | 'not-in-report'; readonly printed: string | null; readonly unit: string | null; readonly by: string; readonly on: LegalDay };

/** Doubts about the figure itself, answered by a person who looked at the page. Unit and method are given by that person; an unconfirmed limit stays open. */
const ANSWERED: ReadonlySet<string> = new Set(['value-implausible', 'value-negative']);

/**
 * The comparison with what people added: a typed value is a doubt until it is settled; a settled reading is judged afresh from
 * what the person read. The person settles what the page says, never the outcome: a value that breaks the limit still fails.
 * What takes every row of a report (too old, forged, another model) stays.
 */
export function withPeople(comparison: ReportComparison, kind: Kind, parameters: Parameters, on: LegalDay, confirmed: ReadonlySet<string> | 'all', entered: readonly EnteredValue[], settled: readonly SettledReading[]): ReportComparison {
  if (entered.length === 0 && settled.length === 0) return comparison;
  const indicators = comparison.indicators.map((one): IndicatorComparison => {
    const found = settled.find((s) => s.code === one.indicator.code);
    const typed = entered.find((e) => e.code === one.indicator.code);
    if (WHOLE.has(one.judgement.outcome) && one.reading !== null) return one;
    if (found !== undefined) return settledComparison(one, found, parameters, on, confirmed === 'all' || confirmed.has(one.indicator.code));
    if (typed !== undefined && (one.reading === null || one.judgement.outcome === 'NEEDS_REVIEW')) {
      const reading = typedReading(typed.printed, typed.unit, one, ['typed-by-hand']);
      return { ...one, reading, judgement: check(one.indicator, parameters, reading, on, { confirmed: confirmed === 'all' || confirmed.has(one.indicator.code) }) };
    }
    return one;
  });
  const judgements = indicators.map((one) => one.judgement);
  return { ...comparison, indicators, verdict: verdictOf(kind, judgements), unproven: judgements.filter((j) => j.gates && j.outcome === 'NOT_TESTED').map((j) => j.code) };
}

/** Outcomes that belong to the report as a whole. */
const WHOLE: ReadonlySet<string> = new Set(['EXPIRED', 'INTEGRITY', 'NOT_COVERED']);

function settledComparison(one: IndicatorComparison, found: SettledReading, parameters: Parameters, on: LegalDay, confirmed: boolean): IndicatorComparison {
  const by: Reason = { code: 'settled-by-person', facts: { person: found.by, day: found.on, decision: found.decision } };
  if (found.decision === 'not-in-report') return { ...one, reading: null, judgement: withReason(check(one.indicator, parameters, null, on, { confirmed }), by) };
  const reading = typedReading(found.printed ?? '', found.unit ?? '', one, []);
  return { ...one, reading, judgement: withReason(answered(check(one.indicator, parameters, reading, on, { confirmed })), by) };
}

function typedReading(printed: string, unit: string, one: IndicatorComparison, doubts: readonly string[]): Reading {
  const read = readValue(printed, one.indicator);
  return {
    printed, value: read.value, printedUnit: unit === '' ? read.unit : unit, method: one.indicator.acceptedMethods[0] ?? null, methodsOfReport: one.reading?.methodsOfReport ?? [], evidence: 'TEST_REPORT',
    doubts: [...doubts],
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
