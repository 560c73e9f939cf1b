import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseEdition } from '../data/base-edition.ts';
import { indicatorOf } from '../test-kit/readings.ts';
import { limitScale } from './limit-scale.ts';
import { limitInWords, limitText } from './limit-text.ts';
import { parametersOf } from './parameters.ts';
import type { Comparator, LimitValue } from './model.ts';

test('a limit as sign and in words', () => {
  const rows: readonly (readonly [Comparator, LimitValue, string, string, string])[] = [
    ['le', '0.5', '≤ 0.5', '不大于 0.5', 'not more than 0.5'],
    ['lt', '1.0', '< 1.0', '小于 1.0', 'less than 1.0'],
    ['ge', '35', '≥ 35', '不小于 35', 'not less than 35'],
    ['gt', '0', '> 0', '大于 0', 'more than 0'],
    ['between', ['-4.0', '1.0'], '-4.0 ~ 1.0', '-4.0 至 1.0（含两端）', 'from -4.0 to 1.0, both included'],
    ['absLe', '30', '± 30', '偏差不超过 ±30', 'within ±30'],
    ['gradeGe', 'B1', '≥ B1', '不低于 B1 级', 'at least grade B1'],
    ['match', '不透水', '不透水', '不透水', '不透水'],
    ['present', true, '✓', '具有且有效', 'exists and is valid'],
  ];
  for (const [comparator, value, sign, zh, en] of rows) {
    assert.deepEqual([limitText(comparator, value), limitInWords(comparator, value, 'zh-CN'), limitInWords(comparator, value, 'en')], [sign, zh, en]);
  }
});

test('stars on the axis, the base as the edge of what conforms', () => {
  assert.deepEqual(limitScale(indicatorOf('B11-01'), {}), {
    unit: 'g/L', better: 'lower', conforming: { low: null, high: '80' }, axis: { start: '0', end: '128' }, log: false,
    ticks: [
      { at: '80', text: '≤ 80', role: 'base', label: 'base' }, { at: '80', text: '≤ 80', role: 'star', label: '1' },
      { at: '50', text: '≤ 50', role: 'star', label: '2' }, { at: '10', text: '≤ 10', role: 'star', label: '3' },
    ],
  });
});

test('a declared parameter leaves one limit on the axis; an undeclared one leaves all and no zone', () => {
  const declared = limitScale(indicatorOf('A01-01'), { strengthGrade: 'C30' });
  assert.deepEqual([declared?.ticks.map((tick) => tick.at), declared?.conforming, declared?.axis.end], [['30'], { low: '30', high: null }, '48']);
  const open = limitScale(indicatorOf('A01-01'), {});
  assert.deepEqual([open?.ticks.length, open?.conforming], [5, null]);
});

test('bands have two ends, negative limits an axis that begins below zero', () => {
  assert.deepEqual(limitScale(indicatorOf('B09-07'), {})?.axis, { start: '-6.4', end: '1.6' });
  assert.deepEqual(limitScale(indicatorOf('A01-02'), {})?.ticks.map((tick) => tick.at), ['-30', '30']);
  assert.equal(limitScale(indicatorOf('A01-02'), {})?.better, 'band');
  assert.deepEqual(limitScale(indicatorOf('B07-03'), { type: 'I' })?.axis, { start: '-32', end: '0' });
});

test('classes: the lenient one conforms, none does where classes are unordered and undeclared', () => {
  assert.deepEqual(limitScale(indicatorOf('B11-08'), {})?.conforming, { low: '350', high: null });
  assert.equal(limitScale(indicatorOf('B09-03'), {})?.conforming, null);
  assert.deepEqual(limitScale(indicatorOf('B09-03'), { grade: 'II' })?.conforming, { low: '450', high: null });
});

test('limits over more than two decades ask for a logarithmic axis', () => {
  const wide = { ...indicatorOf('B11-01'), limit: { form: 'by-star', base: null, stars: ['1000', '50', '5'] } } as const;
  assert.equal(limitScale(wide, {})?.log, true);
  assert.equal(limitScale({ ...wide, limit: { ...wide.limit, stars: ['500', '50', '5'] } }, {})?.log, false);
});

test('a limit of zero still has an axis; wordings, grades and certificates have none', () => {
  assert.deepEqual(limitScale(indicatorOf('C05-03'), {})?.axis, { start: '0', end: '1' });
  for (const code of ['B08-05', 'B01-07', 'B04-07', 'A01-04']) assert.equal(limitScale(indicatorOf(code), {}), undefined, code);
});

test('what a product of a kind has to declare', () => {
  const kind = baseEdition().kinds.find((one) => one.code === 'B09') ?? assert.fail();
  assert.deepEqual(parametersOf(kind), [
    { name: 'component', choices: ['S', 'M'], indicators: ['B09-01'] },
    { name: 'grade', choices: ['I', 'II', 'III', 'A', 'B'], indicators: ['B09-02', 'B09-03', 'B09-04', 'B09-08'] },
  ]);
});
