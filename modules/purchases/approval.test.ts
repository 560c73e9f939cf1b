import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPlatform, type TestPerson } from '#app/test-kit/platform.ts';
import type { Json } from '#kernel/canonical.ts';
import { addDays, legalDayAt } from '#kernel/date.ts';
import { must } from '#kernel/result.ts';
import { decideListing } from '#modules/catalogue/index.ts';
import { orderWorld, SITE } from '#modules/orders/test-kit/builders.ts';
import { filledBasket } from './test-kit/builders.ts';

const t = await testPlatform();
const world = await orderWorld(t);
const { buyer } = world;
const paint = world.listed.listingId;
const administrator = await t.person('unit.administrator', { with: buyer });
const [first, second] = [await t.person('buyer.approver', { with: buyer, name: '甲' }), await t.person('buyer.approver', { with: buyer, name: '乙' })];
const both = await t.person('buyer.purchaser', { with: buyer, roles: ['buyer.purchaser', 'buyer.approver'] });
const root = `/api/${t.huzhou.slug}`;
const today = legalDayAt(new Date());

const send = (as: TestPerson, method: string, path: string, body: Json = {}) => t.request(method, `${root}${path}`, { as, body });
const rule = (bands: Json, validFrom: string = today, as = administrator) => send(as, 'PUT', '/approval-rule', { validFrom, bands });
const order = async (quantity: string, seenTotal: string, as = buyer) => {
  await filledBasket(t, world, { [paint]: quantity }, as);
  return send(as, 'POST', '/basket/checkout', { listings: [paint], site: { ...SITE }, requiredOn: null, note: null, internalNote: '内部', seenTotal });
};
const waiting = async (quantity: string, total: string, as = buyer): Promise<string> => {
  const answer = await order(quantity, total, as);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.request.requestId;
};
const approve = (as: TestPerson, id: string, seenTotal: string) => send(as, 'POST', `/purchase-requests/${id}/approve`, { seenTotal });
const orders = async (): Promise<{ placed_by: string; total: string }[]> => (await t.everything.pool.query('select placed_by, total from orders.contract order by placed_at')).rows;
const code = (answer: { status: number; body: { code: string } }) => [answer.status, answer.body.code];

test('a unit’s administrator sets its rule, from today on, in rising amounts', async () => {
  assert.deepEqual(code(await rule([{ from: '10000.00', approvals: 1 }], addDays(today, -1))), [422, 'valid-from-past']);
  assert.deepEqual(code(await rule([{ from: '90000.00', approvals: 1 }, { from: '10000.00', approvals: 2 }])), [422, 'bands-out-of-order']);
  assert.equal((await rule([{ from: '10000.00', approvals: 1 }], today, buyer)).status, 403);
  assert.deepEqual(code(await rule([], today, await t.person('unit.administrator', { with: world.supplier }))), [409, 'not-a-buyer']);
  assert.equal((await rule([{ from: '10000.00', approvals: 1 }, { from: '100000.00', approvals: 2 }])).status, 200);
  assert.equal((await rule([], addDays(today, 30))).status, 200, 'one that begins later changes nothing now');
  const seen = (await t.request('GET', `${root}/approval-rule`, { as: buyer })).body;
  assert.deepEqual([seen.inForce.bands.length, seen.rules.length, seen.may.set], [2, 2, false]);
});

