import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { newKeyPair, signText, suites } from '../suites.ts';
import { certificateText, cityKeyText, holderText, keyStateAt, type Certificate, type CityKey } from './certificate.ts';
import { faultsOf, FAULTS, type Expected, type Fault, type Signed } from './judge.ts';
import { dataText, statementText, type Statement } from './statement.ts';
import type { SuiteId } from './suite.ts';

const [CITY, OTHER_CITY, PERSON, UNIT] = ['c1', 'c2', 'p1', 'o1'].map((name) => `00000000-0000-7000-8000-0000000000${name.replace('o', 'a').replace('p', 'b')}`) as [string, string, string, string];
const FROM = '2026-01-01T00:00:00.000Z';
const UNTIL = '2028-01-01T00:00:00.000Z';
const AT = '2026-11-22T06:00:00.000Z';
const DATA = { order: 'DD-1', payable: '152022.00' };
const HOLDER = { person: '沈予禾', organisation: '示例采购单位', salt: '00'.repeat(16) };

/** A world in which a person of a unit signed an acceptance; each case changes one fact. */
function world(suite: SuiteId) {
  const [cityPair, otherCityPair, pair, otherPair] = [newKeyPair(suite), newKeyPair(suite), newKeyPair(suite), newKeyPair(suite)];
  const cityKey: CityKey = { suite, city: CITY, publicKey: cityPair.publicKey, from: FROM, demo: false };
  const certificate: Certificate = {
    suite, serial: 'K-7QF2-M9TX', publicKey: pair.publicKey, person: PERSON, organisation: UNIT, city: CITY, from: FROM, until: UNTIL, demo: false,
    holder: suites.hash(suite, holderText(HOLDER)), issuer: suites.hash(suite, cityKeyText(cityKey)),
  };
  const statement: Statement = {
    suite, purpose: 'orders.acceptance', subject: 'order:1', data: suites.hash(suite, dataText(DATA)), pdf: 'ab'.repeat(32), city: CITY, organisation: UNIT, person: PERSON, key: certificate.serial,
    request: '00000000-0000-7000-8000-000000000099', at: AT,
  };
  const certify = (change: Partial<Certificate>): Pick<Signed, 'certificate' | 'certificateSignature'> => {
    const changed = { ...certificate, ...change };
    return { certificate: changed, certificateSignature: signText(cityPair, certificateText(changed)) };
  };
  const sign = (change: Partial<Statement>, by = pair): Pick<Signed, 'statement' | 'signature'> => {
    const changed = { ...statement, ...change };
    return { statement: changed, signature: signText(by, statementText(changed)) };
  };
  const signed: Signed = { ...sign({}), ...certify({}), cityKey, revokedAt: null };
  const expected: Expected = { cityKey: certificate.issuer, purpose: 'orders.acceptance', subject: 'order:1', data: statement.data, pdf: statement.pdf, holder: HOLDER };
  const foreign: CityKey = { ...cityKey, city: OTHER_CITY, publicKey: otherCityPair.publicKey };
  const foreignIssuer = suites.hash(suite, cityKeyText(foreign));
  const flip = (hex: string): string => (hex.startsWith('0') ? `1${hex.slice(1)}` : `0${hex.slice(1)}`);
  const other = suite === 1 ? 2 : 1;

  type Case = readonly [what: string, signed: Partial<Signed>, expected: Partial<Expected>, faults: readonly Fault[]];
  const cases: readonly Case[] = [
    ['a suite nobody knows', { statement: { ...statement, suite: 3 as SuiteId } }, {}, ['suite-unknown']],
    ['a statement that names another suite', { statement: { ...statement, suite: other } }, {}, ['suite-differs']],
    ['a certificate of another suite', { certificate: { ...certificate, suite: other } }, {}, ['suite-differs']],
    ['a city key of another suite', { cityKey: { ...cityKey, suite: other } }, {}, ['suite-differs']],
    ['a key of the wrong length', certify({ publicKey: 'abcd' }), {}, ['key-malformed']],
    ['a city key that the city does not publish', {}, { cityKey: 'ff'.repeat(32) }, ['city-key-not-published']],
    ['a certificate of another city’s key', { cityKey: foreign }, { cityKey: foreignIssuer }, ['certificate-not-the-citys', 'certificate-altered']],
    ['a certificate altered afterwards', { certificate: { ...certificate, until: '2030-01-01T00:00:00.000Z' } }, {}, ['certificate-altered']],
    ['a certificate without the city’s signature', { certificateSignature: '00'.repeat(64) }, {}, ['certificate-altered']],
    ['another key’s signature', sign({}, otherPair), {}, ['signature-not-of-this-key']],
    ['a signature altered by a digit', { signature: flip(signed.signature) }, {}, ['signature-not-of-this-key']],
    ['a signature that is none', { signature: 'zz' }, {}, ['signature-not-of-this-key']],
    ['a subject swapped after signing', { statement: { ...statement, subject: 'order:2' } }, { subject: 'order:2' }, ['signature-not-of-this-key']],
    ['an instant swapped after signing', { statement: { ...statement, at: '2026-11-21T06:00:00.000Z' } }, {}, ['signature-not-of-this-key']],
    ['a statement that names another key', sign({ key: 'K-0000-0000' }), {}, ['key-differs']],
    ['a statement in another person’s name', sign({ person: UNIT }), {}, ['other-person']],
    ['another organisation’s key', sign({ organisation: PERSON }), {}, ['other-organisation']],
    ['a key of another city', sign({ city: OTHER_CITY }), {}, ['other-city']],
    ['a demonstration key in a real city', certify({ demo: true }), {}, ['demonstration-only']],
    ['another name than certified', {}, { holder: { ...HOLDER, person: '钱墨亭' } }, ['holder-differs']],
    ['signed before the key was valid', sign({ at: '2025-12-31T23:59:59.999Z' }), {}, ['not-yet-valid']],
    ['an instant that is none', sign({ at: 'yesterday' }), {}, ['not-yet-valid']],
    ['signed at the very instant the key expired', sign({ at: UNTIL }), {}, ['expired']],
    ['revoked before', { revokedAt: '2026-11-22T05:59:59.999Z' }, {}, ['revoked-before']],
    ['revoked at the very instant', { revokedAt: AT }, {}, ['revoked-before']],
    ['replayed under another purpose', {}, { purpose: 'suppliers.commitment' }, ['purpose-differs']],
    ['replayed on another thing', {}, { subject: 'order:2' }, ['subject-differs']],
    ['an altered content', {}, { data: suites.hash(suite, dataText({ ...DATA, payable: '1.00' })) }, ['data-differs']],
    ['an altered PDF', {}, { pdf: 'cd'.repeat(32) }, ['pdf-differs']],
    ['a PDF that is not there', {}, { pdf: null }, ['pdf-missing']],
    ['a PDF where none was signed', sign({ pdf: null }), {}, ['pdf-unexpected']],
  ];
  return { signed, expected, cases, sign, certify, cityPair };
}

