import type { Json } from '#kernel/canonical.ts';
import type { DomainEvent } from '#kernel/event.ts';
import type { Money } from '#kernel/money.ts';
import { refuse, type Refused, type RefusalFacts } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { payableOfAll } from '../domain/amounts.ts';
import { sideOf } from '../domain/abilities.ts';
import type { OrderChange } from '../domain/changes.ts';
import type { LineState, OrderState, Side } from '../domain/model.ts';
import { orderLife, type OrderAct, type OrderStatus } from '../domain/order-life.ts';

/** Who acts, for which of the two organisations. */
export type Acting = { readonly organisationId: string; readonly organisationName: string; readonly personId: string };

export type NoticeWords = { readonly organisationId: string; readonly code: `orders.notice.${string}`; readonly facts: RefusalFacts; readonly orderId: string };

/** What every act on an order needs: the order held against everybody else until the end, and the ways to leave word. */
export type ActNeeds = {
  readonly acting: Acting;
  readonly lock: (orderId: string) => Promise<OrderState | undefined>;
  readonly save: (change: OrderChange) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: Json }) => void;
  readonly emit: (event: DomainEvent) => void;
  readonly notify: (notice: NoticeWords) => Promise<void>;
  readonly cityId: string;
};

export type TakeRefusal = 'not-found' | 'act-not-possible';

/** The order, locked, where this side may do the act now; another organisation's order does not exist. */
export async function takeOrder(needs: ActNeeds, orderId: string, side: Side): Promise<{ ok: true; order: OrderState } | Refused<'not-found'>> {
  const order = await needs.lock(orderId);
  if (order === undefined || sideOf(order, needs.acting.organisationId) !== side) return refuse('not-found', 'order');
  return { ok: true, order };
}

/** Where the act leads, or the refusal that it is not possible in this state. */
export function leadsTo(order: OrderState, act: OrderAct): { ok: true; status: OrderStatus } | Refused<'act-not-possible'> {
  const status = next(orderLife, order.status, act);
  return status === undefined ? refuse('act-not-possible', 'order', { status: order.status.replaceAll('-', '_') }) : { ok: true, status };
}

/** The lines of an order with these ones changed. */
export const withLines = (order: OrderState, changed: readonly LineState[]): LineState[] => order.lines.map((line) => changed.find((one) => one.lineNo === line.lineNo) ?? line);

/** Saves the act, records it, tells the other side and whoever listens. */
export async function leave(
  needs: ActNeeds,
  change: Omit<OrderChange, 'payable'>,
  told: { readonly kind: string; readonly body: Readonly<Record<string, Json>>; readonly event?: string; readonly notice: NoticeWords['code']; readonly to: Side; readonly facts?: RefusalFacts },
): Promise<{ payable: Money }> {
  const { order } = change;
  const payable = payableOfAll(withLines(order, change.lines));
  await needs.save({ ...change, payable });
  const body = { order: order.id, number: order.number, ...told.body };
  needs.record({ kind: told.kind, subject: `order:${order.id}`, body });
  if (told.event !== undefined) needs.emit({ name: told.event, subject: order.id, cityId: needs.cityId, body });
  await needs.notify({
    organisationId: told.to === 'buyer' ? order.buyerOrganisationId : order.supplierOrganisationId,
    code: told.notice, facts: { number: order.number, from: needs.acting.organisationName, ...told.facts }, orderId: order.id,
  });
  return { payable };
}
