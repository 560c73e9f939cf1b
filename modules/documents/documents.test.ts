import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPlatform, type TestPerson } from '#app/test-kit/platform.ts';
import { day } from '#kernel/date.ts';
import { must, ok } from '#kernel/result.ts';
import { insertMembership } from '#modules/identity/store/people.ts';
import { newId } from '#platform/clock.ts';
import { aPng } from '#platform/files/test-kit.ts';
import { confirmEvidence, evidenceById, evidenceUsedBy, submitEvidence, useEvidence, usesOf } from './index.ts';
import { anUpload, confirmedEvidence, inUse, someEvidence } from './test-kit/builders.ts';

const t = await testPlatform();
const supplier = await t.person('supplier.clerk');
const reviewer = await t.person('centre.reviewer');
const city = `/api/${t.huzhou.slug}/documents/evidence`;

const submit = (as: TestPerson, given: Record<string, unknown>) =>
  t.request('POST', '/api/documents/evidence', { as, body: { kind: 'CERTIFICATE', number: '示例GBM-1', issuer: '示例中心', issuedOn: '2026-01-05', validUntil: '2031-01-04', values: [], ...given } as never });
const decide = (as: TestPerson, id: string, act: 'confirmation' | 'refusal', where = city) =>
  t.request('POST', `${where}/${id}/${act}`, { as, body: act === 'refusal' ? { reason: '印章不清晰，请重新扫描。' } : {} });

test('a supplier submits evidence and finds it among its own', async () => {
  const { uploadId } = await anUpload(t, supplier, { inside: 'submitted', name: '绿色建材评价证书.pdf' });
  const made = await submit(supplier, { uploadId, number: '  示例GBM-2026-1 ', values: [{ indicatorCode: 'B11-03', printed: '≤ 0.05', unit: 'mg/m³' }] });
  assert.equal(made.status, 200, JSON.stringify(made.body));
  assert.equal(made.body.number, '示例GBM-2026-1');
  assert.deepEqual(made.body.may, { confirm: false, refuse: false, withdraw: true });
  assert.deepEqual(made.body.values, [{ indicatorCode: 'B11-03', printed: '≤ 0.05', unit: 'mg/m³' }]);
  assert.equal(made.body.file.name, '绿色建材评价证书.pdf');
  const { body } = await t.request('GET', '/api/documents/evidence?kind=CERTIFICATE&state=submitted', { as: supplier });
  assert.ok(body.rows.some((row: { id: string }) => row.id === made.body.id));
  assert.equal((await t.request('GET', `/api/documents/evidence/${made.body.id}`, { as: await t.person('supplier.clerk') })).status, 404);
});

test('evidence that cannot be is refused with its field', async () => {
  const { uploadId } = await anUpload(t, supplier, { inside: 'refused' });
  const png = (await anUpload(t, supplier, { content: aPng(), name: 'a.png' })).uploadId;
  const theirs = (await anUpload(t, await t.person('supplier.clerk'), { inside: 'refused' })).uploadId;
  const cases: [Record<string, unknown>, string, string, number][] = [
    [{ uploadId: theirs }, 'upload-unknown', 'uploadId', 404],
    [{ uploadId: newId() }, 'upload-unknown', 'uploadId', 404],
    [{ uploadId: png, kind: 'TEST_REPORT' }, 'file-kind-not-evidence', 'uploadId', 422],
    [{ uploadId, kind: 'PHOTO' }, 'file-kind-not-evidence', 'uploadId', 422],
    [{ uploadId, number: null }, 'evidence-number-missing', 'number', 422],
    [{ uploadId, issuedOn: '2026-01-05', validUntil: '2026-01-04' }, 'dates-out-of-order', 'validUntil', 422],
    [{ uploadId, issuedOn: '2999-01-01', validUntil: null }, 'dates-out-of-order', 'issuedOn', 422],
    [{ uploadId, issuedOn: '2026-02-30' }, 'bad-input', 'issuedOn', 400],
    [{ uploadId, kind: 'RUMOUR' }, 'bad-input', 'kind', 400],
    [{ uploadId, number: '1\u202e2' }, 'bad-input', 'number', 400],
    [{ uploadId, holderOrganisationId: newId() }, 'bad-input', 'holderOrganisationId', 400],
    [{ uploadId: `${uploadId}'` }, 'bad-input', 'uploadId', 400],
    [{ uploadId, values: Array.from({ length: 201 }, () => ({ indicatorCode: null, printed: '1', unit: null })) }, 'bad-input', 'values', 400],
  ];
  for (const [given, code, field, status] of cases) {
    const { status: got, body } = await submit(supplier, given);
    assert.deepEqual([body.code, body.data?.field, got], [code, field, status], JSON.stringify(given).slice(0, 200));
    assert.ok(body.data.text['zh-CN'].length > 4 && body.data.text.en.length > 4);
  }
  assert.equal((await submit(supplier, { uploadId, kind: 'COMMITMENT', number: null, issuedOn: null, validUntil: null })).status, 200, 'a letter needs no number');
});

