import type { LineStatus } from '../domain/line-life.ts';
import type { LineView, OrderView, Step } from '../domain/order-view.ts';
import type { OrderAct, OrderStatus } from '../domain/order-life.ts';

/* The words of the domain as the wire spells them; the types hold both lists together. */
export const ORDER_STATUSES = ['placed', 'declined', 'cancelled', 'confirmed', 'delivering', 'delivered', 'accepting', 'accepted', 'closed'] as const satisfies readonly OrderStatus[];
export const ORDER_ACTS = ['confirm', 'decline', 'cancel', 'deliver-part', 'deliver-rest', 'settle-line', 'answer-reduction', 'sign-acceptance', 'record-payment'] as const satisfies readonly OrderAct[];
export const LINE_STATUSES = ['awaiting', 'delivered', 'replenishing', 'replacing', 'reduction-proposed', 'accepted', 'returned', 'undelivered'] as const satisfies readonly LineStatus[];
export const ORDER_VIEWS = ['placed', 'declined', 'cancelled', 'confirmed', 'delivering', 'delivered', 'accepting', 'to-deliver-again', 'to-answer', 'to-sign', 'accepted', 'closed'] as const satisfies readonly OrderView[];
export const LINE_VIEWS = ['awaiting', 'delivered', 'replenishing', 'replacing', 'reduction-proposed', 'accepted', 'accepted-short', 'reduced', 'returned', 'undelivered', 'not-made'] as const satisfies readonly LineView[];
export const STEPS = ['contract', 'delivery', 'acceptance', 'payment'] as const satisfies readonly Step[];
