import { decimalOf, written } from '#kernel/decimal.ts';
import type { Decimal } from '#kernel/decimal.ts';
import { allowed } from './interval.ts';
import { applicable, everyLimit } from './limits.ts';
import { limitText } from './limit-text.ts';
import type { Indicator, LimitValue, Parameters } from './model.ts';

/** One limit on the axis, under the star, class or parameter key it stands for (`base` for the one that gates). */
export type Tick = { readonly at: string; readonly text: string; readonly role: 'base' | 'star' | 'grade' | 'parameter'; readonly label: string };

/** What a drawing of a value against its limit needs, all figures as decimal text in the unit of the standard. */
export type LimitScale = {
  readonly unit: string;
  /** Which way is better; `band` where both sides are bounded. */
  readonly better: 'lower' | 'higher' | 'band';
  readonly ticks: readonly Tick[];
  /** The values that conform; null ends are unbounded, a null zone is not known until the product declares more. */
  readonly conforming: { readonly low: string | null; readonly high: string | null } | null;
  /** Suggested ends: 1.6 times the outermost limit, zero on the other side where no limit is negative. */
  readonly axis: { readonly start: string; readonly end: string };
  /** True where positive limits span more than two decades: a linear axis would hide the strict ones. */
  readonly log: boolean;
};

/** The scale of an indicator for a product; undefined where its limit is no number (grades, wordings, certificates). */
export function limitScale(indicator: Indicator, parameters: Parameters): LimitScale | undefined {
  const numbers = everyLimit(indicator).flatMap(ends);
  const [first] = numbers;
  if (first === undefined || allowed(indicator.comparator, everyLimit(indicator)[0] ?? '') === undefined) return undefined;
  const own = applicable(indicator, parameters);
  // Only the limits that may hold for this product stand on its axis; stars and classes always do.
  const ticks = indicator.limit.form === 'by-parameter' && own.form === 'one' ? tick(indicator, own.limit.value, 'parameter', own.limit.key) : ticksOf(indicator);
  const shown = ticks.flatMap((one) => decimalOf(one.at) ?? []);
  const amounts = shown.filter((one) => one.gt(0));
  const gating = own.form === 'one' ? own.limit.value : own.form === 'classes' && own.ordered ? own.limits[0]?.value : own.form === 'stars-only' && indicator.limit.form === 'by-star' ? indicator.limit.stars[0] : undefined;
  const zone = gating === undefined ? undefined : allowed(indicator.comparator, gating);
  return {
    unit: indicator.unit,
    better: indicator.comparator === 'between' || indicator.comparator === 'absLe' ? 'band' : indicator.comparator === 'ge' || indicator.comparator === 'gt' ? 'higher' : 'lower',
    ticks,
    conforming: zone === undefined ? null : { low: zone.low === null ? null : written(zone.low), high: zone.high === null ? null : written(zone.high) },
    axis: axisOf(shown),
    log: amounts.length > 1 && amounts.length === shown.length && largest(amounts).gt(smallest(amounts).times(100)),
  };
}

const ends = (limit: LimitValue): readonly Decimal[] => (typeof limit === 'object' ? limit : typeof limit === 'string' ? [limit] : []).flatMap((text) => decimalOf(text) ?? []);
const largest = (values: readonly Decimal[]): Decimal => values.reduce((a, b) => b.gt(a) ? b : a);
const smallest = (values: readonly Decimal[]): Decimal => values.reduce((a, b) => b.lt(a) ? b : a);

function ticksOf(indicator: Indicator): readonly Tick[] {
  const { limit } = indicator;
  switch (limit.form) {
    case 'base': return tick(indicator, limit.base, 'base', 'base');
    case 'by-parameter': return Object.entries(limit.values).flatMap(([key, value]) => tick(indicator, value, 'parameter', key));
    case 'by-grade': return limit.grades.flatMap(({ grade, value }) => tick(indicator, value, 'grade', grade));
    case 'by-star': return [...(limit.base === null ? [] : tick(indicator, limit.base, 'base', 'base')), ...limit.stars.flatMap((value, at) => tick(indicator, value, 'star', String(at + 1)))];
  }
}

/** ± 30 has two ends on the axis, and so has a band. */
function tick(indicator: Indicator, value: LimitValue, role: Tick['role'], label: string): readonly Tick[] {
  const text = limitText(indicator.comparator, value);
  const at = indicator.comparator === 'absLe' ? ends(value).flatMap((end) => [end.neg(), end]) : ends(value);
  return at.map((end) => ({ at: written(end), text, role, label }));
}

function axisOf(values: readonly Decimal[]): LimitScale['axis'] {
  const zero = values[0]?.times(0);
  if (zero === undefined) return { start: '0', end: '1' };
  const [low, high] = [smallest([...values, zero]), largest([...values, zero])];
  if (low.isZero() && high.isZero()) return { start: '0', end: '1' };
  return { start: written(low.times('1.6')), end: written(high.times('1.6')) };
}
