import { z } from 'zod';
import { CitySlug, Day, Instant, operation } from '#kernel/wire.ts';

export const KindCode = z.string().regex(/^[A-Z]\d{2}$/);
export const IndicatorCode = z.string().regex(/^[A-Z]\d{2}-\d{2}$/);

const KindEntry = z.object({
  code: KindCode,
  nameZh: z.string(),
  nameEn: z.string(),
  indicators: z.number().int(),
  confirmed: z.number().int(),
  /** True where at least one limit that gates a purchase is confirmed: without one, no product of the kind passes. */
  gatesConfirmed: z.boolean(),
  /** Every indicator by name, so that a reader finds the kind by what is measured in it. */
  measured: z.array(z.object({ code: IndicatorCode, nameZh: z.string(), nameEn: z.string() })),
});

export const EditionView = z.object({
  editionId: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  /** A draft's limits gate only where the city confirmed them. */
  status: z.enum(['draft', 'published']),
  disclaimerZh: z.string(),
  disclaimerEn: z.string(),
  effectiveFrom: Day,
  indicators: z.number().int(),
  confirmed: z.number().int(),
  categories: z.array(z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string(), kinds: z.array(KindEntry) })),
});
export type EditionView = z.infer<typeof EditionView>;

/** The city's edition in force today: categories and kinds. Null where the city has adopted none. */
export const edition = operation
  .route({ method: 'GET', path: '/{city}/standards', summary: '本市现行需求标准 · The city\'s edition in force', tags: ['standards'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(z.object({ edition: EditionView.nullable() }));

const Tick = z.object({ at: z.string(), text: z.string(), role: z.enum(['base', 'star', 'grade', 'parameter']), label: z.string() });
export const Scale = z.object({
  unit: z.string(),
  better: z.enum(['lower', 'higher', 'band']),
  ticks: z.array(Tick),
  conforming: z.object({ low: z.string().nullable(), high: z.string().nullable() }).nullable(),
  axis: z.object({ start: z.string(), end: z.string() }),
  log: z.boolean(),
});
export type Scale = z.infer<typeof Scale>;

export const IndicatorView = z.object({
  code: IndicatorCode,
  nameZh: z.string(),
  nameEn: z.string(),
  unit: z.string(),
  comparator: z.enum(['le', 'lt', 'ge', 'gt', 'between', 'absLe', 'gradeGe', 'match', 'present']),
  /** Each limit as text, under the star, class or parameter it belongs to. */
  limits: z.array(z.object({ role: z.enum(['base', 'star', 'grade', 'parameter']), label: z.string(), text: z.string() })),
  param: z.string().nullable(),
  scale: Scale.nullable(),
  testMethod: z.string(),
  acceptedMethods: z.array(z.string()),
  sourceStandard: z.string(),
  clause: z.string().nullable(),
  attribute: z.enum(['green', 'quality']),
  evidenceKinds: z.array(z.enum(['TEST_REPORT', 'CERTIFICATE', 'LABEL', 'EPD', 'DECLARATION'])),
  gradeBasis: z.enum(['none', 'standard', 'proposed']),
  basis: z.enum(['reproduced', 'recalled']),
  confidence: z.enum(['high', 'medium', 'low']),
  aggregate: z.string(),
  rounding: z.object({ decimals: z.number().int() }).nullable(),
  note: z.string().nullable(),
  /** True where a limit below the stars exists: only these gate a purchase. */
  gates: z.boolean(),
  /** Which body confirmed it. Who of its people did stands in the ledger and on the officers' desk, not here. */
  confirmation: z.object({ organisation: z.string(), at: Instant, clause: z.string().nullable(), page: z.string().nullable() }).nullable(),
});
export type IndicatorView = z.infer<typeof IndicatorView>;

export const KindView = z.object({
  editionId: z.string(),
  editionTitleZh: z.string(),
  editionTitleEn: z.string(),
  editionStatus: z.enum(['draft', 'published']),
  effectiveFrom: Day,
  code: KindCode,
  category: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  nameZh: z.string(),
  nameEn: z.string(),
  huzhouSpecialty: z.boolean(),
  productStandard: z.string(),
  greenStandard: z.string().nullable(),
  supersession: z.array(z.object({ old: z.string(), new: z.string(), effective: z.string().nullable(), confidence: z.string() })),
  note: z.string().nullable(),
  indicators: z.array(IndicatorView),
});
export type KindView = z.infer<typeof KindView>;

export const kind = operation
  .route({ method: 'GET', path: '/{city}/standards/kinds/{kind}', summary: '一类建材的指标与限值 · The indicators and limits of one kind', tags: ['standards'] })
  .input(z.strictObject({ city: CitySlug, kind: KindCode }))
  .output(KindView);
