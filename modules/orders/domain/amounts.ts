import { dec } from '#kernel/decimal.ts';
import { lineTotal, sumMoney, toFen, type Money } from '#kernel/money.ts';
import type { LineState } from './model.ts';

/** What the line comes to as ordered: price × quantity, rounded to the fen once. */
export const amountOf = (line: Pick<LineState, 'price' | 'ordered'>): Money => lineTotal(line.price, line.ordered);

/** What is owed for the line as accepted so far, a reduced part at its lower price; rounded to the fen once, so that it never exceeds `amountOf`. */
export function payableOf(line: Pick<LineState, 'price' | 'accepted' | 'reduced' | 'reducedPrice'>): Money {
  const full = dec(line.accepted).minus(dec(line.reduced)).times(dec(line.price));
  return toFen(full.plus(dec(line.reduced).times(dec(line.reducedPrice ?? line.price))));
}

export const totalOf = (lines: readonly Pick<LineState, 'price' | 'ordered'>[]): Money => sumMoney(lines.map(amountOf));
export const payableOfAll = (lines: readonly LineState[]): Money => sumMoney(lines.map(payableOf));
