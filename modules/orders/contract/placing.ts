import { z } from 'zod';
import { CitySlug, Money, operation, Paragraph, refusals, Uuid } from '#kernel/wire.ts';
import { InOrder, Terms, Wishes } from './shapes.ts';
import { ORDER_STATUSES } from './words.ts';

/** What can be wrong with a quantity. */
export const QUANTITY_REFUSALS = { 'quantity-not-a-number': 422, 'quantity-not-positive': 422, 'quantity-too-fine': 422, 'quantity-too-large': 422, 'quantity-not-whole': 422 } as const;
/** What can be wrong with an order before it is placed; purchases gives the same. */
export const PLACING_REFUSALS = {
  ...QUANTITY_REFUSALS, 'line-twice': 422, 'listing-of-another-supplier': 422, 'gate-closed': 409, 'below-minimum-order': 422, 'outside-delivery-area': 422, 'amount-too-large': 422, 'price-missing': 409,
  'order-empty': 422, 'required-day-past': 422, 'price-changed': 409, 'approval-needed': 409,
} as const;

export const placeOrder = operation
  .route({ method: 'POST', path: '/{city}/orders', summary: '下单 · Place an order with one supplier', tags: ['orders'] })
  .input(z.strictObject({ city: CitySlug, supplierOrganisationId: Uuid, ...Terms, lines: Wishes, seenTotal: Money.nullable() }))
  .output(z.object({ orderId: Uuid, number: z.string(), total: Money }))
  .errors(refusals(PLACING_REFUSALS));

const Answered = z.object({ status: z.enum(ORDER_STATUSES) });

export const confirmOrder = operation
  .route({ method: 'POST', path: '/{city}/orders/{order}/confirm', summary: '供应商确认订单 · The supplier takes the order on', tags: ['orders'] })
  .input(z.strictObject({ ...InOrder, note: Paragraph(500).nullable() }))
  .output(Answered).errors(refusals({ 'act-not-possible': 409 }));

export const declineOrder = operation
  .route({ method: 'POST', path: '/{city}/orders/{order}/decline', summary: '供应商谢绝订单 · The supplier declines the order', tags: ['orders'] })
  .input(z.strictObject({ ...InOrder, reason: Paragraph(500).nullable() }))
  .output(Answered).errors(refusals({ 'act-not-possible': 409, 'reason-missing': 422 }));

export const cancelOrder = operation
  .route({ method: 'POST', path: '/{city}/orders/{order}/cancel', summary: '采购人撤回订单 · The buyer takes an unconfirmed order back', tags: ['orders'] })
  .input(z.strictObject({ ...InOrder, reason: Paragraph(500).nullable() }))
  .output(Answered).errors(refusals({ 'act-not-possible': 409 }));
