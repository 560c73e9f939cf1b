import type { LegalDay } from '#kernel/date.ts';
import { compare } from './compare.ts';
import type { Comparison } from './compare.ts';
import { intervalText, rounded } from './interval.ts';
import { limitText } from './limit-text.ts';
import { applicable } from './limits.ts';
import type { Applicable } from './limits.ts';
import { measuredOf } from './measured.ts';
import type { Measured } from './measured.ts';
import { methodStanding, needsNoStandard } from './methods.ts';
import { implausible } from './plausible.ts';
import { isDoubt, reason } from './reasons.ts';
import type { Indicator, Judgement, LimitValue, Outcome, Parameters, Reading, Reason } from './model.ts';

/** Whether the city's officer has confirmed the limits of this indicator. */
export type CheckContext = { readonly confirmed: boolean };

/**
 * Judges what a piece of evidence says of one indicator: pure, exact, and total (it never throws).
 * Only PASS opens a gate. The outcome is the first that applies, in this order, and each reason met on the way is kept:
 *
 *  1. The indicator is not in force on the day: EXPIRED, and it gates nothing that day (both dates belong to it).
 *  2. No reading: NOT_TESTED.
 *  3. Evidence of a kind the indicator does not accept: NOT_TESTED. No person can turn a declaration into a test, so it is
 *     not sent to one; the supplier has to bring evidence of the right kind.
 *  4. Any doubt leads to a person, NEEDS_REVIEW, before PASS, FAIL or INDETERMINATE: the reader's doubts, an unreadable cell,
 *     a unit absent or foreign, a method unknown or not accepted, an implausible value, ND without its limit. What the bare
 *     comparison gives stands in the reason `compared`, to help that person. FAIL does not precede a doubt: a wrong unit fails good products.
 *  5. The row stands there untested, or the evidence exists without the figure: NOT_TESTED. A certificate, label or declaration no longer valid: EXPIRED.
 *  6. The limit is not certain for this product: each that may hold is compared; if all agree that is the outcome, else INDETERMINATE, naming the parameter.
 *  7. The comparison: wholly inside PASS, wholly outside FAIL, across the edge INDETERMINATE. Several values: one outside is FAIL.
 *     A stated uncertainty does not move the outcome (simple acceptance, ISO/IEC 17025 7.8.6); it is flagged.
 *     Rounding: none (全数值比较法, GB/T 8170-2008 4.3.2) unless the indicator has a number of decimals (修约值比较法, 4.3.3).
 *  8. The city has not confirmed the limit: PASS, FAIL and INDETERMINATE become NEEDS_REVIEW; value and limit are still shown.
 *
 * Stars are judged beside the outcome and proven only by a trusted reading under a confirmed limit. An indicator with stars only
 * never gates: its FAIL means no more than star 0.
 */
export function check(indicator: Indicator, parameters: Parameters, reading: Reading | null, on: LegalDay, context: CheckContext): Judgement {
  const limits = applicable(indicator, parameters);
  const force = outOfForce(indicator, on);
  const blank = {
    code: indicator.code, printed: reading?.printed ?? null, value: null, unit: indicator.unit, limit: gatingText(indicator, limits),
    star: indicator.limit.form === 'by-star' ? 0 as const : null, grade: null, gates: limits.form !== 'stars-only' && force === null, confirmed: context.confirmed,
  };
  const unconfirmed = context.confirmed ? [] : [reason('limit-not-confirmed')];
  const plain = (outcome: Outcome, ...reasons: readonly Reason[]): Judgement => ({ ...blank, outcome, reasons: [...reasons, ...unconfirmed] });
  if (force !== null) return plain('EXPIRED', force);
  if (reading === null) return plain('NOT_TESTED', reason('no-reading'));
  if (!indicator.evidenceKinds.includes(reading.evidence)) return plain('NOT_TESTED', reason('evidence-of-another-kind', { evidence: reading.evidence, wanted: indicator.evidenceKinds.join(', ') }));

  const doubts = reading.doubts.map((code) => reason('reader-doubt', { doubt: code }));
  if (reading.value.form === 'unreadable') return plain('NEEDS_REVIEW', reason('unreadable'), ...doubts);
  if (reading.value.form === 'not-detected') return plain('NEEDS_REVIEW', reason('detection-limit-absent'), ...doubts);
  const finished = withoutFigure(indicator, reading);
  if (finished !== null) {
    const trusted = doubts.length === 0 && (context.confirmed || finished.outcome !== 'PASS');
    return plain(trusted ? finished.outcome : 'NEEDS_REVIEW', ...finished.reasons, ...doubts);
  }

  const measured = inRounding(indicator, measuredOf(indicator, reading));
  const odd = implausible(indicator, measured.values);
  const decided = decide(indicator, limits, (limit) => compare(indicator, reading, measured, limit));
  const reasons = [...doubts, ...measured.reasons, ...methodReasons(indicator, reading), ...(odd === undefined ? [] : [odd]), ...decided.reasons, ...unconfirmed];
  const judged = { ...blank, value: valueText(reading, measured) };
  if (!reasons.some(isDoubt)) {
    return decided.outcome === null ? { ...judged, outcome: 'NEEDS_REVIEW', reasons: [...reasons, reason('unreadable')] } : { ...judged, outcome: decided.outcome, star: decided.star, grade: decided.grade, reasons };
  }
  const bare = decided.outcome === null ? [] : [reason('compared', { outcome: decided.outcome, ...(decided.star === null ? {} : { star: String(decided.star) }), ...(decided.grade === null ? {} : { grade: decided.grade }) })];
  return { ...judged, outcome: 'NEEDS_REVIEW', reasons: [...reasons, ...bare] };
}

