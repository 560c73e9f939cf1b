import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { askedOf, filtersOf, NOTHING, priceOf, searchOf, SORTS, starCounts, type Asked } from './asked.ts';

test('what is asked survives the address', () => {
  const maybe = <T,>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
  const asked: fc.Arbitrary<Asked> = fc.record({
    q: fc.constantFrom('', '漆', '乳胶 ZY-880', '880'), category: maybe(fc.constantFrom('decor', 'A')), kind: maybe(fc.constantFrom('B11', 'C03')), star: maybe(fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const)),
    proven: maybe(fc.constantFrom('all' as const, 'to-prove' as const)), supplier: maybe(fc.uuid()), from: maybe(fc.constantFrom('0', '21.40')), to: maybe(fc.constantFrom('30', '1000.5')), sort: fc.constantFrom(...SORTS), page: fc.integer({ min: 1, max: 9999 }),
  });
  fc.assert(fc.property(asked, (one) => assert.deepEqual(askedOf(searchOf(one)), { ...one })));
  assert.deepEqual(searchOf(NOTHING), {});
});

test('an address that was typed by hand asks for nothing it cannot mean', () => {
  assert.deepEqual(askedOf({ q: 880, star: 7, proven: 'maybe', kind: 'b11', supplier: 'x', from: '-1', to: 'cheap', sort: 'random', page: -3, category: { a: 1 } }), { ...NOTHING, q: '880' });
});

test('prices are taken as people type them', () => {
  assert.equal(priceOf('￥１，２３４．５'), '1234.5');
  for (const text of ['', '-1', '1.234', '1e3', '一百']) assert.equal(priceOf(text), null, text);
});

test('stars count upwards, and a filter of none can be taken away', () => {
  assert.deepEqual(starCounts({ '0': 4, '1': 3, '3': 2 }), { 0: 4, 1: 5, 2: 2, 3: 2 });
  assert.deepEqual(filtersOf({ ...NOTHING, star: 0, from: '1' }), ['star', 'from']);
});
