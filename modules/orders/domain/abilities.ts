import { actsFrom } from '#kernel/transitions.ts';
import type { Role } from '#kernel/policy.ts';
import { deliverable, settled } from './line-life.ts';
import { orderLife } from './order-life.ts';
import type { LineState, OrderState, Side } from './model.ts';
import { same } from './quantity.ts';

export type OrderAbilities = {
  readonly confirm: boolean;
  readonly decline: boolean;
  readonly cancel: boolean;
  readonly deliver: boolean;
  readonly settle: boolean;
  readonly answerReduction: boolean;
  readonly sign: boolean;
  readonly recordPayment: boolean;
};

/** Which organisation of the two this is; undefined for anybody else, to whom the order does not exist. */
export function sideOf(order: Pick<OrderState, 'buyerOrganisationId' | 'supplierOrganisationId'>, organisationId: string | null): Side | undefined {
  if (organisationId === order.buyerOrganisationId) return 'buyer';
  return organisationId === order.supplierOrganisationId ? 'supplier' : undefined;
}

/** Whether the supplier owes goods of this line. */
export const awaitsGoods = (line: LineState): boolean => deliverable(line.status) && !line.ended && !same(line.delivered, line.ordered);

/** What this person of this side may do with the order now; the page shows these acts and no others. */
export function abilitiesOf(order: OrderState, side: Side, roles: readonly Role[]): OrderAbilities {
  const acts = actsFrom(orderLife, order.status);
  const buys = side === 'buyer' && roles.includes('buyer.purchaser');
  const sells = side === 'supplier' && roles.includes('supplier.clerk');
  const waiting = order.lines.some((line) => line.status === 'delivered');
  return {
    confirm: sells && acts.includes('confirm'),
    decline: sells && acts.includes('decline'),
    cancel: buys && acts.includes('cancel'),
    deliver: sells && (acts.includes('deliver-part') || acts.includes('deliver-rest')) && order.lines.some(awaitsGoods),
    settle: buys && acts.includes('settle-line') && waiting,
    answerReduction: sells && acts.includes('answer-reduction') && order.lines.some((line) => line.status === 'reduction-proposed'),
    sign: buys && acts.includes('sign-acceptance') && order.lines.every((line) => settled(line.status)),
    recordPayment: buys && acts.includes('record-payment'),
  };
}

/** The same for one line. */
export const lineAbilities = (line: LineState, may: OrderAbilities): { settle: boolean; answerReduction: boolean; deliver: boolean } => ({
  settle: may.settle && line.status === 'delivered',
  answerReduction: may.answerReduction && line.status === 'reduction-proposed',
  deliver: may.deliver && awaitsGoods(line),
});