test('the centre confirms what is used in its city; the holder is told in the bell', async () => {
  const { evidenceId } = await someEvidence(t, supplier, { inside: 'to confirm' });
  assert.equal((await decide(reviewer, evidenceId, 'confirmation')).status, 404, 'used nowhere yet');
  await inUse(t, evidenceId, t.huzhou);
  const list = await t.request('GET', `${city}?state=submitted`, { as: reviewer });
  const row = list.body.rows.find((r: { id: string }) => r.id === evidenceId);
  assert.deepEqual(row.may, { confirm: true, refuse: true, withdraw: false });
  assert.equal(list.body.waiting, list.body.total);
  const confirmed = await decide(reviewer, evidenceId, 'confirmation');
  assert.equal(confirmed.body.state, 'confirmed', JSON.stringify(confirmed.body));
  assert.deepEqual(confirmed.body.may, { confirm: false, refuse: false, withdraw: false });
  assert.equal(confirmed.body.decision.organisationName, reviewer.actor.organisationName);
  for (const act of ['confirmation', 'refusal'] as const) assert.equal((await decide(reviewer, evidenceId, act)).body.code, 'evidence-already-decided');

  await t.drain();
  const bell = await t.request('GET', '/api/notifications?unread=true', { as: supplier });
  assert.equal(bell.body.rows[0].text['zh-CN'], '证明材料已确认：认证证书 示例GBM-2026-10001');
  assert.equal(bell.body.rows[0].path, `/huzhou/work/evidence/${evidenceId}`);
  const record = await evidenceById(t.everything.kysely, evidenceId);
  assert.deepEqual([record?.state, record?.confirmedBy, record?.holderName], ['confirmed', reviewer.personId, supplier.actor.organisationName]);
});

test('a refusal has its reason, which the holder reads', async () => {
  const { evidenceId } = await someEvidence(t, supplier, { inside: 'to refuse' });
  await inUse(t, evidenceId, t.huzhou);
  assert.equal((await t.request('POST', `${city}/${evidenceId}/refusal`, { as: reviewer, body: { reason: ' ' } })).body.code, 'bad-input');
  assert.equal((await decide(reviewer, evidenceId, 'refusal')).body.state, 'refused');
  const mine = await t.request('GET', `/api/documents/evidence/${evidenceId}`, { as: supplier });
  assert.equal(mine.body.decision.reason, '印章不清晰，请重新扫描。');
  assert.equal(mine.body.may.withdraw, false);
  assert.equal((await t.request('POST', `/api/documents/evidence/${evidenceId}/withdrawal`, { as: supplier, body: {} })).body.code, 'evidence-already-settled');
  const used = await t.act({ city: t.huzhou }, (call) => useEvidence(call, { evidenceId, cityId: t.huzhou.id, subjectKind: 'product', subjectId: newId(), purpose: 'product' }));
  assert.equal(!used.ok && used.refusal.code, 'evidence-not-usable');
});

test('nobody decides on evidence of an organisation they belong to, nor from another city', async () => {
  const { evidenceId } = await someEvidence(t, supplier, { inside: 'own' });
  await inUse(t, evidenceId, t.huzhou);
  // The reviewer's second membership, in the holder's firm: acting for the centre changes nothing.
  const twofold = await t.person('centre.reviewer');
  must(await t.act({}, async (call) => {
    await insertMembership(call.tx, { id: newId(), personId: twofold.personId, organisationId: supplier.organisationId, roles: ['supplier.clerk'] }, call.now);
    call.record({ kind: 'noted', subject: twofold.personId, body: {}, cityId: null });
    return ok(undefined);
  }));
  assert.equal((await decide(twofold, evidenceId, 'confirmation')).body.code, 'own-evidence');
  const foreigner = await t.person('centre.reviewer', { city: t.yunxi });
  assert.equal((await decide(foreigner, evidenceId, 'confirmation')).body.code, 'not-allowed');
  assert.equal((await decide(foreigner, evidenceId, 'confirmation', '/api/yunxi/documents/evidence')).body.code, 'not-found');
  // By the front door too, whatever a higher module's own policy says.
  const officer = await t.person('housing.officer');
  for (const as of [supplier, officer]) {
    const refused = await t.act({ as, city: t.huzhou }, (call) => confirmEvidence(call, { evidenceId }));
    // An officer sees the evidence and may not take hold of it: the second fence answers as if it were not there.
    assert.ok(!refused.ok && ['own-evidence', 'not-found'].includes(refused.refusal.code));
  }
  const elsewhere = await t.act({ as: foreigner, city: t.yunxi }, (call) => confirmEvidence(call, { evidenceId }));
  assert.equal(!elsewhere.ok && elsewhere.refusal.code, 'not-found', 'a centre decides only on what is used in its city');
  assert.equal((await evidenceById(t.everything.kysely, evidenceId))?.state, 'submitted');
});

