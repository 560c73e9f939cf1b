import assert from 'node:assert/strict';
import type { StormResult } from './storm.ts';

/** Acknowledged orders that are not there. */
export const lost = (result: StormResult): string[] => {
  const found = new Set(result.orders);
  return [...result.acknowledged.values()].filter((id) => !found.has(id));
};

/** What must hold after every storm: nothing lost, nothing doubled, nothing in half, every event delivered, the ledger whole. */
export function holds(result: StormResult): void {
  assert.deepEqual(lost(result), [], 'acknowledged and not there');
  assert.deepEqual(result.doubled, [], 'one key, another order');
  assert.equal(new Set(result.acknowledged.values()).size, result.acknowledged.size, 'two keys, two orders');
  assert.equal(result.orders.length, result.acknowledged.size + 1, 'one order a key, and the one that opened the storm');
  assert.deepEqual(result.halves, [], 'an order without its requirement, its entry or its event');
  assert.equal(result.undelivered, 0, 'every event was delivered');
  assert.ok(result.ledger.chains.every((chain) => chain.broken === null), 'the ledger is whole');
  assert.deepEqual(result.ledger.unchained, []);
  assert.deepEqual([...result.statuses.keys()].filter((status) => ![0, 200, 503].includes(status)), [], 'no other answer');
}

/** The figures of a storm, in a line. */
export const told = (result: StormResult): string => {
  const millis = result.recoverMillis.toSorted((a, b) => a - b);
  return `${result.sent} requests, ${result.cut} answers lost on the way; ${result.acknowledged.size} orders acknowledged, ${lost(result).length} lost, ${result.doubled.length} doubled, ${result.halves.length} in half; answers ${[...result.statuses].map(([status, times]) => `${status === 0 ? 'none' : status}: ${times}`).join(', ')}; back after ${millis[Math.floor(millis.length / 2)]} ms (median), ${millis.at(-1)} ms (most)`;
};
