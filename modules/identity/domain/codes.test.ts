import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeTyped, RECOVERY_CODE_BYTES, recoveryCodeFrom } from './codes.ts';

const bytes = fc.uint8Array({ minLength: RECOVERY_CODE_BYTES, maxLength: RECOVERY_CODE_BYTES });

test('a recovery code is read back however it is spaced and whatever a hand makes of 0 and 1', () => {
  fc.assert(fc.property(bytes, (random) => {
    const written = recoveryCodeFrom(random);
    assert.match(written, /^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    const code = written.replaceAll('-', '');
    for (const hand of [written, written.toLowerCase(), code, written.replaceAll('-', ' '), written.replaceAll('0', 'O').replaceAll('1', 'l')]) assert.deepEqual(codeTyped(hand), { kind: 'recovery', code });
  }));
});

test('every byte counts: codes of different five bits differ', () => {
  fc.assert(fc.property(bytes, fc.nat(RECOVERY_CODE_BYTES - 1), (random, at) => {
    const other = Uint8Array.from(random);
    other[at]! ^= 1;
    assert.notEqual(recoveryCodeFrom(random), recoveryCodeFrom(other));
  }));
});

test('six digits are of an authenticator; anything else is neither', () => {
  assert.deepEqual(codeTyped('123 456'), { kind: 'one-time', code: '123456' });
  for (const neither of ['', '12345', '1234567', 'UUUUU-UUUUU-UUUUU-UUUUU', '一二三四五六', 'A'.repeat(19), 'A'.repeat(21)]) assert.equal(codeTyped(neither), undefined, neither);
});
