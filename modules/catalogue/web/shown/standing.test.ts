import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingOf } from './standing.ts';

const paint = { verdict: 'PASS', passing: 8, gating: 8, unproven: [] as string[], provenUntil: '2026-12-22' };
const id = (change: Partial<typeof paint> & { verdict?: string | null }, today = '2026-11-01'): string => standingOf({ ...paint, ...change }, today).id;

test('a product stands by its verdict; one that passes also by how long its evidence lasts', () => {
  assert.equal(id({}), 'catalogue.standing.pass');
  assert.deepEqual(standingOf(paint, '2026-11-22'), { state: 'attention', id: 'catalogue.standing.soon', values: { days: 30 } });
  assert.equal(id({}, '2026-12-22'), 'catalogue.standing.soon', 'it holds on its last day');
  assert.equal(id({}, '2026-12-23'), 'catalogue.standing.lapsed');
  assert.equal(id({ provenUntil: null } as never), 'catalogue.standing.pass');
  assert.equal(id({ verdict: 'FAIL' }), 'catalogue.standing.fail');
  assert.equal(id({ verdict: null } as never), 'catalogue.standing.reading');
  assert.deepEqual(standingOf({ ...paint, verdict: 'NOT_PROVEN', unproven: ['B11-07', 'B11-08'] }, '2026-11-01').values, { missing: 2 });
});
