import { z } from 'zod';
import { Day, Uuid } from '#kernel/wire.ts';
import { Scale } from '#modules/standards/contract/reading.ts';

const Reason = z.object({ code: z.string(), facts: z.record(z.string(), z.string()).optional() });
export const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.infer<typeof Box>;

/** One indicator beside what the report says of it: cell, characters, value, limit, outcome, reasons. */
export const ComparedIndicator = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  item: z.string().nullable(),
  printed: z.string().nullable(),
  value: z.string().nullable(),
  unit: z.string(),
  printedUnit: z.string().nullable(),
  limit: z.string().nullable(),
  requirement: z.string().nullable(),
  method: z.string().nullable(),
  outcome: z.enum(['PASS', 'FAIL', 'NOT_TESTED', 'INDETERMINATE', 'NEEDS_REVIEW', 'NOT_COVERED', 'EXPIRED', 'INTEGRITY']),
  star: z.number().int().min(0).max(3).nullable(),
  grade: z.string().nullable(),
  gates: z.boolean(),
  confirmed: z.boolean(),
  page: z.number().int().nullable(),
  box: Box.nullable(),
  score: z.number().nullable(),
  /** For the drawing of the value beside its limit; null where the limit is no number. */
  scale: Scale.nullable(),
  /** Which kinds of evidence may prove it: a value missing here may be one that no report can give. */
  evidenceKinds: z.array(z.string()),
  reasons: z.array(Reason),
  findings: z.array(Reason),
});
export type ComparedIndicator = z.infer<typeof ComparedIndicator>;

/** A report compared with the requirement of one product: what the comparison page shows. */
export const ComparisonView = z.object({
  reportId: Uuid,
  evidenceId: Uuid,
  state: z.enum(['queued', 'read', 'unreadable']),
  failure: z.string().nullable(),
  kind: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  editionId: z.string(),
  on: Day,
  verdict: z.enum(['PASS', 'FAIL', 'NEEDS_REVIEW', 'NOT_PROVEN']).nullable(),
  pages: z.array(z.object({ number: z.number().int(), width: z.number(), height: z.number() })),
  fields: z.array(z.object({ name: z.string(), text: z.string() })),
  indicators: z.array(ComparedIndicator),
  findings: z.array(Reason.extend({ weight: z.enum(['outcome', 'doubt', 'note']) })),
  unmatched: z.array(z.object({ item: z.string(), result: z.string(), page: z.number().int(), box: Box })),
  unproven: z.array(z.string()),
});
export type ComparisonView = z.infer<typeof ComparisonView>;
