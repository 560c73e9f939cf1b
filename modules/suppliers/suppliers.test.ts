import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '#kernel/date.ts';
import { must } from '#kernel/result.ts';
import type { Json } from '#kernel/canonical.ts';
import { foundCity } from '#modules/identity/index.ts';
import { evidenceById, usesOf } from '#modules/documents/index.ts';
import { testPlatform, type Answer, type TestCity, type TestPerson } from '#app/test-kit/platform.ts';
import { newId } from '#platform/clock.ts';
import { admissionOf } from './index.ts';
import { admittedSupplier, applyingSupplier, creditCode, givenEvidence, registeredSupplier, type TestSupplier } from './test-kit/builders.ts';
import { paper, pdfOf } from './test-kit/paper.ts';

const t = await testPlatform();
const tx = t.everything.kysely;
const root = `/api/${t.huzhou.slug}/suppliers`;
const reviewer = await t.person('centre.reviewer', { name: '示例审核员' });

const form = (serial: number, change: Record<string, Json> = {}) => ({
  kind: 'maker', name: '苕禾示例建材有限公司', creditCode: creditCode(serial), address: '湖州市吴兴区示例路1号', contactName: '沈予安', phone: '0572-0000001', login: `joining-${serial}`, password: '一句容易记住的示例话', ...change,
});
const join = (body: Json, city = t.huzhou) => t.request('POST', `/api/${city.slug}/suppliers`, { body });
const own = async (as: TestPerson, city = t.huzhou) => (await t.request('GET', `/api/${city.slug}/suppliers/admission`, { as })).body;
const submit = async (as: TestPerson, round?: number) => t.request('POST', `${root}/admission/submission`, { as, body: { round: round ?? (await own(as)).admission.round } });
const attach = (as: TestPerson, kind: string, evidence: Json) => t.request('PUT', `${root}/admission/evidence/${kind}`, { as, body: { evidence } });
const review = async (admission: string, as: TestPerson = reviewer) => (await t.request('GET', `${root}/admissions/${admission}`, { as })).body;
const decide = (admission: string, body: Json, as: TestPerson = reviewer) => t.request('POST', `${root}/admissions/${admission}/decision`, { as, body });
type Piece = { evidence: string; claim: { evidenceId: string } };
const verdicts = async (admission: string, refused: Record<string, string> = {}) =>
  (await review(admission)).requirements.map((r: Piece) => ({ kind: r.evidence, evidenceId: r.claim.evidenceId, accepted: refused[r.evidence] === undefined, reason: refused[r.evidence] ?? null }));

test('a firm registers in one act, signs in and finds its draft', async () => {
  const joined = await join(form(1001));
  assert.equal(joined.status, 200, JSON.stringify(joined.body));
  const session = await t.request('POST', '/api/session', { body: { login: 'joining-1001', password: '一句容易记住的示例话' } });
  assert.equal(session.status, 200);
  assert.deepEqual(session.body.active.roles, ['supplier.clerk', 'unit.administrator'], 'whoever registers a firm speaks for it');
  const cookie = session.headers.get('Set-Cookie')!.split(';')[0]!;
  const mine = (await t.request('GET', `${root}/admission`, { headers: { Cookie: cookie } })).body;
  assert.equal(mine.admission.id, joined.body.admissionId);
  assert.equal(mine.admission.status, 'draft');
  assert.equal(mine.supplier.demo, true, 'what registers in a demonstration city is a demonstration');
  assert.deepEqual(mine.requirements.map((r: { evidence: string; gaps: { field: string }[] }) => [r.evidence, r.gaps[0]?.field]), [['BASIC_QUALIFICATION', 'file'], ['COMMITMENT', 'file'], ['TRADEMARK', 'file']]);
  assert.deepEqual(mine.may, { attach: true, submit: false });
});

