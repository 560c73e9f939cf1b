import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { CERTIFICATE_DAYS, certificateText, holderText, keyStateAt, MOST_KEYS, possessionText, type Certificate, type Holder, type KeyLife } from '../domain/certificate.ts';
import { isPublicKey, isSignature, type SuiteCrypto, type SuiteId } from '../domain/suite.ts';

export type EnrolKeyNeeds = {
  readonly now: Date;
  readonly holder: { readonly personId: string; readonly organisationId: string; readonly personName: string; readonly organisationName: string; readonly demo: boolean };
  readonly city: { readonly id: string; readonly demo: boolean };
  readonly crypto: SuiteCrypto;
  /** Whether the server gave this challenge to this person, here, a short time ago. */
  readonly challengeHolds: (challenge: string) => boolean;
  readonly newSerial: () => string;
  readonly newSalt: () => string;
  /** The city's key of the suite. */
  readonly issuer: (suite: SuiteId) => Promise<{ readonly fingerprint: string; sign(text: string): string }>;
  readonly ownKeys: () => Promise<readonly KeyLife[]>;
  /** False where this public key was certified before. */
  readonly insert: (key: { certificate: Certificate; certificateSignature: string; holder: Holder; revoked: null }) => Promise<boolean>;
  readonly record: (entry: { kind: string; subject: string; body: Json }) => void;
};
export type EnrolKey = { readonly suite: SuiteId; readonly publicKey: string; readonly challenge: string; readonly proof: string };
export type EnrolKeyRefusal = 'challenge-lapsed' | 'key-unusable' | 'proof-wrong' | 'demonstration-person' | 'too-many-keys' | 'key-enrolled-before';

/**
 * The city certifies a key that a person made in the browser. Only the public part comes here, with the proof that whoever
 * enrols it holds the private one: its signature over the server's challenge, for this person, organisation and city.
 */
export async function enrolKey(needs: EnrolKeyNeeds, input: EnrolKey): Promise<Result<{ certificate: Certificate }, EnrolKeyRefusal>> {
  const { holder, city, crypto, now } = needs;
  const { suite, publicKey, challenge } = input;
  if (holder.demo && !city.demo) return refuse('demonstration-person');
  if (!needs.challengeHolds(challenge)) return refuse('challenge-lapsed', 'challenge');
  if (!isPublicKey(suite, publicKey)) return refuse('key-unusable', 'publicKey');
  const possession = possessionText({ suite, publicKey, challenge, person: holder.personId, organisation: holder.organisationId, city: city.id });
  if (!isSignature(input.proof) || !crypto.verify(suite, publicKey, possession, input.proof)) return refuse('proof-wrong', 'proof');
  const at = now.toISOString();
  const live = (await needs.ownKeys()).filter((key) => keyStateAt(key, at) === 'live');
  if (live.length >= MOST_KEYS) return refuse('too-many-keys', undefined, { most: MOST_KEYS });
  const issuer = await needs.issuer(suite);
  const names: Holder = { person: holder.personName, organisation: holder.organisationName, salt: needs.newSalt() };
  const certificate: Certificate = {
    suite, serial: needs.newSerial(), publicKey, person: holder.personId, organisation: holder.organisationId, city: city.id,
    from: at, until: new Date(now.getTime() + CERTIFICATE_DAYS * 86_400_000).toISOString(), demo: city.demo, holder: crypto.hash(suite, holderText(names)), issuer: issuer.fingerprint,
  };
  const certificateSignature = issuer.sign(certificateText(certificate));
  if (!(await needs.insert({ certificate, certificateSignature, holder: names, revoked: null }))) return refuse('key-enrolled-before', 'publicKey');
  needs.record({ kind: 'signing-key-certified', subject: `signing-key:${certificate.serial}`, body: { ...certificate, signature: certificateSignature } });
  return ok({ certificate });
}
