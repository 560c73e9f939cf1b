import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testPlatform } from '#app/test-kit/platform.ts';
import type { Json } from '#kernel/canonical.ts';
import { must } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import { decideListing } from '#modules/catalogue/index.ts';
import { submittedPaint } from '#modules/catalogue/test-kit/builders.ts';
import { acceptedOrder, allMet, anOrder, confirmedOrder, deliver, deliveredOrder, orderWorld, placedOrder, signedAcceptance, SITE, stateOf } from './test-kit/builders.ts';
import { keyFor, signedWith } from '#modules/signing/test-kit/builders.ts';
import { acceptLine, placeOrder } from './index.ts';
import { ORDER_NUMBER } from './domain/order-number.ts';

const t = await testPlatform();
const world = await orderWorld(t);
const { pool } = t.everything;
const root = `/api/${t.huzhou.slug}/orders`;

type Posting = { lines?: Json; supplier?: string; site?: Json; requiredOn?: string | null; seenTotal?: string | null; key?: string; internalNote?: string };
const post = (change: Posting = {}, as = world.buyer) => t.request('POST', root, {
  as, ...(change.key === undefined ? {} : { key: change.key }),
  body: { supplierOrganisationId: change.supplier ?? world.supplier.organisationId, site: change.site ?? { ...SITE }, requiredOn: change.requiredOn ?? null, note: '送到工地东门', internalNote: change.internalNote ?? '内部：预算单 88', seenTotal: change.seenTotal ?? null,
    lines: change.lines ?? [{ listingId: world.listed.listingId, quantity: '4800' }, { listingId: world.second.listingId, quantity: '2000' }] },
});
const oneLine = (quantity: string): Posting => ({ lines: [{ listingId: world.listed.listingId, quantity }] });
const seen = async (orderId: string, as = world.buyer) => (await t.request('GET', `${root}/${orderId}`, { as })).body;
const act = (orderId: string, tail: string, body: Json, as = world.supplier) => t.request('POST', `${root}/${orderId}${tail}`, { as, body });
const settle = (orderId: string, line: number, delivered: string, change: Record<string, Json> = {}, as = world.buyer) =>
  act(orderId, `/lines/${line}/acceptance`, { seenDelivered: delivered, handling: 'as-received', quantity: delivered, remedy: null, reducedPrice: null, reason: null, findings: items, ...change }, as);
const items: Json = allMet((await stateOf(t, world, (await placedOrder(t, world)).orderId)).lines[0]!);

