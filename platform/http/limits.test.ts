import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from './client-address.ts';
import { openBuckets, type Limit } from './limits.ts';

const GUESSES: Limit = { name: 'guesses', burst: 3, perMinute: 2 };
const JOINS: Limit = { name: 'joins', burst: 1, perMinute: 1 };

function clocked(most?: number) {
  let now = 0;
  return { buckets: openBuckets(() => now, most), pass: (seconds: number) => void (now += seconds * 1000) };
}

test('a burst, then one by one as the bucket fills; the wait is told', () => {
  const { buckets, pass } = clocked();
  const ask = () => buckets.take([{ limit: GUESSES, key: 'a' }]);
  for (let at = 0; at < 3; at += 1) assert.equal(ask().ok, true);
  assert.deepEqual(ask(), { ok: false, retrySeconds: 30 });
  pass(29);
  assert.deepEqual(ask(), { ok: false, retrySeconds: 1 });
  pass(1);
  assert.equal(ask().ok, true);
  assert.equal(ask().ok, false);
  pass(3600);
  for (let at = 0; at < 3; at += 1) assert.equal(ask().ok, true, 'never more than the burst');
  assert.equal(ask().ok, false);
  assert.equal(buckets.take([{ limit: GUESSES, key: 'b' }]).ok, true, "another's bucket is another");
});

test('where one bucket is empty nothing is taken from the others', () => {
  const { buckets } = clocked();
  const both = [{ limit: GUESSES, key: 'a' }, { limit: JOINS, key: 'a' }];
  assert.equal(buckets.take(both).ok, true);
  assert.deepEqual(buckets.take(both), { ok: false, retrySeconds: 60 });
  assert.equal(buckets.take([{ limit: GUESSES, key: 'a' }]).ok, true);
  assert.equal(buckets.take([{ limit: GUESSES, key: 'a' }]).ok, true, 'only one was taken before');
});

test('what only failures cost is given back', () => {
  const { buckets } = clocked();
  for (let at = 0; at < 20; at += 1) {
    const taken = buckets.take([{ limit: GUESSES, key: 'a', onlyRefused: true }]);
    assert.ok(taken.ok);
    taken.forgive();
  }
});

test('the number of buckets is bounded; those asked last stay', () => {
  const { buckets } = clocked(2);
  const ask = (key: string) => buckets.take([{ limit: JOINS, key }]).ok;
  assert.deepEqual([ask('a'), ask('b'), ask('c')], [true, true, true]);
  assert.equal(ask('c'), false);
  assert.equal(ask('a'), true, 'forgotten');
});

test("the client's address is the socket's, or the last one that the one trusted header names", () => {
  assert.equal(addressOf('::ffff:192.0.2.7', null), '192.0.2.7');
  assert.equal(addressOf('2001:db8:1:2:3:4:5:6', null), '2001:db8:1:2::/64', 'who has one address of a network has all of them');
  assert.equal(addressOf('2001:db8::6', null), '2001:db8:0:0::/64');
  assert.equal(addressOf('10.0.0.1', '198.51.100.9, 192.0.2.7'), '192.0.2.7', 'what stands before it the client may have written');
  assert.equal(addressOf('10.0.0.1', 'nonsense'), '10.0.0.1');
  assert.equal(addressOf(undefined, null), 'unknown');
});
