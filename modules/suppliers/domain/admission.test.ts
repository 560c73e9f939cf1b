import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '#kernel/date.ts';
import { actsFrom, faultsOf } from '#kernel/transitions.ts';
import { admissionRuleSets } from '../data/rule-sets.ts';
import { admissionLife, ADMISSION_STATUSES, OPEN_TO_SUPPLIER } from './admission-life.ts';
import { gapsOf } from './gaps.ts';
import { judgeDecision, type DecisionCase } from './judge-decision.ts';
import type { AdmissionEvidence, AdmissionRuleSet, Attached, JudgedEvidence, SupplierKind } from './model.ts';
import { faultsOfRuleSets, requirementsOf, ruleSetOn } from './rule-set.ts';

const on = day('2026-11-22');
const sets = admissionRuleSets();
const asked = (kind: SupplierKind) => requirementsOf(ruleSetOn(sets, on)!, kind);
const piece = (over: Partial<JudgedEvidence> = {}): JudgedEvidence =>
  ({ evidenceId: 'e', number: '1', issuer: '登记机关', issuedOn: day('2020-01-01'), validUntil: day('2030-01-01'), state: 'submitted', refusedHere: false, ...over });
const whole: Attached = { BASIC_QUALIFICATION: piece(), COMMITMENT: piece(), TRADEMARK: piece() };

test('the life of an admission is sound', () => {
  assert.deepEqual(faultsOf(admissionLife), []);
  assert.deepEqual(actsFrom(admissionLife, 'submitted'), ['return', 'admit', 'refuse']);
  for (const status of ADMISSION_STATUSES) assert.equal(OPEN_TO_SUPPLIER.includes(status), actsFrom(admissionLife, status).includes('submit'), status);
});

test('a maker proves three things, a distributor its commitment', () => {
  assert.deepEqual(asked('maker').map((r) => r.evidence), ['BASIC_QUALIFICATION', 'COMMITMENT', 'TRADEMARK']);
  assert.deepEqual(asked('distributor').map((r) => r.evidence), ['COMMITMENT']);
});

test('a rule set holds from its first day; before the first there was none', () => {
  assert.equal(ruleSetOn(sets, day('2015-02-28')), undefined);
  assert.equal(ruleSetOn(sets, day('2015-03-01'))?.id, 'admission-2015-03-01');
  const base = sets[0]!;
  const two: AdmissionRuleSet[] = [{ ...base, effectiveUntil: day('2026-12-31') }, { ...base, id: 'next', effectiveFrom: day('2027-01-01') }];
  assert.deepEqual(faultsOfRuleSets(two), []);
  assert.equal(ruleSetOn(two, day('2026-12-31'))?.id, base.id);
  assert.equal(ruleSetOn(two, day('2027-01-01'))?.id, 'next');
});

test('faulty rule sets are found', () => {
  const base = sets[0]!;
  const faultsWith = (...sets: AdmissionRuleSet[]): number => faultsOfRuleSets(sets).length;
  assert.ok(faultsWith(base, { ...base, effectiveFrom: day('2027-01-01') }) >= 2, 'one id twice, two on one day');
  assert.equal(faultsWith({ ...base, effectiveUntil: day('2015-02-28') }), 1);
  assert.ok(faultsWith({ ...base, requirements: [...base.requirements, base.requirements[0]!] }) > 0);
});

test('what is missing is named field by field', () => {
  assert.deepEqual(gapsOf(asked('maker'), whole, on), []);
  assert.deepEqual(gapsOf(asked('maker'), {}, on).map((g) => `${g.evidence} ${g.field} ${g.fault}`), ['BASIC_QUALIFICATION file absent', 'COMMITMENT file absent', 'TRADEMARK file absent']);
  const gap = (kind: AdmissionEvidence, over: Partial<JudgedEvidence>): string[] => gapsOf(asked('maker'), { ...whole, [kind]: piece(over) }, on).map((g) => `${g.field} ${g.fault}`);
  assert.deepEqual(gap('TRADEMARK', { number: null, issuer: '' }), ['number absent', 'issuer absent']);
  assert.deepEqual(gap('TRADEMARK', { validUntil: on }), [], 'the last day of validity counts');
  assert.deepEqual(gap('TRADEMARK', { validUntil: day('2026-11-21') }), ['validUntil expired']);
  assert.deepEqual(gap('COMMITMENT', { issuedOn: day('2026-11-23') }), ['issuedOn not-yet-issued']);
  assert.deepEqual(gap('COMMITMENT', { validUntil: null, number: null, issuer: null }), [], 'only what the rule set asks may be missing');
  assert.deepEqual(gap('TRADEMARK', { state: 'refused' }), ['file refused']);
  assert.deepEqual(gap('TRADEMARK', { refusedHere: true, state: 'confirmed' }), ['file refused'], 'what this city refused does not come back unchanged');
  assert.deepEqual(gap('TRADEMARK', { state: 'withdrawn' }), ['file withdrawn']);
});

const accepted = { kind: 'COMMITMENT', evidenceId: 'e', accepted: true, reason: null } as const;
const decisionCase = (over: Partial<DecisionCase> = {}): DecisionCase => ({
  status: 'submitted', round: 1, seenRound: 1, ofTheSupplier: false, decision: 'admit', reasons: '', attached: [{ kind: 'COMMITMENT', evidenceId: 'e' }],
  verdicts: [accepted], gaps: [], before: null, ...over,
});
const answer = (over: Partial<DecisionCase>): string => {
  const judged = judgeDecision(decisionCase(over));
  return judged.ok ? judged.value : `${judged.refusal.code} ${judged.refusal.field}`;
};

test('a decision stands or is refused', () => {
  assert.equal(answer({}), 'admitted');
  assert.equal(answer({ decision: 'return', reasons: '商标注册人与申请单位不一致' }), 'returned');
  assert.equal(answer({ decision: 'refuse', reasons: '有重大违法记录' }), 'refused');
  assert.equal(answer({ ofTheSupplier: true }), 'own-admission decision');
  for (const status of ['draft', 'returned', 'admitted', 'refused', 'withdrawn'] as const) assert.equal(answer({ status }), 'already-decided decision', status);
  assert.equal(answer({ round: 2 }), 'submission-changed round');
  assert.equal(answer({ decision: 'return', reasons: ' ' }), 'reasons-missing reasons');
  assert.equal(answer({ decision: 'refuse' }), 'reasons-missing reasons');
  assert.equal(answer({ verdicts: [{ ...accepted, accepted: false, reason: '模糊' }] }), 'evidence-not-accepted evidence.COMMITMENT');
  assert.equal(answer({ verdicts: [{ ...accepted, accepted: false, reason: ' ' }] }), 'evidence-reason-missing evidence.0.reason');
  assert.equal(answer({ verdicts: [] }), 'evidence-not-judged evidence.COMMITMENT');
  assert.equal(answer({ verdicts: [{ ...accepted, evidenceId: 'another' }] }), 'evidence-not-attached evidence.0.evidenceId');
  assert.equal(answer({ gaps: [{ evidence: 'COMMITMENT', field: 'validUntil', fault: 'expired' }] }), 'evidence-incomplete evidence.COMMITMENT');
  assert.equal(answer({ decision: 'return', reasons: '已过期', gaps: [{ evidence: 'COMMITMENT', field: 'validUntil', fault: 'expired' }] }), 'returned');
});
