import { refuse, type Result, ok } from '#kernel/result.ts';
import { judgeAct, type ActRefusal } from '../domain/judge-act.ts';
import type { OrderStatus } from '../domain/order-life.ts';
import type { ActNeeds } from './needs.ts';

/** The supplier takes the order on: from here it binds both (政府采购法第五十条). */
export async function confirmOrder(needs: ActNeeds, input: { orderId: string; note: string | null }): Promise<Result<{ status: OrderStatus }, ActRefusal>> {
  const judged = judgeAct(await needs.lock(input.orderId), needs.acting.organisationId, 'supplier', 'confirm');
  if (!judged.ok) return judged;
  const { order, status } = judged.value;
  await needs.leave(
    { order, status, lines: [], moment: { act: 'confirm', lineNo: null, facts: { note: input.note } } },
    { kind: 'order-confirmed', body: { note: input.note }, event: 'orders.confirmed@1', notice: 'orders.notice.confirmed', to: 'buyer' },
  );
  return ok({ status });
}

/** The supplier does not take it on and says why; the buying unit orders elsewhere. */
export async function declineOrder(needs: ActNeeds, input: { orderId: string; reason: string | null }): Promise<Result<{ status: OrderStatus }, ActRefusal | 'reason-missing'>> {
  const judged = judgeAct(await needs.lock(input.orderId), needs.acting.organisationId, 'supplier', 'decline');
  if (!judged.ok) return judged;
  const { order, status } = judged.value;
  if (input.reason === null || input.reason.trim() === '') return refuse('reason-missing', 'reason');
  await needs.leave(
    { order, status, lines: [], moment: { act: 'decline', lineNo: null, facts: { reason: input.reason } } },
    { kind: 'order-declined', body: { reason: input.reason }, event: 'orders.declined@1', notice: 'orders.notice.declined', to: 'buyer', facts: { reason: input.reason } },
  );
  return ok({ status });
}

/** The buying unit takes it back while the supplier has not confirmed. */
export async function cancelOrder(needs: ActNeeds, input: { orderId: string; reason: string | null }): Promise<Result<{ status: OrderStatus }, ActRefusal>> {
  const judged = judgeAct(await needs.lock(input.orderId), needs.acting.organisationId, 'buyer', 'cancel');
  if (!judged.ok) return judged;
  const { order, status } = judged.value;
  await needs.leave(
    { order, status, lines: [], moment: { act: 'cancel', lineNo: null, facts: { reason: input.reason } } },
    { kind: 'order-cancelled', body: { reason: input.reason }, event: 'orders.cancelled@1', notice: 'orders.notice.cancelled', to: 'supplier' },
  );
  return ok({ status });
}