/** True on the days the indicator applies; a missing date is that of the edition, which the caller has already chosen. */
function outOfForce(indicator: Indicator, on: LegalDay): Reason | null {
  if (indicator.effectiveFrom !== null && on < indicator.effectiveFrom) return reason('not-yet-in-force', { from: indicator.effectiveFrom });
  if (indicator.effectiveTo !== null && on > indicator.effectiveTo) return reason('no-longer-in-force', { to: indicator.effectiveTo });
  return null;
}

/** Readings that carry no figure: an untested row, or evidence that merely exists. */
function withoutFigure(indicator: Indicator, reading: Reading): { readonly outcome: Outcome; readonly reasons: readonly Reason[] } | null {
  if (reading.value.form === 'not-tested') return { outcome: 'NOT_TESTED', reasons: [reason('printed-as-not-tested')] };
  if (reading.value.form !== 'present') return null;
  if (indicator.comparator !== 'present') return { outcome: 'NOT_TESTED', reasons: [reason('evidence-without-value')] };
  return reading.value.valid ? { outcome: 'PASS', reasons: [] } : { outcome: 'EXPIRED', reasons: [reason('evidence-not-valid')] };
}

/** The row's own method first, else those the report rests on. Where the standard names no test method there is nothing to compare. */
function methodReasons(indicator: Indicator, reading: Reading): readonly Reason[] {
  const accepted = indicator.acceptedMethods.length > 0 ? indicator.acceptedMethods : [indicator.testMethod];
  if (indicator.comparator === 'present' || needsNoStandard(accepted)) return [];
  const own = reading.method !== null && /[^\s/\\—–−-]/.test(reading.method);
  const printed = own ? [reading.method ?? ''] : reading.methodsOfReport;
  const facts = { printed: printed.join(', '), wanted: accepted.join(', ') };
  switch (methodStanding(printed, accepted)) {
    case 'accepted': return own ? [] : [reason('method-of-report', facts)];
    case 'year-absent': return [reason('method-year-absent', facts)];
    case 'edition-differs': return [reason('method-edition-differs', facts)];
    case 'clause-differs': return [reason('method-clause-differs', facts)];
    case 'foreign': return [reason('method-foreign', facts)];
    case 'unreadable': return [reason('method-unknown', facts)];
  }
}

/** Rounded once to the decimals of the indicator, where it has them. */
function inRounding(indicator: Indicator, measured: Measured): Measured {
  const decimals = indicator.rounding?.decimals;
  if (decimals === undefined || measured.values.length === 0) return measured;
  const values = measured.values.map((value) => rounded(value, decimals));
  const text = values.map(intervalText).join(', ');
  if (text === measured.text) return { ...measured, values };
  return { ...measured, values, text, reasons: [...measured.reasons, reason('rounded', { value: measured.text ?? '', rounded: text, decimals: String(decimals) })] };
}

const valueText = (reading: Reading, measured: Measured): string | null =>
  reading.value.form === 'grade' ? reading.value.grade : reading.value.form === 'text' ? reading.value.text : measured.text;

/** The limit below the stars, where it is certain. */
function gatingText(indicator: Indicator, limits: Applicable): string | null {
  if (limits.form === 'one') return limitText(indicator.comparator, limits.limit.value);
  const lenient = limits.form === 'classes' && limits.ordered ? limits.limits[0] : undefined;
  return lenient === undefined ? null : limitText(indicator.comparator, lenient.value);
}

