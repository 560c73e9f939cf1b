import { z } from 'zod';
import { BothTexts, Day, Instant, Uuid } from '#kernel/wire.ts';
import { Upload } from '#modules/documents/contract/upload.ts';
import type { AdmissionStatus as Status } from '../domain/admission-life.ts';
import type { GapFault } from '../domain/gaps.ts';
import type { Decision as DecisionWord } from '../domain/judge-decision.ts';
import type { AdmissionEvidence as EvidenceWord, EvidenceField as FieldWord, SupplierKind as KindWord } from '../domain/model.ts';

// A contract has only the types of the domain; the compiler holds these lists against them, in both directions.
export const SupplierKind = z.enum({ maker: 'maker', distributor: 'distributor' } satisfies { [K in KindWord]: K });
export const AdmissionStatus = z.enum({ draft: 'draft', submitted: 'submitted', returned: 'returned', admitted: 'admitted', refused: 'refused', withdrawn: 'withdrawn' } satisfies { [S in Status]: S });
export const AdmissionEvidence = z.enum({ BASIC_QUALIFICATION: 'BASIC_QUALIFICATION', COMMITMENT: 'COMMITMENT', TRADEMARK: 'TRADEMARK' } satisfies { [K in EvidenceWord]: K });
export const Decision = z.enum({ admit: 'admit', return: 'return', refuse: 'refuse' } satisfies { [D in DecisionWord]: D });
const fields = { number: 'number', issuer: 'issuer', issuedOn: 'issuedOn', validUntil: 'validUntil' } as const satisfies { [F in FieldWord]: F };
export const EvidenceField = z.enum(fields);
const faults = { absent: 'absent', expired: 'expired', 'not-yet-issued': 'not-yet-issued', refused: 'refused', withdrawn: 'withdrawn' } as const satisfies { [F in GapFault]: F };

/** A supplier as those see it who deal with its admission. */
export const Supplier = z.object({
  organisationId: Uuid, name: z.string(), creditCode: z.string(), kind: SupplierKind, address: z.string(),
  contactName: z.string(), phone: z.string(), demo: z.boolean(),
});
export type Supplier = z.infer<typeof Supplier>;

/** One thing still missing: which field of which evidence, and why. */
export const Gap = z.object({ evidence: AdmissionEvidence, field: z.enum({ file: 'file', ...fields }), fault: z.enum(faults) });
export type Gap = z.infer<typeof Gap>;

/** A piece of evidence as its supplier states it, with its file and what this city's centre said of it. */
export const Claim = z.object({
  evidenceId: Uuid, number: z.string().nullable(), issuer: z.string().nullable(), issuedOn: Day.nullable(), validUntil: Day.nullable(),
  file: Upload, state: z.enum(['submitted', 'confirmed', 'refused', 'withdrawn']),
  verdict: z.object({ accepted: z.boolean(), reason: z.string().nullable(), round: z.number().int() }).nullable(),
});
export type Claim = z.infer<typeof Claim>;

/** What a rule set asks of a supplier. */
export const Asked = z.object({ evidence: AdmissionEvidence, fields: z.array(EvidenceField), basis: BothTexts });
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
