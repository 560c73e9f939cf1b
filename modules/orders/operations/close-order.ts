import type { AskedSignature, AskSignatureRefusal, TakenSignature, TakeSignatureRefusal } from '#modules/signing/index.ts';
import type { LegalDay } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { amountOf, payableOf, payableOfAll } from '../domain/amounts.ts';
import { membersIn } from '../domain/acceptance-paper.ts';
import { settled } from '../domain/line-life.ts';
import { judgeAct, type ActRefusal } from '../domain/judge-act.ts';
import type { OrderState } from '../domain/model.ts';
import type { OrderStatus } from '../domain/order-life.ts';
import type { ActNeeds } from './needs.ts';

type Closing = ActRefusal | 'lines-unsettled';

/** Whether the acceptance paper may be signed now: every line is settled, by a person of the buying unit. */
async function closable(needs: Pick<ActNeeds, 'lock' | 'acting'>, orderId: string): Promise<Result<{ order: OrderState; status: OrderStatus }, Closing>> {
  const judged = judgeAct(await needs.lock(orderId), needs.acting.organisationId, 'buyer', 'sign-acceptance');
  if (!judged.ok) return judged;
  const open = judged.value.order.lines.filter((line) => !settled(line.status));
  return open.length > 0 ? refuse('lines-unsettled', 'order', { lines: open.map((line) => line.lineNo).join('、'), count: open.length }) : judged;
}

export type AskAcceptanceNeeds = Pick<ActNeeds, 'lock' | 'acting'> & {
  /** Writes down the paper for the calling person to sign with this key. */
  readonly ask: (order: OrderState, members: readonly string[], key: string) => Promise<Result<AskedSignature, AskSignatureRefusal>>;
};

/** Lays the acceptance paper before the person who answers for it, in the very form in which it will be signed. */
export async function askAcceptance(needs: AskAcceptanceNeeds, input: { orderId: string; members: readonly string[]; key: string }): Promise<Result<AskedSignature, Closing | 'members-missing' | AskSignatureRefusal>> {
  const judged = await closable(needs, input.orderId);
  if (!judged.ok) return judged;
  if (input.members.length === 0) return refuse('members-missing', 'members');
  return needs.ask(judged.value.order, input.members, input.key);
}

export type SignAcceptanceNeeds = ActNeeds & {
  /** Takes the calling person's signature on the paper as the order stands now. */
  readonly take: (order: OrderState, signed: { request: string; signature: string }) => Promise<Result<TakenSignature, TakeSignatureRefusal>>;
};

/** The acceptance paper is signed (政府采购法第四十一条) by the key of the person who answers for it; what is owed is fixed with it. */
export async function signAcceptance(needs: SignAcceptanceNeeds, input: { orderId: string; signed: { request: string; signature: string } }): Promise<Result<{ status: OrderStatus; payable: Money; code: string }, Closing | TakeSignatureRefusal>> {
  const judged = await closable(needs, input.orderId);
  if (!judged.ok) return judged;
  const { order, status } = judged.value;
  const taken = await needs.take(order, input.signed);
  if (!taken.ok) return taken;
  const { code, id, shown } = taken.value;
  const members = membersIn(shown);
  const payable = payableOfAll(order.lines);
  await needs.leave(
    { order, status, lines: [], signed: { members, code }, moment: { act: 'sign-acceptance', lineNo: null, facts: { members: members.join('、'), payable } } },
    {
      kind: 'order-accepted', event: 'orders.accepted@1', notice: 'orders.notice.accepted', to: 'supplier', facts: { payable },
      body: {
        buyer: order.buyerOrganisationId, supplier: order.supplierOrganisationId, total: order.total, payable, signature: id,
        // How many took part; their names stand on the order and its paper, never in the ledger.
        memberCount: members.length,
        lines: order.lines.map((line) => ({ line: line.lineNo, status: line.status, ordered: line.ordered, accepted: line.accepted, unit: line.unit, amount: amountOf(line), payable: payableOf(line) })),
      },
    },
  );
  return ok({ status, payable, code });
}

/** The buying unit notes that the money is paid (实施条例第五十一条); the order is closed. */
export async function recordPayment(needs: ActNeeds & { readonly today: LegalDay }, input: { orderId: string; paidOn: LegalDay; voucher: string | null }): Promise<Result<{ status: OrderStatus }, ActRefusal | 'paid-day-not-possible'>> {
  const judged = judgeAct(await needs.lock(input.orderId), needs.acting.organisationId, 'buyer', 'record-payment');
  if (!judged.ok) return judged;
  const { order, status } = judged.value;
  if (input.paidOn > needs.today || input.paidOn < order.placedOn) return refuse('paid-day-not-possible', 'paidOn', { from: order.placedOn, to: needs.today });
  await needs.leave(
    { order, status, lines: [], paid: { on: input.paidOn, voucher: input.voucher }, moment: { act: 'record-payment', lineNo: null, facts: { paidOn: input.paidOn, voucher: input.voucher } } },
    { kind: 'order-closed', body: { paidOn: input.paidOn, voucher: input.voucher, payable: payableOfAll(order.lines) }, event: 'orders.closed@1', notice: 'orders.notice.closed', to: 'supplier' },
  );
  return ok({ status });
}
