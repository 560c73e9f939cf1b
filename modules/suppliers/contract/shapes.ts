import { z } from 'zod';
import { BothTexts, Day, Instant, Sha256, Uuid } from '#kernel/wire.ts';
import { ADMISSION_STATUSES } from '../domain/admission-life.ts';
import { DECISIONS } from '../domain/judge-decision.ts';
import { ADMISSION_EVIDENCE, EVIDENCE_FIELDS, SUPPLIER_KINDS } from '../domain/model.ts';

export const SupplierKind = z.enum(SUPPLIER_KINDS);
export const AdmissionStatus = z.enum(ADMISSION_STATUSES);
export const AdmissionEvidence = z.enum(ADMISSION_EVIDENCE);
export const Decision = z.enum(DECISIONS);

/** A supplier as those see it who deal with its admission. */
export const Supplier = z.object({
  organisationId: Uuid, name: z.string(), creditCode: z.string(), kind: SupplierKind, address: z.string(),
  contactName: z.string(), phone: z.string(), demo: z.boolean(),
});
export type Supplier = z.infer<typeof Supplier>;

/** One thing still missing: which field of which evidence, and why. */
export const Gap = z.object({ evidence: AdmissionEvidence, field: z.enum(['file', ...EVIDENCE_FIELDS]), fault: z.enum(['absent', 'expired', 'not-yet-issued', 'refused', 'withdrawn']) });
export type Gap = z.infer<typeof Gap>;

/** A piece of evidence as its supplier states it, with its file and what this city's centre said of it. */
export const Claim = z.object({
  evidenceId: Uuid, number: z.string().nullable(), issuer: z.string().nullable(), issuedOn: Day.nullable(), validUntil: Day.nullable(),
  fileName: z.string(), sha256: Sha256, state: z.enum(['submitted', 'confirmed', 'refused', 'withdrawn']),
  verdict: z.object({ accepted: z.boolean(), reason: z.string().nullable(), round: z.number().int() }).nullable(),
});
export type Claim = z.infer<typeof Claim>;

/** What a rule set asks of a supplier. */
export const Asked = z.object({ evidence: AdmissionEvidence, fields: z.array(z.enum(EVIDENCE_FIELDS)), basis: BothTexts });
export type Asked = z.infer<typeof Asked>;

/** One requirement of an admission: what is asked, what stands there, what is still missing. */
export const Requirement = Asked.extend({ claim: Claim.nullable(), gaps: z.array(Gap) });
export type Requirement = z.infer<typeof Requirement>;

export const RuleSet = z.object({ id: z.string(), effectiveFrom: Day, effectiveUntil: Day.nullable(), effectiveBecause: BothTexts, sources: z.array(BothTexts) });
export type RuleSet = z.infer<typeof RuleSet>;

/** A submission and what was decided on it. Who decided is told to the centre only. */
export const Round = z.object({
  round: z.number().int(), submittedAt: Instant,
  decision: z.object({ decision: Decision, reasons: z.string(), at: Instant, by: z.string().nullable() }).nullable(),
});
export type Round = z.infer<typeof Round>;

export const Admission = z.object({ id: Uuid, status: AdmissionStatus, round: z.number().int(), openedAt: Instant, since: Instant });
export type Admission = z.infer<typeof Admission>;
