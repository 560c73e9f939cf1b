import type { LegalDay } from '#kernel/date.ts';

/** A brand maker (品牌制造商) sells what it makes under its own brand; a distributor (经销商) sells what others make. */
export const SUPPLIER_KINDS = ['maker', 'distributor'] as const;
export type SupplierKind = (typeof SUPPLIER_KINDS)[number];

/** Evidence that admission may ask for. */
export const ADMISSION_EVIDENCE = ['BASIC_QUALIFICATION', 'COMMITMENT', 'TRADEMARK'] as const;
export type AdmissionEvidence = (typeof ADMISSION_EVIDENCE)[number];

/** What is typed beside the file of a piece of evidence. */
export const EVIDENCE_FIELDS = ['number', 'issuer', 'issuedOn', 'validUntil'] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

export type BothTexts = { readonly 'zh-CN': string; readonly en: string };

/** One piece of evidence that a rule set asks of some suppliers, with the clause it rests on. */
export type AdmissionRequirement = {
  readonly evidence: AdmissionEvidence;
  readonly of: readonly SupplierKind[];
  /** Fields that may not be blank; the file never may. */
  readonly fields: readonly EvidenceField[];
  readonly basis: BothTexts;
};

/** What admission asks, from one day to another: dated data with its source. */
export type AdmissionRuleSet = {
  readonly id: string;
  readonly effectiveFrom: LegalDay;
  /** The last day on which it holds; null while none is known. */
  readonly effectiveUntil: LegalDay | null;
  /** Why it begins on that day. */
  readonly effectiveBecause: BothTexts;
  readonly sources: readonly BothTexts[];
  readonly requirements: readonly AdmissionRequirement[];
};

/** A piece of evidence as admission judges it. */
export type JudgedEvidence = {
  readonly evidenceId: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issuedOn: LegalDay | null;
  readonly validUntil: LegalDay | null;
  readonly state: 'submitted' | 'confirmed' | 'refused' | 'withdrawn';
  /** True where this city's centre has refused this very piece in an earlier round. */
  readonly refusedHere: boolean;
};

/** What an admission holds so far, by kind of evidence. */
export type Attached = Readonly<Partial<Record<AdmissionEvidence, JudgedEvidence>>>;
