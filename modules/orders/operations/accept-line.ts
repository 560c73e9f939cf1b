import { ok, refuse, type Result } from '#kernel/result.ts';
import { isMoney, type Money } from '#kernel/money.ts';
import { answerReduction as answerLine, settleLine, type Settlement, type SettleRefusal } from '../domain/settle-line.ts';
import { judgeAct, ownOrder, leadsTo, type ActRefusal } from '../domain/judge-act.ts';
import type { OrderStatus } from '../domain/order-life.ts';
import type { OrderNotice } from '../domain/notices.ts';
import type { ActNeeds } from './needs.ts';

export type AcceptLineInput = Settlement & { readonly orderId: string; readonly lineNo: number };

/**
 * A person of the buying unit settles one line at the site. The order is locked, so of two people who accept the same goods at
 * once the second is told that it has changed.
 */
export async function acceptLine(needs: ActNeeds, input: AcceptLineInput): Promise<Result<{ status: OrderStatus; payable: Money }, ActRefusal | SettleRefusal>> {
  const judged = judgeAct(await needs.lock(input.orderId), needs.acting.organisationId, 'buyer', 'settle-line');
  if (!judged.ok) return judged;
  const { order, status } = judged.value;
  const line = order.lines.find((one) => one.lineNo === input.lineNo);
  if (line === undefined) return refuse('not-found', 'line');
  const result = settleLine(line, input);
  if (!result.ok) return result;
  const { value } = result;
  const remedy = input.handling === 'refuse' ? input.remedy : null;
  const { payable } = await needs.leave(
    {
      order, status, lines: [value.line],
      settlement: { lineNo: line.lineNo, handling: input.handling, remedy, accepted: value.accepted, sentBack: value.sentBack, reducedPrice: value.reducedPrice, reason: input.reason, findings: input.findings },
      moment: { act: 'settle-line', lineNo: line.lineNo, facts: { outcome: value.act, quantity: value.accepted, sentBack: value.sentBack, unit: line.unit, reason: input.reason, price: value.reducedPrice } },
    },
    {
      kind: 'order-line-settled', event: 'orders.line-settled@1', to: 'supplier',
      body: {
        line: line.lineNo, act: value.act, accepted: value.accepted, sentBack: value.sentBack, remedy, reducedPrice: value.reducedPrice, reason: input.reason,
        findings: input.findings.map((finding) => ({ item: finding.item, met: finding.met, note: finding.note })),
      },
      notice: NOTICES[value.act] ?? 'orders.notice.line-settled', facts: { line: line.lineNo },
    },
  );
  return ok({ status, payable });
}

const NOTICES: Readonly<Record<string, OrderNotice>> = {
  'accept-part': 'orders.notice.line-replenish', replace: 'orders.notice.line-replace', return: 'orders.notice.line-return', 'propose-reduction': 'orders.notice.line-reduction',
};

export type AnswerReductionNeeds = ActNeeds & { readonly proposedPrice: (orderId: string, lineNo: number) => Promise<string | null> };

/** The supplier agrees to the lower price, or does not; without consent the line goes back to the buyer, who may choose another remedy. */
export async function answerReduction(needs: AnswerReductionNeeds, input: { orderId: string; lineNo: number; agrees: boolean; answer: string | null }): Promise<Result<{ status: OrderStatus; payable: Money }, ActRefusal | 'line-awaits-no-answer' | 'reason-missing'>> {
  const own = ownOrder(await needs.lock(input.orderId), needs.acting.organisationId, 'supplier');
  if (!own.ok) return own;
  const order = own.value;
  const line = order.lines.find((one) => one.lineNo === input.lineNo);
  if (line === undefined) return refuse('not-found', 'line');
  const price = await needs.proposedPrice(input.orderId, input.lineNo);
  if (price === null || !isMoney(price)) return refuse('line-awaits-no-answer', 'line', { line: input.lineNo });
  const result = answerLine(line, input.agrees, price);
  if (!result.ok) return result;
  if (!input.agrees && (input.answer === null || input.answer.trim() === '')) return refuse('reason-missing', 'answer');
  const to = leadsTo(order, 'answer-reduction');
  if (!to.ok) return to;
  const status = to.value;
  const { payable } = await needs.leave(
    { order, status, lines: [result.value], answer: { lineNo: line.lineNo, agreed: input.agrees, answer: input.answer }, moment: { act: 'answer-reduction', lineNo: line.lineNo, facts: { outcome: input.agrees ? 'agreed' : 'not-agreed', price, reason: input.answer } } },
    { kind: 'order-reduction-answered', body: { line: line.lineNo, agreed: input.agrees, price, answer: input.answer }, event: 'orders.line-settled@1', notice: input.agrees ? 'orders.notice.reduction-agreed' : 'orders.notice.reduction-not-agreed', to: 'buyer', facts: { line: line.lineNo } },
  );
  return ok({ status, payable });
}
