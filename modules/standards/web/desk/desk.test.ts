import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseEdition } from '../../data/base-edition.ts';
import type { Indicator } from '../../domain/model.ts';
import type { LimitRow } from '../../contract/limits.ts';
import { csv } from './checklist.ts';
import { doubtsOf, filtered, nextOpen, NO_FILTERS, sharesOf } from './desk.ts';

type Decision = NonNullable<LimitRow['decision']>['decision'];
const decided: Readonly<Record<string, Decision>> = { 'B11-01': 'confirmed', 'B11-02': 'confirmed', 'B05-06': 'withheld' };
const row = (indicator: Indicator, kind: { code: string; nameZh: string; nameEn: string; category: string; productStandard: string; greenStandard: string | null }): LimitRow =>
  ({ ...indicator, limits: indicator.limit.form === 'by-star' ? indicator.limit.stars.map((value, at) => ({ role: 'star', label: String(at + 1), text: String(value) })) : [], param: indicator.limit.form === 'by-parameter' ? indicator.limit.param : null, kind, decision: decided[indicator.code] === undefined ? null : { decision: decided[indicator.code], by: '', organisation: '', at: '', clause: null, page: null, note: null } }) as unknown as LimitRow;
const rows = baseEdition().kinds.flatMap((kind) => kind.indicators.map((indicator) => row(indicator, kind)));
const codes = (found: readonly LimitRow[]): readonly string[] => found.map((one) => one.code);

test('the four parts of the bar are all limits, each once', () => {
  const shares = sharesOf(rows);
  assert.equal(shares.confirmed, 2);
  assert.equal(shares.withheld, 1);
  assert.equal(Object.values(shares).reduce((a, b) => a + b), rows.length);
});

test('filters hold together; brackets, case and spaces do not matter', () => {
  assert.deepEqual(codes(filtered(rows, { ...NO_FILTERS, text: 'voc b11' })), ['B11-01']);
  assert.deepEqual(codes(filtered(rows, { ...NO_FILTERS, text: '可溶性镉（Cd）' })), ['B11-05']);
  assert.deepEqual(codes(filtered(rows, { ...NO_FILTERS, standing: 'withheld' })), ['B05-06']);
  assert.ok(filtered(rows, { ...NO_FILTERS, category: 'structural', basis: 'reproduced', standing: 'open' }).every((one) => one.kind.category === 'structural' && one.basis === 'reproduced'));
  assert.equal(filtered(rows, NO_FILTERS).length, rows.length);
});

test('what is doubtful shows in the data: confidence, default factors, equal stars', () => {
  const doubts = (code: string) => doubtsOf(rows.find((one) => one.code === code)!);
  assert.deepEqual(doubts('B05-05'), ['confidence-low', 'source-unsettled', 'stars-proposed']);
  assert.deepEqual(doubts('B05-06'), ['stars-proposed', 'stars-equal']);
  assert.deepEqual(doubts('A01-07'), ['default-factor']);
  assert.deepEqual(doubts('B11-02'), []);
});

test('the next limit to confirm comes after this one, then from the top, and is none where all are decided', () => {
  assert.equal(nextOpen(rows, 'B05-05')?.code, 'B05-07');
  assert.equal(nextOpen(rows, rows.at(-1)!.code)?.code, rows[0]!.code);
  assert.equal(nextOpen(rows.filter((one) => one.decision !== null), 'B11-01'), undefined);
});

test('a cell of the checklist that would be run by a spreadsheet stays text; negative figures stay figures', () => {
  assert.equal(csv([['=1+1', '-20', '-x', 'a,b', '说"是"']]), '\uFEFF\'=1+1,-20,\'-x,"a,b","说""是"""\r\n');
});
