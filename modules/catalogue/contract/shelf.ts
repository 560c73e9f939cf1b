import { z } from 'zod';
import { CitySlug, Day, DecimalText, Instant, Line, Money, operation, PageQuery, Uuid, SearchText } from '#kernel/wire.ts';
import { KindCode, Scale } from '#modules/standards/contract/reading.ts';

export const Outcome = z.enum(['PASS', 'FAIL', 'NOT_TESTED', 'INDETERMINATE', 'NEEDS_REVIEW', 'NOT_COVERED', 'EXPIRED', 'INTEGRITY']);
export const Verdict = z.enum(['PASS', 'FAIL', 'NEEDS_REVIEW', 'NOT_PROVEN']);
export const Star = z.number().int().min(0).max(3).nullable();

/** A measured value beside its limit, as a row of the shelf shows it. */
export const Highlight = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), value: z.string().nullable(), printed: z.string().nullable(), outcome: Outcome, scale: Scale.nullable() });
export type Highlight = z.infer<typeof Highlight>;

export const ShelfItem = z.object({
  listingId: Uuid,
  kind: z.object({ code: KindCode, nameZh: z.string(), nameEn: z.string() }),
  name: z.string(),
  brand: z.string(),
  model: z.string(),
  supplier: z.object({ organisationId: Uuid, name: z.string(), demo: z.boolean() }),
  price: Money,
  priceUnit: z.string(),
  star: Star,
  verdict: Verdict,
  /** How many gating indicators pass, of how many. */
  passing: z.number().int(),
  gating: z.number().int(),
  unproven: z.array(z.string()),
  provenUntil: Day.nullable(),
  deliveryArea: z.array(z.string()),
  highlights: z.array(Highlight),
});
export type ShelfItem = z.infer<typeof ShelfItem>;

export const Shelf = z.object({
  items: z.array(ShelfItem),
  total: z.number().int(),
  counts: z.object({ kinds: z.record(z.string(), z.number().int()), stars: z.record(z.string(), z.number().int()), verdicts: z.record(z.string(), z.number().int()),
    /** The suppliers with the most products first, twelve at most. */
    suppliers: z.array(z.object({ organisationId: Uuid, name: z.string(), demo: z.boolean(), products: z.number().int() })) }),
});
export type Shelf = z.infer<typeof Shelf>;

/** The city's museum (馆): what stands on show, found by text, kind, star, proof, price and supplier. */
export const shelf = operation
  .route({ method: 'GET', path: '/{city}/catalogue', summary: '建材馆：查找产品 · The museum: find products', tags: ['catalogue'] })
  .input(z.strictObject({
    city: CitySlug,
    /** Words of which all must occur in name, brand, model, kind or description; two characters and one are found too. */
    q: SearchText.optional(),
    kind: z.string().regex(/^[A-Z]\d{2}(,[A-Z]\d{2}){0,38}$/).optional(),
    category: z.string().max(40).optional(),
    /** At least so many stars; 0: none. */
    star: z.coerce.number().int().min(0).max(3).optional(),
    proven: z.enum(['all', 'to-prove']).optional(),
    supplier: Uuid.optional(),
    priceFrom: DecimalText.optional(),
    priceTo: DecimalText.optional(),
    sort: z.enum(['star', 'price-up', 'price-down', 'newest', 'name']).default('star'),
    /** `none` leaves the counts of the filters out, for callers that only want the rows. */
    counts: z.enum(['all', 'none']).default('all'),
    ...PageQuery,
  }))
  .output(Shelf);

export const IndicatorProof = Highlight.extend({
  limit: z.string().nullable(),
  testMethod: z.string(),
  attribute: z.enum(['green', 'quality']),
  gates: z.boolean(),
  confirmed: z.boolean(),
  star: Star,
  grade: z.string().nullable(),
  reasons: z.array(z.object({ code: z.string(), facts: z.record(z.string(), z.string()).optional() })),
  evidenceId: Uuid.nullable(),
  reportId: Uuid.nullable(),
  page: z.number().int().nullable(),
});
export type IndicatorProof = z.infer<typeof IndicatorProof>;

export const EvidenceNote = z.object({ evidenceId: Uuid, kind: z.string(), number: z.string().nullable(), issuer: z.string().nullable(), issuedOn: Day.nullable(), validUntil: Day.nullable(), state: z.string(), reportId: Uuid.nullable() });

export const ProductView = z.object({
  listingId: Uuid,
  productId: Uuid,
  status: z.enum(['submitted', 'compared', 'returned', 'refused', 'listed', 'suspended', 'withdrawn']),
  kind: z.object({ code: KindCode, nameZh: z.string(), nameEn: z.string(), category: z.string() }),
  name: z.string(),
  brand: z.string(),
  model: z.string(),
  parameters: z.record(z.string(), z.string()),
  description: z.string(),
  supplier: z.object({ organisationId: Uuid, name: z.string(), demo: z.boolean() }),
  price: Money,
  priceUnit: z.string(),
  taxRate: DecimalText,
  minimumOrder: DecimalText,
  deliveryArea: z.array(z.string()),
  deliveryDays: z.number().int().nullable(),
  editionId: z.string().nullable(),
  verdict: Verdict.nullable(),
  star: Star,
  judgedOn: Day.nullable(),
  provenUntil: Day.nullable(),
  /** Whether it may be bought today, and every reason why not. */
  gate: z.object({ open: z.boolean(), why: z.array(z.string()), unproven: z.array(z.string()) }),
  indicators: z.array(IndicatorProof),
  findings: z.array(z.object({ code: z.string(), evidenceId: Uuid, facts: z.record(z.string(), z.string()) })),
  evidence: z.array(EvidenceNote),
  reasons: z.string().nullable(),
  /** What has happened to it, for its supplier and the city's bodies; the public sees only since when it is on show. */
  times: z.object({ submitted: Instant.nullable(), judged: Instant.nullable(), decided: Instant.nullable(), listed: Instant.nullable() }),
  may: z.object({ decide: z.array(z.enum(['list', 'return', 'refuse', 'suspend', 'restore', 'withdraw'])), resubmit: z.boolean(), addEvidence: z.boolean() }),
});
export type ProductView = z.infer<typeof ProductView>;

/** One product on show: anyone sees what is listed; its supplier and the city's bodies see it in every state. */
export const product = operation
  .route({ method: 'GET', path: '/{city}/catalogue/{listingId}', summary: '产品与其证明 · A product and its proof', tags: ['catalogue'] })
  .input(z.strictObject({ city: CitySlug, listingId: Uuid }))
  .output(ProductView);

/** The suggested words and the figures of the home page. */
export const figures = operation
  .route({ method: 'GET', path: '/{city}/catalogue-figures', summary: '建材馆概数 · The museum in figures', tags: ['catalogue'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(z.object({ listed: z.number().int(), buyable: z.number().int(), kinds: z.number().int(), suppliers: z.number().int() }));

export { Line };
