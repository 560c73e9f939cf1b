import type { LegalDay } from '#kernel/date.ts';
import type { AdmissionEvidence, AdmissionRequirement, Attached, EvidenceField } from './model.ts';

export type GapFault = 'absent' | 'expired' | 'not-yet-issued' | 'refused' | 'withdrawn';

/** One thing that stands between a supplier and its submission: which evidence, which field of it, and why. */
export type Gap = { readonly evidence: AdmissionEvidence; readonly field: 'file' | EvidenceField; readonly fault: GapFault };

/**
 * What is still missing on a day, field by field, in the order of the rule set.
 * The day of validity itself counts (evidence holds through its last day); a period never stated is not held against anyone.
 */
export function gapsOf(requirements: readonly AdmissionRequirement[], attached: Attached, on: LegalDay): Gap[] {
  return requirements.flatMap(({ evidence, fields }) => {
    const piece = attached[evidence];
    const gap = (field: Gap['field'], fault: GapFault): Gap => ({ evidence, field, fault });
    if (piece === undefined) return [gap('file', 'absent')];
    if (piece.state === 'withdrawn') return [gap('file', 'withdrawn')];
    if (piece.state === 'refused' || piece.refusedHere) return [gap('file', 'refused')];
    const gaps: Gap[] = fields.filter((field) => piece[field] === null || piece[field] === '').map((field) => gap(field, 'absent'));
    if (piece.issuedOn !== null && piece.issuedOn > on) gaps.push(gap('issuedOn', 'not-yet-issued'));
    if (piece.validUntil !== null && piece.validUntil < on) gaps.push(gap('validUntil', 'expired'));
    return gaps;
  });
}
