import { z } from 'zod';
import { CitySlug, Instant, Line, operation, Paragraph, refusals } from '#kernel/wire.ts';
import { IndicatorCode, IndicatorView } from './reading.ts';

export const LimitRow = IndicatorView.extend({
  kind: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string(), category: z.string(), productStandard: z.string(), greenStandard: z.string().nullable() }),
  /** Addresses of public reproductions, for the officer who confirms. */
  seenAt: z.array(z.string()),
  decision: z.object({ decision: z.enum(['confirmed', 'withheld']), clause: z.string().nullable(), page: z.string().nullable(), note: z.string().nullable(), by: z.string(), organisation: z.string(), at: Instant }).nullable(),
});
export type LimitRow = z.infer<typeof LimitRow>;

/** The desk on which an officer confirms the limits of the edition in force, one by one. */
export const limitDesk = operation
  .route({ method: 'GET', path: '/{city}/standards/limits', summary: '限值确认台 · The desk for confirming limits', tags: ['standards'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(z.object({ editionId: z.string(), titleZh: z.string(), titleEn: z.string(), demo: z.boolean(), limits: z.array(LimitRow), may: z.object({ decide: z.boolean() }) }));

const Decide = z.strictObject({
  city: CitySlug,
  editionId: z.string().min(1).max(64),
  codes: z.array(IndicatorCode).min(1).max(300),
  clause: Line(80).nullable(),
  page: Line(40).nullable(),
  note: Paragraph(2_000).nullable(),
});

const REFUSALS = refusals({ 'edition-not-adopted': 409, 'indicator-unknown': 422, 'limit-confirmed-already': 409, 'reason-missing': 422 });

export const confirmLimits = operation
  .route({ method: 'POST', path: '/{city}/standards/limits/confirm', summary: '确认限值 · Confirm limits', tags: ['standards'] })
  .input(Decide).output(z.object({ confirmed: z.number().int() })).errors(REFUSALS);

export const withholdLimits = operation
  .route({ method: 'POST', path: '/{city}/standards/limits/withhold', summary: '对限值提出疑问 · Withhold limits in doubt', tags: ['standards'] })
  .input(Decide).output(z.object({ withheld: z.number().int() })).errors(REFUSALS);
