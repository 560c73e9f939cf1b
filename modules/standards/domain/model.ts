import type { Decimal } from '#kernel/decimal.ts';

/** How a value is held against its limit. `le`: value ≤ limit; `between`: both ends belong; `absLe`: |value| ≤ limit; `gradeGe`: at least this grade; `match`: text equivalence; `present`: the evidence exists and is valid. */
export type Comparator = 'le' | 'lt' | 'ge' | 'gt' | 'between' | 'absLe' | 'gradeGe' | 'match' | 'present';

/** Decimals are text (`"0.124"`), a closed interval is a pair, a grade or a wording is text, `present` is true. */
export type LimitValue = string | readonly [string, string] | true;

/** One limit in the four forms the standard knows. */
export type Limit =
  /** One limit for every product. */
  | { readonly form: 'base'; readonly base: LimitValue }
  /** By a parameter of the product (strength grade, thickness, type). Keys may be ranges such as `6-12`, `>=7.5` or `v<=2.5`. */
  | { readonly form: 'by-parameter'; readonly param: string; readonly values: Readonly<Record<string, LimitValue>> }
  /** By the class the product declares under its product standard (I/II/III, C1/C2, 合格品/一等品/优等品), parameter name `grade`. */
  | { readonly form: 'by-grade'; readonly grades: readonly { readonly grade: string; readonly value: LimitValue }[] }
  /** By star, lenient to strict. `base` gates a purchase where it is given; the stars never do. */
  | { readonly form: 'by-star'; readonly base: LimitValue | null; readonly stars: readonly [LimitValue, LimitValue, LimitValue] };

export type EvidenceKind = 'TEST_REPORT' | 'CERTIFICATE' | 'LABEL' | 'EPD' | 'DECLARATION';
export type ValueType = 'number' | 'count' | 'derived' | 'grade' | 'text' | 'boolean' | 'passAtCondition';
export type Aggregate = 'reported' | 'mean' | 'mean-of-3' | 'each' | 'min' | 'max' | 'characteristic';

/** One indicator of a kind, as an edition fixes it. Null is unknown, except `rounding` (full-value comparison), `mandatory` (mandatory) and the dates (those of the edition). */
export type Indicator = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Canonical symbol of kernel/quantity, `1` for a ratio, `` for none. */
  readonly unit: string;
  readonly comparator: Comparator;
  readonly limit: Limit;
  readonly testMethod: string;
  readonly acceptedMethods: readonly string[];
  readonly sourceStandard: string;
  readonly clause: string | null;
  readonly attribute: 'green' | 'quality';
  readonly valueType: ValueType;
  readonly aggregate: Aggregate;
  readonly evidenceKinds: readonly EvidenceKind[];
  readonly gradeBasis: 'none' | 'standard' | 'proposed';
  readonly basis: 'reproduced' | 'recalled';
  readonly confidence: 'high' | 'medium' | 'low';
  /** Null: full-value comparison (全数值比较法, GB/T 8170-2008 4.3.2). A number: rounded-value comparison to so many decimals (4.3.3). */
  readonly rounding: { readonly decimals: number } | null;
  readonly mandatory: boolean | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly note: string | null;
};

export type Kind = {
  readonly code: string;
  readonly category: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly huzhouSpecialty: boolean;
  readonly productStandard: string;
  readonly greenStandard: string | null;
  readonly clauseClass: 'mandatory' | 'optional' | null;
  readonly supersession: readonly { readonly old: string; readonly new: string; readonly effective: string | null; readonly confidence: string }[];
  readonly note: string | null;
  readonly indicators: readonly Indicator[];
};

export type Category = { readonly code: string; readonly nameZh: string; readonly nameEn: string };

/** An edition of the requirement as data: the national base or a draft. Which limits a city confirmed is the city's, not the edition's. */
export type Edition = {
  readonly id: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly status: 'draft' | 'published';
  readonly disclaimerZh: string;
  readonly disclaimerEn: string;
  readonly categories: readonly Category[];
  readonly kinds: readonly Kind[];
};