test('from the order to the closed order, by both sides', async () => {
  const placed = await post();
  assert.equal(placed.status, 200, JSON.stringify(placed.body));
  assert.match(placed.body.number, ORDER_NUMBER);
  assert.equal(placed.body.total, '152520.00', '4800 × 21.40 + 2000 × 24.90');
  const { orderId } = placed.body;

  const forSupplier = await seen(orderId, world.supplier);
  assert.deepEqual([forSupplier.state.code, forSupplier.state.mark, forSupplier.may.confirm], ['placed', 'attention', true]);
  assert.equal(forSupplier.internalNote, null, 'the buyer’s own words stay with the buyer');
  assert.ok(!JSON.stringify(forSupplier).includes('预算单'));
  assert.equal((await seen(orderId)).internalNote, '内部：预算单 88');
  assert.ok(forSupplier.lines[0].requirement.length > 0, 'the requirement it was made under');
  assert.deepEqual(forSupplier.editions.length, 1);

  assert.equal((await act(orderId, '/confirm', { note: null })).status, 200);
  assert.equal((await act(orderId, '/deliveries', { lines: [{ lineNo: 1, quantity: '4800', batch: '26K0917' }, { lineNo: 2, quantity: '1980', batch: null }], last: false, carrier: '浙E00001', note: null })).body.status, 'delivering');
  const short = await settle(orderId, 2, '1980');
  assert.deepEqual([short.status, short.body.code], [409, 'more-to-come']);
  assert.equal((await act(orderId, '/deliveries', { lines: [], last: true, carrier: null, note: null })).body.status, 'delivered');
  assert.equal((await settle(orderId, 1, '4800')).body.status, 'accepting');
  const key = await keyFor(t, world.buyer);
  const ask = (members: readonly string[], serial = key.serial) => act(orderId, '/acceptance/paper', { members: [...members], key: serial }, world.buyer);
  assert.equal((await ask(['李乙'])).body.code, 'lines-unsettled');
  const second = await settle(orderId, 2, '1980', { reason: '1 桶外包装破损' });
  assert.deepEqual([second.status, second.body.payable], [200, '152022.00']);

  const open = await seen(orderId);
  assert.deepEqual(open.sums, { total: '152520.00', reduced: '498.00', accepted: '152022.00', expected: '152022.00' });
  assert.deepEqual([open.state.code, open.may.sign], ['to-sign', true]);
  assert.equal((await ask([])).body.code, 'members-missing');
  assert.equal((await ask(['李乙'], 'K-0000-0000')).body.code, 'signing-key-missing');
  const paper = await ask(['李乙', '王丙']);
  assert.equal(paper.status, 200, JSON.stringify(paper.body));
  assert.deepEqual([paper.body.data.payable, paper.body.data.members, paper.body.data.lines[1].reason], ['152022.00', ['李乙', '王丙'], '1 桶外包装破损']);
  assert.equal((await act(orderId, '/acceptance', { signed: { ...signedWith(key, paper.body), signature: '00'.repeat(64) } }, world.buyer)).body.code, 'signature-wrong');
  const signed = await act(orderId, '/acceptance', { signed: signedWith(key, paper.body) }, world.buyer);
  assert.deepEqual([signed.status, signed.body.payable, signed.body.code], [200, '152022.00', paper.body.code]);
  assert.equal((await act(orderId, '/payment', { paidOn: '2099-01-01', voucher: null }, world.buyer)).body.code, 'paid-day-not-possible');
  assert.equal((await act(orderId, '/payment', { paidOn: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10), voucher: 'PZ-1' }, world.buyer)).body.status, 'closed');

  const done = await seen(orderId, world.supplier);
  assert.deepEqual(done.moments.map((m: { act: string }) => m.act), ['place', 'confirm', 'deliver-part', 'deliver-rest', 'settle-line', 'settle-line', 'sign-acceptance', 'record-payment']);
  assert.ok(!done.moments.some((m: { side: string; who: string }) => m.side === 'buyer' && m.who === world.buyer.actor.personName), 'the other side is named by its organisation');
  assert.deepEqual(done.steps.map((s: { state: string }) => s.state), ['done', 'done', 'done', 'done']);
  assert.equal(done.lines[1].state.code, 'accepted-short');
  const kinds = (await pool.query('select kind from ledger.entry where subject = $1 order by id', [`order:${orderId}`])).rows.map((r) => r.kind);
  const told = (await pool.query('select content as text from ledger.entry where subject = $1 union all select body from platform.outbox where subject = $2', [`order:${orderId}`, orderId])).rows.map((r) => r.text).join();
  assert.ok(told.includes('"memberCount":2') && !/李乙|王丙/.test(told), 'ledger and events know how many took part, not who');
  assert.deepEqual(kinds, ['order-placed', 'order-confirmed', 'order-delivered', 'order-delivered', 'order-line-settled', 'order-line-settled', 'order-accepted', 'order-closed']);
});

