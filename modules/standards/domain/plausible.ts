import { decimalOf } from '#kernel/decimal.ts';
import type { Decimal } from '#kernel/decimal.ts';
import { allowed } from './interval.ts';
import { everyLimit } from './limits.ts';
import { reason } from './reasons.ts';
import type { Indicator, Interval, Reason } from './model.ts';

/**
 * The band outside which a figure is sooner a slip (a unit, a lost point, a lost exponent) than a measurement:
 * more than 1000 times the strictest limit, or, measured and not zero, less than a thousandth of it. Not judged where the
 * strictest limit is zero. Temperatures have no ratio: their band is −273.15 to 2000 degC. A measured value is negative only
 * where a limit of the indicator admits negative values, or the quantity is a temperature or a carbon footprint (wood stores carbon).
 * A bound (`<0.001`, `>10`) is held only against the upper end: a fine detection limit is no slip.
 */
export function implausible(indicator: Indicator, values: readonly Interval[]): Reason | undefined {
  const ends = values.flatMap((value) => [value.low, value.high]).filter((end) => end !== null);
  if (indicator.unit === 'degC') {
    const beyond = ends.find((end) => end.lt('-273.15') || end.gt(2000));
    return beyond === undefined ? undefined : reason('value-implausible', { value: beyond.toFixed() });
  }
  const negative = ends.find((end) => end.isNegative() && !end.isZero());
  if (negative !== undefined && !mayBeNegative(indicator)) return reason('value-negative', { value: negative.toFixed() });
  const strictest = strictestOf(indicator);
  if (strictest === undefined || strictest.isZero()) return undefined;
  const measured = values.filter((value) => value.low !== null && value.high !== null).flatMap((value) => [value.low, value.high]).filter((end) => end !== null);
  const slip = ends.find((end) => end.abs().gt(strictest.times(1000))) ?? measured.find((end) => !end.isZero() && end.abs().times(1000).lt(strictest) && !mayBeNegative(indicator));
  return slip === undefined ? undefined : reason('value-implausible', { value: slip.toFixed(), limit: strictest.toFixed() });
}

function mayBeNegative(indicator: Indicator): boolean {
  if (indicator.comparator === 'absLe' || indicator.unit.includes('CO2e')) return true;
  return everyLimit(indicator).some((limit) => {
    const set = allowed(indicator.comparator, limit);
    return (set?.low?.isNegative() ?? false) || (set?.high?.isNegative() ?? false) || (indicator.comparator === 'gt' && limit === '0');
  });
}

/** The strictest of all limits of the indicator, as an amount: the smallest for ≤, the largest for ≥ and for both ends of a band. */
function strictestOf(indicator: Indicator): Decimal | undefined {
  const amounts = everyLimit(indicator).flatMap((limit) => typeof limit === 'object' ? limit : typeof limit === 'string' ? [limit] : [])
    .flatMap((text) => decimalOf(text)?.abs() ?? []);
  const smallest = indicator.comparator === 'le' || indicator.comparator === 'lt' || indicator.comparator === 'absLe';
  return amounts.reduce<Decimal | undefined>((found, amount) => found === undefined || (smallest ? amount.lt(found) : amount.gt(found)) ? amount : found, undefined);
}
