import { ok, type Result } from '#kernel/result.ts';
import { deliverLines, type DeliverRefusal } from '../domain/deliver-lines.ts';
import { judgeAct, leadsTo, type ActRefusal } from '../domain/judge-act.ts';
import type { OrderAct, OrderStatus } from '../domain/order-life.ts';
import type { ActNeeds } from './needs.ts';

export type DeliveryInput = {
  readonly orderId: string;
  readonly lines: readonly { readonly lineNo: number; readonly quantity: string; readonly batch: string | null }[];
  /** The supplier says that nothing more comes. */
  readonly last: boolean;
  readonly carrier: string | null;
  readonly note: string | null;
};

/** The supplier notes what a lorry brought. Never more than was ordered, counted over all deliveries less what went back. */
export async function recordDelivery(needs: ActNeeds, input: DeliveryInput): Promise<Result<{ status: OrderStatus }, ActRefusal | DeliverRefusal>> {
  const judged = judgeAct(await needs.lock(input.orderId), needs.acting.organisationId, 'supplier', 'deliver-part');
  if (!judged.ok) return judged;
  const { order } = judged.value;
  const result = deliverLines(order.lines, input.lines, input.last);
  if (!result.ok) return result;
  const { brought, changed, complete } = result.value;
  const act: OrderAct = complete ? 'deliver-rest' : 'deliver-part';
  const to = leadsTo(order, act);
  if (!to.ok) return to;
  const lines = brought.map((line) => ({ ...line, batch: input.lines.find((one) => one.lineNo === line.lineNo)?.batch ?? null }));
  await needs.leave(
    {
      order, status: to.value, lines: changed, delivery: { lines, note: input.note, carrier: input.carrier, last: input.last },
      moment: { act, lineNo: null, facts: { note: input.note, carrier: input.carrier, lines: lines.map((line) => line.lineNo).join('、') } },
    },
    { kind: 'order-delivered', body: { lines: lines.map((line) => ({ line: line.lineNo, quantity: line.quantity, batch: line.batch })), last: input.last }, event: 'orders.delivered@1', notice: complete ? 'orders.notice.delivered' : 'orders.notice.delivered-part', to: 'buyer' },
  );
  return ok({ status: to.value });
}
