import type { LegalDay } from '#kernel/date.ts';
import { ok, refuse } from '#kernel/result.ts';
import { serve } from '#platform/http/serve.ts';
import { contract } from './contract/index.ts';
import { acceptLine, answerReduction, cancelOrder, confirmOrder, declineOrder, placeOrder, recordDelivery, recordPayment, signAcceptance } from './index.ts';
import { policy } from './policy.ts';
import { listOrders } from './store/list.ts';
import { orderOf } from './store/read.ts';
import { orderPage, orderRow } from './views.ts';

export const routes = serve(contract, policy, {
  reads: {
    orders: async (call, input) => {
      const side = call.actor!.organisationKind === 'supplier' ? 'supplier' : 'buyer';
      const found = await listOrders(call.tx, call.cityId!, call.actor!.organisationId!, side, input);
      return ok({ ...found, side, rows: found.rows.map((row) => orderRow(row, side)) });
    },
    order: async (call, input) => {
      const organisationId = call.actor!.organisationId!;
      const stored = await orderOf(call.tx, call.cityId!, input.order, organisationId);
      return stored === undefined ? refuse('not-found', 'order') : ok(orderPage(stored, { organisationId, roles: call.actor!.roles }, call.city!.demo));
    },
  },
  writes: {
    placeOrder: (call, { city: _, requiredOn, ...input }) => placeOrder(call, { ...input, requiredOn: requiredOn as LegalDay | null }),
    confirmOrder: (call, input) => confirmOrder(call, { orderId: input.order, note: input.note }),
    declineOrder: (call, input) => declineOrder(call, { orderId: input.order, reason: input.reason }),
    cancelOrder: (call, input) => cancelOrder(call, { orderId: input.order, reason: input.reason }),
    recordDelivery: (call, { city: _, order, ...input }) => recordDelivery(call, { orderId: order, ...input }),
    acceptLine: (call, { city: _, order, line, ...input }) => acceptLine(call, { orderId: order, lineNo: line, ...input }),
    answerReduction: (call, input) => answerReduction(call, { orderId: input.order, lineNo: input.line, agrees: input.agrees, answer: input.answer }),
    signAcceptance: (call, input) => signAcceptance(call, { orderId: input.order, members: input.members }),
    recordPayment: (call, input) => recordPayment(call, { orderId: input.order, paidOn: input.paidOn as LegalDay, voucher: input.voucher }),
  },
});