test('bad input is refused clearly, names its field, and nothing is stored', async () => {
  const count = async (): Promise<number> => (await pool.query('select count(*)::int as n from orders.contract')).rows[0].n;
  const before = await count();
  const cases: [Posting, number, string, string][] = [
    [oneLine('0'), 422, 'quantity-not-positive', 'lines.0.quantity'],
    [oneLine('-5'), 422, 'quantity-not-positive', 'lines.0.quantity'],
    [oneLine('1000000000000000'), 422, 'quantity-too-large', 'lines.0.quantity'],
    [oneLine('200.0000001'), 422, 'quantity-too-fine', 'lines.0.quantity'],
    [oneLine('abc'), 422, 'quantity-not-a-number', 'lines.0.quantity'],
    [oneLine(''), 422, 'quantity-not-a-number', 'lines.0.quantity'],
    [oneLine('199.999999'), 422, 'below-minimum-order', 'lines.0.quantity'],
    [oneLine('999999999999'), 200, '', ''],
    [{ lines: [] }, 422, 'order-empty', 'lines'],
    [{ lines: [{ listingId: newId(), quantity: '200' }] }, 404, 'not-found', 'lines.0.listingId'],
    [{ lines: [{ listingId: world.listed.listingId, quantity: '200' }, { listingId: world.listed.listingId, quantity: '300' }] }, 422, 'line-twice', 'lines.1.listingId'],
    [{ ...oneLine('200'), supplier: newId() }, 422, 'listing-of-another-supplier', 'lines.0.listingId'],
    [{ ...oneLine('200'), site: { address: '杭州市西湖区示例路1号', contact: '甲', phone: '1' } }, 422, 'outside-delivery-area', 'site'],
    [{ ...oneLine('200'), requiredOn: '2020-01-01' }, 422, 'required-day-past', 'requiredOn'],
    [{ ...oneLine('200'), requiredOn: '2027-02-30' }, 400, 'bad-input', 'requiredOn'],
    [{ ...oneLine('200'), seenTotal: '4000.00' }, 409, 'price-changed', 'seenTotal'],
    [{ ...oneLine('200'), site: { address: '', contact: '甲', phone: '1' } }, 400, 'bad-input', 'site.address'],
  ];
  let stored = 0;
  for (const [input, status, code, field] of cases) {
    const answer = await post(input);
    if (status === 200) stored += 1;
    assert.equal(answer.status, status, `${JSON.stringify(input)} ${JSON.stringify(answer.body)}`);
    if (status !== 200) {
      assert.deepEqual([answer.body.code, answer.body.data.field], [code, field]);
      assert.ok(answer.body.data.text['zh-CN'].length > 3 && answer.body.data.text.en.length > 3);
    }
  }
  assert.equal(await count(), before + stored);
  const price = await t.request('POST', root, { as: world.buyer, body: { supplierOrganisationId: world.supplier.organisationId, site: { ...SITE }, requiredOn: null, note: null, internalNote: null, seenTotal: null, lines: [{ listingId: world.listed.listingId, quantity: '200', price: '0.01' }] } });
  assert.deepEqual([price.status, price.body.code], [400, 'bad-input'], 'nobody names a price');
});

test('a closed gate names what is still to prove', async () => {
  const unproven = await submittedPaint(t, { supplier: world.listed.supplier, product: { model: 'M-9' }, report: { model: 'M-9', number: 'T-9', change: { '可溶性汞（Hg）': null } } });
  const reviewer = await t.person('centre.reviewer');
  must(await t.act({ as: reviewer, city: t.huzhou }, (call) => decideListing(call, { listingId: unproven.listingId, act: 'list', reasons: null })));
  const answer = await post({ lines: [{ listingId: unproven.listingId, quantity: '200' }] });
  assert.deepEqual([answer.status, answer.body.code, answer.body.data.field], [409, 'gate-closed', 'lines.0.listingId']);
  assert.match(answer.body.data.text['zh-CN'], /尚待证明：.*汞/);
  assert.match(answer.body.data.text.en, /Still to prove: .*mercury/i);
});

test('the same order posted ten times at once is one order', async () => {
  const key = newId();
  const answers = await Promise.all(Array.from({ length: 10 }, () => post({ ...oneLine('300'), key })));
  assert.equal(new Set(answers.map((a) => `${a.status} ${a.body.orderId}`)).size, 1, JSON.stringify(answers.map((a) => a.body)));
  assert.equal(answers[0]!.status, 200);
  assert.equal((await pool.query('select from orders.contract where id = $1', [answers[0]!.body.orderId])).rowCount, 1);
  assert.equal((await pool.query(`select from notifications.notification where subject_id = $1`, [answers[0]!.body.orderId])).rowCount, 1);
  const other = await post({ ...oneLine('301'), key });
  assert.deepEqual([other.status, other.body.code], [422, 'idempotency-key-reused']);
});

test('of two people who accept one delivery at once, one does', async () => {
  const { orderId } = await deliveredOrder(t, world);
  const colleague = await t.person('buyer.purchaser', { with: world.buyer });
  const answers = await Promise.all([settle(orderId, 1, '4800'), settle(orderId, 1, '4800', {}, colleague), settle(orderId, 1, '4800', { handling: 'refuse', remedy: 'return', reason: '划痕' }, colleague)]);
  assert.deepEqual(answers.map((a) => a.status).toSorted((x, y) => x - y), [200, 409, 409]);
  assert.ok(answers.filter((a) => a.status === 409).every((a) => a.body.code === 'line-not-awaiting-acceptance'));
  assert.equal((await pool.query('select from orders.settlement where order_id = $1', [orderId])).rowCount, 1);
  const late = await settle(orderId, 2, '1999');
  assert.deepEqual([late.status, late.body.code], [409, 'changed-meanwhile']);
});

