import type { LegalDay } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { amountOf, payableOf, payableOfAll } from '../domain/amounts.ts';
import { settled } from '../domain/line-life.ts';
import type { OrderStatus } from '../domain/order-life.ts';
import { leadsTo, leave, takeOrder, type ActNeeds, type TakeRefusal } from './acting.ts';

/** The members of the acceptance sign its paper (政府采购法第四十一条), once every line is settled; what is owed is fixed with it. */
export async function signAcceptance(needs: ActNeeds, input: { orderId: string; members: readonly string[] }): Promise<Result<{ status: OrderStatus; payable: Money }, TakeRefusal | 'lines-unsettled' | 'members-missing'>> {
  const taken = await takeOrder(needs, input.orderId, 'buyer');
  if (!taken.ok) return taken;
  const { order } = taken;
  const to = leadsTo(order, 'sign-acceptance');
  if (!to.ok) return to;
  const open = order.lines.filter((line) => !settled(line.status));
  if (open.length > 0) return refuse('lines-unsettled', 'order', { lines: open.map((line) => line.lineNo).join('、'), count: open.length });
  if (input.members.length === 0) return refuse('members-missing', 'members');
  const payable = payableOfAll(order.lines);
  await leave(
    needs,
    { order, status: to.status, lines: [], signed: input.members, moment: { act: 'sign-acceptance', lineNo: null, facts: { members: input.members.join('、'), payable } } },
    {
      kind: 'order-accepted', event: 'orders.accepted@1', notice: 'orders.notice.accepted', to: 'supplier', facts: { payable },
      body: {
        buyer: order.buyerOrganisationId, supplier: order.supplierOrganisationId, total: order.total, payable, members: [...input.members],
        lines: order.lines.map((line) => ({ line: line.lineNo, status: line.status, ordered: line.ordered, accepted: line.accepted, unit: line.unit, amount: amountOf(line), payable: payableOf(line) })),
      },
    },
  );
  return ok({ status: to.status, payable });
}

/** The buying unit notes that the money is paid (实施条例第五十一条); the order is closed. */
export async function recordPayment(needs: ActNeeds & { readonly today: LegalDay }, input: { orderId: string; paidOn: LegalDay; voucher: string | null }): Promise<Result<{ status: OrderStatus }, TakeRefusal | 'paid-day-not-possible'>> {
  const taken = await takeOrder(needs, input.orderId, 'buyer');
  if (!taken.ok) return taken;
  const to = leadsTo(taken.order, 'record-payment');
  if (!to.ok) return to;
  if (input.paidOn > needs.today || input.paidOn < taken.order.placedOn) return refuse('paid-day-not-possible', 'paidOn', { from: taken.order.placedOn, to: needs.today });
  await leave(
    needs,
    { order: taken.order, status: to.status, lines: [], paid: { on: input.paidOn, voucher: input.voucher }, moment: { act: 'record-payment', lineNo: null, facts: { paidOn: input.paidOn, voucher: input.voucher } } },
    { kind: 'order-closed', body: { paidOn: input.paidOn, voucher: input.voucher, payable: payableOfAll(taken.order.lines) }, event: 'orders.closed@1', notice: 'orders.notice.closed', to: 'supplier' },
  );
  return ok({ status: to.status });
}
