import { z } from 'zod';
import { legalDayOf, type LegalDay } from '#kernel/date.ts';
import { BOUNDS, PARAMETER_GROUPS, PARAMETER_UNITS } from '../domain/model.ts';

/** The meta-schema of the regulations' data: what is not said here may not stand there, and what is unknown is null, not left out. */
const text = z.string().min(1);
const both = z.strictObject({ 'zh-CN': text, en: text });
const legalDay = z.string().transform((written, context): LegalDay => legalDayOf(written) ?? (context.addIssue({ code: 'custom', message: `no such day: ${written}` }), z.NEVER));

export const sources = z.array(z.strictObject({ id: text, name: both, issued: text, inForceFrom: legalDay, file: text, sha256: z.string().regex(/^[0-9a-f]{64}$/) }));

export const parameters = z.array(z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  group: z.enum(PARAMETER_GROUPS),
  name: both,
  values: z.array(z.strictObject({
    from: legalDay, to: legalDay.nullable(), value: z.string().regex(/^(0|[1-9]\d*)(\.\d+)?$/), unit: z.enum(PARAMETER_UNITS), bound: z.enum(BOUNDS), source: text, article: z.string().regex(/^第[一二三四五六七八九十百]+条$/), text,
  })).min(1),
  runs: z.enum(['forward', 'backward']).nullable(),
  starts: both.nullable(),
  note: both.nullable(),
}));

const holiday = z.strictObject({ name: both, from: legalDay, to: legalDay, worked: z.array(legalDay), text });
export const calendar = z.strictObject({
  knownFrom: legalDay, knownUntil: legalDay, knownUntilBecause: both,
  years: z.array(z.strictObject({ year: z.int(), notice: text, name: both, publishedOn: legalDay, holidays: z.array(holiday).min(1) })),
});
