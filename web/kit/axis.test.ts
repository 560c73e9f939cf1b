import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anchors, axisFor } from './axis.ts';

test('one limit stands at the same place whatever its size, so ticks align down the column', () => {
  for (const limit of [0.05, 5, 50, 12000]) assert.equal(axisFor('at-most', [limit]).at(limit), 62.5);
  assert.equal(axisFor('at-least', [350]).at(350), 62.5);
});

test('the most lenient of several limits stands at 80 %', () => {
  const axis = axisFor('at-most', [10, 50, 80]);
  assert.deepEqual([10, 50, 80].map(axis.at), [10, 50, 80]);
});

test('limits far apart take a logarithmic axis, and it says so', () => {
  const axis = axisFor('at-least', [350, 1500, 6000]);
  assert.equal(axis.log, true);
  const [a = 0, b = 0, c = 0] = [350, 1500, 6000].map(axis.at);
  assert.ok(a > 15 && b - a > 15 && c - b > 15 && c < 90, `${a} ${b} ${c}`);
});

test('an interval is drawn around itself when it lies far from zero, from zero when it begins there', () => {
  assert.ok(axisFor('within', [6.5, 8.5]).low > 0);
  assert.equal(axisFor('within', [0, 4]).low, 0);
  assert.ok(axisFor('within', [-2, 2]).low < -2);
});

test('whatever the value, its place lies on the axis and never goes back', () => {
  const limit = fc.double({ min: 0.001, max: 1e6, noNaN: true });
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom('at-most' as const, 'at-least' as const, 'within' as const), fc.array(limit, { minLength: 1, maxLength: 4 }), value, value, (sense, limits, x, y) => {
      const { at } = axisFor(sense, limits);
      const [small, big] = x < y ? [x, y] : [y, x];
      assert.ok(at(small) >= 0 && at(big) <= 100 && at(small) <= at(big));
    }),
  );
});

test('labels of close ticks lean away from each other', () => {
  assert.deepEqual(anchors([50], 16), ['middle']);
  assert.deepEqual(anchors([50, 58], 16), ['end', 'start']);
  assert.deepEqual(anchors([2, 98], 16), ['start', 'end']);
});
