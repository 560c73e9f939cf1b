import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figure, valueText } from './figures.ts';
import { legible, limitsOf, measuredOf } from './measured.ts';

test('values of judgements become what the kit draws; what is no number is not drawn', () => {
  assert.deepEqual(measuredOf('0.07'), { form: 'point', at: 0.07 });
  assert.deepEqual(measuredOf('-3.5'), { form: 'point', at: -3.5 });
  assert.deepEqual(measuredOf('<5'), { form: 'below', at: 5 });
  assert.deepEqual(measuredOf('≥10'), { form: 'above', at: 10 });
  assert.deepEqual(measuredOf('39~45'), { form: 'range', from: 39, to: 45 });
  assert.deepEqual(measuredOf('-2~1'), { form: 'range', from: -2, to: 1 });
  assert.deepEqual(measuredOf('0.64, 0.66, 0.61'), { form: 'each', at: [0.64, 0.66, 0.61] });
  for (const text of [null, '', 'A1', '无渗漏', 'A1, A2', '1e3']) assert.equal(measuredOf(text), null, String(text));
});

test('limits at one place are one mark with its stars; bands are written by their ends', () => {
  const tick = (at: string, role: 'base' | 'star' | 'grade', label: string) => ({ at, text: `≤ ${at}.0`, role, label });
  const scale = { unit: 'g/L', better: 'lower' as const, ticks: [tick('80', 'base', 'base'), tick('80', 'star', '1'), tick('50', 'star', '2'), tick('10', 'star', '3')], conforming: null, axis: { start: '0', end: '128' }, log: false };
  assert.deepEqual(limitsOf(scale), [{ at: 80, text: '80.0 ★', level: 1 }, { at: 50, text: '50.0 ★★', level: 2 }, { at: 10, text: '10.0 ★★★', level: 3 }]);
  const band = { ...scale, better: 'band' as const, ticks: [{ at: '-30', text: '± 30', role: 'base' as const, label: 'base' }, { at: '30', text: '± 30', role: 'base' as const, label: 'base' }] };
  assert.deepEqual(limitsOf(band).map((limit) => limit.text), ['−30', '30']);
  assert.equal(limitsOf({ ...scale, better: 'higher', ticks: [{ at: '12000', text: '≥ 12000', role: 'base', label: 'base' }] })[0]?.text, '12,000');
  assert.deepEqual(limitsOf({ ...scale, ticks: [tick('6', 'grade', '优等品'), tick('7', 'grade', 'II')] }).map((limit) => limit.level), [3, undefined]);
});

test('figures that would print over each other are left out, the lenient one stays', () => {
  const limits = [{ at: 1.5, text: '1.5' }, { at: 1.7, text: '1.7' }, { at: 1.9, text: '1.9' }];
  assert.deepEqual(legible(limits, (value) => value * 40, true).map((limit) => limit.text), ['1.5', '', '1.9']);
  assert.deepEqual(legible(limits, (value) => value * 10, false).map((limit) => limit.text), ['1.5', '', '']);
});

test('figures are grouped and carry a true minus; signs stand apart, ranges keep the wave', () => {
  assert.equal(figure('12000'), '12,000');
  assert.equal(figure('-4.0'), '−4.0');
  for (const [text, said] of [['<5', '< 5'], ['≥ 1500', '≥ 1,500'], ['39~45', '39～45'], ['-4.0 ~ 1.0', '−4.0～1.0'], ['± 30', '± 30'], ['0.64, 0.66', '0.64, 0.66'], ['≥ B1', '≥ B1'], ['不透水', '不透水'], ['1728', '1,728']] as const) assert.equal(valueText(text), said);
});
