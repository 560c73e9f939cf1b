import { daysBetween, type LegalDay } from '#kernel/date.ts';
import type { EvidenceKind } from './evidence-kinds.ts';
import type { EvidenceState } from './evidence-life.ts';

/** A value as the paper prints it; nothing is rounded or converted here. */
export type StatedValue = { readonly indicatorCode: string | null; readonly printed: string; readonly unit: string | null };

/** One typed piece of evidence with its file, as higher modules read it. */
export type EvidenceRecord = {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly number: string | null;
  readonly holderOrganisationId: string;
  readonly holderName: string;
  readonly issuer: string | null;
  readonly issuedOn: LegalDay | null;
  /** The last day on which it holds; null where the paper names none, which is not the same as for ever. */
  readonly validUntil: LegalDay | null;
  readonly uploadId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly state: EvidenceState;
  readonly values: readonly StatedValue[];
  /** The person of the centre who confirmed it; null in every other state. */
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
};

/** Where evidence serves, in one city. `purpose` is the user's word: 'admission', 'product', 'listing'. */
export type EvidenceUse = { readonly cityId: string; readonly subjectKind: string; readonly subjectId: string; readonly purpose: string; readonly usedAt: Date };

/** How far ahead an end is called near. A rule of the platform: long enough to renew a certificate. Days. */
export const SOON_DAYS = 60;

export type Expiry = 'open' | 'valid' | 'soon' | 'expired';

/** How evidence stands to its end on a day: it still holds on its last day, and is `soon` in the last 60. `open` where the paper names no end. */
export function expiryOf(validUntil: LegalDay | null, on: LegalDay): Expiry {
  if (validUntil === null) return 'open';
  const left = daysBetween(on, validUntil);
  return left < 0 ? 'expired' : left < SOON_DAYS ? 'soon' : 'valid';
}

/** The field whose date cannot be: issued after today, or ended before it was issued. Null where the dates can be. */
export function faultOfDates(dates: { readonly issuedOn: LegalDay | null; readonly validUntil: LegalDay | null }, today: LegalDay): 'issuedOn' | 'validUntil' | null {
  if (dates.issuedOn !== null && dates.issuedOn > today) return 'issuedOn';
  if (dates.issuedOn !== null && dates.validUntil !== null && dates.validUntil < dates.issuedOn) return 'validUntil';
  return null;
}
