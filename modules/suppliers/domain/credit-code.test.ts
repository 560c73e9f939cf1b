import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkCharacterOf, creditCodeFault, creditCodeOf, faultAtRegistration } from './credit-code.ts';

const SIGNS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const sign = fc.constantFrom(...SIGNS);
const digit = fc.constantFrom(...'0123456789');
const first17 = fc.tuple(fc.array(sign, { minLength: 2, maxLength: 2 }), fc.array(digit, { minLength: 6, maxLength: 6 }), fc.array(sign, { minLength: 9, maxLength: 9 })).map((parts) => parts.flat().join(''));
const code = first17.map((head) => head + checkCharacterOf(head)!);

/** The same by another way: the 17 places read as a number to the base 3, and the check character added, come to nothing modulo 31. */
function comesToNothing(whole: string): boolean {
  let sum = 0;
  for (const character of [...whole].slice(0, 17).toReversed()) sum = sum * 3 + SIGNS.indexOf(character);
  return (sum + SIGNS.indexOf(whole.charAt(17))) % 31 === 0;
}

test('specimens printed in public descriptions of the code are sound', () => {
  for (const specimen of ['91350100M000100Y43', '91110000600037341L']) assert.equal(creditCodeFault(specimen), null, specimen);
});

test('the check character agrees with the code read as a polynomial', () => {
  fc.assert(fc.property(code, (whole) => comesToNothing(whole) && creditCodeFault(whole) === null));
});

test('one wrong sign is always found, and so are two neighbours changed', () => {
  fc.assert(fc.property(code, fc.nat(17), sign, (whole, place, other) => {
    fc.pre(other !== whole.charAt(place));
    assert.notEqual(creditCodeFault(whole.slice(0, place) + other + whole.slice(place + 1)), null);
  }));
  fc.assert(fc.property(code, fc.nat(16), (whole, place) => {
    fc.pre(whole.charAt(place) !== whole.charAt(place + 1));
    const swapped = whole.slice(0, place) + whole.charAt(place + 1) + whole.charAt(place) + whole.slice(place + 2);
    assert.notEqual(creditCodeFault(swapped), null);
  }));
});

test('a code of another shape is named as such', () => {
  for (const bad of ['', '9135010', '91350100M000100Y4', '91350100M000100Y433', '91350100I000100Y43', '9135O100M000100Y43', '91A50100M000100Y43', '91350100m000100Y43']) {
    assert.equal(creditCodeFault(bad), 'credit-code-malformed', bad);
  }
  assert.equal(creditCodeFault('91350100M000100Y44'), 'credit-code-check');
  assert.equal(checkCharacterOf('91350100'), undefined);
});

test('spaces, hyphens, small letters and full-width signs are only ways of writing it', () => {
  assert.equal(creditCodeOf(' 9135 0100-m000 100y43 '), '91350100M000100Y43');
  assert.equal(creditCodeOf('９１３５０１００Ｍ０００１００Ｙ４３'), '91350100M000100Y43');
});

test('an invented code registers in a demonstration city only, and only where its shape is right', () => {
  assert.equal(faultAtRegistration('91339999M000100Y40', true), null);
  assert.equal(faultAtRegistration('91339999M000100Y40', false), 'credit-code-check');
  assert.equal(faultAtRegistration('91339999', true), 'credit-code-malformed');
});
