import { z } from 'zod';
import { dec, decimalOf } from '#kernel/decimal.ts';
import { legalDayOf } from '#kernel/date.ts';
import { unitOfSymbol } from '#kernel/quantity.ts';
import type { Edition, Indicator, Kind, LimitValue } from '../domain/model.ts';

/** The meta-schema of an edition's data files: what is not said here may not stand there, and what is unknown is null, not left out. */

const text = z.string().min(1);
const decimalText = z.string().regex(/^-?(0|[1-9]\d*)(\.\d+)?$/);
const limitValue = z.union([decimalText, text, z.tuple([decimalText, decimalText]), z.literal(true)]);
const legalDay = z.string().refine((value) => legalDayOf(value) !== undefined, 'a legal day, YYYY-MM-DD');

const limit = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('base'), base: limitValue }),
  z.strictObject({ form: z.literal('by-parameter'), param: text, values: z.record(text, limitValue).refine((values) => Object.keys(values).length > 0) }),
  z.strictObject({ form: z.literal('by-grade'), grades: z.array(z.strictObject({ grade: text, value: limitValue })).min(2) }),
  z.strictObject({ form: z.literal('by-star'), base: limitValue.nullable(), stars: z.tuple([limitValue, limitValue, limitValue]) }),
]);

const indicator = z.strictObject({
  code: z.string().regex(/^[A-C]\d{2}-\d{2}$/),
  nameZh: text,
  nameEn: text,
  unit: z.string().refine((unit) => unit === '' || unitOfSymbol(unit) !== undefined, 'a canonical symbol of kernel/quantity'),
  comparator: z.enum(['le', 'lt', 'ge', 'gt', 'between', 'absLe', 'gradeGe', 'match', 'present']),
  limit,
  testMethod: text,
  acceptedMethods: z.array(text).min(1),
  sourceStandard: text,
  clause: text.nullable(),
  attribute: z.enum(['green', 'quality']),
  valueType: z.enum(['number', 'count', 'derived', 'grade', 'text', 'boolean', 'passAtCondition']),
  aggregate: z.enum(['reported', 'mean', 'mean-of-3', 'each', 'min', 'max', 'characteristic']),
  evidenceKinds: z.array(z.enum(['TEST_REPORT', 'CERTIFICATE', 'LABEL', 'EPD', 'DECLARATION'])).min(1),
  gradeBasis: z.enum(['none', 'standard', 'proposed']),
  basis: z.enum(['reproduced', 'recalled']),
  confidence: z.enum(['high', 'medium', 'low']),
  rounding: z.strictObject({ decimals: z.int().min(0).max(9) }).nullable(),
  mandatory: z.boolean().nullable(),
  effectiveFrom: legalDay.nullable(),
  effectiveTo: legalDay.nullable(),
  note: text.nullable(),
}).superRefine((value, context) => {
  for (const fault of faultsOf(value)) context.addIssue({ code: 'custom', message: `${value.code}: ${fault}` });
});

export const kindSchema: z.ZodType<Kind> = z.strictObject({
  code: z.string().regex(/^[A-C]\d{2}$/),
  category: text,
  nameZh: text,
  nameEn: text,
  huzhouSpecialty: z.boolean(),
  productStandard: text,
  greenStandard: text.nullable(),
  clauseClass: z.enum(['mandatory', 'optional']).nullable(),
  supersession: z.array(z.strictObject({ old: text, new: text, effective: text.nullable(), confidence: text })),
  note: text.nullable(),
  indicators: z.array(indicator).min(1),
}).superRefine((kind, context) => {
  const codes = kind.indicators.map((row) => row.code);
  if (new Set(codes).size !== codes.length) context.addIssue({ code: 'custom', message: `${kind.code}: an indicator stands twice` });
  for (const code of codes) if (!code.startsWith(`${kind.code}-`)) context.addIssue({ code: 'custom', message: `${code} stands in ${kind.code}` });
});

const head = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  titleZh: text,
  titleEn: text,
  status: z.enum(['draft', 'published']),
  disclaimerZh: text,
  disclaimerEn: text,
  categories: z.array(z.strictObject({ code: text, nameZh: text, nameEn: text })).min(1),
};
export const editionHeadSchema = z.strictObject(head);

export const editionSchema: z.ZodType<Edition> = z.strictObject({ ...head, kinds: z.array(kindSchema).min(1) }).superRefine((edition, context) => {
  const categories = new Set(edition.categories.map((category) => category.code));
  const codes = edition.kinds.map((kind) => kind.code);
  if (new Set(codes).size !== codes.length) context.addIssue({ code: 'custom', message: 'a kind stands twice' });
  for (const kind of edition.kinds) if (!categories.has(kind.category)) context.addIssue({ code: 'custom', message: `${kind.code}: unknown category ${kind.category}` });
});

/** Where the confirming officer can look a limit up: code of the indicator → addresses of public reproductions. */
export const sourcesSchema = z.record(z.string().regex(/^[A-C]\d{2}-\d{2}$/), z.array(z.url()).min(1));

/** The limit must have the shape its comparator compares with, and stars must run from lenient to strict. */
function faultsOf(row: Indicator): readonly string[] {
  const values: readonly LimitValue[] = row.limit.form === 'base' ? [row.limit.base]
    : row.limit.form === 'by-parameter' ? Object.values(row.limit.values)
      : row.limit.form === 'by-grade' ? row.limit.grades.map((grade) => grade.value)
        : [...(row.limit.base === null ? [] : [row.limit.base]), ...row.limit.stars];
  const faults: string[] = [];
  if (!values.every((value) => fits(row, value))) faults.push(`a limit has not the shape of ${row.comparator}`);
  if (row.limit.form === 'by-star' && faults.length === 0) {
    const [first, second, third] = row.limit.stars.map((value) => typeof value === 'string' ? decimalOf(value) : undefined);
    if (first === undefined || second === undefined || third === undefined) faults.push('stars must be decimals');
    else if (row.comparator === 'ge' || row.comparator === 'gt' ? first.gt(second) || second.gt(third) : first.lt(second) || second.lt(third)) faults.push('stars must run from lenient to strict');
  }
  if (row.effectiveFrom !== null && row.effectiveTo !== null && row.effectiveFrom > row.effectiveTo) faults.push('ends before it begins');
  return faults;
}

function fits(row: Indicator, value: LimitValue): boolean {
  switch (row.comparator) {
    case 'between': return typeof value === 'object' && dec(value[0]).lte(dec(value[1]));
    case 'present': return value === true;
    case 'match': case 'gradeGe': return typeof value === 'string';
    case 'absLe': return typeof value === 'string' && (decimalOf(value)?.gte(0) ?? false);
    default: return typeof value === 'string' && decimalOf(value) !== undefined;
  }
}
