import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenIn, MOST, withChosen } from './tray.ts';

const one = (listingId: string, kind = 'B11') => ({ listingId, kind, name: listingId, supplier: 's' });

test('four of one kind at most; another kind begins anew', () => {
  const four = ['a', 'b', 'c', 'd'].map((id) => one(id));
  assert.equal(MOST, 4);
  assert.deepEqual(withChosen(four, one('e')), { list: four, said: 'full' });
  assert.deepEqual(withChosen(four, one('a')), { list: four, said: null });
  assert.deepEqual(withChosen(four, one('x', 'B12')), { list: [one('x', 'B12')], said: 'changed' });
  assert.deepEqual(withChosen([], one('a')), { list: [one('a')], said: null });
});

test('whatever the storage holds, only whole entries of one kind are read', () => {
  assert.deepEqual(chosenIn('no json'), []);
  assert.deepEqual(chosenIn('{"a":1}'), []);
  assert.deepEqual(chosenIn(JSON.stringify([null, { listingId: 'x' }, one('a'), one('b', 'C01'), ...['c', 'd', 'e', 'f'].map((id) => one(id))])).map((c) => c.listingId), ['a', 'c', 'd', 'e']);
});
