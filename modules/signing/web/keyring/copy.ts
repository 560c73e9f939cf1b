import { copyHeader, ITERATIONS, type KeyCopy } from '../../domain/key-copy.ts';
import { fromHex, toHex, utf8, type Bytes } from './bytes.ts';
import type { KeyPair } from './suites.ts';

type HeldBy = { readonly person: string; readonly organisation: string; readonly city: string };

async function sealingKey(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const words = await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, words, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** The key sealed under the passphrase. Takes about half a second: each guess would. */
export async function sealCopy(pair: KeyPair, { person, organisation, city }: HeldBy, passphrase: string): Promise<KeyCopy> {
  const [salt, iv] = [crypto.getRandomValues(new Uint8Array(16)), crypto.getRandomValues(new Uint8Array(12))];
  const open: KeyCopy = { format: 'qingcai-key-1', suite: pair.suite, publicKey: pair.publicKey, person, organisation, city, kdf: 'PBKDF2-SHA-256', iterations: ITERATIONS, salt: toHex(salt), iv: toHex(iv), sealed: '' };
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(copyHeader(open)) }, await sealingKey(passphrase, salt, ITERATIONS), fromHex(pair.privateKey));
  return { ...open, sealed: toHex(sealed) };
}

/** The key of a copy; undefined where the passphrase is not its own, or the copy was altered. */
export async function openCopy(copy: KeyCopy, passphrase: string): Promise<KeyPair | undefined> {
  const key = await sealingKey(passphrase, fromHex(copy.salt), copy.iterations);
  try {
    const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromHex(copy.iv), additionalData: utf8(copyHeader(copy)) }, key, fromHex(copy.sealed));
    return { suite: copy.suite, publicKey: copy.publicKey, privateKey: toHex(open) };
  } catch {
    return undefined;
  }
}
