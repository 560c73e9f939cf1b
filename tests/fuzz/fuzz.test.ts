import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz, pathOf, seedOf } from './fuzz.ts';

/** The seeded sample of the proof: the same requests each time, but for the ids. */
test('two and a half thousand requests from the description of the interface: no fault, no stray reply, no leak, no change by a refusal', async (t) => {
  const result = await fuzz({ requests: Number(process.env['QINGCAI_FUZZ_REQUESTS'] ?? 2500), seed: seedOf(20261122), path: pathOf() });
  t.diagnostic(`seed ${result.seed}: ${JSON.stringify(Object.fromEntries(result.byStatus))}; ${result.reached.size} of ${result.routes} routes answered well, ${result.writes} writes took effect; slowest ${Math.round(result.slowestMillis)} ms`);
  // A fuzz that is turned away at every door proves nothing.
  assert.ok(result.reached.size >= result.routes * 0.5, `only ${[...result.reached].join(', ')}`);
  assert.ok(result.writes > 30, `only ${result.writes} writes took effect`);
});
