import { dec, decimalOf } from '#kernel/decimal.ts';
import { moneyOf, type Money } from '#kernel/money.ts';
import { ok, refuse, type Refused, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { lineLife, type LineAct } from './line-life.ts';
import type { Finding, LineState } from './model.ts';
import { counted, isZero, minus, more, plain, plus, QUANTITY_DECIMALS, same } from './quantity.ts';

/** `as-received`: the line is settled by what was received. `replenish`: what is missing is still wanted. `refuse`: the goods on the site are refused. */
export type Handling = 'as-received' | 'replenish' | 'refuse';
/** 民法典第五百八十二条. `price-reduction` needs the supplier's consent (政府采购法第五十条). */
export type Remedy = 'replace' | 'return' | 'price-reduction';

export type Settlement = {
  /** What lay with the buyer when the person at the site looked; another amount means that somebody acted meanwhile. */
  readonly seenDelivered: string;
  readonly handling: Handling;
  /** How much of the goods not yet accepted is accepted now. */
  readonly quantity: string;
  readonly remedy: Remedy | null;
  readonly reducedPrice: string | null;
  readonly reason: string | null;
  readonly findings: readonly Finding[];
};

export type SettleRefusal =
  | 'line-not-awaiting-acceptance' | 'changed-meanwhile' | 'quantity-not-a-number' | 'quantity-too-fine' | 'quantity-not-whole' | 'more-than-delivered'
  | 'requirement-unanswered' | 'requirement-unknown' | 'requirement-not-met' | 'reason-missing' | 'more-to-come' | 'nothing-missing' | 'nothing-delivered' | 'remedy-missing' | 'reduction-not-lower';

/** What became of the line, and how much was accepted and went back by this act. */
export type Settled = { readonly line: LineState; readonly act: LineAct; readonly accepted: string; readonly sentBack: string; readonly reducedPrice: Money | null };

/**
 * One line settled against the requirement the order was made under: every item answered (实施条例第四十五条), no more accepted than
 * delivered, what is missing settled or still demanded, what is refused with its reason and remedy.
 */
export function settleLine(line: LineState, input: Settlement): Result<Settled, SettleRefusal> {
  if (line.status !== 'delivered') return refuse('line-not-awaiting-acceptance', 'line', { line: line.lineNo });
  const seen = decimalOf(input.seenDelivered);
  if (seen === undefined || !same(seen.toFixed(), line.delivered)) return refuse('changed-meanwhile', 'seenDelivered', { line: line.lineNo, delivered: line.delivered, unit: line.unit });
  const unknown = input.findings.find((finding) => !line.items.includes(finding.item));
  if (unknown !== undefined) return refuse('requirement-unknown', 'findings', { item: unknown.item });
  return input.handling === 'refuse' ? refuseGoods(line, input) : acceptGoods(line, input);
}

function acceptGoods(line: LineState, input: Settlement): Result<Settled, SettleRefusal> {
  const pending = minus(line.delivered, line.accepted);
  const quantity = acceptedNow(input.quantity, line, pending);
  if (!quantity.ok) return quantity;
  if (!isZero(quantity.value)) {
    const fault = faultOfFindings(line, input.findings);
    if (fault !== null) return fault;
  }
  const sentBack = minus(pending, quantity.value);
  if (!isZero(sentBack) && !given(input.reason)) return refuse('reason-missing', 'reason');
  const accepted = plus(line.accepted, quantity.value);
  const missing = !same(accepted, line.ordered);
  if (input.handling === 'replenish' && !missing) return refuse('nothing-missing', 'handling');
  // Who settles by what was received while the supplier still delivers would change the contract alone (政府采购法第五十条).
  if (input.handling === 'as-received' && !line.ended && !same(line.delivered, line.ordered)) return refuse('more-to-come', 'handling', { line: line.lineNo });
  const act: LineAct = input.handling === 'replenish' ? 'accept-part' : isZero(accepted) ? (isZero(line.delivered) ? 'settle-undelivered' : 'return') : 'accept';
  return ok({ act, accepted: quantity.value, sentBack, reducedPrice: null, line: moved(line, act, { accepted, delivered: accepted, returned: plus(line.returned, sentBack) }) });
}

function refuseGoods(line: LineState, input: Settlement): Result<Settled, SettleRefusal> {
  const pending = minus(line.delivered, line.accepted);
  if (isZero(pending)) return refuse('nothing-delivered', 'handling', { line: line.lineNo });
  if (!given(input.reason)) return refuse('reason-missing', 'reason');
  if (input.remedy === null) return refuse('remedy-missing', 'remedy');
  if (input.remedy === 'price-reduction') {
    const price = input.reducedPrice === null ? undefined : moneyOf(input.reducedPrice);
    if (price === undefined || dec(price).lte(0) || dec(price).gte(dec(line.price))) return refuse('reduction-not-lower', 'reducedPrice', { price: line.price });
    return ok({ act: 'propose-reduction', accepted: '0', sentBack: '0', reducedPrice: price, line: moved(line, 'propose-reduction', {}) });
  }
  const act: LineAct = input.remedy === 'replace' ? 'replace' : 'return';
  return ok({ act, accepted: '0', sentBack: pending, reducedPrice: null, line: moved(line, act, { delivered: line.accepted, returned: plus(line.returned, pending) }) });
}

/** The supplier's answer to a lower price: consent accepts what lies on the site at that price, refusal puts the line before the buyer again. */
export function answerReduction(line: LineState, agrees: boolean, proposed: Money): Result<LineState, 'line-awaits-no-answer'> {
  if (line.status !== 'reduction-proposed') return refuse('line-awaits-no-answer', 'line', { line: line.lineNo });
  if (!agrees) return ok(moved(line, 'reject-reduction', {}));
  const pending = minus(line.delivered, line.accepted);
  return ok(moved(line, 'agree-reduction', { accepted: line.delivered, reduced: plus(line.reduced, pending), reducedPrice: proposed }));
}

function moved(line: LineState, act: LineAct, change: Partial<LineState>): LineState {
  const status = next(lineLife, line.status, act);
  if (status === undefined) throw new Error(`a line ${line.status} cannot ${act}`);
  // What is still wanted is to come again.
  const ended = act === 'accept-part' || act === 'replace' ? false : line.ended;
  return { ...line, ...change, ended, status };
}

function acceptedNow(text: string, line: LineState, pending: string): Result<string, SettleRefusal> {
  const value = decimalOf(text);
  if (value === undefined || value.isNegative()) return refuse('quantity-not-a-number', 'quantity');
  if (counted(line.unit) && !value.isInteger()) return refuse('quantity-not-whole', 'quantity', { unit: line.unit });
  if (value.decimalPlaces() > QUANTITY_DECIMALS) return refuse('quantity-too-fine', 'quantity', { decimals: QUANTITY_DECIMALS });
  const quantity = plain(value.toFixed());
  return more(quantity, pending) ? refuse('more-than-delivered', 'quantity', { pending, unit: line.unit }) : ok(quantity);
}

function faultOfFindings(line: LineState, findings: readonly Finding[]): Refused<'requirement-unanswered' | 'requirement-not-met'> | null {
  const answered = new Map(findings.map((finding) => [finding.item, finding]));
  const open = line.items.filter((item) => !answered.has(item));
  if (open.length > 0) return refuse('requirement-unanswered', 'findings', { items: open.join(' '), count: open.length });
  const unmet = line.items.find((item) => answered.get(item)?.met === false);
  return unmet === undefined ? null : refuse('requirement-not-met', 'findings', { item: unmet });
}

const given = (reason: string | null): boolean => reason !== null && reason.trim() !== '';