/** What the product says of itself: `{ strengthGrade: "C30", thickness: "9.5" }`. */
export type Parameters = Readonly<Record<string, string>>;

/** A possible value: the ends are where the truth may lie; null is unbounded; `open` when the end itself is excluded. */
export type Interval = {
  readonly low: Decimal | null;
  readonly lowOpen: boolean;
  readonly high: Decimal | null;
  readonly highOpen: boolean;
};

/** What a piece of evidence says of one indicator, before it is judged. */
export type ReadingValue =
  /** 0.07 · <0.01 (censored) · ≥10 · a single printed result. */
  | { readonly form: 'interval'; readonly interval: Interval }
  /** 0.64, 0.66, 0.61: each specimen. */
  | { readonly form: 'specimens'; readonly values: readonly Decimal[] }
  /** 39~45, with the mean where it is printed beside it (43 39~45). */
  | { readonly form: 'range'; readonly low: Decimal; readonly high: Decimal; readonly mean: Decimal | null }
  /** 0.120±0.006: simple acceptance on the value, flagged where the interval straddles the limit (ISO/IEC 17025 7.8.6). */
  | { readonly form: 'uncertain'; readonly value: Decimal; readonly plusMinus: Decimal }
  /** A1, B1, E0, P8, RG0, 3级. */
  | { readonly form: 'grade'; readonly grade: string }
  /** 无渗漏, 合格, Pass. */
  | { readonly form: 'text'; readonly text: string }
  /** ND without a detection limit. */
  | { readonly form: 'not-detected' }
  /** —— or / or blank: the item stands in the report and was not tested. */
  | { readonly form: 'not-tested' }
  /** A certificate, label, EPD or declaration that exists; `valid` on the day of the check. */
  | { readonly form: 'present'; readonly valid: boolean }
  | { readonly form: 'unreadable' };

export type Reading = {
  readonly printed: string;
  readonly value: ReadingValue;
  /** The unit as printed, in the cell, the item or the head; null where none is printed. */
  readonly printedUnit: string | null;
  /** The method as printed in the row; null where the row names none (then the report's basis counts, see `methodsOfReport`). */
  readonly method: string | null;
  /** Every standard the report names as its basis, for rows that name no method. */
  readonly methodsOfReport: readonly string[];
  /** Kind of evidence this reading comes from. */
  readonly evidence: EvidenceKind;
  /** Doubts of the reader, each a code with the wording in the catalogues; any doubt leads to a person. */
  readonly doubts: readonly string[];
};

/** The eight outcomes. Only PASS opens a gate. */
export type Outcome = 'PASS' | 'FAIL' | 'NOT_TESTED' | 'INDETERMINATE' | 'NEEDS_REVIEW' | 'NOT_COVERED' | 'EXPIRED' | 'INTEGRITY';
export const OUTCOMES: readonly Outcome[] = ['PASS', 'FAIL', 'NOT_TESTED', 'INDETERMINATE', 'NEEDS_REVIEW', 'NOT_COVERED', 'EXPIRED', 'INTEGRITY'];

/** Why an outcome is what it is: a code with its wording in both languages, and the figures the wording shows. */
export type Reason = { readonly code: string; readonly facts?: Readonly<Record<string, string>> };

/** The judgement of one indicator: enough to redo it by hand. Stored as it is. */
export type Judgement = {
  readonly code: string;
  readonly outcome: Outcome;
  /** Printed characters, or null where the evidence says nothing. */
  readonly printed: string | null;
  /** The value that was compared, in the unit of the standard, as text (`0.07`, `<5`, `39~45`); null where there is none. */
  readonly value: string | null;
  readonly unit: string;
  /** The limit that gates, as text (`≤ 0.5`); null where only stars exist or the parameter is missing. */
  readonly limit: string | null;
  /** Highest star or grade this indicator proves; null where it has none. */
  readonly star: 0 | 1 | 2 | 3 | null;
  readonly grade: string | null;
  /** True where a limit below the stars exists: only these gate a purchase. */
  readonly gates: boolean;
  readonly confirmed: boolean;
  readonly reasons: readonly Reason[];
};
