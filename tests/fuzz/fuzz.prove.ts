import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz, pathOf, seedOf } from './fuzz.ts';

/** Another seed each day, so that the proofs of a year are not one proof; it is printed, and QINGCAI_FUZZ_SEED repeats it. */
const today = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''));

test('10^5 requests from the description of the interface: no fault, no stray reply, no leak, no change by a refusal', async () => {
  const result = await fuzz({ requests: Number(process.env['QINGCAI_FUZZ_REQUESTS'] ?? 100_000), seed: seedOf(today + 1), path: pathOf() });
  const statuses = [...result.byStatus].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`).join(', ');
  console.log(`fuzz: seed ${result.seed}; ${result.requests} requests; ${result.reached.size} of ${result.routes} routes answered well; ${result.writes} writes took effect; ${statuses}; slowest reply ${Math.round(result.slowestMillis)} ms`);
  assert.ok(result.reached.size >= result.routes * 0.9, `only ${[...result.reached].join(', ')}`);
});
