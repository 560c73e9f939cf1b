import { z } from 'zod';
import { Instant, JsonValue, Uuid } from '#kernel/wire.ts';
import { CheckCode, Serial, Signature, Statement } from './bundle.ts';

/** What a person is about to sign, for the operations of higher modules that ask for a signature. `hasPaper`: there is a PDF to look at. */
export const AskedSignature = z.object({ request: Uuid, code: CheckCode, data: z.record(z.string(), JsonValue), statement: Statement, hasPaper: z.boolean(), lapsesAt: Instant });
export type AskedSignature = z.infer<typeof AskedSignature>;

/** The key to sign with; and the signature that answers. */
export const WithKey = { key: Serial };
export const Signed = z.strictObject({ request: Uuid, signature: Signature });

/** A signature that was made, as papers and pages name it. */
export const MadeSignature = z.object({ id: Uuid, code: CheckCode, signer: z.string(), organisation: z.string(), at: Instant, serial: Serial, hasPaper: z.boolean() });
export type MadeSignature = z.infer<typeof MadeSignature>;

/** The refusals of signing with their status, for the contract of whoever asks and takes. */
export const ASK_REFUSALS = { 'signing-key-missing': 409, 'signing-key-revoked': 409, 'signing-key-expired': 409 } as const;
export const TAKE_REFUSALS = { 'signing-lapsed': 409, 'signed-for-something-else': 422, 'shown-changed': 409, 'signing-key-revoked': 409, 'signing-key-expired': 409, 'signature-wrong': 422 } as const;
