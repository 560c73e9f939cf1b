import { Decimal } from '#kernel/decimal.ts';
import { convert, unitOf, unitOfSymbol } from '#kernel/quantity.ts';
import type { Unit } from '#kernel/quantity.ts';
import { intervalText, isSound, mapped, point } from './interval.ts';
import { reason } from './reasons.ts';
import type { Indicator, Interval, Reading, Reason } from './model.ts';

/** What a reading amounts to once its unit is that of the standard and its specimens are put together as the indicator says. */
export type Measured = {
  /** Each must pass. Empty where the reading holds no number that can be compared. */
  readonly values: readonly Interval[];
  /** Where the truth may lie around a value with a stated uncertainty. */
  readonly spread: Interval | null;
  readonly text: string | null;
  readonly reasons: readonly Reason[];
};

const nothing = (...reasons: readonly Reason[]): Measured => ({ values: [], spread: null, text: null, reasons });

/** The comparable values of a numeric reading, in the unit of the indicator. */
export function measuredOf(indicator: Indicator, reading: Reading): Measured {
  const { value } = reading;
  switch (value.form) {
    case 'interval': return inUnit(indicator, reading, [value.interval], null, []);
    case 'uncertain': return inUnit(indicator, reading, [point(value.value)], { low: value.value.minus(value.plusMinus.abs()), lowOpen: false, high: value.value.plus(value.plusMinus.abs()), highOpen: false }, []);
    case 'specimens': return specimens(indicator, reading, value.values);
    case 'range': return range(indicator, reading, value.low, value.high, value.mean);
    default: return nothing();
  }
}

/** Several specimens: the mean where the indicator is a mean, otherwise every one must pass, which is the adverse end of min, max and each. */
function specimens(indicator: Indicator, reading: Reading, values: readonly Decimal[]): Measured {
  if (values.length === 0 || !values.every((value) => isSound(point(value)))) return nothing(reason('value-malformed'));
  switch (indicator.aggregate) {
    case 'mean-of-3':
      if (values.length !== 3) return inUnit(indicator, reading, values.map(point), null, [reason('specimen-count', { found: String(values.length), wanted: '3' })]);
      return inUnit(indicator, reading, [point(meanOf(values))], null, [reason('mean-taken', { count: '3' })]);
    case 'mean': return inUnit(indicator, reading, [point(meanOf(values))], null, [reason('mean-taken', { count: String(values.length) })]);
    case 'characteristic': return inUnit(indicator, reading, values.map(point), null, values.length === 1 ? [] : [reason('characteristic-not-computed')]);
    default: return inUnit(indicator, reading, values.map(point), null, []);
  }
}

/** `43 39~45`: the printed mean for a mean; both ends otherwise. A mean that is not printed lies somewhere in the range. */
function range(indicator: Indicator, reading: Reading, low: Decimal, high: Decimal, mean: Decimal | null): Measured {
  const whole: Interval = { low, lowOpen: false, high, highOpen: false };
  if (!isSound(whole) || (mean !== null && !isSound(point(mean)))) return nothing(reason('value-malformed'));
  const contradiction = mean !== null && (mean.lt(low) || mean.gt(high)) ? [reason('mean-outside-range')] : [];
  switch (indicator.aggregate) {
    case 'mean': case 'mean-of-3': return inUnit(indicator, reading, [mean === null ? whole : point(mean)], null, contradiction);
    case 'characteristic': return inUnit(indicator, reading, [point(low), point(high)], null, [...contradiction, reason('characteristic-not-computed')]);
    default: return asRange(inUnit(indicator, reading, [point(low), point(high)], null, contradiction));
  }
}

const meanOf = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), new Decimal(0)).div(values.length);

/** Two ends of a range are shown as a range, not as two results. */
function asRange(measured: Measured): Measured {
  const [first, last] = measured.values;
  return first && last ? { ...measured, text: intervalText({ ...first, high: last.high, highOpen: last.highOpen }) } : measured;
}

/** A printed unit is needed except for ratios, counts and grades; `/` and dashes in the unit column mean none. */
const unitMayBeAbsent = (indicator: Indicator): boolean => indicator.unit === '1' || indicator.unit === '' || indicator.valueType === 'count' || indicator.valueType === 'grade';

function inUnit(indicator: Indicator, reading: Reading, values: readonly Interval[], spread: Interval | null, reasons: readonly Reason[]): Measured {
  if (![...values, ...(spread === null ? [] : [spread])].every(isSound)) return nothing(...reasons, reason('value-malformed'));
  const plain = (extra: readonly Reason[]): Measured => ({ values, spread, text: textOf(values), reasons: [...reasons, ...extra] });
  const printed = reading.printedUnit === null || /^[\s/\\—–−-]*$/.test(reading.printedUnit) ? null : reading.printedUnit;
  if (indicator.valueType === 'grade') return plain([]);
  if (printed === null) return plain(unitMayBeAbsent(indicator) ? [] : [reason('unit-absent', { unit: indicator.unit })]);
  const [from, to] = [unitOf(printed), unitOfSymbol(indicator.unit)];
  const foreign = (): Measured => nothing(...reasons, reason('unit-foreign', { printed, unit: indicator.unit }));
  if (from === undefined || to === undefined || from.dimension !== to.dimension) return foreign();
  if (from.symbol === to.symbol) return plain([]);
  const change = (value: Decimal): Decimal => inOther(value, from, to);
  const converted = values.map((value) => mapped(value, change));
  const note = reason('unit-converted', { from: from.symbol, to: to.symbol, value: textOf(values), converted: textOf(converted) });
  return { values: converted, spread: spread === null ? null : mapped(spread, change), text: textOf(converted), reasons: [...reasons, note] };
}

const inOther = (value: Decimal, from: Unit, to: Unit): Decimal => convert(value, from, to) ?? value;
const textOf = (values: readonly Interval[]): string => values.map(intervalText).join(', ');
