import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse, type AuthenticationResponseJSON, type RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Vault } from '#platform/vault.ts';
import { challengeRead, newChallenge, type Asked } from './challenge.ts';
import type { StoredPasskey } from './store/passkeys.ts';

/* WebAuthn level 3 in the platform's words. A passkey is bound to the platform's origin, and always asks its person for finger, face or PIN. */

export type Site = { readonly vault: Vault; readonly publicOrigin: string; readonly now: Date };

/** ES256, EdDSA, RS256 (COSE): what the devices of today offer. */
const ALGORITHMS = [-7, -8, -257];
const RP_NAME = '青采 Qingcai';
const hostOf = (origin: string): string => new URL(origin).hostname;

/** What the browser needs to ask for a passkey; for nobody in particular, it offers the passkeys it has for this site. */
export const askForPasskey = (site: Site, asked: Asked, known: readonly StoredPasskey[] = []) =>
  generateAuthenticationOptions({
    rpID: hostOf(site.publicOrigin), challenge: newChallenge(site.vault, asked, site.now), userVerification: 'required', timeout: 120_000,
    allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });

export const askForNewPasskey = (site: Site, person: { id: string; name: string; login: string }, known: readonly StoredPasskey[]) =>
  generateRegistrationOptions({
    rpName: RP_NAME, rpID: hostOf(site.publicOrigin), userName: person.login, userDisplayName: person.name, userID: new Uint8Array(Buffer.from(person.id)),
    challenge: newChallenge(site.vault, { purpose: 'enrol', personId: person.id }, site.now), attestationType: 'none', supportedAlgorithmIDs: ALGORITHMS, timeout: 120_000,
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });

export type Proved = { readonly counter: number; readonly backedUp: boolean; readonly challenge: { digest: Buffer; endsAt: Date } };

/** Whether an answer was made by this passkey, for this platform, to a challenge of ours for this purpose. Undefined where it was not, for whatever reason. */
export async function provedByPasskey(site: Site, asked: Asked, response: AuthenticationResponseJSON, passkey: StoredPasskey): Promise<Proved | undefined> {
  let challenge: Proved['challenge'] | undefined;
  const verified = await verifyAuthenticationResponse({
    response, expectedOrigin: site.publicOrigin, expectedRPID: hostOf(site.publicOrigin), requireUserVerification: true,
    expectedChallenge: (text) => (challenge = challengeRead(site.vault, asked, text, site.now)) !== undefined,
    credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: passkey.counter, transports: passkey.transports as never },
  }).catch(() => undefined);
  if (verified?.verified !== true || challenge === undefined) return undefined;
  return { counter: verified.authenticationInfo.newCounter, backedUp: verified.authenticationInfo.credentialBackedUp, challenge };
}

export type NewPasskey = Pick<StoredPasskey, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'backedUp'> & { readonly challenge: Proved['challenge'] };

/** The passkey that a registration brings; undefined where it does not answer a challenge of ours to this person. */
export async function passkeyIn(site: Site, personId: string, response: RegistrationResponseJSON): Promise<NewPasskey | undefined> {
  let challenge: Proved['challenge'] | undefined;
  const verified = await verifyRegistrationResponse({
    response, expectedOrigin: site.publicOrigin, expectedRPID: hostOf(site.publicOrigin), requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
    expectedChallenge: (text) => (challenge = challengeRead(site.vault, { purpose: 'enrol', personId }, text, site.now)) !== undefined,
  }).catch(() => undefined);
  if (verified?.verified !== true || challenge === undefined) return undefined;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return { credentialId: credential.id, publicKey: new Uint8Array(credential.publicKey), counter: credential.counter, transports: credential.transports ?? [], backedUp: credentialBackedUp, challenge };
}
