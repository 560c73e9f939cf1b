import { ok, refuse, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { lineLife, settled } from './line-life.ts';
import type { LineState } from './model.ts';
import { minus, more, plus, quantityOf, same, type QuantityRefusal } from './quantity.ts';

export type DeliveredLine = { readonly lineNo: number; readonly quantity: string };
export type DeliverRefusal = QuantityRefusal | 'not-found' | 'line-twice' | 'line-not-awaiting-delivery' | 'more-than-ordered' | 'delivery-empty';
export type Delivered = { readonly lines: readonly LineState[]; readonly changed: readonly LineState[]; readonly brought: readonly DeliveredLine[]; readonly complete: boolean };

/**
 * A delivery held against the order: no line ever holds more than was ordered. `last` says that nothing more comes; lines that
 * still wait for goods then come before the buyer, who settles what was received or demands the rest.
 */
export function deliverLines(lines: readonly LineState[], brought: readonly DeliveredLine[], last: boolean): Result<Delivered, DeliverRefusal> {
  if (brought.length === 0 && !last) return refuse('delivery-empty', 'lines');
  const after = new Map(lines.map((line) => [line.lineNo, line]));
  const seen = new Set<number>();
  const written: DeliveredLine[] = [];
  for (const [index, { lineNo, quantity: text }] of brought.entries()) {
    const field = `lines.${index}`;
    const line = after.get(lineNo);
    if (line === undefined) return refuse('not-found', `${field}.lineNo`);
    if (seen.has(lineNo)) return refuse('line-twice', `${field}.lineNo`);
    seen.add(lineNo);
    const status = line.ended ? undefined : next(lineLife, line.status, 'deliver');
    if (status === undefined) return refuse('line-not-awaiting-delivery', `${field}.lineNo`, { line: lineNo });
    const quantity = quantityOf(text, line.unit, `${field}.quantity`);
    if (!quantity.ok) return quantity;
    const open = minus(line.ordered, line.delivered);
    if (more(quantity.value, open)) return refuse('more-than-ordered', `${field}.quantity`, { line: lineNo, open, unit: line.unit });
    after.set(lineNo, { ...line, status, delivered: plus(line.delivered, quantity.value) });
    written.push({ lineNo, quantity: quantity.value });
  }
  if (last) {
    for (const line of after.values()) {
      if (!settled(line.status)) after.set(line.lineNo, { ...line, ended: true, status: next(lineLife, line.status, 'end-deliveries') ?? line.status });
    }
  }
  const complete = [...after.values()].every((line) => settled(line.status) || line.ended || same(line.delivered, line.ordered));
  const all = lines.map((line) => after.get(line.lineNo)!);
  return ok({ lines: all, changed: all.filter((line, at) => line !== lines[at]), brought: written, complete });
}
