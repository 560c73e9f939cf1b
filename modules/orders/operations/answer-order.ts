import { ok, refuse, type Result } from '#kernel/result.ts';
import type { OrderStatus } from '../domain/order-life.ts';
import { leadsTo, leave, takeOrder, type ActNeeds, type TakeRefusal } from './acting.ts';

/** The supplier takes the order on: from here it binds both (政府采购法第五十条). */
export async function confirmOrder(needs: ActNeeds, input: { orderId: string; note: string | null }): Promise<Result<{ status: OrderStatus }, TakeRefusal>> {
  const taken = await takeOrder(needs, input.orderId, 'supplier');
  if (!taken.ok) return taken;
  const to = leadsTo(taken.order, 'confirm');
  if (!to.ok) return to;
  await leave(needs, { order: taken.order, status: to.status, lines: [], moment: { act: 'confirm', lineNo: null, facts: { note: input.note } } }, { kind: 'order-confirmed', body: { note: input.note }, event: 'orders.confirmed@1', notice: 'orders.notice.confirmed', to: 'buyer' });
  return ok({ status: to.status });
}

/** The supplier does not take it on and says why; the buying unit orders elsewhere. */
export async function declineOrder(needs: ActNeeds, input: { orderId: string; reason: string | null }): Promise<Result<{ status: OrderStatus }, TakeRefusal | 'reason-missing'>> {
  const taken = await takeOrder(needs, input.orderId, 'supplier');
  if (!taken.ok) return taken;
  const to = leadsTo(taken.order, 'decline');
  if (!to.ok) return to;
  if (input.reason === null || input.reason.trim() === '') return refuse('reason-missing', 'reason');
  await leave(needs, { order: taken.order, status: to.status, lines: [], moment: { act: 'decline', lineNo: null, facts: { reason: input.reason } } }, { kind: 'order-declined', body: { reason: input.reason }, event: 'orders.declined@1', notice: 'orders.notice.declined', to: 'buyer', facts: { reason: input.reason } });
  return ok({ status: to.status });
}

/** The buying unit takes it back while the supplier has not confirmed. */
export async function cancelOrder(needs: ActNeeds, input: { orderId: string; reason: string | null }): Promise<Result<{ status: OrderStatus }, TakeRefusal>> {
  const taken = await takeOrder(needs, input.orderId, 'buyer');
  if (!taken.ok) return taken;
  const to = leadsTo(taken.order, 'cancel');
  if (!to.ok) return to;
  await leave(needs, { order: taken.order, status: to.status, lines: [], moment: { act: 'cancel', lineNo: null, facts: { reason: input.reason } } }, { kind: 'order-cancelled', body: { reason: input.reason }, event: 'orders.cancelled@1', notice: 'orders.notice.cancelled', to: 'supplier' });
  return ok({ status: to.status });
}
