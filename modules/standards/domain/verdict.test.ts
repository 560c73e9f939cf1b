import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '#kernel/date.ts';
import { baseEdition } from '../data/base-edition.ts';
import { certificate, measured, readingOf, text } from '../test-kit/readings.ts';
import { check } from './check.ts';
import { underReport } from './report-finding.ts';
import { verdictOf } from './verdict.ts';
import type { Judgement, Kind, Parameters, Reading } from './model.ts';

const ON = day('2026-11-22');
const kind = (code: string): Kind => baseEdition().kinds.find((one) => one.code === code) ?? assert.fail(code);
const judged = (code: string, readings: readonly (readonly [string, Reading])[], unconfirmed: readonly string[] = [], parameters: Parameters = {}): readonly Judgement[] =>
  kind(code).indicators.map((indicator) => check(indicator, parameters, readings.find(([of]) => of === indicator.code)?.[1] ?? null, ON, { confirmed: !unconfirmed.includes(indicator.code) }));

/** An interior paint whose report passes everything; each test changes one row. */
const PAINT: readonly (readonly [string, string])[] = [['B11-01', '8'], ['B11-02', '5'], ['B11-03', '10'], ['B11-04', '<10'], ['B11-05', '<5'], ['B11-06', '<5'], ['B11-07', '<5'], ['B11-08', '7000']];
const paint = (change: Readonly<Record<string, Reading | null>> = {}): readonly (readonly [string, Reading])[] =>
  PAINT.flatMap(([code, printed]) => {
    const reading = Object.hasOwn(change, code) ? change[code] ?? null : measured(code, printed);
    return reading === null ? [] : [[code, reading] as const];
  });

test('every confirmed gating indicator is PASS: the gate opens, three stars', () => {
  const verdict = verdictOf(kind('B11'), judged('B11', paint()));
  assert.deepEqual([verdict.verdict, verdict.gateOpen, verdict.star, verdict.unproven], ['PASS', true, 3, []]);
});

test('an indicator the report does not mention is still to prove and keeps the gate closed', () => {
  const verdict = verdictOf(kind('B11'), judged('B11', paint({ 'B11-05': null })));
  assert.deepEqual([verdict.verdict, verdict.gateOpen, verdict.unproven], ['NOT_PROVEN', false, ['B11-05']]);
});

test('one failure decides, whatever else is missing or doubtful, and takes the star', () => {
  const verdict = verdictOf(kind('B11'), judged('B11', paint({ 'B11-02': measured('B11-02', '51'), 'B11-03': null, 'B11-04': text('B11-04', '合格') })));
  assert.deepEqual([verdict.verdict, verdict.failing, verdict.toReview, verdict.unproven, verdict.star], ['FAIL', ['B11-02'], ['B11-04'], ['B11-03'], 0]);
});

test('a person goes before missing evidence', () => {
  const verdict = verdictOf(kind('B11'), judged('B11', paint({ 'B11-03': null, 'B11-04': measured('B11-04', '<200') })));
  assert.deepEqual([verdict.verdict, verdict.toReview, verdict.gateOpen], ['NEEDS_REVIEW', ['B11-04'], false]);
});

test('stars only lower the star: 60 g/L of VOC buys with one star', () => {
  const verdict = verdictOf(kind('B11'), judged('B11', paint({ 'B11-01': measured('B11-01', '60') })));
  assert.deepEqual([verdict.verdict, verdict.gateOpen, verdict.star], ['PASS', true, 1]);
});

test('nothing confirmed is NEEDS_REVIEW, never PASS', () => {
  const all = kind('B11').indicators.map((indicator) => indicator.code);
  const verdict = verdictOf(kind('B11'), judged('B11', paint(), all));
  assert.deepEqual([verdict.verdict, verdict.gateOpen, verdict.star, verdict.unconfirmed], ['NEEDS_REVIEW', false, 0, all]);
  assert.equal(verdictOf(kind('B11'), []).verdict, 'NEEDS_REVIEW');
});

test('an unconfirmed limit neither opens nor closes the gate', () => {
  assert.equal(verdictOf(kind('B11'), judged('B11', paint({ 'B11-02': measured('B11-02', '51') }), ['B11-02'])).verdict, 'PASS');
});

