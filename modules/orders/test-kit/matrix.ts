import type { MatrixKit } from '#app/test-kit/matrix.ts';
import type { Json } from '#kernel/canonical.ts';
import { newId } from '#platform/clock.ts';
import { must } from '#kernel/result.ts';
import { acceptLine } from '../index.ts';
import { acceptedOrder, allMet, anOrder, confirmedOrder, deliveredOrder, orderWorld, placedOrder, SITE, stateOf, type World } from './builders.ts';

/** The state in which a route may act on an order. */
const MAKE: Readonly<Record<string, (t: Parameters<MatrixKit['world']>[0], world: World) => Promise<string>>> = {
  confirmOrder: async (t, world) => (await placedOrder(t, world)).orderId,
  declineOrder: async (t, world) => (await placedOrder(t, world)).orderId,
  cancelOrder: async (t, world) => (await placedOrder(t, world)).orderId,
  recordDelivery: async (t, world) => (await confirmedOrder(t, world)).orderId,
  acceptLine: async (t, world) => (await deliveredOrder(t, world)).orderId,
  answerReduction: async (t, world) => {
    const { orderId } = await deliveredOrder(t, world);
    must(await t.act({ as: world.buyer, city: world.city }, (call) => acceptLine(call, { orderId, lineNo: 1, seenDelivered: '4800', handling: 'refuse', quantity: '0', remedy: 'price-reduction', reducedPrice: '20.00', reason: '色差', findings: [] })));
    return orderId;
  },
  askAcceptance: async (t, world) => (await deliveredOrder(t, world)).orderId,
  signAcceptance: async (t, world) => (await deliveredOrder(t, world)).orderId,
  acceptanceBundle: async (t, world) => (await acceptedOrder(t, world)).orderId,
  acceptanceFile: async (t, world) => (await acceptedOrder(t, world)).orderId,
  recordPayment: async (t, world) => (await acceptedOrder(t, world)).orderId,
};

export const matrix: MatrixKit = {
  async world(t) {
    const own = await orderWorld(t);
    const other = { ...own, buyer: await t.person('buyer.purchaser') };
    const otherSupplier = await orderWorld(t);
    const foreign = await orderWorld(t, t.yunxi);
    const people = { 'buyer.purchaser': own.buyer, 'buyer.approver': await t.person('buyer.approver', { with: own.buyer }), 'supplier.clerk': own.supplier } as const;
    const shown = { own: (await placedOrder(t, own)).orderId, otherBuyer: (await placedOrder(t, other)).orderId, otherSupplier: (await placedOrder(t, { ...otherSupplier, buyer: other.buyer })).orderId, foreign: (await placedOrder(t, foreign)).orderId };
    const items = (await stateOf(t, own, shown.own)).lines[0]!;
    const bodies: Readonly<Record<string, Json>> = {
      confirmOrder: { note: null }, declineOrder: { reason: '缺货' }, cancelOrder: { reason: null },
      recordDelivery: { lines: [{ lineNo: 1, quantity: '10', batch: null }], last: false, carrier: null, note: null },
      acceptLine: { seenDelivered: '4800', handling: 'as-received', quantity: '4800', remedy: null, reducedPrice: null, reason: null, findings: allMet(items) },
      answerReduction: { agrees: true, answer: null }, askAcceptance: { members: ['示例验收人'], key: 'K-0000-0000' }, signAcceptance: { signed: { request: newId(), signature: '00'.repeat(64) } }, recordPayment: { paidOn: '2026-11-22', voucher: null },
    };
    const TAIL: Readonly<Record<string, string>> = {
      order: '', confirmOrder: '/confirm', declineOrder: '/decline', cancelOrder: '/cancel', recordDelivery: '/deliveries', acceptLine: '/lines/1/acceptance', answerReduction: '/lines/1/reduction', askAcceptance: '/acceptance/paper', signAcceptance: '/acceptance', acceptanceBundle: '/acceptance', acceptanceFile: '/acceptance/paper', recordPayment: '/payment',
    };
    return {
      people,
      async sample(route, as, subject) {
        const root = `/api/${t.huzhou.slug}/orders`;
        if (route === 'orders') return subject === 'own' ? { path: root } : null;
        if (route === 'placeOrder') {
          // The thing a placed order names is a listing; another organisation's listing is what everybody buys.
          if (subject === 'other-organisation') return null;
          const world = subject === 'own' ? own : foreign;
          const wish = anOrder(world, subject === 'unknown' ? { lines: [{ listingId: newId(), quantity: '1' }] } : {});
          return { path: root, body: { supplierOrganisationId: wish.supplierOrganisationId, lines: wish.lines.map((line) => ({ ...line })), site: { ...SITE }, requiredOn: null, note: null, internalNote: null, seenTotal: null } };
        }
        const fresh = subject === 'own' && as !== null && as in people ? MAKE[route] : undefined;
        const others = as === 'supplier.clerk' ? shown.otherSupplier : shown.otherBuyer;
        const id = fresh !== undefined ? await fresh(t, own) : { own: shown.own, 'other-organisation': others, 'other-city': shown.foreign, unknown: newId() }[subject];
        const body = bodies[route];
        return { path: `${root}/${id}${TAIL[route] ?? ''}`, ...(body === undefined ? {} : { body }) };
      },
    };
  },
};
