import type { LineStatus } from './line-life.ts';
import { settled } from './line-life.ts';
import type { LineState, OrderState, Side } from './model.ts';
import type { OrderStatus } from './order-life.ts';

/** How a state is marked: the eight shapes of the design. */
export type Mark = 'ok' | 'run' | 'todo' | 'attention' | 'refused' | 'lock';
/** The state as this side reads it; the words are the page's, by side and code. */
export type StateView<Code extends string = string> = { readonly code: Code; readonly mark: Mark };

export const ORDER_VIEWS = ['placed', 'declined', 'cancelled', 'confirmed', 'delivering', 'delivered', 'accepting', 'to-deliver-again', 'to-answer', 'to-sign', 'accepted', 'closed'] as const;
export type OrderView = (typeof ORDER_VIEWS)[number];
export const LINE_VIEWS = ['awaiting', 'delivered', 'replenishing', 'replacing', 'reduction-proposed', 'accepted', 'accepted-short', 'reduced', 'returned', 'undelivered', 'not-made'] as const;
export type LineView = (typeof LINE_VIEWS)[number];

const OPEN: Readonly<Record<OrderStatus, readonly [buyer: Mark, supplier: Mark]>> = {
  placed: ['todo', 'attention'],
  declined: ['refused', 'lock'],
  cancelled: ['lock', 'lock'],
  confirmed: ['todo', 'attention'],
  delivering: ['run', 'attention'],
  delivered: ['attention', 'run'],
  accepting: ['attention', 'run'],
  accepted: ['attention', 'todo'],
  closed: ['ok', 'ok'],
};

type Seen = Pick<OrderState, 'status'> & { readonly lines: readonly Pick<LineState, 'status'>[] };

/** Where the order stands, for the reader's side: whose turn it is decides the word and the mark. */
export function orderView(order: Seen, side: Side): StateView<OrderView> {
  const plainMark = OPEN[order.status][side === 'buyer' ? 0 : 1];
  if (order.status !== 'accepting' && order.status !== 'delivering') return { code: order.status, mark: plainMark };
  const has = (status: LineStatus): boolean => order.lines.some((l) => l.status === status);
  if (order.lines.every((l) => settled(l.status))) return { code: 'to-sign', mark: side === 'buyer' ? 'attention' : 'run' };
  if (order.status === 'delivering') return side === 'buyer' && has('delivered') ? { code: 'delivered', mark: 'attention' } : { code: 'delivering', mark: plainMark };
  if (has('reduction-proposed') && (side === 'supplier' || !has('delivered'))) return { code: 'to-answer', mark: side === 'supplier' ? 'attention' : 'run' };
  if ((has('replacing') || has('replenishing')) && (side === 'supplier' || !has('delivered'))) return { code: 'to-deliver-again', mark: side === 'supplier' ? 'attention' : 'run' };
  return { code: 'accepting', mark: plainMark };
}

const LINE_MARKS: Readonly<Record<LineStatus, readonly [buyer: Mark, supplier: Mark]>> = {
  awaiting: ['todo', 'todo'],
  delivered: ['attention', 'run'],
  replenishing: ['run', 'attention'],
  replacing: ['refused', 'refused'],
  'reduction-proposed': ['run', 'attention'],
  accepted: ['ok', 'ok'],
  returned: ['refused', 'refused'],
  undelivered: ['lock', 'lock'],
};

export function lineView(line: Pick<LineState, 'status' | 'accepted' | 'ordered' | 'reducedPrice'>, order: Pick<OrderState, 'status'>, side: Side): StateView<LineView> {
  if (['declined', 'cancelled'].includes(order.status)) return { code: 'not-made', mark: 'lock' };
  const mark = LINE_MARKS[line.status][side === 'buyer' ? 0 : 1];
  if (line.status !== 'accepted') return { code: line.status, mark };
  if (line.reducedPrice !== null) return { code: 'reduced', mark };
  return { code: line.accepted === line.ordered ? 'accepted' : 'accepted-short', mark };
}

/** The five steps of the rail over the page: contract, delivery, acceptance, payment; how many are behind, and whether the reader must act. */
export const STEPS = ['contract', 'delivery', 'acceptance', 'payment'] as const;
export type Step = (typeof STEPS)[number];
export function stepOf(status: OrderStatus): number {
  switch (status) {
    case 'placed': case 'declined': case 'cancelled': return 0;
    case 'confirmed': case 'delivering': return 1;
    case 'delivered': case 'accepting': return 2;
    case 'accepted': return 3;
    case 'closed': return 4;
  }
}
