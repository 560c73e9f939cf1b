/** What a paper is. The first five prove indicators of the standard; the others speak of a supplier or show a thing. */
export const EVIDENCE_KINDS = ['TEST_REPORT', 'CERTIFICATE', 'LABEL', 'EPD', 'DECLARATION', 'BASIC_QUALIFICATION', 'COMMITMENT', 'TRADEMARK', 'PHOTO'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What may be handed in at all. */
export const UPLOAD_KINDS = ['pdf', 'png', 'jpeg', 'xlsx'] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

/** The largest file that may be handed in, in bytes: 20 MiB, said to people as 20 MB. */
export const UPLOAD_LIMIT_BYTES = 20 * 1024 * 1024;

/** A report is compared by machine cell by cell, so it must be a PDF; a scanned paper will do for what a person confirms; a table is never evidence. */
const FILES: Readonly<Record<EvidenceKind, readonly UploadKind[]>> = {
  TEST_REPORT: ['pdf'],
  CERTIFICATE: ['pdf', 'png', 'jpeg'],
  LABEL: ['pdf', 'png', 'jpeg'],
  EPD: ['pdf', 'png', 'jpeg'],
  DECLARATION: ['pdf', 'png', 'jpeg'],
  BASIC_QUALIFICATION: ['pdf', 'png', 'jpeg'],
  COMMITMENT: ['pdf', 'png', 'jpeg'],
  TRADEMARK: ['pdf', 'png', 'jpeg'],
  PHOTO: ['png', 'jpeg'],
};

export const fileKindsOf = (kind: EvidenceKind): readonly UploadKind[] => FILES[kind];

/** Kinds that their issuer numbers: without the number nobody could look the paper up there. */
const NUMBERED: readonly EvidenceKind[] = ['TEST_REPORT', 'CERTIFICATE', 'LABEL', 'EPD', 'TRADEMARK'];
export const isNumbered = (kind: EvidenceKind): boolean => NUMBERED.includes(kind);

/** Kinds that a person of the centre looks at and confirms. A test report is read and compared by the platform instead (laboratories). */
export const CONFIRMED_BY_CENTRE: readonly EvidenceKind[] = EVIDENCE_KINDS.filter((kind) => kind !== 'TEST_REPORT');
