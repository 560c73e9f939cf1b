import { createCipheriv, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { WriteCall } from '#platform/database/call.ts';
import type { Certificate } from './domain/certificate.ts';
import { copyHeader, ITERATIONS, type KeyCopy } from './domain/key-copy.ts';
import { insertDemonstrationCopy } from './store/keys.ts';
import type { KeyPair } from './suites.ts';

/** A key derived once from the demonstration's passphrase, which everybody may read: its people's keys protect nothing. */
export type DemonstrationSeal = { readonly salt: Buffer; readonly key: Buffer };

export async function demonstrationSeal(passphrase: string): Promise<DemonstrationSeal> {
  const salt = randomBytes(16);
  return { salt, key: await promisify(pbkdf2)(passphrase.normalize('NFC'), salt, ITERATIONS, 32, 'sha256') };
}

/** The key as the browser would have sealed it. */
export function sealedCopy(seal: DemonstrationSeal, pair: KeyPair, holder: { readonly person: string; readonly organisation: string; readonly city: string }): KeyCopy {
  const iv = randomBytes(12);
  const open: KeyCopy = { format: 'qingcai-key-1', suite: pair.suite, publicKey: pair.publicKey, ...holder, kdf: 'PBKDF2-SHA-256', iterations: ITERATIONS, salt: seal.salt.toString('hex'), iv: iv.toString('hex'), sealed: '' };
  const cipher = createCipheriv('aes-256-gcm', seal.key, iv).setAAD(Buffer.from(copyHeader(open)));
  return { ...open, sealed: Buffer.concat([cipher.update(Buffer.from(pair.privateKey, 'hex')), cipher.final(), cipher.getAuthTag()]).toString('hex') };
}

/** Keeps a copy of an invented person's key, so that whoever plays that person can sign. Never of a real one. */
export async function keepDemonstrationCopy(call: WriteCall, seal: DemonstrationSeal, pair: KeyPair, certificate: Certificate): Promise<void> {
  if (!certificate.demo) throw new Error('a private key of a real person is never kept on the server');
  const { person, organisation, city } = certificate;
  await insertDemonstrationCopy(call.tx, city, certificate.serial, sealedCopy(seal, pair, { person, organisation, city }));
}
