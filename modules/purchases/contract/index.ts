import { z } from 'zod';
import { CitySlug, Money, operation, RefusalData, refusals, Uuid } from '#kernel/wire.ts';
import { PLACING_REFUSALS, QUANTITY_REFUSALS } from '#modules/orders/contract/placing.ts';
import { Party, Site, Terms, Typed } from '#modules/orders/contract/shapes.ts';
import { approvalRule, approveRequest, BandShape, requests, returnRequest, setApprovalRule, withdrawRequest } from './approval.ts';

export const BasketLine = z.object({
  listingId: Uuid, quantity: z.string(), amount: Money.nullable(),
  /** What stands in the way of ordering it now: the code of a refusal and the facts of its wording. */
  blocked: z.object({ code: z.string(), facts: RefusalData.shape.facts.unwrap() }).nullable(),
  /** Null where the city no longer knows the product. */
  product: z.object({
    name: z.string(), brand: z.string().nullable(), model: z.string(), kindCode: z.string(), price: z.string(), unit: z.string(), minimumOrder: z.string(), deliveryArea: z.array(z.string()), star: z.number().nullable(), whole: z.boolean(),
  }).nullable(),
});
export type BasketLine = z.infer<typeof BasketLine>;

export const BasketView = z.object({
  suppliers: z.array(z.object({ supplier: Party, lines: z.array(BasketLine), total: Money })), gone: z.array(BasketLine),
  /** The unit's rule in force: from which total on how many approvals a purchase needs before it is ordered. */
  approvals: z.array(BandShape),
  total: Money, buyable: z.number().int(), count: z.number().int(),
  /** Where the unit had goods sent before. */
  sites: z.array(Site), demo: z.boolean(), may: z.object({ change: z.boolean(), checkOut: z.boolean() }),
});
export type BasketView = z.infer<typeof BasketView>;

const Line = { city: CitySlug, listing: Uuid };

const basket = operation
  .route({ method: 'GET', path: '/{city}/basket', summary: '本单位的选购单 · The basket of the own unit', tags: ['purchases'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(BasketView);

const putLine = operation
  .route({ method: 'PUT', path: '/{city}/basket/{listing}', summary: '加入选购单或更改数量 · Put into the basket, or change the quantity', tags: ['purchases'] })
  .input(z.strictObject({ ...Line, quantity: Typed }))
  .output(z.object({ listingId: Uuid, quantity: z.string(), lines: z.number().int() }))
  .errors(refusals({ ...QUANTITY_REFUSALS, 'line-twice': 422, 'listing-of-another-supplier': 422, 'gate-closed': 409, 'below-minimum-order': 422, 'outside-delivery-area': 422, 'amount-too-large': 422, 'price-missing': 409, 'basket-full': 409 }));

const removeLine = operation
  .route({ method: 'DELETE', path: '/{city}/basket/{listing}', summary: '从选购单移除 · Take out of the basket', tags: ['purchases'] })
  .input(z.strictObject(Line))
  .output(z.object({ listingId: Uuid }));

const checkOut = operation
  .route({ method: 'POST', path: '/{city}/basket/checkout', summary: '下单，每家供应商一份订单 · Order, one order to each supplier', tags: ['purchases'] })
  .input(z.strictObject({ city: CitySlug, listings: z.array(Uuid).max(200), ...Terms, seenTotal: Money }))
  .output(z.object({ orders: z.array(z.object({ orderId: Uuid, number: z.string(), supplierOrganisationId: Uuid, total: Money })), total: Money, /** Where the unit's rules ask for approval: nothing is ordered yet. */ request: z.object({ requestId: Uuid, approvals: z.number().int() }).nullable() }))
  .errors(refusals({ ...PLACING_REFUSALS, 'basket-changed': 409 }));

export const contract = { basket, putLine, removeLine, checkOut, approvalRule, setApprovalRule, requests, approveRequest, returnRequest, withdrawRequest };
