import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, day } from '#kernel/date.ts';
import { faultsOf, next } from '#kernel/transitions.ts';
import { EVIDENCE_KINDS, fileKindsOf, isNumbered } from './evidence-kinds.ts';
import { EVIDENCE_LIFE, EVIDENCE_STATES, isUsable } from './evidence-life.ts';
import { expiryOf, faultOfDates, SOON_DAYS } from './evidence.ts';

test('the life of evidence is sound, and what was decided is not decided again', () => {
  assert.deepEqual(faultsOf(EVIDENCE_LIFE), []);
  assert.equal(next(EVIDENCE_LIFE, 'submitted', 'confirm'), 'confirmed');
  for (const state of ['confirmed', 'refused', 'withdrawn'] as const) {
    for (const act of ['confirm', 'refuse'] as const) assert.equal(next(EVIDENCE_LIFE, state, act), undefined, `${state} ${act}`);
  }
  assert.deepEqual(EVIDENCE_STATES.filter(isUsable), ['submitted', 'confirmed']);
});

test('evidence holds on its last day, and its end is near for 60 days before', () => {
  const today = day('2026-11-22');
  assert.equal(expiryOf(null, today), 'open');
  assert.equal(expiryOf(addDays(today, -1), today), 'expired');
  assert.equal(expiryOf(today, today), 'soon');
  assert.equal(expiryOf(addDays(today, SOON_DAYS - 1), today), 'soon');
  assert.equal(expiryOf(addDays(today, SOON_DAYS), today), 'valid');
});

test('dates that cannot be name their field', () => {
  const today = day('2026-11-22');
  const fault = (issuedOn: string | null, validUntil: string | null) => faultOfDates({ issuedOn: issuedOn === null ? null : day(issuedOn), validUntil: validUntil === null ? null : day(validUntil) }, today);
  assert.equal(fault(null, null), null);
  assert.equal(fault('2026-11-22', '2026-11-22'), null);
  assert.equal(fault('2026-11-23', '2027-11-22'), 'issuedOn', 'issued tomorrow');
  assert.equal(fault('2026-01-02', '2026-01-01'), 'validUntil', 'ended before it began');
  assert.equal(fault('2020-01-01', '2021-01-01'), null, 'expired long ago is a fact, not a fault');
});

test('only a PDF is a test report; every kind takes some file; what its issuer numbers needs its number', () => {
  assert.deepEqual(fileKindsOf('TEST_REPORT'), ['pdf']);
  for (const kind of EVIDENCE_KINDS) {
    assert.ok(fileKindsOf(kind).length > 0, kind);
    assert.ok(!fileKindsOf(kind).includes('xlsx'), `${kind}: a table is no evidence`);
  }
  assert.ok(isNumbered('CERTIFICATE') && !isNumbered('COMMITMENT'));
});
