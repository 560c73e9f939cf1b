import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPlatform, type TestPerson } from '#app/test-kit/platform.ts';
import { must, ok } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import { consumes } from './consumers.ts';
import { notify } from './index.ts';
import { aNotification } from './test-kit/builders.ts';
import { confirmedEvidence } from '#modules/documents/test-kit/builders.ts';

const t = await testPlatform();
const bell = async (as: TestPerson, query = '') => (await t.request('GET', `/api/notifications${query}`, { as })).body as { rows: { id: string; unread: boolean; text: Record<string, string>; path: string | null; city: { slug: string } | null }[]; total: number; unread: number };
const markRead = (as: TestPerson, body: { ids: string[] } | { upTo: string }) => t.request('POST', '/api/notifications/read', { as, body });

test('an organisation is told in both languages, with the way to its page', async () => {
  const supplier = await t.person('supplier.clerk');
  await aNotification(t, supplier, { city: t.huzhou, facts: { kind: 'EPD', number: 'EPD-7', reason: '页码缺失' }, code: 'documents.notice.evidence-refused' });
  const { rows, total, unread } = await bell(supplier);
  assert.deepEqual([total, unread, rows[0]!.unread], [1, 1, true]);
  assert.deepEqual(rows[0]!.text, { 'zh-CN': '证明材料未予确认：环境产品声明 EPD-7。理由：页码缺失', en: 'Evidence not confirmed: environmental product declaration EPD-7. Reason: 页码缺失' });
  assert.deepEqual([rows[0]!.path, rows[0]!.city?.slug], ['/huzhou/work/evidence', 'huzhou']);
  assert.equal((await bell(await t.person('supplier.clerk'))).total, 0, 'another organisation hears nothing');
});

test('each person reads for themselves, one by one or all that they saw', async () => {
  const first = await t.person('supplier.clerk');
  const second = await t.person('supplier.clerk', { with: first });
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) ids.push(await aNotification(t, first));
  assert.equal((await markRead(first, { ids: [ids[1]!, ids[1]!] })).body.unread, 2);
  assert.deepEqual((await bell(first)).rows.map((r) => r.unread), [true, false, true]);
  assert.deepEqual((await bell(first, '?unread=true')).rows.map((r) => r.id), [ids[2], ids[0]]);
  assert.equal((await bell(second)).unread, 3);
  assert.equal((await markRead(second, { upTo: ids[1]! })).body.unread, 1, 'what came later stays unread');
  assert.equal((await markRead(second, { upTo: ids[0]! })).body.unread, 1, 'the mark never goes back');
  assert.equal((await markRead(second, { upTo: ids[2]! })).body.unread, 0);
  assert.equal((await bell(first)).unread, 2);
});

test('another organisation’s notification does not exist, and one wrong id changes nothing', async () => {
  const [mine, theirs] = [await t.person('supplier.clerk'), await t.person('buyer.purchaser')];
  const [a, b] = [await aNotification(t, mine), await aNotification(t, theirs)];
  const refused = await markRead(mine, { ids: [a, b] });
  assert.deepEqual([refused.status, refused.body.data.field], [404, 'ids.1']);
  assert.equal((await bell(mine)).unread, 1);
  assert.equal((await markRead(mine, { upTo: b })).status, 404);
  for (const body of [{ ids: [] }, {}, { ids: [a], upTo: a }, { ids: ['x'] }]) assert.equal((await markRead(mine, body as never)).status, 400, JSON.stringify(body));
});

test('a code without a wording still tells that something happened; a broken one is a fault', async () => {
  const supplier = await t.person('supplier.clerk');
  await aNotification(t, supplier, { code: 'orders.notice.no-such-wording' });
  assert.equal((await bell(supplier)).rows[0]!.text['zh-CN'], '有一条新的进展，请查看。');
  await assert.rejects(aNotification(t, supplier, { code: 'nonsense' as never }), /wording/);
  await assert.rejects(aNotification(t, supplier, { path: 'https://elsewhere.example' }), /root/);
});

test('settled evidence is told once, however often the event is delivered', async () => {
  const supplier = await t.person('supplier.clerk');
  const reviewer = await t.person('centre.reviewer');
  const { evidenceId } = await confirmedEvidence(t, supplier, { reviewer, city: t.huzhou });
  const event = { id: newId(), name: 'documents.evidence-settled@1', subject: evidenceId, cityId: t.huzhou.id, body: { evidenceId, state: 'confirmed', holder: supplier.organisationId, reason: null } };
  for (let i = 0; i < 2; i++) {
    must(await t.act({}, async (call) => {
      await consumes['documents.evidence-settled@1'](call, event);
      call.record({ kind: 'noted', subject: evidenceId, body: {}, cityId: null });
      return ok(undefined);
    }));
  }
  assert.equal((await bell(supplier)).total, 1);
  await t.drain();
  assert.equal((await bell(supplier)).total, 2, 'the courier’s own event is another one');
});

test('a refused act tells nobody', async () => {
  const supplier = await t.person('supplier.clerk');
  await t.act({}, async (call) => {
    await notify(call, { organisationId: supplier.organisationId, cityId: null, code: 'documents.notice.evidence-confirmed', kind: { class: 'progress' }, subjectKind: 'evidence', subjectId: 'x', facts: {}, path: null });
    return { ok: false as const, refusal: { code: 'not-found' as const } };
  });
  assert.equal((await bell(supplier)).total, 0);
});
