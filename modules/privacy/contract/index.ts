import { z } from 'zod';
import { DATA_CLASSES, GROUNDS, KEEPS } from '#kernel/data-map.ts';
import { BothTexts, Day, Instant, Nothing, operation, Paragraph, refusals, Uuid } from '#kernel/wire.ts';

const keysOf = <T extends string>(record: Readonly<Record<T, unknown>>): [T, ...T[]] => Object.keys(record) as [T, ...T[]];
const Keep = z.enum(keysOf(KEEPS));

const ColumnView = z.object({
  table: z.string(), column: z.string(), is: BothTexts, class: z.enum(DATA_CLASSES), ground: z.enum(keysOf(GROUNDS)), basis: z.string(), keep: Keep, keepBasis: z.string().nullable(),
  erase: z.enum(['stays', 'null', 'blank', 'unique', 'row']),
  /** True where the row tells when its time of keeping ends; false where a person has to say so. */
  dated: z.boolean(),
});
export type ColumnView = z.infer<typeof ColumnView>;

/** What the platform keeps of people, and of secrets, column by column. */
export const map = operation
  .route({ method: 'GET', path: '/privacy/map', summary: '个人信息目录 · What is kept of people', tags: ['privacy'] })
  .input(Nothing)
  .output(z.object({ modules: z.array(z.object({ module: z.string(), columns: z.array(ColumnView) })), columns: z.number().int(), plainColumns: z.number().int(), terms: z.object({ purchaseYears: z.number().int(), logMonths: z.number().int() }) }));

const Export = z.object({ id: Uuid, state: z.enum(['asked', 'ready', 'too-large']), rows: z.number().int().nullable(), askedAt: Instant, readyAt: Instant.nullable(), endsAt: Instant });
const Outcome = z.object({ is: BothTexts, keep: Keep, erased: z.number().int(), kept: z.number().int(), until: Day.nullable() });
export type Outcome = z.infer<typeof Outcome>;
const Erasure = z.object({
  id: Uuid, state: z.enum(['asked', 'agreed-once', 'agreed', 'done', 'withdrawn', 'refused']), askedAt: Instant, firstAt: Instant.nullable(), secondAt: Instant.nullable(), refusedAt: Instant.nullable(), doneAt: Instant.nullable(),
  reason: z.string().nullable(), outcomes: z.array(Outcome),
});
export type ErasureView = z.infer<typeof Erasure>;

/** What this person asked about their own data. */
export const mine = operation
  .route({ method: 'GET', path: '/privacy/mine', summary: '我的个人信息 · One’s own data', tags: ['privacy'] })
  .input(Nothing)
  .output(z.object({ exports: z.array(Export), erasure: Erasure.nullable(), serves: z.number().int(), may: z.object({ export: z.boolean(), erase: z.boolean(), withdraw: z.boolean() }) }));

export const askExport = operation
  .route({ method: 'POST', path: '/privacy/exports', summary: '申请个人信息副本 · Ask for a copy of one’s data', tags: ['privacy'] })
  .input(Nothing)
  .output(z.object({ exportId: Uuid }))
  .errors(refusals({ 'export-under-way': 409 }));

export const askErasure = operation
  .route({ method: 'POST', path: '/privacy/erasure', summary: '申请删除个人信息 · Ask for erasure', tags: ['privacy'] })
  .input(Nothing)
  .output(z.object({ erasureId: Uuid }))
  .errors(refusals({ 'erasure-under-way': 409 }));

export const withdrawErasure = operation
  .route({ method: 'POST', path: '/privacy/erasure/withdraw', summary: '撤回删除申请 · Withdraw the request', tags: ['privacy'] })
  .input(Nothing)
  .output(z.object({ withdrawn: z.literal(true) }))
  .errors(refusals({ 'erasure-settled': 409 }));

/** Requests of everybody, for the operator: figures and dates, nothing of what is kept. */
export const erasures = operation
  .route({ method: 'GET', path: '/privacy/erasures', summary: '删除申请 · Requests for erasure', tags: ['privacy'] })
  .input(Nothing)
  .output(z.object({ rows: z.array(Erasure.extend({ person: z.string(), serves: z.number().int(), may: z.object({ agree: z.boolean(), refuse: z.boolean() }) })) }));

export const agreeErasure = operation
  .route({ method: 'POST', path: '/privacy/erasures/{erasure}/agree', summary: '同意删除 · Agree to an erasure', tags: ['privacy'] })
  .input(z.strictObject({ erasure: Uuid }))
  .output(z.object({ state: z.enum(['agreed-once', 'agreed']) }))
  .errors(refusals({ 'own-erasure': 409, 'second-person-needed': 409, 'still-serves': 409, 'erasure-settled': 409 }));

export const refuseErasure = operation
  .route({ method: 'POST', path: '/privacy/erasures/{erasure}/refuse', summary: '不予删除 · Refuse an erasure', tags: ['privacy'] })
  .input(z.strictObject({ erasure: Uuid, reason: Paragraph(1000) }))
  .output(z.object({ refused: z.literal(true) }))
  .errors(refusals({ 'own-erasure': 409, 'erasure-settled': 409, 'reason-missing': 422 }));

export const contract = { map, mine, askExport, askErasure, withdrawErasure, erasures, agreeErasure, refuseErasure };
