import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byNeed, countOf, needOf } from './order.ts';

const row = (verdict: string | null, submittedAt: string, change: object = {}) => ({ status: 'compared', verdict, toReview: [], unproven: [], failing: [], submittedAt, ...change });

test('what needs a person comes first, the oldest of a group before the others', () => {
  const rows = [row('PASS', '1'), row(null, '0', { status: 'submitted' }), row('FAIL', '2'), row('NEEDS_REVIEW', '9'), row('NOT_PROVEN', '3'), row('NEEDS_REVIEW', '4')];
  assert.deepEqual(byNeed(rows).map((one) => `${needOf(one)} ${one.submittedAt}`), ['settle 4', 'settle 9', 'list 1', 'show 3', 'fail 2', 'reading 0']);
});

test('the number is that of what the product needs', () => {
  assert.equal(countOf(row('NEEDS_REVIEW', '1', { toReview: ['a', 'b'], unproven: ['c'] })), 2);
  assert.equal(countOf(row('NEEDS_REVIEW', '1')), 1, 'nothing confirmed yet is one question too');
  assert.equal(countOf(row('FAIL', '1', { failing: ['a'] })), 1);
});
