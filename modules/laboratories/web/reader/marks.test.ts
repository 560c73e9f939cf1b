import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstRow, markOf, marksOf, methodInDoubt, stepsOf, waits } from './marks.ts';

const box = (x: number) => ({ x, y: 10, width: 40, height: 12 });

test('one cell has one number, whoever was read from it; a row without a place has none', () => {
  const marks = marksOf([{ code: 'B13-01', page: 3, box: box(1) }, { code: 'B13-02', page: 3, box: box(1.2) }, { code: 'B13-03', page: null, box: null }, { code: 'B13-04', page: 3, box: box(80) }, { code: 'B13-05', page: 4, box: box(80) }]);
  assert.deepEqual(marks.map((mark) => [mark.number, mark.page, mark.codes.join()]), [[1, 3, 'B13-01,B13-02'], [2, 3, 'B13-04'], [3, 4, 'B13-05']]);
  assert.equal(markOf(marks, 'B13-02')?.number, 1);
  assert.equal(markOf(marks, 'B13-03'), undefined);
});

test('what waits for a person comes first; an unconfirmed limit waits for nobody here', () => {
  assert.equal(waits({ outcome: 'NEEDS_REVIEW', confirmed: true }), true);
  assert.equal(waits({ outcome: 'NEEDS_REVIEW', confirmed: false }), false);
  const row = (code: string, outcome: string, at: object | null) => ({ code, outcome, confirmed: true, box: at });
  const comparison = (rows: object[]) => ({ indicators: rows }) as unknown as Parameters<typeof firstRow>[0];
  assert.equal(firstRow(comparison([row('a', 'PASS', box(1)), row('b', 'NEEDS_REVIEW', null)])), 'b');
  assert.equal(firstRow(comparison([row('a', 'NOT_TESTED', null), row('b', 'PASS', box(1))])), 'b');
  assert.equal(firstRow(comparison([])), '');
});

test('a method in doubt is one the check does not accept; one taken from the report as a whole is not', () => {
  assert.equal(methodInDoubt({ reasons: [{ code: 'method-edition-differs' }] }), true);
  assert.equal(methodInDoubt({ reasons: [{ code: 'method-of-report' }, { code: 'compared' }] }), false);
});

test('each step from the printed figure to the value is told, in the order in which it was taken', () => {
  assert.deepEqual(stepsOf({ reasons: [{ code: 'settled-by-person' }, { code: 'rounded', facts: {} }, { code: 'unit-converted', facts: { from: 'kN', to: 'N' } }] }).map((one) => one.step), ['unit-converted', 'rounded', 'settled-by-person']);
  assert.deepEqual(stepsOf({ reasons: [{ code: 'compared' }] }), []);
});