test('a registration that is refused leaves nothing, and names its field', async () => {
  must({ ok: (await join(form(1002))).status === 200, value: undefined } as never);
  const { rows: before } = await t.everything.pool.query('select count(*) from identity.organisation');
  const refusedAs = async (change: Record<string, Json>): Promise<string> => {
    const { status, body } = await join(form(1003, change));
    return `${status} ${body.code} ${body.data.field} ${body.data.text['zh-CN'] !== '' && body.data.text.en !== ''}`;
  };
  assert.equal(await refusedAs({ creditCode: '9133999' }), '422 credit-code-malformed creditCode true');
  assert.equal(await refusedAs({ creditCode: creditCode(1002) }), '409 credit-code-registered creditCode true');
  assert.equal(await refusedAs({ login: 'joining-1002' }), '409 login-taken login true');
  assert.equal(await refusedAs({ login: '沈' }), '422 login-not-usable login true');
  assert.equal(await refusedAs({ password: '短' }), '422 password-too-short password true');
  assert.equal(await refusedAs({ phone: 'x' }), '400 bad-input phone true');
  assert.equal(await refusedAs({ kind: 'bank' }), '400 bad-input kind true');
  assert.equal(await refusedAs({ extra: 1 }), '400 bad-input extra true');
  const { rows: after } = await t.everything.pool.query('select count(*) from identity.organisation');
  assert.deepEqual(after, before);
});

test('ten registrations with one credit code at once make one supplier', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => join(form(1004, { login: `at-once-${at}` }))));
  assert.deepEqual(answers.map((a) => a.status).toSorted((x, y) => x - y), [200, ...Array.from({ length: 9 }, () => 409)]);
});

test('an invented code registers in a demonstration city only, and its organisation asks in such cities only', async () => {
  const { cityId } = must(await t.act({}, async (call) => ({ ok: true as const, value: await foundCity(call, { slug: 'real-city', nameZh: '真城', nameEn: 'Real City', demo: false }) })));
  const real: TestCity = { id: cityId, slug: 'real-city' };
  const invented = `${creditCode(1005).slice(0, 17)}${creditCode(1005).endsWith('0') ? '1' : '0'}`;
  assert.equal((await join(form(1005, { creditCode: invented }), real)).body.code, 'credit-code-check');
  assert.equal((await join(form(1005, { creditCode: invented }))).status, 200);
  const sound = await join(form(1006), real);
  assert.equal(sound.status, 200);
  const demonstration = await registeredSupplier(t);
  const { evidenceId } = await givenEvidence(t, demonstration, 'COMMITMENT');
  const refused = await t.request('PUT', '/api/real-city/suppliers/admission/evidence/COMMITMENT', { as: demonstration, body: { evidence: { evidenceId } } });
  assert.equal(refused.body.code, 'demonstration-only');
  const mine = await own(demonstration, real);
  assert.deepEqual([mine.demonstrationOnly, mine.may.attach], [true, false]);
});

test('whoever is signed in may register another supplier, and a repeat finds the answer under their own key', async () => {
  const clerk = await t.person('supplier.clerk');
  const key = newId();
  const again = (): Promise<Answer> => t.request('POST', `/api/${t.huzhou.slug}/suppliers`, { as: clerk, key, body: form(1009) });
  const first = await again();
  assert.equal(first.status, 200, JSON.stringify(first.body));
  assert.deepEqual((await again()).body, first.body);
});

test('neither person, login, telephone nor password stands in the ledger', async () => {
  await join(form(1007, { contactName: '不入账本', login: 'secret-login-1007', phone: '0572-7777777' }));
  const { rows } = await t.everything.pool.query("select content from ledger.entry where content ~ '不入账本|secret-login-1007|7777777|一句容易'");
  assert.deepEqual(rows, []);
});

