import type { Reason } from './model.ts';

/** Reasons that leave the outcome as it is and tell how it came about. */
export const NOTES = [
  'unit-converted', 'rounded', 'mean-taken', 'method-of-report', 'parameter-does-not-matter', 'grade-not-declared', 'uncertainty-straddles', 'condition-read', 'compared',
] as const;

/** Reasons that lead to a person: NEEDS_REVIEW, whatever the comparison says. */
export const DOUBTS = [
  'limit-not-confirmed', 'unreadable', 'reader-doubt', 'unit-absent', 'unit-foreign', 'method-unknown', 'method-foreign', 'method-year-absent', 'method-edition-differs', 'method-clause-differs',
  'value-implausible', 'value-negative', 'value-malformed', 'detection-limit-absent', 'specimen-count', 'characteristic-not-computed', 'mean-outside-range',
  'parameter-without-limit', 'wording-unmatched', 'verdict-without-value', 'grade-unknown', 'condition-unknown', 'validity-unknown', 'limit-unreadable',
] as const;

/** Reasons that themselves name another outcome. */
export const CAUSES = [
  'no-reading', 'printed-as-not-tested', 'evidence-of-another-kind', 'evidence-without-value', 'evidence-not-valid', 'not-yet-in-force', 'no-longer-in-force',
  'parameter-missing', 'parameter-too-coarse', 'grade-decides', 'interval-straddles', 'beyond-limit', 'wording-contrary', 'grade-too-low', 'below-first-star',
] as const;

export type ReasonCode = (typeof NOTES)[number] | (typeof DOUBTS)[number] | (typeof CAUSES)[number];
export const REASON_CODES: readonly ReasonCode[] = [...NOTES, ...DOUBTS, ...CAUSES];

export const reason = (code: ReasonCode, facts?: Readonly<Record<string, string>>): Reason => facts === undefined ? { code } : { code, facts };

const doubting: ReadonlySet<string> = new Set(DOUBTS);
export const isDoubt = (one: Reason): boolean => doubting.has(one.code);
