import { z } from 'zod';

/* The JSON forms of WebAuthn level 3 (§5.1), as far as the platform reads them; what browsers add beside is left out. */

const Bytes = (most: number) => z.string().min(1).max(most).regex(/^[A-Za-z0-9_-]+$/);
const CredentialId = Bytes(1400);
const Known = z.array(z.object({ id: CredentialId, type: z.literal('public-key'), transports: z.array(z.string()).optional() }));

/** What the browser needs to ask for a passkey. */
export const PasskeyQuestion = z.object({ challenge: Bytes(200), rpId: z.string(), timeout: z.number(), userVerification: z.literal('required'), allowCredentials: Known });

/** What the browser needs to make a passkey. */
export const NewPasskeyQuestion = z.object({
  challenge: Bytes(200),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: Bytes(100), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number() })),
  timeout: z.number(),
  attestation: z.literal('none'),
  excludeCredentials: Known,
  authenticatorSelection: z.object({ residentKey: z.literal('required'), userVerification: z.literal('required'), requireResidentKey: z.boolean() }),
});

/** What a passkey answers. */
export const PasskeyAnswer = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({ clientDataJSON: Bytes(4000), authenticatorData: Bytes(4000), signature: Bytes(4000), userHandle: Bytes(200).optional() }),
});
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

/** What a new passkey brings. */
export const NewPasskeyAnswer = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({ clientDataJSON: Bytes(4000), attestationObject: Bytes(20_000), transports: z.array(z.string().max(40)).max(10).optional() }),
});
export type NewPasskeyAnswer = z.infer<typeof NewPasskeyAnswer>;
