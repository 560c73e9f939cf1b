import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { sm2, sm3 } from 'sm-crypto-v2';
import type { SuiteCrypto, SuiteId } from './domain/suite.ts';

/** The frame of an Ed25519 public key in X.509 (RFC 8410, 4): what stands before its 32 bytes. */
const ED25519_SPKI = '302a300506032b6570032100';
/** The order of SM2's group (GB/T 32918.5, A): r and s lie between 1 and it. */
const SM2_ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

function verifyEd25519(publicKey: string, text: string, signature: string): boolean {
  const key = createPublicKey({ key: Buffer.from(ED25519_SPKI + publicKey, 'hex'), format: 'der', type: 'spki' });
  return verify(null, utf8(text), key, Buffer.from(signature, 'hex'));
}

/** The library reduces r and s by the order, so that one signature would have several written forms: only the one within bounds counts. */
function verifySm2(publicKey: string, text: string, signature: string): boolean {
  const within = [signature.slice(0, 64), signature.slice(64)].every((part) => BigInt(`0x${part}`) > 0n && BigInt(`0x${part}`) < SM2_ORDER);
  return within && sm2.verifyPublicKey(publicKey) && sm2.doVerifySignature(utf8(text), signature, publicKey, { hash: true });
}

/** The suites on the server. SM2 takes the standard's own user id, 1234567812345678. Nothing here is certified (docs/decisions/0010). */
export const suites: SuiteCrypto = {
  hash: (suite, text) => hashOfBytes(suite, utf8(text)),
  verify(suite, publicKey, text, signature) {
    try {
      return suite === 1 ? verifyEd25519(publicKey, text, signature) : verifySm2(publicKey, text, signature);
    } catch {
      // A point that is not on the curve, a number that is no signature: simply not this key's signature.
      return false;
    }
  },
};

export const hashOfBytes = (suite: SuiteId, bytes: Uint8Array): string => (suite === 1 ? createHash('sha256').update(bytes).digest('hex') : sm3(bytes));

/** A key pair in hex: Ed25519's private part as PKCS 8, SM2's as its number. */
export type KeyPair = { readonly suite: SuiteId; readonly publicKey: string; readonly privateKey: string };

export function newKeyPair(suite: SuiteId): KeyPair {
  if (suite === 2) return { suite, ...sm2.generateKeyPairHex() };
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { suite, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'), privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('hex') };
}

/** The signature over a text in UTF-8, lower-case hex. */
export function signText({ suite, publicKey, privateKey }: KeyPair, text: string): string {
  if (suite === 2) return sm2.doSignature(utf8(text), privateKey, { hash: true, publicKey });
  return sign(null, utf8(text), createPrivateKey({ key: Buffer.from(privateKey, 'hex'), format: 'der', type: 'pkcs8' })).toString('hex');
}
