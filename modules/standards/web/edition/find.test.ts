import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseEdition } from '../../data/base-edition.ts';
import { find } from './find.ts';

const edition = baseEdition();
const view = { categories: edition.categories.map((category) => ({ ...category, kinds: edition.kinds.filter((kind) => kind.category === category.code).map((kind) => ({ ...kind, indicators: kind.indicators.length, confirmed: 0, gatesConfirmed: false, measured: [...kind.indicators] })) })) };
const found = (asked: string): readonly string[] => find(view, asked).map(({ kind, indicators }) => [kind.code, ...indicators.map((one) => one.code)].join(' '));

test('a kind is found by code and name in both languages, and by what it measures', () => {
  assert.deepEqual(found('b11'), ['B11']);
  assert.deepEqual(found('内墙涂料（水性）'), ['B11']);
  assert.deepEqual(found('interior COATING'), ['B11']);
  assert.deepEqual(found('B11-06'), ['B11 B11-06']);
  assert.ok(found('甲醛').includes('B16 B16-01'));
});

test('every word must be there; nothing asked finds nothing', () => {
  assert.deepEqual(found('甲醛 涂料外'), []);
  assert.deepEqual(found('  '), []);
});
