import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPlatform } from '#app/test-kit/platform.ts';
import { listedPaint, paintStandard } from '#modules/catalogue/test-kit/builders.ts';

const t = await testPlatform();
const overview = async (city: string) => (await t.request('GET', `/api/${city}/overview`)).body;

test('a city without anything is counted as such: zero where it was counted, null where there is nothing to count', async () => {
  const { asOf, ...figures } = await overview('huzhou');
  assert.ok(Date.parse(asOf) > 0);
  assert.deepEqual(figures, { orders: { amount: '0.00', count: 0, accepted: 0 }, suppliers: { count: 0, makers: 0, distributors: 0 }, products: { count: 0, kinds: 0, kindsInAll: 0 }, standard: null });
});

test('what stands in the records is counted, city by city', async () => {
  await paintStandard(t);
  const paint = await listedPaint(t);
  const buyer = await t.person('buyer.purchaser');
  const placed = await t.request('POST', '/api/huzhou/orders', {
    as: buyer,
    body: { supplierOrganisationId: paint.supplier.organisationId, site: { address: '湖州市示例路 1 号', contact: '示例', phone: '0572-5550100' }, requiredOn: null, note: null, internalNote: null, lines: [{ listingId: paint.listingId, quantity: '300' }], seenTotal: null },
  });
  assert.equal(placed.status, 200, JSON.stringify(placed.body));
  const figures = await overview('huzhou');
  assert.deepEqual(figures.orders, { amount: '6420.00', count: 1, accepted: 0 });
  assert.deepEqual(figures.suppliers, { count: 1, makers: 1, distributors: 0 });
  assert.deepEqual(figures.products, { count: 1, kinds: 1, kindsInAll: 39 });
  assert.deepEqual(figures.standard, { kinds: 39, indicators: 270, confirmed: 8 });
  assert.equal((await overview('yunxi')).orders.count, 0, 'another city counts nothing of it');
});
