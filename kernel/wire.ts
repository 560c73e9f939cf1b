import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Json } from './canonical.ts';

/** Words that many contracts share. Schema and type bear the same name. */
export const CitySlug = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/);
export const Uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** An instant in ISO 8601 with zone: one that a clock can show, so that nothing behind it meets a time that is none. */
export const Instant = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/);
/** Decimals travel as text. */
export const DecimalText = z.string().regex(/^-?\d{1,20}(\.\d{1,20})?$/);
export const Money = z.string().regex(/^-?\d{1,15}\.\d{2}$/);
/** One line of a person's text: trimmed, no control characters. */
export const Line = (max: number) => z.string().trim().min(1).max(max).regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u);
/** What somebody types to search for: may be empty, no control characters. */
export const SearchText = z.string().trim().max(100).regex(/^[^\p{Cc}\p{Cs}]*$/u);
/** Several lines of a person's text. */
export const Paragraph = (max: number) => z.string().trim().max(max).regex(/^[^\p{Cc}\p{Cf}\n]*(\n[^\p{Cc}\p{Cf}\n]*)*$/u);

export const BothTexts = z.object({ 'zh-CN': z.string(), en: z.string() });
export type BothTexts = z.infer<typeof BothTexts>;

/** What a refusal carries: the field to mend, the facts of its wording, and the wording in both languages. */
export const RefusalData = z.object({
  field: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  text: BothTexts,
  /** Every field that is wrong, where several are. */
  fields: z.array(z.object({ field: z.string(), text: BothTexts })).optional(),
});
export type RefusalData = z.infer<typeof RefusalData>;

type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503;

/** The refusals of an operation with their HTTP status, for a contract's `.errors(…)`. The compiler holds the operation's union against it. */
export function refusals<const Codes extends Record<string, RefusalStatus>>(codes: Codes) {
  return Object.fromEntries(Object.entries(codes).map(([code, status]) => [code, { status, data: RefusalData }])) as unknown as {
    [C in keyof Codes]: { status: Codes[C]; data: typeof RefusalData };
  };
}

/** A page of a list: 1-based page, up to 100 rows. */
export const PageQuery = { page: z.coerce.number().int().min(1).max(10_000).default(1), size: z.coerce.number().int().min(1).max(100).default(20) };

/** The input of an operation that takes none; a request without a body will do. */
export const Nothing = z.strictObject({}).default({});

export const JsonValue: z.ZodType<Json> = z.lazy(() => z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(JsonValue), z.record(z.string(), JsonValue)]));

/** Refusals any route may give, beside its own. */
export const COMMON_REFUSALS = {
  'bad-input': 400,
  'idempotency-key-missing': 400,
  'idempotency-key-reused': 422,
  'sign-in-needed': 401,
  'not-allowed': 403,
  'fresh-touch-needed': 403,
  'origin-refused': 403,
  'city-unknown': 404,
  'not-found': 404,
  'too-many': 429,
  busy: 503,
  /** The database or the disk is away for a moment; nothing was acknowledged. The same request may be sent again with the same key. */
  unavailable: 503,
} as const satisfies Record<string, RefusalStatus>;
export type CommonRefusal = keyof typeof COMMON_REFUSALS;

/** Every contract begins here: `route.route({…}).input(…).output(…).errors(refusals({…}))`. */
export const operation = oc.errors(refusals(COMMON_REFUSALS));
