import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Decimal, dec } from '#kernel/decimal.ts';
import { day } from '#kernel/date.ts';
import { baseEdition } from '../data/base-edition.ts';
import { readingOf } from '../test-kit/readings.ts';
import { check } from './check.ts';
import { intervalText } from './interval.ts';
import { OUTCOMES } from './model.ts';
import type { Indicator, Interval, Outcome, Parameters, Reading, ReadingValue } from './model.ts';

const ON = day('2026-11-22');
const indicators = baseEdition().kinds.flatMap((kind) => kind.indicators);
/** Measured figures with one limit, where a comparison is all there is to it. */
const plain = indicators.filter((row) => row.limit.form === 'base' && ['le', 'lt', 'ge', 'gt', 'between', 'absLe'].includes(row.comparator) && row.valueType !== 'grade' && row.aggregate === 'reported');

const judge = (indicator: Indicator, value: ReadingValue, parameters: Parameters = {}): Outcome =>
  check(indicator, parameters, { ...readingOf(indicator.code, '', value) }, ON, { confirmed: true }).outcome;

const amount = fc.integer({ min: -400, max: 4000 }).map((n) => dec(n).div(1000));
/** Around the limits of the indicator: multiples of one of its ends. */
const near = (indicator: Indicator): fc.Arbitrary<Decimal> => amount.map((factor) => factor.times(endsOf(indicator)[0] ?? '1'));
const endsOf = (indicator: Indicator): readonly string[] => indicator.limit.form !== 'base' || indicator.limit.base === true ? [] : typeof indicator.limit.base === 'string' ? [indicator.limit.base] : indicator.limit.base;

const withInterval = fc.constantFrom(...plain).chain((indicator) => fc.record({
  indicator: fc.constant(indicator),
  interval: fc.tuple(near(indicator), near(indicator), fc.boolean(), fc.boolean(), fc.constantFrom('both', 'low', 'high')).map(([a, b, lowOpen, highOpen, ends]): Interval => {
    const [low, high] = a.lte(b) ? [a, b] : [b, a];
    const same = low.eq(high);
    return { low: ends === 'high' ? null : low, lowOpen: ends === 'high' || (lowOpen && !same), high: ends === 'low' ? null : high, highOpen: ends === 'low' || (highOpen && !same) };
  }),
  widenLow: amount.map((by) => by.abs()),
  widenHigh: amount.map((by) => by.abs()),
}));

test('a limit made stricter never turns FAIL or INDETERMINATE into PASS', () => {
  fc.assert(fc.property(withInterval, ({ indicator, interval, widenLow }) => {
    const tighter = tightened(indicator, widenLow);
    const [before, after] = [judge(indicator, { form: 'interval', interval }), judge(tighter, { form: 'interval', interval })];
    assert.ok(!(before !== 'PASS' && before !== 'NEEDS_REVIEW' && after === 'PASS'), `${indicator.code} ${intervalText(interval)}: ${before} → ${after}`);
    assert.ok(!(before === 'FAIL' && after === 'INDETERMINATE'), `${indicator.code} ${intervalText(interval)}: ${before} → ${after}`);
  }), { numRuns: 400 });
});

test('less knowledge never decides: a wider interval never turns INDETERMINATE or FAIL into PASS, nor INDETERMINATE or PASS into FAIL', () => {
  fc.assert(fc.property(withInterval, ({ indicator, interval, widenLow, widenHigh }) => {
    const wider = { ...interval, low: interval.low?.minus(widenLow) ?? null, high: interval.high?.plus(widenHigh) ?? null };
    const [before, after] = [judge(indicator, { form: 'interval', interval }), judge(indicator, { form: 'interval', interval: wider })];
    assert.ok(!(['INDETERMINATE', 'FAIL'].includes(before) && after === 'PASS'), `${before} → ${after}`);
    assert.ok(!(['INDETERMINATE', 'PASS'].includes(before) && after === 'FAIL'), `${before} → ${after}`);
  }), { numRuns: 400 });
});

test('PASS means that no value in the interval breaks the limit, FAIL that every one does', () => {
  fc.assert(fc.property(withInterval, fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 }), ({ indicator, interval }, shares) => {
    const outcome = judge(indicator, { form: 'interval', interval });
    if (outcome !== 'PASS' && outcome !== 'FAIL') return;
    const low = interval.low ?? (interval.high ?? dec(0)).minus(1000);
    const high = interval.high ?? low.plus(1000);
    for (const share of shares) assert.equal(holds(indicator, low.plus(high.minus(low).times(share).div(1000))), outcome === 'PASS');
  }), { numRuns: 400 });
});

test('specimens: their order does not matter, and one more never mends a failure', () => {
  fc.assert(fc.property(fc.constantFrom(...plain).chain((indicator) => fc.tuple(fc.constant(indicator), fc.array(near(indicator), { minLength: 1, maxLength: 5 }), near(indicator))), ([indicator, values, more]) => {
    const outcome = judge(indicator, { form: 'specimens', values });
    assert.equal(judge(indicator, { form: 'specimens', values: values.toReversed() }), outcome);
    if (outcome === 'FAIL') assert.notEqual(judge(indicator, { form: 'specimens', values: [...values, more] }), 'PASS');
  }), { numRuns: 300 });
});

