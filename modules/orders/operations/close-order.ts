import type { LegalDay } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { amountOf, payableOf, payableOfAll } from '../domain/amounts.ts';
import { settled } from '../domain/line-life.ts';
import { judgeAct, type ActRefusal } from '../domain/judge-act.ts';
import type { OrderStatus } from '../domain/order-life.ts';
import type { ActNeeds } from './needs.ts';

/** The members of the acceptance sign its paper (政府采购法第四十一条), once every line is settled; what is owed is fixed with it. */
export async function signAcceptance(needs: ActNeeds, input: { orderId: string; members: readonly string[] }): Promise<Result<{ status: OrderStatus; payable: Money }, ActRefusal | 'lines-unsettled' | 'members-missing'>> {
  const judged = judgeAct(await needs.lock(input.orderId), needs.acting.organisationId, 'buyer', 'sign-acceptance');
  if (!judged.ok) return judged;
  const { order, status } = judged.value;
  const open = order.lines.filter((line) => !settled(line.status));
  if (open.length > 0) return refuse('lines-unsettled', 'order', { lines: open.map((line) => line.lineNo).join('、'), count: open.length });
  if (input.members.length === 0) return refuse('members-missing', 'members');
  const payable = payableOfAll(order.lines);
  await needs.leave(
    { order, status, lines: [], signed: input.members, moment: { act: 'sign-acceptance', lineNo: null, facts: { members: input.members.join('、'), payable } } },
    {
      kind: 'order-accepted', event: 'orders.accepted@1', notice: 'orders.notice.accepted', to: 'supplier', facts: { payable },
      body: {
        buyer: order.buyerOrganisationId, supplier: order.supplierOrganisationId, total: order.total, payable, members: [...input.members],
        lines: order.lines.map((line) => ({ line: line.lineNo, status: line.status, ordered: line.ordered, accepted: line.accepted, unit: line.unit, amount: amountOf(line), payable: payableOf(line) })),
      },
    },
  );
  return ok({ status, payable });
}

/** The buying unit notes that the money is paid (实施条例第五十一条); the order is closed. */
export async function recordPayment(needs: ActNeeds & { readonly today: LegalDay }, input: { orderId: string; paidOn: LegalDay; voucher: string | null }): Promise<Result<{ status: OrderStatus }, ActRefusal | 'paid-day-not-possible'>> {
  const judged = judgeAct(await needs.lock(input.orderId), needs.acting.organisationId, 'buyer', 'record-payment');
  if (!judged.ok) return judged;
  const { order, status } = judged.value;
  if (input.paidOn > needs.today || input.paidOn < order.placedOn) return refuse('paid-day-not-possible', 'paidOn', { from: order.placedOn, to: needs.today });
  await needs.leave(
    { order, status, lines: [], paid: { on: input.paidOn, voucher: input.voucher }, moment: { act: 'record-payment', lineNo: null, facts: { paidOn: input.paidOn, voucher: input.voucher } } },
    { kind: 'order-closed', body: { paidOn: input.paidOn, voucher: input.voucher, payable: payableOfAll(order.lines) }, event: 'orders.closed@1', notice: 'orders.notice.closed', to: 'supplier' },
  );
  return ok({ status });
}
