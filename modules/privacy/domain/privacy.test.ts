import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { day } from '#kernel/date.ts';
import { faultsOf } from '#kernel/transitions.ts';
import type { Parameter } from '#modules/regulations/rules.ts';
import { erasureLife } from './erasure-life.ts';
import { judgeAgreement, type Erasure } from './judge-agreement.ts';
import { termsOn } from './terms.ts';

describe('the life of an erasure', () => {
  it('is sound', () => assert.deepEqual(faultsOf(erasureLife), []));
});

describe('judgeAgreement', () => {
  const asked: Erasure = { id: 'e', personId: 'wang', state: 'asked', firstBy: null };
  const once: Erasure = { ...asked, state: 'agreed-once', firstBy: 'li' };
  const codeOf = (erasure: Erasure, by: string, serves = false) => {
    const judged = judgeAgreement(erasure, by, serves);
    return judged.ok ? judged.value.to : judged.refusal.code;
  };
  it('takes a first person, then another', () => {
    assert.equal(codeOf(asked, 'li'), 'agreed-once');
    assert.equal(codeOf(once, 'zhao'), 'agreed');
    assert.deepEqual(judgeAgreement(once, 'zhao', false), { ok: true, value: { to: 'agreed', second: true } });
  });
  it('takes nobody twice', () => assert.equal(codeOf(once, 'li'), 'second-person-needed'));
  it('never takes the person concerned', () => { assert.equal(codeOf(asked, 'wang'), 'own-erasure'); assert.equal(codeOf(once, 'wang'), 'own-erasure'); });
  it('waits until they serve nobody', () => { assert.equal(codeOf(asked, 'li', true), 'still-serves'); assert.equal(codeOf(once, 'zhao', true), 'still-serves'); });
  for (const state of ['agreed', 'done', 'withdrawn', 'refused'] as const) it(`says that one ${state} is settled`, () => assert.equal(codeOf({ ...once, state }, 'zhao'), 'erasure-settled'));
});

describe('termsOn', () => {
  const parameter = { code: 'keep-procurement-documents', values: [{ from: day('2014-08-31'), to: null, value: '15', unit: 'year' }] } as unknown as Parameter;
  it('takes the years from the regulations and the months from the Cybersecurity Law', () => assert.deepEqual(termsOn([parameter], day('2026-11-22')), { purchase: '15 years', 'network-log': '6 months' }));
  it('guesses nothing', () => {
    assert.throws(() => termsOn([], day('2026-11-22')), /do not say/);
    assert.throws(() => termsOn([parameter], day('2014-01-01')), /do not say/);
  });
});