test('of a confirmation and a cancellation at once, one stands', async () => {
  for (let round = 0; round < 3; round++) {
    const { orderId } = await placedOrder(t, world);
    const answers = await Promise.all([act(orderId, '/confirm', { note: null }), act(orderId, '/cancel', { reason: null }, world.buyer), act(orderId, '/decline', { reason: '缺货' })]);
    assert.deepEqual(answers.map((a) => a.status).toSorted((x, y) => x - y), [200, 409, 409]);
  }
});

test('deliveries at once never exceed the order', async () => {
  const { orderId } = await confirmedOrder(t, world);
  const answers = await Promise.all(Array.from({ length: 5 }, () => act(orderId, '/deliveries', { lines: [{ lineNo: 2, quantity: '700', batch: null }], last: false, carrier: null, note: null })));
  assert.equal(answers.filter((a) => a.status === 200).length, 2, '700 + 700 of 2000');
  assert.ok(answers.filter((a) => a.status !== 200).every((a) => a.body.code === 'more-than-ordered'));
  const line = (await stateOf(t, world, orderId)).lines[1]!;
  assert.equal(line.delivered, '1400');
});

test('refused goods come again; a lower price needs the supplier', async () => {
  const { orderId } = await deliveredOrder(t, world);
  assert.equal((await settle(orderId, 1, '4800', { handling: 'refuse', remedy: 'replace', reason: '标签不符' })).status, 200);
  const waiting = await seen(orderId, world.supplier);
  assert.deepEqual([waiting.state.code, waiting.state.mark, waiting.may.deliver], ['to-deliver-again', 'attention', true]);
  assert.equal(waiting.lines[0].missing, '4800');
  await deliver(t, world, orderId, { 1: '4800' });
  assert.equal((await settle(orderId, 1, '4800')).status, 200);
  assert.equal((await settle(orderId, 2, '2000', { handling: 'refuse', remedy: 'price-reduction', reducedPrice: '20.00', reason: '色差' })).status, 200);
  assert.equal((await act(orderId, '/lines/2/reduction', { agrees: false, answer: null })).body.code, 'reason-missing');
  const agreed = await act(orderId, '/lines/2/reduction', { agrees: true, answer: null });
  assert.deepEqual([agreed.status, agreed.body.payable], [200, '142720.00'], '4800 × 21.40 + 2000 × 20.00');
  assert.equal((await act(orderId, '/lines/2/reduction', { agrees: true, answer: null })).body.code, 'line-awaits-no-answer');
  await signedAcceptance(t, world, orderId, ['甲']);
  const page = await seen(orderId);
  assert.deepEqual([page.status, page.lines[1].state.code, page.lines[1].settlements[0].agreed], ['accepted', 'reduced', true]);
});

test('another organisation’s order does not exist, nor does another city’s', async () => {
  const { orderId } = await placedOrder(t, world);
  const [stranger, abroad] = [await t.person('buyer.purchaser'), await t.person('supplier.clerk')];
  for (const as of [stranger, abroad]) assert.equal((await t.request('GET', `${root}/${orderId}`, { as })).status, 404);
  assert.equal((await act(orderId, '/confirm', { note: null }, abroad)).status, 404);
  assert.equal((await act(orderId, '/cancel', { reason: null }, stranger)).status, 404);
  assert.equal((await t.request('GET', `/api/${t.yunxi.slug}/orders/${orderId}`, { as: world.supplier })).status, 404, 'the supplier acts in both cities');
});

test('the list: stages, search, sorting, as each side sees it', async () => {
  const { orderId, number } = await acceptedOrder(t, world);
  const list = async (query: string, as = world.buyer) => (await t.request('GET', `${root}?${query}`, { as })).body;
  const found = await list(`q=${number.slice(-5)}`);
  assert.deepEqual(found.rows.map((r: { orderId: string }) => r.orderId), [orderId]);
  assert.equal(found.side, 'buyer');
  assert.ok((await list('stage=mine')).rows.every((r: { state: { mark: string } }) => r.state.mark === 'attention'), 'what is mine to do is marked so');
  const supplier = await list('stage=mine&size=100', world.supplier);
  assert.ok(supplier.rows.length > 0 && supplier.rows.every((r: { state: { mark: string } }) => r.state.mark === 'attention'), JSON.stringify(supplier.rows.map((r: { state: unknown }) => r.state)));
  const unmarked = (await list('size=100', world.supplier)).rows.filter((r: { state: { mark: string } }) => r.state.mark === 'attention').length;
  assert.equal(unmarked, supplier.total, 'every marked order is among those to do');
  const totals = (await list('sort=largest&size=100')).rows.map((r: { total: string }) => Number(r.total));
  assert.deepEqual(totals, totals.toSorted((a: number, b: number) => b - a));
  assert.equal((await list('q=100%25')).total, 0, 'a percent sign is a letter');
  assert.equal((await list(`q=${encodeURIComponent('净味')}&from=2099-01-01`)).total, 0);
});

