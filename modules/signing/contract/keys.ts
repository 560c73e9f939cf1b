import { z } from 'zod';
import { CitySlug, Instant, operation, refusals, Uuid } from '#kernel/wire.ts';
import type { KeyState, RevocationReason } from '../domain/certificate.ts';
import { Certificate, Hash, PublicKey, Serial, Signature, Suite } from './bundle.ts';

export const KEY_STATES = ['live', 'not-yet', 'expired', 'revoked'] as const satisfies readonly KeyState[];
export const REVOCATION_REASONS = ['lost', 'exposed', 'left', 'replaced', 'other'] as const satisfies readonly RevocationReason[];

/** A sealed key as the browser keeps it; the server holds such a copy only of people of a demonstration. */
export const KeyCopy = z.object({
  format: z.literal('qingcai-key-1'), suite: Suite, publicKey: PublicKey, person: Uuid, organisation: Uuid, city: Uuid, kdf: z.literal('PBKDF2-SHA-256'), iterations: z.number().int(), salt: z.string(), iv: z.string(), sealed: z.string(),
});

export const KeyView = z.object({
  certificate: Certificate, state: z.enum(KEY_STATES), holder: z.string(), own: z.boolean(),
  revoked: z.object({ at: Instant, reason: z.enum(REVOCATION_REASONS), byHolder: z.boolean() }).nullable(),
  demonstrationCopy: KeyCopy.nullable(), may: z.object({ revoke: z.boolean() }),
});
export type KeyView = z.infer<typeof KeyView>;

/** One's own keys in this organisation and city; for whoever administers the organisation, its other living keys too. */
export const myKeys = operation
  .route({ method: 'GET', path: '/{city}/signing/keys', summary: '我的签名密钥 · My signing keys', tags: ['signing'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(z.object({ holder: z.object({ person: Uuid, organisation: Uuid, city: Uuid, name: z.string(), organisationName: z.string() }), keys: z.array(KeyView), colleagues: z.array(KeyView), mostKeys: z.number().int() }));

/** What a new key signs to prove that its holder has it; good for a quarter of an hour. */
export const challenge = operation
  .route({ method: 'GET', path: '/{city}/signing/challenge', summary: '登记密钥前的质询 · The challenge a new key must sign', tags: ['signing'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(z.object({ challenge: z.string() }));

export const enrolKey = operation
  .route({ method: 'POST', path: '/{city}/signing/keys', summary: '登记签名密钥 · Enrol a signing key', tags: ['signing'] })
  .input(z.strictObject({ city: CitySlug, suite: Suite, publicKey: PublicKey, challenge: z.string().max(200), proof: Signature }))
  .output(z.object({ certificate: Certificate }))
  .errors(refusals({ 'challenge-lapsed': 409, 'key-unusable': 422, 'proof-wrong': 422, 'demonstration-person': 409, 'too-many-keys': 409, 'key-enrolled-before': 409 }));

export const revokeKey = operation
  .route({ method: 'POST', path: '/{city}/signing/keys/{serial}/revocation', summary: '吊销签名密钥 · Revoke a signing key', tags: ['signing'] })
  .input(z.strictObject({ city: CitySlug, serial: Serial, reason: z.enum(REVOCATION_REASONS) }))
  .output(z.object({ revokedAt: Instant }))
  .errors(refusals({ 'key-revoked-already': 409 }));

/** The city's own keys as it publishes them: whoever checks a signature compares their fingerprints. */
export const cityKeys = operation
  .route({ method: 'GET', path: '/{city}/signing/city-keys', summary: '本市的签名公钥 · The city’s own public keys', tags: ['signing'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(z.array(z.object({ suite: Suite, publicKey: PublicKey, fingerprint: Hash, from: Instant, demo: z.boolean() })));
