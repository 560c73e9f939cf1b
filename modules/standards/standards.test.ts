import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPlatform } from '#app/test-kit/platform.ts';
import { day } from '#kernel/date.ts';
import { must } from '#kernel/result.ts';
import { adoptEdition, baseEdition, editionInForce } from './index.ts';
import { adoptedBase } from './test-kit/builders.ts';

const t = await testPlatform();
const officer = await t.person('housing.officer');
const edition = baseEdition().id;
const confirm = (codes: string[], as = officer, rest: object = {}) => t.request('POST', '/api/huzhou/standards/limits/confirm', { as, body: { editionId: edition, codes, clause: '5.3.2', page: '7', note: null, ...rest } });

test('before a city adopts an edition there is none in force, and nothing can be confirmed', async () => {
  assert.deepEqual((await t.request('GET', '/api/huzhou/standards')).body, { edition: null });
  const refused = await confirm(['B11-01']);
  assert.equal(refused.status, 409);
  assert.equal(refused.body.code, 'edition-not-adopted');
});

test('an adopted edition is read by anyone; no limit gates before it is confirmed', async () => {
  await adoptedBase(t);
  const { body } = await t.request('GET', '/api/huzhou/standards');
  assert.equal(body.edition.indicators, 270);
  assert.equal(body.edition.confirmed, 0);
  assert.deepEqual(body.edition.categories.map((c: { kinds: unknown[] }) => c.kinds.length), [12, 17, 10]);
  const kind = await t.request('GET', '/api/huzhou/standards/kinds/B11');
  assert.equal(kind.body.indicators.length, 8);
  assert.deepEqual(kind.body.indicators[0].limits.map((l: { role: string; label: string; text: string }) => `${l.role} ${l.label} ${l.text}`), ['base base ≤ 80', 'star 1 ≤ 80', 'star 2 ≤ 50', 'star 3 ≤ 10']);
  assert.equal(kind.body.indicators[0].confirmation, null);
  assert.equal(JSON.stringify(kind.body).includes('http'), false, 'the addresses of sources are for the officer only');
});

test('an officer confirms a limit once: with who, when and where it was read', async () => {
  assert.equal((await confirm(['B11-01'])).body.confirmed, 1);
  const kind = await t.request('GET', '/api/huzhou/standards/kinds/B11');
  const { confirmation } = kind.body.indicators[0];
  assert.equal(confirmation.clause, '5.3.2');
  assert.equal('by' in confirmation, false, 'the public page names the body, not the officer');
  const again = await confirm(['B11-02', 'B11-01']);
  assert.equal(again.status, 409);
  assert.equal(again.body.code, 'limit-confirmed-already');
  assert.match(again.body.data.text['zh-CN'], /B11-01/);
  const untouched = (await t.request('GET', '/api/huzhou/standards/kinds/B11')).body.indicators[1];
  assert.equal(untouched.confirmation, null, 'a refused batch confirms nothing');
});

test('two officers confirming the same limit at once: one does', async () => {
  const colleague = await t.person('housing.officer', { with: officer });
  const answers = await Promise.all([confirm(['B11-03']), confirm(['B11-03'], colleague)]);
  assert.deepEqual(answers.map((a) => a.status).toSorted((x, y) => x - y), [200, 409]);
});

test('a doubt needs its reason, keeps the limit without force, and may be settled later', async () => {
  const withhold = (note: string | null) => t.request('POST', '/api/huzhou/standards/limits/withhold', { as: officer, body: { editionId: edition, codes: ['B11-04'], clause: null, page: null, note } });
  assert.equal((await withhold(null)).body.code, 'reason-missing');
  assert.equal((await withhold('与印刷版不一致')).body.withheld, 1);
  const twice = await t.request('POST', '/api/huzhou/standards/limits/withhold', { as: officer, body: { editionId: edition, codes: ['B11-05', 'B11-05'], clause: null, page: null, note: '存疑' } });
  assert.equal(twice.body.withheld, 1, 'a limit named twice is decided once');
  const inForce = await editionInForce(t.everything.kysely, t.huzhou.id, day('2026-11-22'));
  assert.equal(inForce?.confirmed.has('B11-04'), false);
  assert.equal((await confirm(['B11-04'])).status, 200);
  assert.equal((await editionInForce(t.everything.kysely, t.huzhou.id, day('2026-11-22')))?.confirmed.has('B11-04'), true);
});

test('an unknown indicator or edition is refused and named', async () => {
  assert.equal((await confirm(['B11-99'])).body.code, 'indicator-unknown');
  assert.equal((await confirm(['B11-05'], officer, { editionId: 'other' })).body.code, 'edition-not-adopted');
});

test('one city\'s confirmations are not another\'s', async () => {
  await adoptedBase(t, t.yunxi);
  const { body } = await t.request('GET', '/api/yunxi/standards');
  assert.equal(body.edition.confirmed, 0);
});

test('the edition in force depends on the day', async () => {
  const third = t.yunxi;
  const read = t.everything.kysely;
  assert.equal(await editionInForce(read, third.id, day('2024-12-31')), undefined);
  assert.equal((await editionInForce(read, third.id, day('2025-01-01')))?.editionId, edition);
  const again = await t.act({ city: third }, (call) => adoptEdition(call, { cityId: third.id, editionId: edition, effectiveFrom: day('2025-06-01') }));
  assert.ok(!again.ok && again.refusal.code === 'edition-adopted-already');
  assert.ok(!(await t.act({ city: third }, (call) => adoptEdition(call, { cityId: third.id, editionId: 'none', effectiveFrom: day('2025-06-01') }))).ok);
  must(await t.act({ city: t.huzhou }, async (call) => { call.record({ kind: 'noted', subject: 'x', body: {} }); return { ok: true, value: undefined }; }));
});

test('each decision is one entry of the city\'s ledger', async () => {
  await t.drain();
  const { body } = await t.request('GET', `/api/huzhou/ledger/${encodeURIComponent(`limits:${edition}`)}`);
  assert.ok(body.total >= 4);
  assert.ok(body.entries.every((e: { seq: number | null }) => e.seq !== null));
});
