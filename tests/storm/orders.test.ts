import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storm } from './storm.ts';

test('three kill -9 of server and database in a storm of orders: every acknowledged order is there, none twice', { timeout: 300_000 }, async () => {
  const result = await storm({ clients: 8, orders: 120, kills: 3 });
  assert.equal(result.acknowledged.size, 120);
  const found = new Set(result.found);
  assert.equal(found.size, result.found.length);
  for (const [key, orderId] of result.acknowledged) assert.ok(found.has(orderId), `the order of ${key} was acknowledged and is not there`);
  assert.equal(new Set(result.acknowledged.values()).size, 120, 'two keys, two orders');
  assert.equal(result.found.length, 121, 'one order a key, and the one that opened the storm');
  assert.ok(result.ledger.chains.every((chain) => chain.broken === null), 'the ledger is whole');
  assert.deepEqual(result.ledger.unchained, []);
});
