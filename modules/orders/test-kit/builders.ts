import { ORIGIN, type TestCity, type TestPerson, type TestPlatform } from '#app/test-kit/platform.ts';
import { legalDayAt } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import { must, ok } from '#kernel/result.ts';
import { listedPaint, paintStandard, type Listed } from '#modules/catalogue/test-kit/builders.ts';
import { keyFor, signedWith } from '#modules/signing/test-kit/builders.ts';
import { acceptLine, askAcceptance, confirmOrder, orderById, placeOrder, recordDelivery, recordPayment, signAcceptance, type PlaceOrder } from '../index.ts';
import type { OrderState } from '../domain/model.ts';

/** Builders of orders for tests of this and higher modules. Their defaults succeed and go through the real operations. */

export type World = { readonly city: TestCity; readonly buyer: TestPerson; readonly supplier: TestPerson; readonly listed: Listed; readonly second: Listed };

export const SITE = { address: '湖州市吴兴区示例路1号', contact: '示例收货人', phone: '0572-0000000' } as const;

/** A city with its standard, a supplier with two paints that may be bought (21.40 and 24.90 a kg), and a unit that buys. */
export async function orderWorld(t: TestPlatform, city: TestCity = t.huzhou): Promise<World> {
  await paintStandard(t, city);
  const listed = await listedPaint(t, { city });
  const second = await listedPaint(t, { city, supplier: listed.supplier, product: { name: '抗污内墙面漆', model: 'K-200', terms: { price: '24.90', priceUnit: 'kg', taxRate: '13', minimumOrder: '1', deliveryArea: ['湖州市'], deliveryDays: 5 } }, report: { model: 'K-200', number: 'T-2026-002' } });
  return { city, supplier: listed.supplier, listed, second, buyer: await t.person('buyer.purchaser', { city, name: '示例采购单位' }) };
}

export const anOrder = (world: World, change: Partial<PlaceOrder> = {}): PlaceOrder => ({
  supplierOrganisationId: world.supplier.organisationId, site: SITE, requiredOn: null,
  lines: [{ listingId: world.listed.listingId, quantity: '4800' }, { listingId: world.second.listingId, quantity: '2000' }], ...change,
});

export type PlacedTestOrder = { readonly orderId: string; readonly number: string; readonly total: Money };

export const placedOrder = async (t: TestPlatform, world: World, change: Partial<PlaceOrder> = {}, told?: Date): Promise<PlacedTestOrder> =>
  must(await t.act({ as: world.buyer, city: world.city, ...(told === undefined ? {} : { told }) }, (call) => placeOrder(call, anOrder(world, change))));

export async function confirmedOrder(t: TestPlatform, world: World, change: Partial<PlaceOrder> = {}): Promise<PlacedTestOrder> {
  const placed = await placedOrder(t, world, change);
  must(await t.act({ as: world.supplier, city: world.city }, (call) => confirmOrder(call, placed)));
  return placed;
}

export const stateOf = async (t: TestPlatform, world: World, orderId: string): Promise<OrderState> => (await orderById(t.everything.kysely, world.city.id, orderId))!;

/** Everything that is still owed comes at once, or these quantities. */
export async function deliver(t: TestPlatform, world: World, orderId: string, quantities?: Readonly<Record<number, string>>, last = false): Promise<void> {
  const order = await stateOf(t, world, orderId);
  const lines = quantities === undefined ? order.lines.map((line) => ({ lineNo: line.lineNo, quantity: line.ordered })) : Object.entries(quantities).map(([lineNo, quantity]) => ({ lineNo: Number(lineNo), quantity }));
  must(await t.act({ as: world.supplier, city: world.city }, (call) => recordDelivery(call, { orderId, lines: lines.map((line) => ({ ...line, batch: null })), last, carrier: null, note: null })));
}

export async function deliveredOrder(t: TestPlatform, world: World, change: Partial<PlaceOrder> = {}): Promise<PlacedTestOrder> {
  const placed = await confirmedOrder(t, world, change);
  await deliver(t, world, placed.orderId);
  return placed;
}

/** Every item of a line found as required. */
export const allMet = (line: { readonly items: readonly string[] }): { item: string; met: boolean; note: null }[] => line.items.map((item) => ({ item, met: true, note: null }));

/** The buyer signs the acceptance paper with their key, as their browser would. */
export async function signedAcceptance(t: TestPlatform, world: World, orderId: string, members: readonly string[] = ['示例验收人']): Promise<{ code: string }> {
  const key = await keyFor(t, world.buyer, world.city);
  const place = { slug: world.city.slug, nameZh: '示例市' };
  const asked = must(await t.act({ as: world.buyer, city: world.city }, (call) => askAcceptance(call, { files: t.platform.serve.files, city: place, origin: ORIGIN }, { orderId, members, key: key.serial })));
  return must(await t.act({ as: world.buyer, city: world.city }, (call) => signAcceptance(call, place, { orderId, signed: signedWith(key, asked) })));
}

/** Accepts every line whole and signs. */
export async function acceptedOrder(t: TestPlatform, world: World, change: Partial<PlaceOrder> = {}): Promise<PlacedTestOrder> {
  const placed = await deliveredOrder(t, world, change);
  for (const line of (await stateOf(t, world, placed.orderId)).lines) {
    must(await t.act({ as: world.buyer, city: world.city }, (call) => acceptLine(call, {
      orderId: placed.orderId, lineNo: line.lineNo, seenDelivered: line.delivered, handling: 'as-received', quantity: line.delivered, remedy: null, reducedPrice: null, reason: null, findings: allMet(line),
    })));
  }
  await signedAcceptance(t, world, placed.orderId);
  return placed;
}

export async function closedOrder(t: TestPlatform, world: World, change: Partial<PlaceOrder> = {}): Promise<PlacedTestOrder> {
  const placed = await acceptedOrder(t, world, change);
  must(await t.act({ as: world.buyer, city: world.city }, async (call) => ok(must(await recordPayment(call, { orderId: placed.orderId, paidOn: legalDayAt(call.now), voucher: null })))));
  return placed;
}
