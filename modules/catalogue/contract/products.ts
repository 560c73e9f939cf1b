import { z } from 'zod';
import { CitySlug, DecimalText, Instant, Line, Money, operation, Paragraph, refusals, Uuid } from '#kernel/wire.ts';
import { KindCode } from '#modules/standards/contract/reading.ts';
import { Star, Verdict } from './shelf.ts';

const Product = {
  city: CitySlug,
  kindCode: KindCode,
  name: Line(80),
  brand: Line(40),
  model: Line(60),
  parameters: z.record(z.string().max(40), Line(60)),
  description: Paragraph(1_000),
  // Text, so that what was typed is judged and named, not rounded on the way.
  price: z.string().trim().max(40),
  priceUnit: Line(20),
  taxRate: z.string().trim().max(20),
  minimumOrder: z.string().trim().max(40),
  deliveryArea: z.array(Line(60)).min(1).max(50),
  deliveryDays: z.number().int().min(0).max(365).nullable(),
  evidence: z.array(Uuid).max(30),
};

const PRODUCT_REFUSALS = {
  'supplier-not-admitted': 409, 'kind-unknown': 422, 'parameter-unknown': 422, 'evidence-missing': 422, 'price-not-usable': 422, 'tax-rate-not-usable': 422, 'minimum-order-not-usable': 422,
} as const;

export const submitProduct = operation
  .route({ method: 'POST', path: '/{city}/catalogue', summary: '提交产品 · Put a product forward', tags: ['catalogue'] })
  .input(z.strictObject(Product)).output(z.object({ productId: Uuid, listingId: Uuid })).errors(refusals(PRODUCT_REFUSALS));

export const resubmitProduct = operation
  .route({ method: 'PUT', path: '/{city}/catalogue/{listingId}', summary: '修改后重新提交 · Mend and submit again', tags: ['catalogue'] })
  .input(z.strictObject({ ...Product, listingId: Uuid })).output(z.object({ listingId: Uuid })).errors(refusals({ ...PRODUCT_REFUSALS, 'act-not-possible': 409, 'kind-fixed': 422 }));

export const decideListing = operation
  .route({ method: 'POST', path: '/{city}/catalogue/{listingId}/decision', summary: '上架、退回、暂停等决定 · List, return, suspend …', tags: ['catalogue'] })
  .input(z.strictObject({ city: CitySlug, listingId: Uuid, act: z.enum(['list', 'return', 'refuse', 'suspend', 'restore']), reasons: Paragraph(1_000).nullable() }))
  .output(z.object({ status: z.string() }))
  .errors(refusals({ 'act-not-possible': 409, 'reasons-missing': 422, 'indicator-failed': 409, 'needs-review': 409, 'judged-under-another-edition': 409, 'own-product': 409 }));

/** Evidence the supplier has submitted already comes to a product that stands or waits: what was still to prove may be proven by it. */
export const addEvidence = operation
  .route({ method: 'POST', path: '/{city}/catalogue/{listingId}/evidence', summary: '为产品补充证明材料 · Add evidence to a product', tags: ['catalogue'] })
  .input(z.strictObject({ city: CitySlug, listingId: Uuid, evidenceId: Uuid })).output(z.object({ verdict: Verdict.nullable() })).errors(refusals({ 'act-not-possible': 409, 'evidence-in-use-here': 409, 'evidence-not-usable': 409 }));

/** A confirmed certificate, label, EPD or declaration that serves for several products counts for each only when a person of the centre has held it against that product. */
export const confirmForListing = operation
  .route({ method: 'POST', path: '/{city}/catalogue/{listingId}/evidence/{evidenceId}/confirmation', summary: '确认证明材料适用于本产品 · Confirm evidence for this product', tags: ['catalogue'] })
  .input(z.strictObject({ city: CitySlug, listingId: Uuid, evidenceId: Uuid })).output(z.object({ confirmed: z.literal(true) })).errors(refusals({ 'own-product': 409, 'evidence-not-confirmed': 409 }));

export const withdrawListing = operation
  .route({ method: 'POST', path: '/{city}/catalogue/{listingId}/withdrawal', summary: '供应商撤下产品 · The supplier withdraws a product', tags: ['catalogue'] })
  .input(z.strictObject({ city: CitySlug, listingId: Uuid })).output(z.object({ status: z.string() })).errors(refusals({ 'act-not-possible': 409 }));

const Row = z.object({
  listingId: Uuid, kindCode: KindCode, name: z.string(), brand: z.string(), model: z.string(), status: z.string(), verdict: Verdict.nullable(), star: Star, unproven: z.array(z.string()),
  /** Indicators a person must look at, and those that break their limit. */
  toReview: z.array(z.string()), failing: z.array(z.string()),
  price: Money, priceUnit: z.string(), minimumOrder: DecimalText, submittedAt: Instant, reasons: z.string().nullable(), supplier: z.object({ organisationId: Uuid, name: z.string(), demo: z.boolean() }),
});

export const myProducts = operation
  .route({ method: 'GET', path: '/{city}/catalogue-mine', summary: '本单位的产品 · My products', tags: ['catalogue'] })
  .input(z.strictObject({ city: CitySlug })).output(z.object({ products: z.array(Row), maySubmit: z.boolean() }));

export const reviewQueue = operation
  .route({ method: 'GET', path: '/{city}/catalogue-review', summary: '待审产品 · Products waiting for the centre', tags: ['catalogue'] })
  .input(z.strictObject({ city: CitySlug })).output(z.object({ products: z.array(Row) }));

/** What a product form asks for one kind: parameters with their choices, and which evidence the kind's indicators need. */
export const productForm = operation
  .route({ method: 'GET', path: '/{city}/catalogue-form/{kind}', summary: '某类产品需填写的内容 · What the form of a kind asks', tags: ['catalogue'] })
  .input(z.strictObject({ city: CitySlug, kind: KindCode }))
  .output(z.object({
    kind: z.object({ code: KindCode, nameZh: z.string(), nameEn: z.string() }),
    parameters: z.array(z.object({ name: z.string(), choices: z.array(z.string()), indicators: z.array(z.string()) })),
    evidence: z.array(z.object({ kind: z.string(), indicators: z.array(z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), present: z.boolean() })) })),
  }));
