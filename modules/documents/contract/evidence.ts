import { z } from 'zod';
import { legalDayOf } from '#kernel/date.ts';
import { Day, Instant, Line, Sha256, Uuid } from '#kernel/wire.ts';
import type { EvidenceKind } from '../domain/evidence-kinds.ts';
import type { EvidenceState } from '../domain/evidence-life.ts';
import { UploadKindName } from './upload.ts';

// A contract has only the types of the domain; the compiler holds these lists against them, in both directions.
export const EvidenceKindName = z.enum({
  TEST_REPORT: 'TEST_REPORT', CERTIFICATE: 'CERTIFICATE', LABEL: 'LABEL', EPD: 'EPD', DECLARATION: 'DECLARATION',
  BASIC_QUALIFICATION: 'BASIC_QUALIFICATION', COMMITMENT: 'COMMITMENT', TRADEMARK: 'TRADEMARK', PHOTO: 'PHOTO',
} satisfies { [K in EvidenceKind]: K });
export const EvidenceStateName = z.enum({ submitted: 'submitted', confirmed: 'confirmed', refused: 'refused', withdrawn: 'withdrawn' } satisfies { [S in EvidenceState]: S });
/** A day of the calendar: not 30 February. */
export const ExistingDay = Day.refine((text) => legalDayOf(text) !== undefined);

/** A value as the paper prints it. */
export const StatedValue = z.strictObject({ indicatorCode: Line(20).nullable(), printed: Line(100), unit: Line(40).nullable() });
export type StatedValue = z.infer<typeof StatedValue>;

export const Evidence = z.object({
  id: Uuid,
  kind: EvidenceKindName,
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: Day.nullable(),
  validUntil: Day.nullable(),
  /** How it stands to its end today, by the server's day. */
  expiry: z.enum(['open', 'valid', 'soon', 'expired']),
  /** Days until its last day; negative when past, null where it has none. */
  daysLeft: z.number().int().nullable(),
  state: EvidenceStateName,
  holder: z.object({ id: Uuid, name: z.string(), demo: z.boolean() }),
  file: z.object({ uploadId: Uuid, name: z.string(), bytes: z.number().int(), kind: UploadKindName, sha256: Sha256 }),
  values: z.array(StatedValue),
  submittedAt: Instant,
  decision: z.object({ organisationName: z.string(), at: Instant, reason: z.string().nullable() }).nullable(),
  uses: z.array(z.object({ city: z.object({ slug: z.string(), nameZh: z.string(), nameEn: z.string() }), subjectKind: z.string(), subjectId: Uuid, purpose: z.string(), usedAt: Instant })),
  /** What this reader may do with it next. */
  may: z.object({ confirm: z.boolean(), refuse: z.boolean(), withdraw: z.boolean() }),
});
export type Evidence = z.infer<typeof Evidence>;

export const EvidencePage = z.object({ rows: z.array(Evidence), total: z.number().int() });
export type EvidencePage = z.infer<typeof EvidencePage>;
