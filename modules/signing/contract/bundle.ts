import { z } from 'zod';
import { BothTexts, Instant, JsonValue, Sha256, Uuid } from '#kernel/wire.ts';

export const Suite = z.union([z.literal(1), z.literal(2)]);
export const Hash = z.string().regex(/^[0-9a-f]{64}$/);
export const Signature = z.string().regex(/^[0-9a-f]{128}$/);
export const PublicKey = z.string().regex(/^([0-9a-f]{64}|04[0-9a-f]{128})$/);
export const Serial = z.string().regex(/^K-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
export const CheckCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);

export const Statement = z.strictObject({
  suite: Suite, purpose: z.string().max(80), subject: z.string().max(200), data: Hash, pdf: Hash.nullable(), city: Uuid, organisation: Uuid, person: Uuid, key: Serial, request: Uuid, at: Instant,
});
export const Certificate = z.strictObject({
  suite: Suite, serial: Serial, publicKey: PublicKey, person: Uuid, organisation: Uuid, city: Uuid, from: Instant, until: Instant, demo: z.boolean(), holder: Hash, issuer: Hash,
});
export const CityKey = z.strictObject({ suite: Suite, city: Uuid, publicKey: PublicKey, from: Instant, demo: z.boolean() });

/** A signature with everything a stranger needs to judge it without this platform: `verify FILE` reads it. */
export const SignatureBundle = z.strictObject({
  format: z.literal('qingcai-signature-1'),
  code: CheckCode,
  title: BothTexts,
  statement: Statement,
  signature: Signature,
  certificate: Certificate,
  certificateSignature: Signature,
  cityKey: CityKey,
  holder: z.strictObject({ person: z.string().max(200), organisation: z.string().max(200), salt: z.string().max(64) }),
  /** Null where nobody had revoked the key at `asOf`. */
  revokedAt: Instant.nullable(),
  asOf: Instant,
  /** What was shown on the screen; null where the bundle is for the public. */
  data: z.record(z.string(), JsonValue).nullable(),
  /** The entry of the ledger, and its place in the city's chain once its batch is chained. */
  ledger: z.strictObject({ chain: Uuid, content: z.string().max(20_000), hash: Sha256, link: z.strictObject({ seq: z.number().int(), previous: Sha256, hash: Sha256 }).nullable() }).nullable(),
});
export type SignatureBundle = z.infer<typeof SignatureBundle>;
