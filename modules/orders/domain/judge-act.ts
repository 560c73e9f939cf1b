import { ok, refuse, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { sideOf } from './abilities.ts';
import { orderLife, type OrderAct, type OrderStatus } from './order-life.ts';
import type { OrderState, Side } from './model.ts';

export type ActRefusal = 'not-found' | 'act-not-possible';

/** The order as this organisation may act on it on its side; another organisation's order does not exist. */
export const ownOrder = (order: OrderState | undefined, organisationId: string, side: Side): Result<OrderState, 'not-found'> =>
  order === undefined || sideOf(order, organisationId) !== side ? refuse('not-found', 'order') : ok(order);

/** Where the act leads, or that it is not possible as the order stands. */
export function leadsTo(order: Pick<OrderState, 'status'>, act: OrderAct): Result<OrderStatus, 'act-not-possible'> {
  const status = next(orderLife, order.status, act);
  return status === undefined ? refuse('act-not-possible', 'order', { status: order.status }) : ok(status);
}

/** Both questions at once: the order and where the act leads. */
export function judgeAct(order: OrderState | undefined, organisationId: string, side: Side, act: OrderAct): Result<{ order: OrderState; status: OrderStatus }, ActRefusal> {
  const own = ownOrder(order, organisationId, side);
  if (!own.ok) return own;
  const status = leadsTo(own.value, act);
  return status.ok ? ok({ order: own.value, status: status.value }) : status;
}
