import type { LegalDay } from '#kernel/date.ts';
import { ok, refuse } from '#kernel/result.ts';
import { askedView, bundleOf, madeSignature, sendPaper, signatureByCode } from '#modules/signing/index.ts';
import { serve, type Routes, type ServeWiring } from '#platform/http/serve.ts';
import type { ByteCall, ByteRoute } from '#platform/module.ts';
import { isId } from '#kernel/ids.ts';
import { contract } from './contract/index.ts';
import { acceptLine, answerReduction, askAcceptance, cancelOrder, confirmOrder, declineOrder, placeOrder, recordDelivery, recordPayment, signAcceptance } from './index.ts';
import { acceptancePaperRule, policy } from './policy.ts';
import { listOrders } from './store/list.ts';
import { orderOf } from './store/read.ts';
import { orderPage, orderRow } from './views.ts';

/** Papers that are laid before somebody to sign are kept among the files, which only the wiring has. */
const routesIn = ({ files }: Pick<ServeWiring, 'files'>): Routes => serve(contract, policy, {
  reads: {
    orders: async (call, input) => {
      const side = call.actor!.organisationKind === 'supplier' ? 'supplier' : 'buyer';
      const found = await listOrders(call.tx, call.cityId!, call.actor!.organisationId!, side, input);
      return ok({ ...found, side, rows: found.rows.map((row) => orderRow(row, side)) });
    },
    order: async (call, input) => {
      const organisationId = call.actor!.organisationId!;
      const stored = await orderOf(call.tx, call.cityId!, input.order, organisationId);
      if (stored === undefined) return refuse('not-found', 'order');
      return ok(orderPage(stored, { organisationId, roles: call.actor!.roles }, call.city!.demo, await madeSignature(call.tx, call.cityId!, stored.head.acceptance_code)));
    },
    acceptanceBundle: async (call, input) => {
      const code = (await orderOf(call.tx, call.cityId!, input.order, call.actor!.organisationId!))?.head.acceptance_code;
      const signed = code == null ? undefined : await signatureByCode(call.tx, call.cityId!, code);
      return signed === undefined ? refuse('not-found', 'order') : ok(await bundleOf(call.tx, signed, { now: call.now, withData: true }));
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
    askAcceptance: async (call, input) => {
      const asked = await askAcceptance(call, { files, city: call.city!, origin: call.request.publicOrigin }, { orderId: input.order, members: input.members, key: input.key });
      return asked.ok ? ok(askedView(asked.value)) : asked;
    },
    signAcceptance: (call, input) => signAcceptance(call, call.city!, { orderId: input.order, signed: input.signed }),
    recordPayment: (call, input) => recordPayment(call, { orderId: input.order, paidOn: input.paidOn as LegalDay, voucher: input.voucher }),
  },
});

export const routes: Routes = { contract, policy, router: (module, wiring) => routesIn(wiring).router(module, wiring) };

/** The signed acceptance paper, for the two parties of the order. */
async function acceptanceFile({ city, request, params, wired }: ByteCall): Promise<Response> {
  const id = params['order'] ?? '';
  const caller = { actor: request.actor, cityId: city!.id, requestId: request.requestId };
  const paper = !isId(id) ? undefined : await wired.read(caller, async ({ tx }) => {
    const code = (await orderOf(tx, city!.id, id, request.actor!.organisationId!))?.head.acceptance_code;
    const signed = code == null ? undefined : await signatureByCode(tx, city!.id, code);
    return signed === undefined || signed.paper === null ? undefined : { sha256: signed.paper, code: signed.code };
  });
  return sendPaper(wired, paper);
}

export const byteRoutes: readonly ByteRoute[] = [
  { name: 'acceptanceFile', method: 'GET', path: '/:city/orders/:order/acceptance/paper', rule: acceptancePaperRule, tag: 'orders', summary: '已签署的验收单 PDF · The signed acceptance paper', handle: acceptanceFile },
];
