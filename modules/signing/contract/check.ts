import { z } from 'zod';
import { BothTexts, CitySlug, Instant, operation, Sha256 } from '#kernel/wire.ts';
import type { Fault } from '../domain/judge.ts';
import { CheckCode, Hash, Serial, SignatureBundle, Suite } from './bundle.ts';
import { KEY_STATES } from './keys.ts';

export const FAULTS = [
  'suite-unknown', 'suite-differs', 'key-malformed', 'city-key-not-published', 'certificate-not-the-citys', 'certificate-altered', 'signature-not-of-this-key', 'key-differs', 'other-person', 'other-organisation', 'other-city',
  'demonstration-only', 'holder-differs', 'not-yet-valid', 'expired', 'revoked-before', 'purpose-differs', 'subject-differs', 'data-differs', 'pdf-differs', 'pdf-unexpected', 'pdf-missing',
] as const satisfies readonly Fault[];

/** What whoever holds a paper learns from its code: who signed what, when, with which key, and whether it holds. */
export const CheckView = z.object({
  code: CheckCode, title: BothTexts, purpose: z.string(), signer: z.string(), organisation: z.string(), at: Instant, signedAt: Instant, demo: z.boolean(),
  suite: Suite, dataHash: Hash, pdfHash: Hash.nullable(),
  key: z.object({ serial: Serial, from: Instant, until: Instant, state: z.enum(KEY_STATES), revokedAt: Instant.nullable() }),
  cityKey: Hash, faults: z.array(z.enum(FAULTS)),
  ledger: z.object({ hash: Sha256, seq: z.number().int().nullable() }).nullable(),
  bundle: SignatureBundle,
});
export type CheckView = z.infer<typeof CheckView>;

export const check = operation
  .route({ method: 'GET', path: '/{city}/signing/checks/{code}', summary: '凭核验码核验签名 · Check a signature by its code', tags: ['signing'] })
  .input(z.strictObject({ city: CitySlug, code: z.string().max(40) }))
  .output(CheckView);