test('below the first amount an order is placed at once; from it on it waits, and then is the requester’s order', async () => {
  assert.equal((await order('200', '4280.00')).body.request, null);
  const before = (await orders()).length;
  const id = await waiting('500', '10700.00');
  assert.equal((await orders()).length, before, 'nothing is ordered yet');
  assert.equal((await t.request('GET', `${root}/basket`, { as: buyer })).body.count, 0, 'nobody else orders these lines meanwhile');
  const [seen] = (await t.request('GET', `${root}/purchase-requests`, { as: first })).body;
  assert.deepEqual([seen.requestId, seen.total, seen.may], [id, '10700.00', { approve: true, return: true, withdraw: false, why: null }]);
  assert.deepEqual(code(await approve(first, id, '1.00')), [409, 'price-changed']);
  assert.equal((await approve(buyer, id, '10700.00')).status, 403, 'a purchaser is no approver');
  const done = await approve(first, id, '10700.00');
  assert.deepEqual([done.body.status, done.body.orders.length], ['ordered', 1], JSON.stringify(done.body));
  const placed = (await orders()).at(-1)!;
  assert.deepEqual([placed.placed_by, placed.total], [buyer.personId, '10700.00']);
  assert.deepEqual(code(await approve(second, id, '10700.00')), [409, 'request-settled']);
});

test('nobody approves their own, whatever roles they have; two approvals are two people', async () => {
  const own = await waiting('500', '10700.00', both);
  assert.deepEqual(code(await approve(both, own, '10700.00')), [403, 'own-request']);
  assert.equal((await approve(first, own, '10700.00')).body.status, 'ordered');
  const large = await waiting('5000', '107000.00');
  assert.equal((await approve(first, large, '107000.00')).body.status, 'awaiting-approval');
  assert.deepEqual(code(await approve(first, large, '107000.00')), [409, 'approved-already']);
  assert.equal((await approve(second, large, '107000.00')).body.status, 'ordered');
  const race = await waiting('5000', '107000.00');
  const before = (await orders()).length;
  const answers = await Promise.all([first, second, first, second].map((as) => approve(as, race, '107000.00')));
  assert.equal(answers.filter((one) => one.body.status === 'ordered').length, 1, JSON.stringify(answers.map((one) => one.body)));
  assert.equal((await orders()).length, before + 1);
});

test('returned with a reason, or taken back, its lines stand in the basket again', async () => {
  const id = await waiting('500', '10700.00');
  assert.deepEqual(code(await send(first, 'POST', `/purchase-requests/${id}/return`, { reason: ' ' })), [422, 'reason-missing']);
  assert.equal((await send(first, 'POST', `/purchase-requests/${id}/return`, { reason: '请分两次采购' })).body.status, 'returned');
  assert.equal((await t.request('GET', `${root}/basket`, { as: buyer })).body.count, 1);
  const again = await waiting('500', '10700.00');
  assert.equal((await send(buyer, 'POST', `/purchase-requests/${again}/withdraw`)).body.status, 'withdrawn');
  assert.deepEqual(code(await send(first, 'POST', `/purchase-requests/${again}/return`, { reason: '晚了' })), [409, 'request-settled']);
});

test('what can no longer be ordered is not ordered by a late yes; an order past the basket is held by the same rule', async () => {
  const id = await waiting('500', '10700.00');
  const reviewer = await t.person('centre.reviewer');
  must(await t.act({ as: reviewer, city: t.huzhou }, (call) => decideListing(call, { listingId: paint, act: 'suspend', reasons: '抽检' })));
  assert.deepEqual(code(await approve(first, id, '10700.00')), [409, 'gate-closed']);
  const [seen] = (await t.request('GET', `${root}/purchase-requests`, { as: first })).body;
  assert.deepEqual([seen.status, seen.decisions], ['awaiting-approval', []], 'a refused yes is none');
  must(await t.act({ as: reviewer, city: t.huzhou }, (call) => decideListing(call, { listingId: paint, act: 'restore', reasons: null })));
  const direct = (quantity: string) => send(buyer, 'POST', '/orders', { supplierOrganisationId: world.supplier.organisationId, site: { ...SITE }, requiredOn: null, note: null, internalNote: null, lines: [{ listingId: paint, quantity }], seenTotal: null });
  assert.deepEqual(code(await direct('500')), [409, 'approval-needed']);
  assert.equal((await direct('200')).status, 200);
  const stranger = await t.person('buyer.approver');
  assert.equal((await approve(stranger, id, '10700.00')).status, 404, 'another unit’s');
});
