import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storm } from './storm.ts';

test('thirty kill -9 of server, database or both in a storm of 3,000 orders', { timeout: 3_600_000 }, async (t) => {
  const result = await storm({ clients: 32, orders: 3_000, kills: 30 });
  const found = new Set(result.found);
  const lost = [...result.acknowledged.values()].filter((id) => !found.has(id));
  t.diagnostic(`${result.sent} requests, ${result.acknowledged.size} orders acknowledged, ${lost.length} lost, ${result.found.length - 1 - result.acknowledged.size} beyond; recovery ms ${result.recoverMillis.toSorted((a, b) => a - b)[Math.floor(result.recoverMillis.length / 2)]} median, ${Math.max(...result.recoverMillis)} most`);
  assert.deepEqual(lost, []);
  assert.equal(result.found.length, result.acknowledged.size + 1);
  assert.ok(result.ledger.chains.every((chain) => chain.broken === null));
});