for (const suite of [1, 2] as const) {
  describe(`suite ${suite}`, () => {
    const { signed, expected, cases, sign, certify } = world(suite);

    test('a sound signature has no fault, with or without what the reader knows from elsewhere', () => {
      assert.deepEqual(faultsOf(signed, expected, suites), []);
      assert.deepEqual(faultsOf(signed, {}, suites), []);
    });

    for (const [what, change, known, faults] of cases) {
      test(`${what}: ${faults.join(', ')}`, () => assert.deepEqual(faultsOf({ ...signed, ...change }, { ...expected, ...known }, suites), faults));
    }

    test('a key revoked or expired afterwards takes nothing away', () => {
      assert.deepEqual(faultsOf({ ...signed, revokedAt: '2026-11-22T06:00:00.001Z' }, expected, suites), []);
      assert.deepEqual(faultsOf({ ...signed, ...sign({ at: '2027-12-31T23:59:59.999Z' }) }, expected, suites), []);
    });

    test('a demonstration key is good in a demonstration city', () => {
      const cityKey = { ...signed.cityKey, demo: true };
      const issuer = suites.hash(suite, cityKeyText(cityKey));
      assert.deepEqual(faultsOf({ ...signed, ...certify({ demo: true, issuer }), cityKey }, { ...expected, cityKey: issuer }, suites), []);
    });
  });
}

test('every fault has a case', () => {
  const seen = new Set(world(1).cases.flatMap(([, , , faults]) => faults));
  assert.deepEqual(FAULTS.filter((fault) => !seen.has(fault)), []);
});

test('whatever byte of the statement is changed, the signature no longer holds', () => {
  const { signed, expected } = world(1);
  const fields = ['purpose', 'subject', 'data', 'pdf', 'city', 'organisation', 'person', 'key', 'request', 'at'] as const;
  fc.assert(fc.property(fc.constantFrom(...fields), fc.string({ minLength: 1 }), (field, added) => {
    const statement = { ...signed.statement, [field]: `${signed.statement[field]}${added}` };
    assert.ok(faultsOf({ ...signed, statement }, expected, suites).includes('signature-not-of-this-key'));
  }), { numRuns: 100 });
});

test('the life of a key is half-open at both its ends', () => {
  const key = { from: FROM, until: UNTIL, revokedAt: null };
  const cases = [['2025-12-31T23:59:59.999Z', 'not-yet'], [FROM, 'live'], ['2027-12-31T23:59:59.999Z', 'live'], [UNTIL, 'expired']] as const;
  for (const [at, state] of cases) assert.equal(keyStateAt(key, at), state, at);
  assert.equal(keyStateAt({ ...key, revokedAt: AT }, AT), 'revoked');
});