test('a maker saves its evidence piece by piece, learns what is missing, submits, and is admitted', async () => {
  const supplier = await registeredSupplier(t);
  const given = async (kind: 'BASIC_QUALIFICATION' | 'COMMITMENT' | 'TRADEMARK', change: Parameters<typeof paper>[2] = {}) => {
    const one = paper(kind, supplier.name, change);
    const bytes = await pdfOf(one);
    const upload = await t.request('PUT', '/api/documents/files', { as: supplier, bytes: new Uint8Array(bytes), headers: { 'Content-Type': 'application/pdf', 'X-File-Name': encodeURIComponent(`${kind}.pdf`) } });
    assert.equal(upload.status, 200, JSON.stringify(upload.body));
    return attach(supplier, kind, { uploadId: upload.body.uploadId, number: one.number, issuer: one.issuer, issuedOn: one.issuedOn, validUntil: one.validUntil });
  };
  assert.equal((await given('BASIC_QUALIFICATION')).status, 200);
  assert.equal((await given('COMMITMENT')).status, 200);
  const early = await submit(supplier);
  assert.equal(`${early.status} ${early.body.code} ${early.body.data.field}`, '422 evidence-missing evidence.TRADEMARK.file');
  assert.match(early.body.data.text['zh-CN'], /商标注册证的原件尚未填写或上传/);
  assert.equal((await given('TRADEMARK', { validUntil: day('2024-12-31') })).status, 200);
  assert.deepEqual((await own(supplier)).requirements[2].gaps, [{ evidence: 'TRADEMARK', field: 'validUntil', fault: 'expired' }]);
  assert.equal((await submit(supplier)).body.data.field, 'evidence.TRADEMARK.validUntil');
  assert.equal((await given('TRADEMARK')).status, 200, 'the expired one is replaced');
  assert.equal((await own(supplier)).may.submit, true);

  const submitted = await submit(supplier);
  assert.equal(submitted.status, 200, JSON.stringify(submitted.body));
  assert.deepEqual((await own(supplier)).may, { attach: false, submit: false });
  assert.equal((await submit(supplier)).body.code, 'admission-with-the-centre');

  const { admissionId } = submitted.body;
  const seen = await review(admissionId);
  assert.deepEqual([seen.supplier.name, seen.may.decide, seen.requirements.length], [supplier.name, true, 3]);
  const file = await t.request('GET', `/api/huzhou/documents/evidence/${seen.requirements[2].claim.evidenceId}/file`, { as: reviewer });
  assert.equal(file.status, 200, 'the evidence lies beside the claim');
  const decided = await decide(admissionId, { decision: 'admit', reasons: '', round: 1, evidence: await verdicts(admissionId) });
  assert.deepEqual([decided.status, decided.body.status], [200, 'admitted'], JSON.stringify(decided.body));
  for (const requirement of seen.requirements) assert.equal((await evidenceById(tx, requirement.claim.evidenceId))?.state, 'confirmed');
  assert.deepEqual((await usesOf(tx, seen.requirements[0].claim.evidenceId)).map((u) => [u.subjectKind, u.subjectId, u.purpose]), [['admission', admissionId, 'admission']]);
  assert.deepEqual(await admissionOf(tx, t.huzhou.id, supplier.organisationId), { status: 'admitted', kind: 'maker' });
  assert.equal(await admissionOf(tx, t.yunxi.id, supplier.organisationId), undefined);

  const told = (await t.request('GET', '/api/notifications', { as: supplier })).body;
  assert.ok(told.rows.some((row: { code: string; path: string; text: { 'zh-CN': string } }) => row.code === 'suppliers.notice.admission-admitted' && row.path === '/huzhou/work/admission' && row.text['zh-CN'].includes('湖州市')), JSON.stringify(told));
  const mine = await own(supplier);
  assert.equal(mine.rounds[0].decision.by, null, 'who decided is not told to the supplier');
  assert.equal((await review(admissionId)).rounds[0].decision.by, '示例审核员');
});

test('a returned application names what to mend; the refused piece does not come back; the second round is admitted', async () => {
  const supplier = await applyingSupplier(t);
  const refused = await verdicts(supplier.admissionId, { TRADEMARK: '注册人与申请单位名称不一致' });
  const returned = await decide(supplier.admissionId, { decision: 'return', reasons: '请补充商标使用授权', round: 1, evidence: refused });
  assert.deepEqual([returned.status, returned.body.status], [200, 'returned']);
  const mine = await own(supplier);
  assert.deepEqual(mine.requirements[2].gaps, [{ evidence: 'TRADEMARK', field: 'file', fault: 'refused' }]);
  assert.equal(mine.requirements[2].claim.verdict.reason, '注册人与申请单位名称不一致');
  assert.deepEqual([mine.rounds[0].decision.reasons, mine.may], ['请补充商标使用授权', { attach: true, submit: false }]);
  assert.equal((await submit(supplier)).body.data.field, 'evidence.TRADEMARK.file');
  const better = await givenEvidence(t, supplier, 'TRADEMARK', { number: '示例另一号' });
  assert.equal((await attach(supplier, 'TRADEMARK', { evidenceId: better.evidenceId })).status, 200);
  assert.equal((await submit(supplier, 0)).body.code, 'submission-changed', 'a page drawn before the first submission');
  assert.equal((await submit(supplier)).body.round, 2);
  const stale = await decide(supplier.admissionId, { decision: 'admit', reasons: '', round: 1, evidence: refused });
  assert.equal(`${stale.status} ${stale.body.code}`, '409 submission-changed');
  const admitted = await decide(supplier.admissionId, { decision: 'admit', reasons: '', round: 2, evidence: await verdicts(supplier.admissionId) });
  assert.equal(admitted.body.status, 'admitted', JSON.stringify(admitted.body));
  assert.deepEqual((await own(supplier)).rounds.map((r: { decision: { decision: string } }) => r.decision.decision), ['return', 'admit']);
});

