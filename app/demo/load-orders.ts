import { addDays, type LegalDay } from '#kernel/date.ts';
import { must, ok } from '#kernel/result.ts';
import { acceptLine, askAcceptance, confirmOrder, orderById, placeOrder, recordDelivery, recordPayment, signAcceptance } from '#modules/orders/index.ts';
import type { Stage } from './stage.ts';
import type { DemoCity, DemoOrder } from './types.ts';

/** Every order goes the whole way it has gone: placed, confirmed, delivered, accepted line by line, signed, paid; each on its day. */
export async function placeOrders(stage: Stage, city: DemoCity): Promise<void> {
  for (const order of city.orders) await play(stage, city, order);
}

async function play(stage: Stage, city: DemoCity, order: DemoOrder): Promise<void> {
  const buyer = stage.actor(order.unit, 'buyer.purchaser');
  const supplier = stage.actor(order.supplier, 'supplier.clerk');
  const { orderId, total } = await stage.act({ city: city.key, as: buyer, on: order.placedOn }, (call) =>
    placeOrder(call, {
      supplierOrganisationId: supplier.organisationId!, site: { address: order.site, contact: buyer.personName, phone: '0572-5550200' }, requiredOn: order.neededBy, note: order.project,
      lines: order.lines.map((line) => ({ listingId: stage.listings.get(line.product)!, quantity: line.quantity })),
    }));
  if (total !== order.total) throw new Error(`order ${order.key} came to ${total}, not ${order.total}`);
  if (order.confirmedOn === null) return;
  await stage.act({ city: city.key, as: supplier, on: order.confirmedOn }, (call) => confirmOrder(call, { orderId }));
  if (order.deliveredOn === null) return;
  await stage.act({ city: city.key, as: supplier, on: order.deliveredOn }, (call) =>
    recordDelivery(call, { orderId, lines: order.lines.map((line, index) => ({ lineNo: index + 1, quantity: line.quantity, batch: null })), last: true, carrier: null, note: null }));
  if (order.acceptedOn !== null) await accept(stage, city, order, orderId, order.acceptedOn);
}

async function accept(stage: Stage, city: DemoCity, order: DemoOrder, orderId: string, on: LegalDay): Promise<void> {
  const buyer = stage.actor(order.unit, 'buyer.purchaser');
  await stage.act({ city: city.key, as: buyer, on }, async (call) => {
    const stored = (await orderById(call.tx, call.cityId!, orderId))!;
    for (const [index, line] of order.lines.entries()) {
      const at = stored.lines[index]!;
      const findings = at.items.map((item) => ({ item, met: line.refused === null, note: null }));
      must(await acceptLine(call, {
        orderId, lineNo: at.lineNo, seenDelivered: at.delivered, handling: line.refused === null ? 'as-received' : 'refuse', quantity: line.refused === null ? line.quantity : '0',
        remedy: line.refused?.remedy ?? null, reducedPrice: null, reason: line.refused?.reason ?? null, findings,
      } as Parameters<typeof acceptLine>[1]));
    }
    return ok(undefined);
  });
  if (order.lines.some((line) => line.refused !== null)) return;
  const approver = stage.actor(order.unit, 'buyer.approver');
  const key = stage.keys.of(stage, city.key, buyer);
  const place = { slug: city.key, nameZh: city.nameZh };
  const asked = await stage.act({ city: city.key, as: buyer, on }, (call) =>
    askAcceptance(call, { files: stage.platform.wired.files, city: place, origin: stage.origin }, { orderId, members: [buyer.personName, approver.personName], key: key.serial }));
  await stage.act({ city: city.key, as: buyer, on }, (call) => signAcceptance(call, place, { orderId, signed: stage.keys.sign(key, asked) }));
  if (order.status !== 'closed') return;
  const paidOn = addDays(on, 20);
  await stage.act({ city: city.key, as: buyer, on: paidOn }, (call) => recordPayment(call, { orderId, paidOn, voucher: null }));
}
