import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextOf } from './next.ts';
import { mineWording } from './wording.ts';

const paint = { status: 'listed' as const, verdict: 'PASS' as const, gate: { open: true, why: [], unproven: [] }, provenUntil: '2027-03-25', indicators: [{ gates: true, confirmed: true, outcome: 'PASS' as const }] };
const row = (outcome: string, change: object = {}) => ({ gates: true, confirmed: true, outcome, ...change });
const next = (change: object) => nextOf({ ...paint, ...change } as never);

test('each state of a product has one next step, and every step has words', () => {
  const seen = [
    next({}), next({ provenUntil: null }), next({ gate: { open: false, why: ['evidence-lapsed'], unproven: [] } }), next({ status: 'compared' }), next({ status: 'submitted', verdict: null }),
    next({ status: 'returned', verdict: 'FAIL' }), next({ status: 'suspended' }), next({ status: 'withdrawn' }), next({ status: 'refused' }),
    next({ verdict: 'FAIL', indicators: [row('FAIL')] }), next({ verdict: 'NEEDS_REVIEW', status: 'compared', indicators: [row('INDETERMINATE')] }), next({ verdict: 'NEEDS_REVIEW', indicators: [row('NEEDS_REVIEW'), row('NOT_TESTED')] }), next({ verdict: 'NOT_PROVEN', indicators: [row('NOT_TESTED'), row('EXPIRED'), row('NOT_TESTED', { gates: false })] }),
  ];
  assert.deepEqual(seen.map((one) => one.id.split('.').at(-1)), ['none', 'open', 'lapsed', 'waiting', 'reading', 'returned', 'suspended', 'over', 'over', 'failing', 'review', 'prove', 'prove']);
  assert.deepEqual(seen.at(-1)?.values, { count: 2 }, 'what gates nothing need not be proven');
  for (const { id } of seen) assert.ok(Object.hasOwn(mineWording['zh-CN'], id), id);
});