test('who is refused may ask again, with the same papers and without handing them in twice', async () => {
  const supplier = await applyingSupplier(t, { kind: 'distributor' });
  assert.equal((await decide(supplier.admissionId, { decision: 'refuse', reasons: '不具备政府采购法第二十二条规定的条件', round: 1, evidence: [] })).body.status, 'refused');
  const mine = await own(supplier);
  assert.deepEqual([mine.admission.status, mine.may.attach, mine.reusable.length], ['refused', true, 1]);
  assert.equal((await attach(supplier, 'COMMITMENT', { evidenceId: mine.reusable[0].evidenceId })).status, 200);
  const again = await submit(supplier);
  assert.deepEqual([again.status, again.body.round], [200, 1]);
  assert.notEqual(again.body.admissionId, supplier.admissionId);
  assert.equal((await review(supplier.admissionId)).admission.status, 'refused', 'the first one keeps its record');
  assert.equal((await t.everything.pool.query('select * from suppliers_read.admission where organisation_id = $1', [supplier.organisationId])).rows.length, 1, 'one row per city and supplier');
});

test('of several reviewers at once one wins, the others read who decided', async () => {
  const second = await t.person('centre.reviewer', { name: '示例审核员乙' });
  const supplier = await applyingSupplier(t, { kind: 'distributor' });
  const answers = await Promise.all(Array.from({ length: 8 }, (_, at) =>
    decide(supplier.admissionId, { decision: at % 2 === 0 ? 'return' : 'refuse', reasons: '理由', round: 1, evidence: [] }, at % 2 === 0 ? reviewer : second)));
  assert.deepEqual(answers.map((a) => a.status).toSorted((x, y) => x - y), [200, ...Array.from({ length: 7 }, () => 409)]);
  for (const loser of answers.filter((a) => a.status === 409)) {
    assert.equal(loser.body.code, 'already-decided');
    assert.match(loser.body.data.text['zh-CN'], /示例审核员/);
  }
  assert.equal((await t.everything.pool.query('select * from suppliers.decision where admission_id = $1', [supplier.admissionId])).rows.length, 1);
});

test('nobody of the supplier decides, in whatever seat', async () => {
  const supplier = await applyingSupplier(t, { kind: 'distributor' });
  const both = await t.person('centre.reviewer', { name: '两边任职' });
  must(await t.act({}, async (call) => {
    call.record({ kind: 'membership-given', subject: both.personId, body: {}, cityId: null });
    const { insertMembership } = await import('#modules/identity/store/people.ts');
    await insertMembership(call.tx, { id: newId(), personId: both.personId, organisationId: supplier.organisationId, roles: ['supplier.clerk'] }, call.now);
    return { ok: true as const, value: undefined };
  }));
  const seen = await review(supplier.admissionId, both);
  assert.deepEqual([seen.may.decide, seen.mayNotBecause], [false, 'own-admission']);
  const evidence = await verdicts(supplier.admissionId);
  const refused = await decide(supplier.admissionId, { decision: 'admit', reasons: '', round: 1, evidence }, both);
  assert.equal(`${refused.status} ${refused.body.code}`, '422 own-admission');
  assert.equal((await decide(supplier.admissionId, { decision: 'return', reasons: '理由', round: 1, evidence: [] }, both)).body.code, 'own-admission', 'nor without touching the evidence');
  assert.equal((await decide(supplier.admissionId, { decision: 'admit', reasons: '', round: 1, evidence }, supplier)).status, 403);
});

