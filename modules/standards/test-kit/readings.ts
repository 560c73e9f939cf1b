import { dec } from '#kernel/decimal.ts';
import { baseEdition } from '../data/base-edition.ts';
import { point } from '../domain/interval.ts';
import type { Indicator, Reading, ReadingValue } from '../domain/model.ts';

/** Builders of readings for tests. Their defaults succeed (the unit and the method of the indicator, its first kind of evidence, no doubt); each test changes one fact. */

const all = new Map(baseEdition().kinds.flatMap((kind) => kind.indicators).map((indicator) => [indicator.code, indicator]));

export function indicatorOf(code: string): Indicator {
  const indicator = all.get(code);
  if (indicator === undefined) throw new Error(`no indicator ${code}`);
  return indicator;
}

export function readingOf(code: string, printed: string, value: ReadingValue, change: Partial<Reading> = {}): Reading {
  const indicator = indicatorOf(code);
  return { printed, value, printedUnit: indicator.unit === '' ? null : indicator.unit, method: indicator.testMethod, methodsOfReport: [], evidence: indicator.evidenceKinds[0] ?? 'TEST_REPORT', doubts: [], ...change };
}

export const text = (code: string, printed: string): Reading => readingOf(code, printed, { form: 'text', text: printed });
export const grade = (code: string, printed: string): Reading => readingOf(code, printed, { form: 'grade', grade: printed });
export const certificate = (code: string, valid: boolean): Reading => readingOf(code, '', { form: 'present', valid });

/** A numeric reading from plain notation: `0.07`, `<0.01`, `>=10`, `39~45` (with its mean), `618, 702`, `0.120±0.006`. No reader: the tests' own shorthand. */
export const measured = (code: string, printed: string, mean: string | null = null, change: Partial<Reading> = {}): Reading => readingOf(code, printed, valueOf(printed, mean), change);

function valueOf(printed: string, mean: string | null): ReadingValue {
  const [low, high] = printed.split('~');
  if (low !== undefined && high !== undefined) return { form: 'range', low: dec(low), high: dec(high), mean: mean === null ? null : dec(mean) };
  const [value, plusMinus] = printed.split('±');
  if (value !== undefined && plusMinus !== undefined) return { form: 'uncertain', value: dec(value), plusMinus: dec(plusMinus) };
  if (printed.includes(',')) return { form: 'specimens', values: printed.split(',').map((one) => dec(one)) };
  const [, sign, bound = ''] = /^([<>]=?)(.+)$/.exec(printed) ?? [];
  switch (sign) {
    case '<': case '<=': return { form: 'interval', interval: { low: null, lowOpen: true, high: dec(bound), highOpen: sign === '<' } };
    case '>': case '>=': return { form: 'interval', interval: { low: dec(bound), lowOpen: sign === '>', high: null, highOpen: true } };
    default: return { form: 'interval', interval: point(dec(printed)) };
  }
}