test('the database itself holds accepted ≤ delivered ≤ ordered, and the application cannot rewrite an order', async () => {
  const { orderId } = await confirmedOrder(t, world);
  const owner = new pg.Client({ connectionString: t.ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  try {
    for (const change of ['delivered = ordered + 1', 'accepted = delivered + 1', 'accepted = -1', 'payable = amount + 1', 'reduced = 1', 'returned = -1']) await assert.rejects(owner.query(`update orders.line set ${change} where order_id = $1`, [orderId]), /violates check constraint/, change);
  } finally {
    await owner.end();
  }
  for (const statement of ['update orders.contract set total = 1', 'update orders.line set price = 1', 'update orders.line set ordered = 1', 'update orders.requirement set body = $$x$$', 'delete from orders.contract', 'delete from orders.moment', 'update orders.delivery_line set quantity = 1', 'update orders.settlement set accepted = 0']) {
    await assert.rejects(pool.query(statement), /permission denied/, statement);
  }
});

test('a drawn number that is taken is drawn again', async () => {
  const { placeOrder: operation } = await import('./operations/place-order.ts');
  const { insertOrder } = await import('./store/place.ts');
  const { offersOf } = await import('#modules/catalogue/index.ts');
  const { legalDayAt } = await import('#kernel/date.ts');
  const draws = [new Uint8Array(5), new Uint8Array(5), new Uint8Array([1, 2, 3, 4, 5])];
  const numbers: string[] = [];
  for (let round = 0; round < 2; round++) {
    const made = must(await t.act({ as: world.buyer, city: t.huzhou }, (call) => operation({
      acting: { organisationId: world.buyer.organisationId, organisationName: '', personId: world.buyer.personId }, cityId: t.huzhou.id, today: legalDayAt(call.now), newId, random: () => draws.shift()!, sha256: () => new Uint8Array(32),
      offers: (ids) => offersOf(call.tx, t.huzhou.id, ids, legalDayAt(call.now)), heldFrom: async () => null, insert: (order) => insertOrder(call.tx, t.huzhou.id, world.buyer.organisationId, world.buyer.personId, order, call.now),
      record: call.record, emit: call.emit, notify: async () => {},
    }, { ...anOrder(world), note: null, internalNote: null, seenTotal: null, approved: false })));
    numbers.push(made.number);
  }
  assert.deepEqual(numbers.map((n) => n.slice(-5)), ['00000', '12345']);
});

test('an order placed at a told instant bears it, and a told day rules its number', async () => {
  const told = new Date('2026-03-28T02:00:00Z');
  const { number, orderId } = must(await t.act({ as: world.buyer, city: t.huzhou, told }, (call) => placeOrder(call, anOrder(world))));
  assert.match(number, /^DD-20260328-/);
  assert.equal((await seen(orderId)).placedAt, told.toISOString());
  assert.equal((await t.act({ as: world.supplier, city: t.huzhou }, (call) => acceptLine(call, { orderId, lineNo: 1, seenDelivered: '0', handling: 'refuse', quantity: '0', remedy: 'return', reducedPrice: null, reason: 'x', findings: [] }))).ok, false);
});

test('an order keeps the names that the law has kept, and shows them to nobody, once somebody named had their data erased', async () => {
  const { orderId } = (await post()).body;
  assert.equal((await seen(orderId)).site.contact, SITE.contact);
  const erasure = newId();
  await pool.query(`insert into privacy.erasure (id, person_id, state, asked_at) values ($1, $2, 'withdrawn', now())`, [erasure, world.buyer.personId]);
  await pool.query(`insert into privacy.restricted (table_name, row_key, erasure_id) values ('orders.contract', jsonb_build_object('id', $1::uuid, 'city_id', $2::uuid)::text, $3)`, [orderId, t.huzhou.id, erasure]);
  for (const as of [world.buyer, world.supplier]) {
    const { site, members, restricted } = await seen(orderId, as);
    assert.deepEqual({ site, members, restricted }, { site: { address: SITE.address, contact: null, phone: null }, members: null, restricted: true });
  }
  const { rows } = await pool.query('select contact from orders.contract where id = $1', [orderId]);
  assert.deepEqual(rows, [{ contact: SITE.contact }], 'kept');
});