test('each piece is looked at before it is admitted, and each refusal has its reason', async () => {
  const supplier = await applyingSupplier(t, { kind: 'distributor' });
  const answer = async (body: Record<string, Json>): Promise<string> => {
    const { status, body: refused } = await decide(supplier.admissionId, { decision: 'admit', reasons: '', round: 1, evidence: [], ...body });
    return `${status} ${refused.code} ${refused.data.field}`;
  };
  assert.equal(await answer({}), '422 evidence-not-judged evidence.COMMITMENT');
  assert.equal(await answer({ evidence: await verdicts(supplier.admissionId, { COMMITMENT: '未盖章' }) }), '422 evidence-not-accepted evidence.COMMITMENT');
  assert.equal(await answer({ decision: 'return', reasons: '' }), '422 reasons-missing reasons');
  assert.equal(await answer({ decision: 'return', reasons: '见下', evidence: (await verdicts(supplier.admissionId)).map((v: object) => ({ ...v, accepted: false, reason: null })) }), '422 evidence-reason-missing evidence.0.reason');
  assert.equal(await answer({ evidence: [{ kind: 'COMMITMENT', evidenceId: newId(), accepted: true, reason: null }] }), '422 evidence-not-attached evidence.0.evidenceId');
});

test('another’s evidence, evidence not asked, and evidence of another kind are refused', async () => {
  const distributor = await registeredSupplier(t, { kind: 'distributor' });
  const other = await registeredSupplier(t);
  const theirs = await givenEvidence(t, other, 'COMMITMENT');
  const trademark = await givenEvidence(t, distributor, 'TRADEMARK');
  assert.equal((await attach(distributor, 'COMMITMENT', { evidenceId: theirs.evidenceId })).body.code, 'not-found');
  assert.equal((await attach(distributor, 'COMMITMENT', { uploadId: theirs.uploadId, number: null, issuer: null, issuedOn: null, validUntil: null })).body.code, 'upload-unknown');
  assert.equal((await attach(distributor, 'TRADEMARK', { evidenceId: trademark.evidenceId })).body.code, 'evidence-not-asked');
  assert.equal((await attach(distributor, 'COMMITMENT', { evidenceId: trademark.evidenceId })).body.code, 'not-found');
  const odd = await attach(distributor, 'COMMITMENT', { uploadId: trademark.uploadId, number: null, issuer: null, issuedOn: '2026-02-30', validUntil: null });
  assert.equal(`${odd.body.code} ${odd.body.data.field}`, 'day-unknown evidence.issuedOn');
});

test('a supplier admitted in one city asks in the next with the evidence it has', async () => {
  const supplier = await admittedSupplier(t, { kind: 'distributor' });
  const there = await own(supplier, t.yunxi);
  assert.equal(there.admission, null);
  assert.deepEqual(there.reusable.map((one: { kind: string; state: string }) => [one.kind, one.state]), [['COMMITMENT', 'confirmed']]);
  const path = `/api/${t.yunxi.slug}/suppliers/admission`;
  await t.request('PUT', `${path}/evidence/COMMITMENT`, { as: supplier, body: { evidence: { evidenceId: there.reusable[0].evidenceId } } });
  const { admissionId } = (await t.request('POST', `${path}/submission`, { as: supplier, body: { round: 0 } })).body;
  const centre = await t.person('centre.reviewer', { city: t.yunxi });
  const decided = await t.request('POST', `/api/${t.yunxi.slug}/suppliers/admissions/${admissionId}/decision`, { as: centre, body: { decision: 'admit', reasons: '', round: 1, evidence: [{ kind: 'COMMITMENT', evidenceId: there.reusable[0].evidenceId, accepted: true, reason: null }] } });
  assert.equal(decided.body.status, 'admitted', JSON.stringify(decided.body));
  assert.equal((await usesOf(tx, there.reusable[0].evidenceId)).length, 2);
});

test('what one city refuses stays refused there, though another has confirmed it', async () => {
  const supplier = await admittedSupplier(t, { kind: 'distributor', city: t.yunxi });
  const [piece] = (await own(supplier)).reusable;
  await attach(supplier, 'COMMITMENT', { evidenceId: piece.evidenceId });
  const { admissionId } = (await submit(supplier)).body;
  const returned = await decide(admissionId, { decision: 'return', reasons: '承诺书不是向本市作出的', round: 1, evidence: [{ kind: 'COMMITMENT', evidenceId: piece.evidenceId, accepted: false, reason: '不是向本市作出' }] });
  assert.equal(returned.body.status, 'returned', JSON.stringify(returned.body));
  assert.equal((await evidenceById(tx, piece.evidenceId))?.state, 'confirmed', 'the other city’s confirmation stands');
  assert.deepEqual((await own(supplier)).requirements[0].gaps, [{ evidence: 'COMMITMENT', field: 'file', fault: 'refused' }]);
  assert.equal((await submit(supplier)).body.data.field, 'evidence.COMMITMENT.file');
  assert.equal((await admissionOf(tx, t.yunxi.id, supplier.organisationId))?.status, 'admitted');
});

