import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyCopyOf, type KeyCopy } from '../../domain/key-copy.ts';
import { demonstrationSeal, sealedCopy } from '../../demonstration.ts';
import { newKeyPair, signText as signOnServer, suites } from '../../suites.ts';
import { openCopy, sealCopy } from './copy.ts';
import { hashOf, makeKey, signText } from './suites.ts';

const HOLDER = { person: '00000000-0000-7000-8000-0000000000b1', organisation: '00000000-0000-7000-8000-0000000000a1', city: '00000000-0000-7000-8000-0000000000c1' };
const PASSPHRASE = '一句只有我知道的签名口令';
const TEXT = '验收单 DD-1';

for (const suite of [1, 2] as const) {
  test(`suite ${suite}: what the browser makes, signs and hashes is what the server verifies`, async () => {
    const pair = await makeKey(suite);
    assert.equal(suites.verify(suite, pair.publicKey, TEXT, await signText(pair, TEXT)), true);
    assert.equal(await hashOf(suite, TEXT), suites.hash(suite, TEXT));
    const made = newKeyPair(suite);
    assert.equal(suites.verify(suite, made.publicKey, TEXT, await signText(made, TEXT)), true, 'and the other way round');
    assert.equal(suites.verify(suite, pair.publicKey, TEXT, signOnServer(pair, TEXT)), true);
  });
}

test('a copy opens with its passphrase alone, whoever sealed it', async () => {
  const pair = newKeyPair(1);
  const byBrowser = await sealCopy(pair, HOLDER, PASSPHRASE);
  const byLoader = sealedCopy(await demonstrationSeal(PASSPHRASE), pair, HOLDER);
  for (const copy of [byBrowser, byLoader]) {
    assert.deepEqual(keyCopyOf(JSON.parse(JSON.stringify(copy))), copy);
    assert.ok(!JSON.stringify(copy).includes(pair.privateKey));
    assert.deepEqual(await openCopy(copy, PASSPHRASE), pair);
    assert.equal(await openCopy(copy, `${PASSPHRASE}。`), undefined);
    assert.equal(await openCopy({ ...copy, person: HOLDER.city }, PASSPHRASE), undefined, 'it names its holder, and that cannot be changed');
  }
});

test('a file that is no copy, or a weaker one than ours, is not taken', async () => {
  const copy = await sealCopy(newKeyPair(1), HOLDER, PASSPHRASE);
  const cases: readonly unknown[] = [
    null, 'text', {}, { ...copy, format: 'other' }, { ...copy, iterations: 1_000 }, { ...copy, iterations: 1e12 }, { ...copy, suite: 3 }, { ...copy, publicKey: 'ab' }, { ...copy, salt: 'zz' },
    { ...copy, sealed: 'ab'.repeat(5_000) }, { ...copy, kdf: 'MD5' } satisfies Record<keyof KeyCopy, unknown>,
  ];
  for (const given of cases) assert.equal(keyCopyOf(given), undefined, JSON.stringify(given));
});