type Star = 0 | 1 | 2 | 3;
type Decision = { readonly outcome: Outcome | null; readonly star: Star | null; readonly grade: string | null; readonly reasons: readonly Reason[] };
const OUTCOME_OF = { inside: 'PASS', outside: 'FAIL', across: 'INDETERMINATE' } as const;

/** The outcome over the limits that may hold, with the star and the class the value reaches. `outcome` null where a comparison was not possible. */
function decide(indicator: Indicator, limits: Applicable, against: (limit: LimitValue) => Comparison): Decision {
  const star = indicator.limit.form === 'by-star' ? starOf(indicator.limit.stars, against) : null;
  const result = (comparison: Comparison, grade: string | null = null, reached: Star | null = star): Decision =>
    ({ outcome: comparison.standing === null ? null : OUTCOME_OF[comparison.standing], star: comparison.standing === 'inside' || reached === null ? reached : 0, grade, reasons: comparison.reasons });
  switch (limits.form) {
    case 'one': return result(against(limits.limit.value), reachedGrade(indicator, against, limits.limit.key));
    case 'none': return { outcome: null, star, grade: null, reasons: [reason('parameter-without-limit', { parameter: limits.parameter, declared: limits.declared })] };
    case 'stars-only': {
      const first = against(indicator.limit.form === 'by-star' ? indicator.limit.stars[0] : '');
      return first.standing === 'outside' ? result({ ...first, reasons: [...first.reasons, reason('below-first-star')] }) : result(first);
    }
    case 'open': {
      const facts = { parameter: limits.parameter, choices: limits.limits.map((one) => one.key).join(', ') };
      return agreed(limits.limits.map((one) => against(one.value)), reason('parameter-does-not-matter', facts),
        limits.declared === null ? reason('parameter-missing', facts) : reason('parameter-too-coarse', { ...facts, declared: limits.declared }), star);
    }
    case 'classes': {
      const [lenient] = limits.limits;
      const note = reason('grade-not-declared', { choices: limits.limits.map((one) => one.key).join(', ') });
      if (limits.ordered && lenient !== undefined) {
        const comparison = against(lenient.value);
        return result({ ...comparison, reasons: [...comparison.reasons, note] }, reachedGrade(indicator, against, null));
      }
      const passing = limits.limits.filter((one) => against(one.value).standing === 'inside').map((one) => one.key).join(', ');
      return agreed(limits.limits.map((one) => against(one.value)), note, reason('grade-decides', { passing }), star);
    }
  }
}

/** All comparisons alike: that is the outcome. Otherwise the parameter or class decides, and it is not known. */
function agreed(comparisons: readonly Comparison[], same: Reason, open: Reason, star: Star | null): Decision {
  const [first] = comparisons;
  const failed = comparisons.find((one) => one.standing === null);
  if (first === undefined || failed !== undefined) return { outcome: null, star, grade: null, reasons: [...(failed?.reasons ?? []), open] };
  const alike = comparisons.every((one) => one.standing === first.standing) && first.standing !== null && first.standing !== 'across';
  return alike && first.standing !== null ? { outcome: OUTCOME_OF[first.standing], star, grade: null, reasons: [...first.reasons, same] } : { outcome: 'INDETERMINATE', star, grade: null, reasons: [open] };
}

/** The highest star up to which every star is reached: a gap ends the climb. */
function starOf(stars: readonly LimitValue[], against: (limit: LimitValue) => Comparison): Star {
  const missed = stars.findIndex((value) => against(value).standing !== 'inside');
  return ([0, 1, 2, 3] as const)[missed < 0 ? 3 : missed] ?? 0;
}

/** For 合格品 < 一等品 < 优等品 the highest class reached, whatever was declared; for unordered classes the declared one, when it is reached. */
function reachedGrade(indicator: Indicator, against: (limit: LimitValue) => Comparison, declared: string | null): string | null {
  const limits = indicator.limit.form === 'by-grade' ? applicable(indicator, {}) : null;
  if (limits?.form !== 'classes') return null;
  if (!limits.ordered) return limits.limits.find((one) => one.key === declared && against(one.value).standing === 'inside')?.key ?? null;
  const missed = limits.limits.findIndex((one) => against(one.value).standing !== 'inside');
  return limits.limits[(missed < 0 ? limits.limits.length : missed) - 1]?.key ?? null;
}