const wild = fc.oneof(fc.constantFrom(new Decimal(NaN), new Decimal(Infinity), new Decimal(-Infinity), dec('1e999999999'), dec('1e-999999999'), dec('-0')), fc.double().map((n) => new Decimal(n)), amount);
const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('合格', '不合格', 'A(A2-s1,d0)', 'P8', '——', '0.3MPa 不透水', '（', '[', '\\', '<5', '__proto__', 'constructor', 'GB/T 23986-2009'));
const end = fc.option(wild);
const anyValue: fc.Arbitrary<ReadingValue> = fc.oneof(
  fc.record({ low: end, lowOpen: fc.boolean(), high: end, highOpen: fc.boolean() }).map((interval): ReadingValue => ({ form: 'interval', interval })),
  fc.array(wild, { maxLength: 4 }).map((values): ReadingValue => ({ form: 'specimens', values })),
  fc.tuple(wild, wild, end).map(([low, high, mean]): ReadingValue => ({ form: 'range', low, high, mean })),
  fc.tuple(wild, wild).map(([value, plusMinus]): ReadingValue => ({ form: 'uncertain', value, plusMinus })),
  anyText.map((grade): ReadingValue => ({ form: 'grade', grade })),
  anyText.map((text): ReadingValue => ({ form: 'text', text })),
  fc.constantFrom<ReadingValue>({ form: 'not-detected' }, { form: 'not-tested' }, { form: 'unreadable' }, { form: 'present', valid: true }, { form: 'present', valid: false }),
);
const anyReading: fc.Arbitrary<Reading> = fc.record({
  printed: anyText, value: anyValue, printedUnit: fc.option(anyText), method: fc.option(anyText), methodsOfReport: fc.array(anyText, { maxLength: 3 }),
  evidence: fc.constantFrom('TEST_REPORT', 'CERTIFICATE', 'LABEL', 'EPD', 'DECLARATION'), doubts: fc.array(anyText, { maxLength: 2 }),
});
const anyParameters: fc.Arbitrary<Parameters> = fc.dictionary(fc.oneof(fc.constantFrom('grade', 'strengthGrade', 'thickness', 'type', 'base', 'diameter'), anyText), anyText, { maxKeys: 4 });
const anyIndicator: fc.Arbitrary<Indicator> = fc.tuple(fc.constantFrom(...indicators), fc.option(fc.integer({ min: 0, max: 9 })))
  .map(([indicator, decimals]) => ({ ...indicator, rounding: decimals === null ? null : { decimals } }));

test('the check never throws, and says one of the eight outcomes', () => {
  fc.assert(fc.property(anyIndicator, anyParameters, anyReading, fc.boolean(), (indicator, parameters, reading, confirmed) => {
    const judgement = check(indicator, parameters, reading, ON, { confirmed });
    assert.ok(OUTCOMES.includes(judgement.outcome));
    assert.ok(JSON.stringify(judgement).length < 4000);
    if (!confirmed) assert.ok(!['PASS', 'FAIL', 'INDETERMINATE'].includes(judgement.outcome));
    if (judgement.outcome !== 'PASS') assert.ok(judgement.reasons.length > 0, 'no outcome but PASS without a reason');
    if (judgement.outcome === 'PASS' && reading.doubts.length > 0) assert.fail('a doubt passed');
    if (judgement.outcome !== 'PASS' && judgement.star !== null) assert.equal(judgement.star, 0);
  }), { numRuns: 3000 });
});

function tightened(indicator: Indicator, by: Decimal): Indicator {
  const [first = '0', second] = endsOf(indicator);
  const moved = (end: string, sign: 1 | -1): string => dec(end).plus(by.times(sign)).toFixed();
  switch (indicator.comparator) {
    case 'ge': case 'gt': return { ...indicator, limit: { form: 'base', base: moved(first, 1) } };
    case 'between': return { ...indicator, limit: { form: 'base', base: dec(moved(first, 1)).lte(moved(second ?? '0', -1)) ? [moved(first, 1), moved(second ?? '0', -1)] : [second ?? '0', second ?? '0'] } };
    case 'absLe': return { ...indicator, limit: { form: 'base', base: Decimal.max(0, moved(first, -1)).toFixed() } };
    default: return { ...indicator, limit: { form: 'base', base: moved(first, -1) } };
  }
}

/** The comparators once more, written independently of the engine. */
function holds(indicator: Indicator, value: Decimal): boolean {
  const [first = '0', second = '0'] = endsOf(indicator);
  switch (indicator.comparator) {
    case 'le': return value.lte(first);
    case 'lt': return value.lt(first);
    case 'ge': return value.gte(first);
    case 'gt': return value.gt(first);
    case 'between': return value.gte(first) && value.lte(second);
    default: return value.abs().lte(first);
  }
}
