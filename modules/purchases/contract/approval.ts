import { z } from 'zod';
import { CitySlug, Day, Instant, Money, operation, Paragraph, refusals, Uuid } from '#kernel/wire.ts';
import { PLACING_REFUSALS } from '#modules/orders/contract/placing.ts';
import { Site } from '#modules/orders/contract/shapes.ts';

export const BandShape = z.strictObject({ from: Money.refine((text) => /[1-9]/.test(text) && !text.startsWith('-')), approvals: z.number().int().min(1).max(3) });
const Rule = z.object({ id: Uuid, validFrom: Day, bands: z.array(BandShape), setBy: z.string().nullable(), setAt: Instant });

export const RequestView = z.object({
  requestId: Uuid, status: z.enum(['awaiting-approval', 'ordered', 'returned', 'withdrawn']), requestedBy: z.string(), requestedAt: Instant, site: Site, requiredOn: Day.nullable(), note: z.string().nullable(), internalNote: z.string().nullable(),
  lines: z.array(z.object({ listingId: Uuid, name: z.string(), quantity: z.string(), unit: z.string(), price: Money, amount: Money })), total: Money, approvals: z.number().int(),
  decisions: z.array(z.object({ name: z.string(), decision: z.enum(['approved', 'returned']), reason: z.string().nullable(), at: Instant })),
  orders: z.array(z.object({ orderId: Uuid, number: z.string() })),
  /** `why`: the code of what keeps this reader from approving, where they could otherwise. */
  may: z.object({ approve: z.boolean(), return: z.boolean(), withdraw: z.boolean(), why: z.enum(['own-request', 'approved-already']).nullable() }),
});
export type RequestView = z.infer<typeof RequestView>;

export const approvalRule = operation
  .route({ method: 'GET', path: '/{city}/approval-rule', summary: '本单位的采购审批规则 · The unit’s rules of approval by amount', tags: ['purchases'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(z.object({ inForce: Rule.nullable(), rules: z.array(Rule), today: Day, may: z.object({ set: z.boolean() }) }));

export const setApprovalRule = operation
  .route({ method: 'PUT', path: '/{city}/approval-rule', summary: '设定本单位的采购审批规则 · Set the unit’s rules of approval by amount', tags: ['purchases'] })
  .input(z.strictObject({ city: CitySlug, validFrom: Day, bands: z.array(BandShape).max(5) }))
  .output(z.object({ ruleId: Uuid }))
  .errors(refusals({ 'valid-from-past': 422, 'bands-out-of-order': 422, 'not-a-buyer': 409 }));

export const requests = operation
  .route({ method: 'GET', path: '/{city}/purchase-requests', summary: '本单位的采购申请 · The unit’s purchases that need approval', tags: ['purchases'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(z.array(RequestView));

const OneRequest = { city: CitySlug, request: Uuid };
const DECIDING = { 'request-settled': 409, 'own-request': 403, 'approved-already': 409 } as const;

export const approveRequest = operation
  .route({ method: 'POST', path: '/{city}/purchase-requests/{request}/approve', summary: '审批通过 · Approve a purchase', tags: ['purchases'] })
  .input(z.strictObject({ ...OneRequest, seenTotal: Money }))
  .output(z.object({ status: z.enum(['awaiting-approval', 'ordered']), orders: z.array(z.object({ orderId: Uuid, number: z.string() })) }))
  .errors(refusals({ ...PLACING_REFUSALS, ...DECIDING }));

export const returnRequest = operation
  .route({ method: 'POST', path: '/{city}/purchase-requests/{request}/return', summary: '退回采购申请 · Return a purchase with a reason', tags: ['purchases'] })
  .input(z.strictObject({ ...OneRequest, reason: Paragraph(500) }))
  .output(z.object({ status: z.literal('returned') }))
  .errors(refusals({ ...DECIDING, 'reason-missing': 422 }));

export const withdrawRequest = operation
  .route({ method: 'POST', path: '/{city}/purchase-requests/{request}/withdraw', summary: '撤回采购申请 · Take a purchase back before it is ordered', tags: ['purchases'] })
  .input(z.strictObject(OneRequest))
  .output(z.object({ status: z.literal('withdrawn') }))
  .errors(refusals({ 'request-settled': 409 }));
