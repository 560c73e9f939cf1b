import { gates } from './limits.ts';
import type { Indicator, Judgement, Kind, Outcome } from './model.ts';

/**
 * What all judgements of a product say together.
 * `FAIL`: a confirmed limit is broken. `NEEDS_REVIEW`: nothing is broken, but a person must look, or the city has confirmed nothing yet.
 * `NOT_PROVEN` (尚待证明): all that was proven passes, and evidence is still missing or has lapsed. `PASS`: it may be bought.
 */
export type KindVerdict = 'PASS' | 'FAIL' | 'NEEDS_REVIEW' | 'NOT_PROVEN';
export const KIND_VERDICTS: readonly KindVerdict[] = ['PASS', 'FAIL', 'NEEDS_REVIEW', 'NOT_PROVEN'];

export type Verdict = {
  readonly kind: string;
  readonly verdict: KindVerdict;
  /** The star all graded indicators prove together; null where the kind has none. */
  readonly star: 0 | 1 | 2 | 3 | null;
  /** True only for PASS. */
  readonly gateOpen: boolean;
  /** Codes of confirmed gating indicators that fail. */
  readonly failing: readonly string[];
  /** … that a person must look at: NEEDS_REVIEW, INDETERMINATE, INTEGRITY. */
  readonly toReview: readonly string[];
  /** … that no evidence mentions: NOT_TESTED, or not judged at all. */
  readonly unproven: readonly string[];
  /** … whose evidence has run out or covers another product: EXPIRED, NOT_COVERED. */
  readonly lapsed: readonly string[];
  /** Codes in force whose limit the city has not confirmed: they neither open nor close the gate. */
  readonly unconfirmed: readonly string[];
};

/** Of two outcomes for one indicator from two pieces of evidence the graver one counts; NOT_TESTED says nothing beside another. */
const GRAVITY: readonly Outcome[] = ['NOT_TESTED', 'PASS', 'NOT_COVERED', 'EXPIRED', 'INDETERMINATE', 'NEEDS_REVIEW', 'INTEGRITY', 'FAIL'];

/**
 * A product may be bought when every confirmed indicator of its kind that has a limit below the stars, and is in force, is PASS.
 * A kind without such an indicator is NEEDS_REVIEW, never PASS. Order of the verdicts: FAIL, NEEDS_REVIEW, NOT_PROVEN, PASS.
 * The star is the highest that ALL star-graded indicators in force prove; one without proof, or with an unconfirmed limit, proves 0.
 * A product that fails has no star.
 */
export function verdictOf(kind: Kind, judgements: readonly Judgement[]): Verdict {
  const rows = kind.indicators.map((indicator) => ({ indicator, judgement: graver(judgements.filter((one) => one.code === indicator.code)) }))
    .filter(({ judgement }) => judgement === null || !outOfForce(judgement));
  const gating = rows.filter(({ indicator, judgement }) => judgement === null ? gates(indicator) : judgement.gates && judgement.confirmed);
  const codes = (...outcomes: readonly Outcome[]): readonly string[] => gating
    .filter(({ judgement }) => outcomes.includes(judgement?.outcome ?? 'NOT_TESTED')).map(({ indicator }) => indicator.code);
  const found = {
    failing: codes('FAIL'), toReview: codes('NEEDS_REVIEW', 'INDETERMINATE', 'INTEGRITY'), unproven: codes('NOT_TESTED'), lapsed: codes('EXPIRED', 'NOT_COVERED'),
    unconfirmed: rows.filter(({ judgement }) => judgement !== null && !judgement.confirmed).map(({ indicator }) => indicator.code),
  };
  const anyConfirmed = gating.some(({ judgement }) => judgement !== null);
  const verdict: KindVerdict = found.failing.length > 0 ? 'FAIL'
    : found.toReview.length > 0 || !anyConfirmed ? 'NEEDS_REVIEW'
      : found.unproven.length > 0 || found.lapsed.length > 0 ? 'NOT_PROVEN' : 'PASS';
  return { kind: kind.code, verdict, star: starOf(rows, verdict), gateOpen: verdict === 'PASS', ...found };
}

const outOfForce = (judgement: Judgement): boolean => judgement.reasons.some((one) => one.code === 'not-yet-in-force' || one.code === 'no-longer-in-force');

function graver(judgements: readonly Judgement[]): Judgement | null {
  return judgements.reduce<Judgement | null>((found, one) => found === null || GRAVITY.indexOf(one.outcome) > GRAVITY.indexOf(found.outcome) ? one : found, null);
}

function starOf(rows: readonly { readonly indicator: Indicator; readonly judgement: Judgement | null }[], verdict: KindVerdict): Verdict['star'] {
  const graded = rows.filter(({ indicator }) => indicator.limit.form === 'by-star');
  if (graded.length === 0) return null;
  if (verdict === 'FAIL') return 0;
  const proven = graded.map(({ judgement }) => judgement?.outcome === 'PASS' && judgement.confirmed ? judgement.star ?? 0 : 0);
  return proven.reduce<0 | 1 | 2 | 3>((lowest, star) => star < lowest ? star : lowest, 3);
}
