import type { LegalDay } from '#kernel/date.ts';

type Both = { readonly 'zh-CN': string; readonly en: string };

/** A text of law or an office's order, as it was read: `sha256` is of the file that was read, so that a later reader knows which wording it was. */
export type Source = { readonly id: string; readonly name: Both; readonly issued: string; readonly inForceFrom: LegalDay; readonly file: string; readonly sha256: string };

export const PARAMETER_GROUPS = ['tender', 'bond', 'award', 'contract', 'challenge', 'complaint', 'keeping'] as const;
export const PARAMETER_UNITS = ['day', 'working-day', 'month', 'year', 'percent'] as const;
export type ParameterUnit = (typeof PARAMETER_UNITS)[number];
export const BOUNDS = ['at-least', 'at-most', 'exactly'] as const;

/** What a rule says between two days: both included; `to` null is in force until it is changed. */
export type ParameterValue = {
  readonly from: LegalDay;
  readonly to: LegalDay | null;
  /** A decimal as text, in `unit`. */
  readonly value: string;
  readonly unit: ParameterUnit;
  readonly bound: (typeof BOUNDS)[number];
  readonly source: string;
  readonly article: string;
  /** The words of the article that give the value. */
  readonly text: string;
};

/** One figure of the law that changes with time. `runs`: a period counted forward from its start, or backward from its end; null for a proportion. */
export type Parameter = {
  readonly code: string;
  readonly group: (typeof PARAMETER_GROUPS)[number];
  readonly name: Both;
  readonly values: readonly ParameterValue[];
  readonly runs: 'forward' | 'backward' | null;
  /** The event from which the period runs (or, backward, towards which). */
  readonly starts: Both | null;
  readonly note: Both | null;
};

/** What one year's notice arranges: days off, and the weekend days that are worked instead. */
export type Holiday = { readonly name: Both; readonly from: LegalDay; readonly to: LegalDay; readonly worked: readonly LegalDay[]; readonly text: string };
export type HolidayYear = { readonly year: number; readonly notice: string; readonly name: Both; readonly publishedOn: LegalDay; readonly holidays: readonly Holiday[] };

/** Working days and holidays. Nothing is known before `knownFrom` and after `knownUntil`: no deadline is given there. */
export type LegalCalendar = { readonly knownFrom: LegalDay; readonly knownUntil: LegalDay; readonly knownUntilBecause: Both; readonly years: readonly HolidayYear[] };
