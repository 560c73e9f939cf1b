import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { addDays, legalDayAt } from '#kernel/date.ts';
import { inUse, confirmedEvidence } from '#modules/documents/test-kit/builders.ts';
import { remind } from '#modules/notifications/reminding.ts';
import { confirmedOrder, deliveredOrder, orderWorld, placedOrder } from '#modules/orders/test-kit/builders.ts';
import { confirmOrder } from '#modules/orders/index.ts';
import { must } from '#kernel/result.ts';
import { testPlatform, type TestPerson } from './test-kit/platform.ts';

const t = await testPlatform();
const world = await orderWorld(t);
const today = legalDayAt(new Date());

/** What somebody was reminded of, the oldest first. */
const told = async (as: TestPerson, code: string): Promise<{ nth: number; day: string; text: string; path: string }[]> => {
  const { body } = await t.request('GET', '/api/notifications?size=100', { as });
  const { rows } = await sql<{ id: string; facts: string }>`select id, facts from notifications.notification where code = ${code}`.execute(t.everything.kysely);
  return body.rows.filter((row: { code: string }) => row.code === code).toReversed().map((row: { id: string; text: Record<string, string>; path: string }) => {
    const facts = JSON.parse(rows.find((one) => one.id === row.id)!.facts) as { nth: number; day: string };
    return { nth: facts.nth, day: facts.day, text: row.text['zh-CN']!, path: row.path };
  });
};
const on = (days: number): Promise<void> => remind(t.platform.working, addDays(today, days));
const nths = async (as: TestPerson, code: string): Promise<number[]> => (await told(as, code)).map((one) => one.nth);

test('the day an order asks for is reminded of three times, however often one looks', async () => {
  const order = await confirmedOrder(t, world, { requiredOn: addDays(today, 10) });
  for (const day of [0, 1, 2]) await on(day);
  assert.deepEqual(await nths(world.supplier, 'orders.notice.required-soon'), []);
  for (const day of [3, 3, 4, 7, 7, 8, 9, 10, 10]) await on(day);
  const reminders = await told(world.supplier, 'orders.notice.required-soon');
  assert.deepEqual(reminders.map((one) => one.nth), [1, 2, 3]);
  assert.match(reminders[0]!.text, new RegExp(`${order.number} 要求 ${addDays(today, 10)} 前送到`));
  assert.equal(reminders[0]!.path, `/huzhou/work/orders/${order.orderId}`);
  await on(11);
  assert.equal((await told(world.supplier, 'orders.notice.required-soon')).length, 3, 'what has passed is not reminded of');
  assert.equal((await told(world.buyer, 'orders.notice.required-soon')).length, 0, 'the buyer owes nothing');
});

test('after a stop over two of the days only the latest is given, and two processes at once give it once', async () => {
  await confirmedOrder(t, world, { requiredOn: addDays(today, 30) });
  const before = (await nths(world.supplier, 'orders.notice.required-soon')).length;
  await Promise.all([on(28), on(28), on(28)]);
  assert.deepEqual((await nths(world.supplier, 'orders.notice.required-soon')).slice(before), [2]);
  await on(29);
  assert.deepEqual((await nths(world.supplier, 'orders.notice.required-soon')).slice(before), [2, 3]);
});

test('an order without an answer is reminded of until it has one', async () => {
  const order = await placedOrder(t, world);
  const count = async (): Promise<number> => (await told(world.supplier, 'orders.notice.unanswered')).filter((one) => one.text.includes(order.number)).length;
  await on(0);
  assert.equal(await count(), 0);
  await on(1);
  await on(2);
  assert.equal(await count(), 1);
  must(await t.act({ as: world.supplier, city: world.city }, (call) => confirmOrder(call, order)));
  await on(3);
  await on(7);
  assert.equal(await count(), 1);
});

test('goods that wait for acceptance are the buyer’s to be reminded of', async () => {
  const order = await deliveredOrder(t, world);
  for (const day of [1, 3, 7, 20]) await on(day);
  assert.deepEqual((await told(world.buyer, 'orders.notice.unaccepted')).filter((one) => one.text.includes(order.number)).map((one) => one.nth), [1, 2, 3]);
});

test('evidence that ends and serves somewhere is its holder’s to renew', async () => {
  const holder = await t.person('supplier.clerk');
  const reviewer = await t.person('centre.reviewer');
  const { evidenceId } = await confirmedEvidence(t, holder, { reviewer, city: t.huzhou }, { validUntil: addDays(today, 100), number: 'GBM-END' });
  await inUse(t, evidenceId, t.yunxi);
  for (const day of [0, 40, 41, 70, 93, 100]) await on(day);
  const reminders = await told(holder, 'documents.notice.evidence-expiring');
  assert.deepEqual(reminders.map((one) => one.nth), [1, 2, 3]);
  assert.match(reminders[0]!.text, /到期：认证证书 GBM-END/);
  assert.match(reminders[0]!.path, new RegExp(`^/(huzhou|yunxi)/work/evidence/${evidenceId}$`));
});

test('a reminder leaves its entry in the ledger of its city', async () => {
  const { rows } = await sql<{ city_id: string; content: string }>`select city_id, content from ledger.entry where kind = 'reminded'`.execute(t.everything.kysely);
  assert.ok(rows.length >= 10);
  assert.deepEqual(rows.filter((row) => row.city_id !== t.huzhou.id && row.city_id !== t.yunxi.id), []);
});
