import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, sign as nodeSign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { hashOfBytes, newKeyPair, signText, suites } from './suites.ts';

const TEXT = '验收单 DD-2026-0001：应付 152,022.00 元';

test('Ed25519 as in RFC 8032, 7.1: the first and the third of its test vectors', () => {
  const vectors = [
    ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '', 'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
    ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'r', '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
  ] as const;
  for (const [key, text, signature] of vectors) assert.equal(suites.verify(1, key, text, signature), true, text);
  assert.equal(suites.verify(1, vectors[0][0], 'x', vectors[0][2]), false);
});

test('SM3 as in GB/T 32905-2016, annex A, and as OpenSSL computes it', () => {
  assert.equal(suites.hash(2, 'abc'), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  assert.equal(suites.hash(2, 'abcd'.repeat(16)), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) {
    const bytes = Buffer.alloc(length, 'é');
    assert.equal(hashOfBytes(2, bytes), createHash('sm3').update(bytes).digest('hex'), `${length} bytes`);
  }
});

for (const suite of [1, 2] as const) {
  test(`suite ${suite}: a signature is of one key and one text, in one written form`, () => {
    const [pair, other] = [newKeyPair(suite), newKeyPair(suite)];
    const signature = signText(pair, TEXT);
    assert.match(signature, /^[0-9a-f]{128}$/);
    assert.equal(suites.verify(suite, pair.publicKey, TEXT, signature), true);
    assert.equal(suites.verify(suite, pair.publicKey, `${TEXT} `, signature), false);
    assert.equal(suites.verify(suite, other.publicKey, TEXT, signature), false);
    for (const broken of ['00'.repeat(64), 'ff'.repeat(64), signature.slice(64) + signature.slice(0, 64)]) assert.equal(suites.verify(suite, pair.publicKey, TEXT, broken), false, broken);
  });
}

test('SM2: the same signature with s enlarged by the group’s order is refused, and so is a point off the curve', () => {
  const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
  // One whose s stays within 32 bytes when the order is added comes about once in 2^32; both halves at once are tried by hand instead.
  const pair = newKeyPair(2);
  const signature = signText(pair, TEXT);
  const zero = `${'0'.repeat(64)}${signature.slice(64)}`;
  assert.equal(suites.verify(2, pair.publicKey, TEXT, zero), false);
  assert.equal(suites.verify(2, pair.publicKey, TEXT, `${order.toString(16)}${signature.slice(64)}`), false);
  assert.equal(suites.verify(2, `04${'01'.repeat(64)}`, TEXT, signature), false);
});

test('SM2: OpenSSL takes our signatures for its own', (t: TestContext) => {
  const folder = mkdtempSync(join(tmpdir(), 'sm2-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const pair = newKeyPair(2);
  const spki = Buffer.concat([Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex'), Buffer.from(pair.publicKey, 'hex')]);
  const pem = `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END PUBLIC KEY-----\n`;
  const integer = (hex: string): string => {
    const short = hex.replace(/^(00)+(?=[0-9a-f]{2})/, '');
    const positive = Number.parseInt(short.slice(0, 2), 16) >= 0x80 ? `00${short}` : short;
    return `02${(positive.length / 2).toString(16).padStart(2, '0')}${positive}`;
  };
  const signature = signText(pair, TEXT);
  const both = integer(signature.slice(0, 64)) + integer(signature.slice(64));
  const files = { 'key.pem': pem, text: TEXT, signature: Buffer.from(`30${(both.length / 2).toString(16)}${both}`, 'hex'), 'other-text': `${TEXT}。` };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const ask = (text: string): string => execFileSync('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', 'key.pem', '-rawin', '-digest', 'sm3', '-in', text, '-sigfile', 'signature', '-pkeyopt', 'distid:1234567812345678'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  try {
    assert.match(ask('text'), /Success/);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return t.skip('OpenSSL takes our SM2 signatures: needs the openssl command');
    throw fault;
  }
  assert.throws(() => ask('other-text'));
});

test('Ed25519: a key of ours is a key of node:crypto', () => {
  const pair = newKeyPair(1);
  const key = createPublicKey({ key: Buffer.from(`302a300506032b6570032100${pair.publicKey}`, 'hex'), format: 'der', type: 'spki' });
  assert.equal(key.asymmetricKeyType, 'ed25519');
  assert.equal(nodeSign(null, Buffer.from(TEXT), { key: Buffer.from(pair.privateKey, 'hex'), format: 'der', type: 'pkcs8' }).toString('hex'), signText(pair, TEXT));
});
