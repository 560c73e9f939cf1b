import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPlatform } from '#app/test-kit/platform.ts';
import type { Json } from '#kernel/canonical.ts';
import { must } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import { decideListing } from '#modules/catalogue/index.ts';
import { listedPaint } from '#modules/catalogue/test-kit/builders.ts';
import { orderWorld, SITE } from '#modules/orders/test-kit/builders.ts';
import { filledBasket } from './test-kit/builders.ts';

const t = await testPlatform();
const world = await orderWorld(t);
const elsewhere = await listedPaint(t, { product: { name: '环保内墙底漆', model: 'D-300', terms: { price: '13.80', priceUnit: 'kg', taxRate: '13', minimumOrder: '100', deliveryArea: ['吴兴区'], deliveryDays: 3 } }, report: { model: 'D-300', number: 'T-2026-003' } });
const { pool } = t.everything;
const root = `/api/${t.huzhou.slug}/basket`;
const [paint, second, primer] = [world.listed.listingId, world.second.listingId, elsewhere.listingId];

const put = (listing: string, quantity: string, as = world.buyer) => t.request('PUT', `${root}/${listing}`, { as, body: { quantity } });
const look = async (as = world.buyer) => (await t.request('GET', root, { as })).body;
const order = (listings: string[], seenTotal: string, change: Record<string, Json> = {}, as = world.buyer, key = newId()) =>
  t.request('POST', `${root}/checkout`, { as, key, body: { listings, site: { ...SITE }, requiredOn: null, note: null, internalNote: '内部', seenTotal, ...change } });
const orders = async (): Promise<number> => (await pool.query('select count(*)::int as n from orders.contract')).rows[0].n;

test('a basket by supplier, with exact totals, then one order to each supplier', async () => {
  assert.deepEqual((await put(paint, '4800')).body, { listingId: paint, quantity: '4800', lines: 1 });
  assert.equal((await put(second, '2000.5')).body.lines, 2);
  assert.equal((await put(primer, '1200')).body.lines, 3);
  assert.equal((await put(second, '2000')).body.lines, 3, 'the same product again changes its quantity');
  const basket = await look();
  assert.deepEqual(basket.suppliers.map((s: { total: string; lines: unknown[] }) => [s.total, s.lines.length]), [['152520.00', 2], ['16560.00', 1]]);
  assert.deepEqual([basket.total, basket.count, basket.buyable, basket.may.checkOut], ['169080.00', 3, 3, true]);
  const before = await orders();
  const done = await order([paint, second, primer], '169080.00');
  assert.equal(done.status, 200, JSON.stringify(done.body));
  assert.deepEqual(done.body.orders.map((o: { total: string }) => o.total), ['152520.00', '16560.00']);
  assert.equal(await orders(), before + 2);
  const after = await look();
  assert.deepEqual([after.count, after.sites], [0, [{ ...SITE }]], 'the address is offered next time');
});

test('what is wrong with a line is said at once, or where a gate closes later, in the basket', async () => {
  const reviewer = await t.person('centre.reviewer');
  for (const [listing, quantity, status, code, field] of [
    [paint, '0', 422, 'quantity-not-positive', 'quantity'], [paint, '1000000000000000', 422, 'quantity-too-large', 'quantity'], [paint, '200.1234567', 422, 'quantity-too-fine', 'quantity'],
    [paint, '199', 422, 'below-minimum-order', 'quantity'], [newId(), '200', 404, 'not-found', 'listing'],
  ] as const) {
    const answer = await put(listing, quantity);
    assert.deepEqual([answer.status, answer.body.code, answer.body.data.field], [status, code, field], quantity);
  }
  await filledBasket(t, world, { [paint]: '200', [primer]: '100' });
  must(await t.act({ as: reviewer, city: t.huzhou }, (call) => decideListing(call, { listingId: primer, act: 'suspend', reasons: '抽检' })));
  const basket = await look();
  const line = basket.suppliers.find((s: { lines: { listingId: string }[] }) => s.lines[0]!.listingId === primer).lines[0];
  assert.deepEqual([line.blocked.code, line.blocked.facts.why, line.amount], ['gate-closed', 'not_listed', null]);
  assert.deepEqual([basket.total, basket.buyable], ['4280.00', 1]);
  const before = await orders();
  const refused = await order([paint, primer], '4280.00');
  assert.deepEqual([refused.status, refused.body.code, refused.body.data.field], [409, 'gate-closed', `lines.${primer}.listingId`]);
  assert.equal(await orders(), before, 'all or none: the first supplier got no order either');
  assert.equal((await put(primer, '100')).body.code, 'gate-closed');
  must(await t.act({ as: reviewer, city: t.huzhou }, (call) => decideListing(call, { listingId: primer, act: 'restore', reasons: null })));
  const far = await order([paint, primer], '5660.00', { site: { ...SITE, address: '南浔区示例路1号' } });
  assert.deepEqual([far.body.code, far.body.data.field], ['outside-delivery-area', 'site']);
  const cheap = await order([paint, primer], '1.00');
  assert.deepEqual([cheap.status, cheap.body.code], [409, 'price-changed']);
  assert.equal((await look()).count, 2, 'nothing is lost by a refusal');
});

test('checking out ten times at once orders once, whatever the keys', async () => {
  const [same, different] = [newId(), null];
  for (const key of [same, different]) {
    await filledBasket(t, world, { [paint]: '200' });
    const before = await orders();
    const answers = await Promise.all(Array.from({ length: 10 }, () => order([paint], '4280.00', {}, world.buyer, key ?? newId())));
    assert.equal(await orders(), before + 1);
    assert.equal(answers.filter((a) => a.status === 200).length, key === null ? 1 : 10);
    assert.ok(answers.filter((a) => a.status !== 200).every((a) => a.body.code === 'basket-changed'), JSON.stringify(answers.map((a) => a.body.code)));
  }
});

test('a basket is its unit’s: colleagues share it, others do not see it', async () => {
  await filledBasket(t, world, { [paint]: '200' });
  const colleague = await t.person('buyer.approver', { with: world.buyer });
  assert.equal((await look(colleague)).count >= 1, true);
  assert.equal((await look(colleague)).may.checkOut, false);
  assert.equal((await put(paint, '300', colleague)).status, 403);
  const stranger = await t.person('buyer.purchaser');
  assert.equal((await look(stranger)).count, 0);
  assert.equal((await t.request('DELETE', `${root}/${paint}`, { as: stranger, body: {} })).status, 404);
  assert.equal((await order([paint], '4280.00', {}, stranger)).body.code, 'basket-changed');
  assert.equal((await t.request('DELETE', `${root}/${paint}`, { as: world.buyer, body: {} })).status, 200);
  assert.equal((await order([], '0.00')).body.code, 'order-empty');
});
