import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day } from '#kernel/date.ts';
import { faultsOf } from '#kernel/transitions.ts';
import { gateOf, type GateFacts } from './gate.ts';
import { listingLife } from './listing-life.ts';
import { faultOfTerms } from './offer.ts';
import { grams, gramsOfWord, normalised, wordsOf } from './search-text.ts';

test('the life of a listing is sound', () => assert.deepEqual(faultsOf(listingLife), []));

const open: GateFacts = { status: 'listed', supplierAdmitted: true, verdict: 'PASS', judgedEdition: 'e1', editionInForce: 'e1', limitConfirmedSince: false, provenUntil: day('2026-12-31') };

test('the gate opens only where everything holds', () => {
  const on = day('2026-11-22');
  assert.deepEqual(gateOf(open, on), { open: true, why: [] });
  const closed: [Partial<GateFacts>, string][] = [
    [{ status: 'compared' }, 'not-listed'],
    [{ status: 'suspended' }, 'not-listed'],
    [{ supplierAdmitted: false }, 'supplier-not-admitted'],
    [{ editionInForce: null }, 'no-edition-in-force'],
    [{ editionInForce: 'e2' }, 'judged-under-another-edition'],
    [{ judgedEdition: null }, 'judged-under-another-edition'],
    [{ limitConfirmedSince: true }, 'limit-confirmed-since'],
    [{ provenUntil: day('2026-11-21') }, 'evidence-lapsed'],
    [{ verdict: 'FAIL' }, 'indicator-failed'],
    [{ verdict: 'NEEDS_REVIEW' }, 'needs-review'],
    [{ verdict: 'NOT_PROVEN' }, 'still-to-prove'],
  ];
  for (const [change, why] of closed) assert.deepEqual(gateOf({ ...open, ...change }, on), { open: false, why: [why] }, why);
  assert.equal(gateOf({ ...open, provenUntil: on }, on).open, true, 'the last day still counts');
});

test('terms of an offer: prices and quantities that cannot be meant are refused with their field', () => {
  const good = { price: '21.40', priceUnit: 'kg', taxRate: '13', minimumOrder: '200', deliveryArea: ['湖州市'], deliveryDays: 5 };
  assert.equal(faultOfTerms(good), null);
  for (const price of ['0', '-1', '1000000000000000', '1.234', 'abc', '', 'NaN', 'Infinity', '1e3x', '１００']) assert.equal(faultOfTerms({ ...good, price })?.refusal.field, 'price', price);
  for (const taxRate of ['-1', '100', '13.333', 'x']) assert.equal(faultOfTerms({ ...good, taxRate })?.refusal.field, 'taxRate', taxRate);
  for (const minimumOrder of ['0', '-3', '0.0000001', '1e12', '']) assert.equal(faultOfTerms({ ...good, minimumOrder })?.refusal.field, 'minimumOrder', minimumOrder);
});

test('every text that holds a word has all grams of the word, whatever the script', () => {
  const text = fc.string({ unit: fc.constantFrom(...'水泥稀土磁砖内墙涂料 aB1-／', '𠮷', 'é'), maxLength: 30 });
  fc.assert(fc.property(text, fc.nat(), fc.nat(), (raw, a, b) => {
    const whole = normalised(raw);
    const characters = [...whole];
    const from = characters.length === 0 ? 0 : a % characters.length;
    const part = characters.slice(from, from + 1 + (b % 6)).join('');
    for (const word of wordsOf(part)) {
      assert.ok(whole.includes(word));
      const has = new Set(grams(raw));
      for (const gram of gramsOfWord(word)) assert.ok(has.has(gram), `${gram} of ${word} in ${raw}`);
    }
  }), { numRuns: 500 });
});