test('the public list shows the admitted of this city, found by one or two characters, by kind, and paged', async () => {
  const makers = [await admittedSupplier(t, { name: '溇岚绿色墙材示例有限公司' }), await admittedSupplier(t, { name: '弁岫涂料示例有限公司' })];
  const trader: TestSupplier = await admittedSupplier(t, { kind: 'distributor', name: '溇岚贸易示例有限公司' });
  const elsewhere = await admittedSupplier(t, { name: '溇岚外市示例有限公司', city: t.yunxi });
  await applyingSupplier(t, { name: '溇岚未决示例有限公司' });
  const find = async (query: string) => (await t.request('GET', `${root}?${query}`)).body;
  const named = await find(`q=${encodeURIComponent('溇岚')}`);
  assert.deepEqual(named.rows.map((r: { name: string }) => r.name), [trader.name, makers[0]!.name]);
  assert.deepEqual([named.total, named.makers, named.distributors], [2, 1, 1]);
  assert.deepEqual(Object.keys(named.rows[0]).sort(), ['address', 'admittedOn', 'creditCode', 'demo', 'kind', 'name', 'organisationId'], 'no contact person, no telephone');
  const traders = await find(`q=${encodeURIComponent('溇岚')}&kind=distributor`);
  assert.deepEqual([traders.rows.length, traders.total, traders.makers], [1, 1, 1]);
  assert.equal((await find(`q=${makers[1]!.creditCode.toLowerCase()}`)).rows[0].name, makers[1]!.name);
  assert.equal((await find(`q=${encodeURIComponent('%')}`)).total, 0, 'a sign of patterns is only a sign');
  assert.ok(!(await find('size=100')).rows.some((r: { name: string }) => r.name === elsewhere.name));
  const page = await find('size=2&page=2');
  assert.equal(page.rows.length, 2);
  assert.ok(page.total > 4);
});

test('the desk of the centre: what waits first come first, counts by status, drafts unseen', async () => {
  const queue = (await t.request('GET', `${root}/admissions?size=100`, { as: reviewer })).body;
  const since = queue.rows.map((r: { since: string }) => r.since);
  assert.deepEqual(since, [...since].toSorted((x: string, y: string) => (x < y ? -1 : 1)));
  assert.equal(queue.counts.submitted, queue.total);
  const draft = await join(form(1008));
  assert.equal((await t.request('GET', `${root}/admissions/${draft.body.admissionId}`, { as: reviewer })).status, 404);
  const refused = (await t.request('GET', `${root}/admissions?status=refused`, { as: reviewer })).body;
  assert.ok(refused.rows.every((r: { status: string }) => r.status === 'refused'));
});

test('the requirements are read before one begins, by anyone, with their source', async () => {
  const asked = (await t.request('GET', `${root}/requirements`)).body;
  assert.deepEqual([asked.maker.length, asked.distributor.length], [3, 1]);
  assert.equal(asked.ruleSet.effectiveFrom, '2015-03-01');
  assert.ok(asked.ruleSet.sources.every((s: { 'zh-CN': string; en: string }) => s['zh-CN'] !== '' && s.en !== ''));
});

test('each act tells the world and leaves its entry', async () => {
  const supplier = await admittedSupplier(t, { kind: 'distributor' });
  const { rows: events } = await t.everything.pool.query("select name from platform.outbox where subject in ($1, $2) and name like 'suppliers.%' order by id", [supplier.admissionId, supplier.organisationId]);
  assert.deepEqual(events.map((e) => String(e.name)).sort(), ['suppliers.admission-decided@1', 'suppliers.admission-submitted@1', 'suppliers.registered@1']);
  const { rows: entries } = await t.everything.pool.query("select kind from ledger.entry where subject = $1 order by id", [supplier.admissionId]);
  assert.deepEqual(entries.map((e) => e.kind), ['admission-opened', 'admission-evidence-attached', 'admission-submitted', 'admission-decided']);
});
