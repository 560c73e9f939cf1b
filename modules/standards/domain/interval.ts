import { Decimal, decimalOf, written } from '#kernel/decimal.ts';
import type { Comparator, Interval, LimitValue } from './model.ts';

/** Where a possible value stands against what is allowed: wholly inside, wholly outside, or across the edge. */
export type Standing = 'inside' | 'outside' | 'across';

export const point = (value: Decimal): Interval => ({ low: value, lowOpen: false, high: value, highOpen: false });
export const isPoint = (interval: Interval): boolean =>
  interval.low !== null && interval.high !== null && interval.low.eq(interval.high) && !interval.lowOpen && !interval.highOpen;

/** The values a limit allows; undefined where the limit has not the shape of its comparator. `lt` and `gt` leave the limit itself out. */
export function allowed(comparator: Comparator, limit: LimitValue): Interval | undefined {
  if (comparator === 'between') {
    if (typeof limit !== 'object') return undefined;
    const [low, high] = [decimalOf(limit[0]), decimalOf(limit[1])];
    return low === undefined || high === undefined ? undefined : { low, lowOpen: false, high, highOpen: false };
  }
  const value = typeof limit === 'string' ? decimalOf(limit) : undefined;
  if (value === undefined) return undefined;
  switch (comparator) {
    case 'le': return { low: null, lowOpen: true, high: value, highOpen: false };
    case 'lt': return { low: null, lowOpen: true, high: value, highOpen: true };
    case 'ge': return { low: value, lowOpen: false, high: null, highOpen: true };
    case 'gt': return { low: value, lowOpen: true, high: null, highOpen: true };
    case 'absLe': return { low: value.neg(), lowOpen: false, high: value, highOpen: false };
    default: return undefined;
  }
}

/** PASS needs the whole interval inside, FAIL the whole interval outside; everything else is not decided by this evidence (`<5` against ≤ 3). */
export function standing(possible: Interval, set: Interval): Standing {
  const lowInside = set.low === null || (possible.low !== null && (possible.low.gt(set.low) || (possible.low.eq(set.low) && (!set.lowOpen || possible.lowOpen))));
  const highInside = set.high === null || (possible.high !== null && (possible.high.lt(set.high) || (possible.high.eq(set.high) && (!set.highOpen || possible.highOpen))));
  if (lowInside && highInside) return 'inside';
  const below = possible.high !== null && set.low !== null && (possible.high.lt(set.low) || (possible.high.eq(set.low) && (possible.highOpen || set.lowOpen)));
  const above = possible.low !== null && set.high !== null && (possible.low.gt(set.high) || (possible.low.eq(set.high) && (possible.lowOpen || set.highOpen)));
  return below || above ? 'outside' : 'across';
}

/** Each value must stand inside: one outside decides, one across leaves it open. */
export function worst(standings: readonly Standing[]): Standing {
  if (standings.includes('outside')) return 'outside';
  return standings.length === 0 || standings.includes('across') ? 'across' : 'inside';
}

/** Both ends through one monotone change (a conversion, a rounding). */
export const mapped = (interval: Interval, change: (value: Decimal) => Decimal): Interval => ({
  ...interval, low: interval.low === null ? null : change(interval.low), high: interval.high === null ? null : change(interval.high),
});

/**
 * Rounds once, half to even (GB/T 8170-2008 3.2). An end that was excluded becomes included: values just under it round to it,
 * so the rounded interval holds every value that may come out and nothing is decided too early.
 */
export const rounded = (interval: Interval, decimals: number): Interval => ({
  ...mapped(interval, (value) => value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_EVEN)), lowOpen: interval.low === null, highOpen: interval.high === null,
});

/** Beyond this size no printed figure is a measurement, and writing it in full would take unbounded room. */
const soundDecimal = (value: Decimal | null): boolean => value === null || (value.isFinite() && (value.isZero() || Math.abs(value.e) <= 30) && value.precision() <= 60);

/** False for ends that are no numbers, absurdly large or small, or the wrong way round. */
export function isSound(interval: Interval): boolean {
  if (!soundDecimal(interval.low) || !soundDecimal(interval.high)) return false;
  if (interval.low === null || interval.high === null) return interval.low !== null || interval.high !== null;
  return interval.low.lt(interval.high) || isPoint(interval);
}

/** As it is shown: `0.07`, `<5`, `≥10`, `39~45`. */
export function intervalText(interval: Interval): string {
  const { low, high } = interval;
  if (low !== null && high !== null) return low.eq(high) ? shown(low) : `${interval.lowOpen ? '>' : ''}${shown(low)}~${interval.highOpen ? '<' : ''}${shown(high)}`;
  if (high !== null) return `${interval.highOpen ? '<' : '≤'}${shown(high)}`;
  return low === null ? '' : `${interval.lowOpen ? '>' : '≥'}${shown(low)}`;
}

/** Eight digits show a mean that does not end; the comparison itself keeps all of them. */
const shown = (value: Decimal): string => written(value.decimalPlaces() > 6 ? value.toSignificantDigits(8, Decimal.ROUND_HALF_EVEN) : value);