test('two reviewers at once: one decision', async () => {
  const { evidenceId } = await someEvidence(t, supplier, { inside: 'two at once' });
  await inUse(t, evidenceId, t.huzhou);
  const second = await t.person('centre.reviewer');
  const answers = await Promise.all([decide(reviewer, evidenceId, 'confirmation'), decide(second, evidenceId, 'refusal'), decide(second, evidenceId, 'confirmation'), decide(reviewer, evidenceId, 'refusal')]);
  assert.deepEqual(answers.map((a) => a.status).toSorted((a, b) => a - b), [200, 409, 409, 409]);
  const { rows } = await t.everything.pool.query("select from ledger.entry where subject = $1 and kind in ('evidence-confirmed', 'evidence-refused')", [evidenceId]);
  assert.equal(rows.length, 1);
});

test('a test report is compared elsewhere and does not wait for a glance', async () => {
  const { evidenceId } = await someEvidence(t, supplier, { kind: 'TEST_REPORT', number: '示例JC-1', inside: 'report' });
  await inUse(t, evidenceId, t.huzhou);
  const list = await t.request('GET', `${city}?size=100`, { as: reviewer });
  assert.ok(!list.body.rows.some((r: { id: string }) => r.id === evidenceId));
});

test('uses are noted once, and seen by city', async () => {
  const { evidenceId } = await confirmedEvidence(t, supplier, { reviewer, city: t.huzhou }, { inside: 'uses' });
  const product = newId();
  must(await t.act({ city: t.huzhou }, async (call) => {
    for (let i = 0; i < 2; i++) must(await useEvidence(call, { evidenceId, cityId: t.huzhou.id, subjectKind: 'product', subjectId: product, purpose: 'listing' }));
    return ok(undefined);
  }));
  await inUse(t, evidenceId, t.yunxi, { subjectId: product });
  assert.equal((await usesOf(t.everything.kysely, evidenceId)).length, 3);
  assert.deepEqual((await evidenceUsedBy(t.everything.kysely, t.huzhou.id, 'product', product)).map((e) => e.id), [evidenceId]);
  const seen = await t.request('GET', `${city}/${evidenceId}`, { as: reviewer });
  assert.deepEqual([...new Set(seen.body.uses.map((u: { city: { slug: string } }) => u.city.slug))], ['huzhou'], 'what it serves in another city is not this centre’s');
  assert.equal((await t.request('GET', `/api/documents/evidence/${evidenceId}`, { as: supplier })).body.uses.length, 3);
});

test('the holder withdraws, and whoever relies on it can be told', async () => {
  const { evidenceId } = await confirmedEvidence(t, supplier, { reviewer, city: t.huzhou }, { inside: 'withdrawn' });
  const done = await t.request('POST', `/api/documents/evidence/${evidenceId}/withdrawal`, { as: supplier, body: {} });
  assert.equal(done.body.state, 'withdrawn');
  const { rows } = await t.everything.pool.query<{ body: string }>("select body from platform.outbox where subject = $1 and name = 'documents.evidence-settled@1' order by id", [evidenceId]);
  assert.deepEqual(rows.map((r) => JSON.parse(r.body).state), ['confirmed', 'withdrawn']);
  assert.equal((await evidenceById(t.everything.kysely, evidenceId))?.confirmedBy, null);
});

test('its end is judged on the server’s day', async () => {
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const { evidenceId } = await someEvidence(t, supplier, { inside: 'soon', issuedOn: day('2020-01-01'), validUntil: day(soon) });
  const { evidenceId: old } = await someEvidence(t, supplier, { inside: 'old', issuedOn: day('2020-01-01'), validUntil: day('2021-01-01') });
  assert.equal((await t.request('GET', `/api/documents/evidence/${evidenceId}`, { as: supplier })).body.expiry, 'soon');
  const expired = (await t.request('GET', `/api/documents/evidence/${old}`, { as: supplier })).body;
  assert.equal(expired.expiry, 'expired');
  assert.ok(expired.daysLeft < -365);
});

test('evidence is submitted in the caller’s own transaction', async () => {
  const upload = await anUpload(t, supplier, { inside: 'rolled back' });
  let made = '';
  const refused = await t.act({ as: supplier }, async (call) => {
    made = must(await submitEvidence(call, { kind: 'COMMITMENT', number: null, holderOrganisationId: supplier.organisationId, issuer: null, issuedOn: null, validUntil: null, uploadId: upload.uploadId, values: [] })).evidenceId;
    return { ok: false as const, refusal: { code: 'not-found' as const } };
  });
  assert.equal(refused.ok, false);
  assert.equal(await evidenceById(t.everything.kysely, made), undefined);
});