test('an unconfirmed or unproven star limit proves no star', () => {
  assert.equal(verdictOf(kind('B11'), judged('B11', paint(), ['B11-01'])).star, 0);
  assert.equal(verdictOf(kind('B11'), judged('B11', paint({ 'B11-01': null }))).star, 0);
});

test('the star is the lowest of all graded indicators, and star 0 closes no gate where only stars exist', () => {
  const window = (q1: string): readonly (readonly [string, Reading])[] => [
    ['B05-01', measured('B05-01', q1)], ['B05-02', measured('B05-02', '1.4')], ['B05-03', measured('B05-03', '600')], ['B05-04', measured('B05-04', '5.2')],
    ['B05-05', measured('B05-05', '1.7')], ['B05-06', measured('B05-06', '36')], ['B05-07', measured('B05-07', '200')],
  ];
  const verdict = (q1: string): unknown => {
    const { verdict: said, star, gateOpen } = verdictOf(kind('B05'), judged('B05', window(q1), [], { design: '9' }));
    return [said, star, gateOpen];
  };
  assert.deepEqual(verdict('0.4'), ['PASS', 3, true]);
  assert.deepEqual(verdict('0.9'), ['PASS', 2, true]);
  assert.deepEqual(verdict('2.0'), ['PASS', 0, true]);
});

test('a kind without stars has none', () => {
  assert.equal(verdictOf(kind('A05'), judged('A05', [])).star, null);
});

test('of two reports the graver counts, and silence of one is no gap', () => {
  const first = judged('B11', paint({ 'B11-05': null }));
  const second = judged('B11', [['B11-05', measured('B11-05', '<5')]]);
  assert.equal(verdictOf(kind('B11'), [...first, ...second]).verdict, 'PASS');
  const third = judged('B11', [['B11-01', measured('B11-01', '95')]]);
  assert.equal(verdictOf(kind('B11'), [...first, ...second, ...third]).verdict, 'FAIL');
});

test('an indicator not in force on the day asks for nothing', () => {
  const later: Kind = { ...kind('B11'), indicators: kind('B11').indicators.map((indicator) => indicator.code === 'B11-05' ? { ...indicator, effectiveFrom: '2027-01-01' } : indicator) };
  const judgements = later.indicators.map((indicator) => check(indicator, {}, paint({ 'B11-05': null }).find(([code]) => code === indicator.code)?.[1] ?? null, ON, { confirmed: true }));
  assert.equal(verdictOf(later, judgements).verdict, 'PASS');
});

test('a certificate that ran out has lapsed', () => {
  const glass = judged('B04', [['B04-07', certificate('B04-07', false)]]);
  assert.deepEqual(verdictOf(kind('B04'), glass).lapsed, ['B04-07']);
});

test('a report that does not count proves none of its rows: another model, too old, contradictory', () => {
  const [row = assert.fail()] = judged('B11', paint());
  const covered = (outcome: 'NOT_COVERED' | 'EXPIRED' | 'INTEGRITY') => ({ outcome, reason: { code: `report-${outcome}` } });
  const other = underReport(row, [covered('EXPIRED'), covered('INTEGRITY')]);
  assert.deepEqual([other.outcome, other.star, other.reasons.map((one) => one.code)], ['INTEGRITY', 0, ['report-EXPIRED', 'report-INTEGRITY', 'compared']]);
  assert.equal(underReport(row, [covered('NOT_COVERED')]).outcome, 'NOT_COVERED');
  assert.equal(underReport(row, []), row);
  const [silent = assert.fail()] = judged('B11', [['B11-01', readingOf('B11-01', '/', { form: 'not-tested' })]]);
  assert.equal(underReport(silent, [covered('EXPIRED')]).outcome, 'NOT_TESTED');
  assert.deepEqual(verdictOf(kind('B11'), judged('B11', paint()).map((one) => underReport(one, [covered('NOT_COVERED')]))).verdict, 'NOT_PROVEN');
  assert.deepEqual(verdictOf(kind('B11'), judged('B11', paint()).map((one) => underReport(one, [covered('INTEGRITY')]))).verdict, 'NEEDS_REVIEW');
});
