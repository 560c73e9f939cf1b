import { canonical, type Json } from '#kernel/canonical.ts';
import type { SuiteId } from './suite.ts';

/** The city's own key, by which it certifies the keys of people. Its fingerprint is published and stands on the ledger. */
export type CityKey = { readonly suite: SuiteId; readonly city: string; readonly publicKey: string; readonly from: string; /** A city in which everything is invented. */ readonly demo: boolean };

/** The city says: this key is this person's in this organisation, from this instant to that. No name stands in it: it lies on the ledger. */
export type Certificate = {
  readonly suite: SuiteId;
  readonly serial: string;
  readonly publicKey: string;
  readonly person: string;
  readonly organisation: string;
  readonly city: string;
  readonly from: string;
  /** Half-open: at this instant the key has expired. */
  readonly until: string;
  /** Good only in a demonstration city. */
  readonly demo: boolean;
  /** Hash of the holder's names with a salt. The names travel with a signature; without the salt the hash tells nothing (个人信息保护法 a47, a51). */
  readonly holder: string;
  /** Fingerprint of the city's key. */
  readonly issuer: string;
};

/** The names behind `holder`. */
export type Holder = { readonly person: string; readonly organisation: string; readonly salt: string };

export const cityKeyText = (key: CityKey): string => `qingcai-city-key-1\n${canonical(key as unknown as Json)}`;
export const certificateText = (certificate: Certificate): string => `qingcai-certificate-1\n${canonical(certificate as unknown as Json)}`;
export const holderText = (holder: Holder): string => `qingcai-holder-1\n${canonical(holder as unknown as Json)}`;

/** What a new key signs to prove that whoever enrols it holds it, for this person, here and now. */
export type Possession = { readonly suite: SuiteId; readonly publicKey: string; readonly person: string; readonly organisation: string; readonly city: string; readonly challenge: string };
export const possessionText = (possession: Possession): string => `qingcai-possession-1\n${canonical(possession as unknown as Json)}`;

/** A rule of the platform, not of a law: a key is renewed every two years, so that none outlives what is known of its algorithm and holder. */
export const CERTIFICATE_DAYS = 730;
/** Keys that may be alive at once for one person in one organisation and city: the desk, the laptop, the telephone, and two to spare. */
export const MOST_KEYS = 5;

export type KeyLife = { readonly from: string; readonly until: string; readonly revokedAt: string | null };
export type KeyState = 'live' | 'not-yet' | 'expired' | 'revoked';

/** How a key stands at an instant. Revoking and expiring count from their very instant; what was signed before stays. */
export function keyStateAt(key: KeyLife, at: string): KeyState {
  const instant = Date.parse(at);
  if (key.revokedAt !== null && instant >= Date.parse(key.revokedAt)) return 'revoked';
  if (instant < Date.parse(key.from)) return 'not-yet';
  return instant >= Date.parse(key.until) ? 'expired' : 'live';
}

export const REVOCATION_REASONS = ['lost', 'exposed', 'left', 'replaced', 'other'] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];
