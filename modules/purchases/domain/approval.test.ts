import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moneyOf } from '#kernel/money.ts';
import { approvalsFor, faultOfBands, faultOfDeciding, type Band, type RequestState } from './approval.ts';

const band = (from: string, approvals: number): Band => ({ from, approvals });
const bands = [band('50000.00', 1), band('500000.00', 2)];

test('a purchase asks as many as the highest band it reaches', () => {
  for (const [total, needed] of [['0.01', 0], ['49999.99', 0], ['50000.00', 1], ['499999.99', 1], ['500000.00', 2], ['131000000.00', 2]] as const) assert.equal(approvalsFor(bands, moneyOf(total)!), needed, total);
  assert.equal(approvalsFor([], moneyOf('131000000.00')!), 0, 'no rule, no approval');
});

test('bands rise, and what costs more never asks fewer', () => {
  assert.equal(faultOfBands(bands), null);
  assert.equal(faultOfBands([]), null);
  assert.equal(faultOfBands(bands.toReversed()), 'bands-out-of-order');
  assert.equal(faultOfBands([bands[0]!, bands[0]!]), 'bands-out-of-order');
  assert.equal(faultOfBands([band('9.00', 2), band('10.00', 1)]), 'bands-out-of-order');
});

test('nobody approves their own, nor twice, nor what is settled', () => {
  const request: RequestState = { status: 'awaiting-approval', requestedBy: 'a', approvedBy: ['b'], approvals: 2 };
  assert.equal(faultOfDeciding(request, 'c'), null);
  assert.equal(faultOfDeciding(request, 'a'), 'own-request');
  assert.equal(faultOfDeciding(request, 'b'), 'approved-already');
  for (const status of ['ordered', 'returned', 'withdrawn'] as const) assert.equal(faultOfDeciding({ ...request, status }, 'c'), 'request-settled');
});
