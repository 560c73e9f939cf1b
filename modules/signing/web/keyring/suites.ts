import type { SuiteId } from '../../domain/suite.ts';
import { fromHex, toHex, utf8, type Bytes } from './bytes.ts';

/** A key pair in hex, as the server's side writes them: Ed25519's private part as PKCS 8, SM2's as its number. */
export type KeyPair = { readonly suite: SuiteId; readonly publicKey: string; readonly privateKey: string };

/** SM2 and SM3 come only to those who use them. */
const sm = () => import('sm-crypto-v2');

/** Whether this browser can make and use keys of the suite; Ed25519 came to browsers in 2025. */
export async function canUse(suite: SuiteId): Promise<boolean> {
  if (crypto.subtle === undefined) return false;
  return suite === 2 || crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']).then(() => true, () => false);
}

export async function makeKey(suite: SuiteId): Promise<KeyPair> {
  if (suite === 2) return { suite, ...(await sm()).sm2.generateKeyPairHex() };
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const [publicKey, privateKey] = await Promise.all([crypto.subtle.exportKey('raw', pair.publicKey), crypto.subtle.exportKey('pkcs8', pair.privateKey)]);
  return { suite, publicKey: toHex(publicKey), privateKey: toHex(privateKey) };
}

/** The signature over a text in UTF-8, lower-case hex. */
export async function signText({ suite, publicKey, privateKey }: KeyPair, text: string): Promise<string> {
  if (suite === 2) return (await sm()).sm2.doSignature(utf8(text), privateKey, { hash: true, publicKey });
  const key = await crypto.subtle.importKey('pkcs8', fromHex(privateKey), 'Ed25519', false, ['sign']);
  return toHex(await crypto.subtle.sign('Ed25519', key, utf8(text)));
}

/** The suite's hash, lower-case hex. */
export async function hashOf(suite: SuiteId, content: string | Bytes): Promise<string> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  return suite === 2 ? (await sm()).sm3(bytes) : toHex(await crypto.subtle.digest('SHA-256', bytes));
}
