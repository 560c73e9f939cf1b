import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPlatform } from '#app/test-kit/platform.ts';
import { day } from '#kernel/date.ts';
import { must } from '#kernel/result.ts';
import { confirmedLimits } from '#modules/standards/test-kit/builders.ts';
import { admittedSupplier, registeredSupplier } from '#modules/suppliers/test-kit/builders.ts';
import { storeUpload, submitEvidence } from '#modules/documents/index.ts';
import { decideListing, offerOf } from './index.ts';
import { aPaint, listedPaint, paintReport, paintStandard, reportEvidence, submittedPaint } from './test-kit/builders.ts';

const t = await testPlatform();
const read = t.everything.kysely;
const TODAY = day('2026-11-22');
await paintStandard(t);
const reviewer = await t.person('centre.reviewer');
const shelf = async (query: string) => (await t.request('GET', `/api/huzhou/catalogue?${query}`)).body;
const view = async (listingId: string, as = reviewer) => (await t.request('GET', `/api/huzhou/catalogue/${listingId}`, { as })).body;

test('a report that meets every limit opens the gate: PDF, confined reader, check, centre, shelf', async () => {
  const paint = await listedPaint(t, { reviewer });
  const offer = await offerOf(read, t.huzhou.id, paint.listingId, TODAY);
  assert.deepEqual(offer?.gate, { open: true, why: [], unproven: [] });
  assert.equal(offer?.star, 2, 'VOC 32 g/L reaches two stars');
  assert.equal(offer?.price, '21.40');
  const seen = await t.request('GET', `/api/huzhou/catalogue/${paint.listingId}`);
  assert.equal(seen.status, 200, 'anyone sees a listed product');
  assert.deepEqual(seen.body.indicators.map((i: { outcome: string }) => i.outcome), Array(8).fill('PASS'));
  assert.equal(seen.body.indicators[0].page, 1);
  assert.equal(seen.body.gate.open, true);
});

test('a value beyond its limit fails; the centre cannot list it, whatever the report says of itself', async () => {
  const paint = await submittedPaint(t, { report: { change: { 甲醛含量: '61' }, number: 'F-1' } });
  const product = await view(paint.listingId);
  assert.equal(product.verdict, 'FAIL');
  assert.equal(product.indicators[1].outcome, 'FAIL');
  assert.ok(product.findings.some((f: { code: string }) => f.code === 'verdict-contradicts'), 'the report says 符合');
  const refused = await t.act({ as: reviewer, city: t.huzhou }, (call) => decideListing(call, { listingId: paint.listingId, act: 'list', reasons: null }));
  assert.ok(!refused.ok && refused.refusal.code === 'indicator-failed');
  assert.equal((await t.request('GET', `/api/huzhou/catalogue/${paint.listingId}`)).status, 404, 'the public does not see it');
});

test('what the evidence does not mention is still to prove: it may stand on show with its gate closed', async () => {
  const paint = await listedPaint(t, { reviewer, report: { change: { '可溶性汞（Hg）': null }, number: 'N-1' } });
  const offer = await offerOf(read, t.huzhou.id, paint.listingId, TODAY);
  assert.deepEqual(offer?.gate, { open: false, why: ['still-to-prove'], unproven: ['B11-07'] });
  assert.equal((await view(paint.listingId)).indicators[6].outcome, 'NOT_TESTED');
});

test('ND without a detection limit needs a person; the person settles what is printed, the check judges', async () => {
  const paint = await submittedPaint(t, { report: { change: { 苯系物总和含量: '未检出' }, number: 'D-1' } });
  assert.equal((await view(paint.listingId)).verdict, 'NEEDS_REVIEW');
  const list = () => t.request('POST', `/api/huzhou/catalogue/${paint.listingId}/decision`, { as: reviewer, body: { act: 'list', reasons: null } });
  assert.equal((await list()).body.code, 'needs-review');
  const settle = (printed: string) => t.request('POST', `/api/huzhou/reports/${paint.reportId}/readings`, { as: reviewer, body: { indicatorCode: 'B11-03', decision: 'corrected', printed, unit: 'mg/kg', note: '检出限见第 2 页' } });
  assert.equal((await settle('<120')).status, 200);
  await t.drain();
  assert.equal((await view(paint.listingId)).indicators[2].outcome, 'INDETERMINATE', 'a person cannot decree a pass');
  assert.equal((await settle('<5')).status, 200);
  await t.drain();
  const product = await view(paint.listingId);
  assert.equal(product.indicators[2].outcome, 'PASS');
  assert.ok(product.indicators[2].reasons.some((r: { code: string }) => r.code === 'settled-by-person'));
  assert.equal((await list()).status, 200);
});

test('a value typed by hand proves nothing until a person of the centre has compared it with the report', async () => {
  const paint = await submittedPaint(t, { report: { change: { '可溶性汞（Hg）': null }, number: 'H-1' } });
  const entered = await t.request('POST', `/api/huzhou/reports/${paint.reportId}/values`, { as: paint.supplier, body: { indicatorCode: 'B11-07', printed: '<1', unit: 'mg/kg', page: 1 } });
  assert.equal(entered.status, 200);
  await t.drain();
  assert.equal((await view(paint.listingId)).indicators[6].outcome, 'NEEDS_REVIEW');
  assert.equal((await t.request('POST', `/api/huzhou/reports/${paint.reportId}/readings`, { as: reviewer, body: { indicatorCode: 'B11-07', decision: 'confirmed', printed: '<1', unit: 'mg/kg', note: null } })).status, 200);
  await t.drain();
  assert.equal((await view(paint.listingId)).verdict, 'PASS');
});

test('a report that cannot be read proves nothing and says why', async () => {
  for (const [name, bytes] of [['truncated', (await paintReport()).slice(0, 3_000)], ['no table', await import('#platform/paper/typeset.ts').then(({ typeset }) => typeset({ template: 'nothing but words, nothing but words', data: {}, title: 'x', date: TODAY }))]] as const) {
    const supplier = await admittedSupplier(t);
    const made = await reportEvidence(t, supplier, { bytes }).catch((error: Error) => error);
    if (made instanceof Error) {
      assert.match(made.message, /file-cut-short/, name);
      continue;
    }
    const paint = await submittedPaint(t, { supplier, report: { bytes } });
    assert.notEqual((await view(paint.listingId)).verdict, 'PASS', name);
  }
});

test('the gate closes with the year of the report, with another edition, with a limit confirmed since', async () => {
  const old = await listedPaint(t, { reviewer, report: { issued: day('2026-01-10'), number: 'O-1' } });
  assert.equal((await offerOf(read, t.huzhou.id, old.listingId, TODAY))?.gate.open, true);
  assert.deepEqual((await offerOf(read, t.huzhou.id, old.listingId, day('2027-01-11')))?.gate.why, ['evidence-lapsed']);
  const { pool } = t.everything;
  await pool.query('update catalogue.listing set edition_id = $1 where id = $2', ['older', old.listingId]);
  assert.deepEqual((await offerOf(read, t.huzhou.id, old.listingId, TODAY))?.gate.why, ['judged-under-another-edition']);
});

test('a limit confirmed later closes the gate at once and the listing is judged again', async () => {
  const city = t.yunxi;
  await import('#modules/standards/test-kit/builders.ts').then((b) => b.adoptedBase(t, city));
  const officer = await t.person('housing.officer', { city });
  const { confirmLimits, baseEdition } = await import('#modules/standards/index.ts');
  const confirm = (codes: string[]) => t.act({ as: officer, city }, (call) => confirmLimits(call, { editionId: baseEdition().id, codes, clause: null, page: null, note: null }, true));
  must(await confirm(['B11-01', 'B11-02']));
  const local = await t.person('centre.reviewer', { city });
  const paint = await listedPaint(t, { city, reviewer: local, report: { change: { '可溶性汞（Hg）': null }, number: 'L-1' } });
  assert.equal((await offerOf(read, city.id, paint.listingId, TODAY))?.gate.open, true, 'only confirmed limits gate');
  must(await confirm(['B11-07']));
  assert.deepEqual((await offerOf(read, city.id, paint.listingId, TODAY))?.gate.why, ['limit-confirmed-since'], 'before any job ran');
  await t.drain();
  assert.deepEqual((await offerOf(read, city.id, paint.listingId, TODAY))?.gate.why, ['still-to-prove']);
});

test('only an admitted supplier puts a product forward, with its own evidence', async () => {
  const stranger = await registeredSupplier(t);
  const post = (as: typeof stranger, evidence: string[], change: object = {}) => {
    const { terms, ...rest } = aPaint({ evidence });
    return t.request('POST', '/api/huzhou/catalogue', { as, body: { ...rest, ...terms, ...change } as never });
  };
  const foreign = await reportEvidence(t, stranger, { number: 'S-1' });
  assert.equal((await post(stranger, [foreign.evidenceId])).body.code, 'supplier-not-admitted');
  const supplier = await admittedSupplier(t);
  assert.equal((await post(supplier, [foreign.evidenceId])).status, 404, 'another organisation\'s evidence');
  assert.equal((await post(supplier, [])).body.code, 'evidence-missing');
  const own = await reportEvidence(t, supplier, { number: 'S-2' });
  assert.equal((await post(supplier, [own.evidenceId], { kindCode: 'Z99' })).body.code, 'kind-unknown');
  assert.equal((await post(supplier, [own.evidenceId], { parameters: { colour: '白' } })).body.data.field, 'parameters.colour');
  for (const price of ['0', '-1', '1000000000000000', '1.234']) assert.equal((await post(supplier, [own.evidenceId], { price })).body.code, 'price-not-usable', price);
  assert.equal((await post(supplier, [own.evidenceId])).status, 200);
});

test('Chinese text is found by any part of it, two characters and one included; every word must occur', async () => {
  const listed = await listedPaint(t, { reviewer, product: { name: '竹影水性内墙乳胶漆', brand: '湖青', model: 'ZY-880', description: '净味 抗菌' }, report: { number: 'Q-1', model: 'ZY-880' } });
  for (const q of ['乳胶', '漆', 'zy-880', 'ＺＹ－880', '竹影 抗菌', '湖青', '水性内墙', '内墙涂料']) {
    assert.ok((await shelf(`q=${encodeURIComponent(q)}`)).items.some((i: { listingId: string }) => i.listingId === listed.listingId), q);
  }
  for (const q of ['竹影 钢筋', '影竹', '%', '_', "'", '乳漆']) assert.equal((await shelf(`q=${encodeURIComponent(q)}`)).items.some((i: { listingId: string }) => i.listingId === listed.listingId), false, q);
  const counts = (await shelf('kind=B11')).counts;
  assert.ok(counts.kinds.B11 >= 3);
});

test('the shelf filters by star, proof and price, and sorts', async () => {
  const all = await shelf('size=100');
  const starred = await shelf('size=100&star=2');
  assert.equal(starred.total, all.items.filter((i: { star: number }) => i.star >= 2).length);
  const proven = await shelf('size=100&proven=all');
  assert.equal(proven.total, all.items.filter((i: { verdict: string }) => i.verdict === 'PASS').length);
  const [most] = all.counts.suppliers;
  assert.equal((await shelf(`supplier=${most.organisationId}`)).total, most.products);
  const dear = await shelf('size=100&priceFrom=21.41');
  assert.equal(dear.total, 0);
  assert.equal((await t.request('GET', '/api/huzhou/catalogue?priceFrom=abc')).status, 400);
});

test('the life of a listing in the hands of the centre and the supplier', async () => {
  const paint = await submittedPaint(t, { report: { number: 'Z-1' } });
  const decide = (act: string, reasons: string | null = null) => t.request('POST', `/api/huzhou/catalogue/${paint.listingId}/decision`, { as: reviewer, body: { act, reasons } });
  assert.equal((await decide('return')).body.code, 'reasons-missing');
  assert.equal((await decide('restore')).body.code, 'act-not-possible');
  assert.equal((await decide('return', '请补充说明')).body.status, 'returned');
  const { terms, ...rest } = aPaint({ evidence: [paint.evidenceId], name: '改名面漆' });
  assert.equal((await t.request('PUT', `/api/huzhou/catalogue/${paint.listingId}`, { as: paint.supplier, body: { ...rest, ...terms, kindCode: 'B12' } as never })).body.code, 'kind-fixed');
  assert.equal((await t.request('PUT', `/api/huzhou/catalogue/${paint.listingId}`, { as: paint.supplier, body: { ...rest, ...terms } as never })).status, 200);
  assert.equal((await view(paint.listingId)).status, 'compared', 'the reading is reused');
  const both = await Promise.all([decide('list'), decide('list')]);
  assert.deepEqual(both.map((b) => b.status).toSorted((x, y) => x - y), [200, 409], 'two reviewers at once: one lists');
  assert.equal((await decide('suspend', '抽检')).body.status, 'suspended');
  assert.equal((await offerOf(read, t.huzhou.id, paint.listingId, TODAY))?.gate.open, false);
  assert.equal((await decide('restore')).body.status, 'listed');
  assert.equal((await t.request('POST', `/api/huzhou/catalogue/${paint.listingId}/withdrawal`, { as: paint.supplier, body: {} })).body.status, 'withdrawn');
});

test('what was still to prove is proven by further evidence; what fails is not outvoted', async () => {
  const supplier = await admittedSupplier(t);
  const paint = await listedPaint(t, { reviewer, supplier, report: { change: { '可溶性汞（Hg）': null }, number: 'E-1' } });
  const add = (evidenceId: string, as = supplier as never) => t.request('POST', `/api/huzhou/catalogue/${paint.listingId}/evidence`, { as, body: { evidenceId } });
  assert.equal((await view(paint.listingId, supplier)).may.addEvidence, true);
  assert.equal((await view(paint.listingId)).may.addEvidence, false);
  assert.equal((await add(paint.evidenceId)).body.code, 'evidence-in-use-here');
  const stranger = await admittedSupplier(t);
  assert.equal((await add((await reportEvidence(t, stranger, { number: 'E-2' })).evidenceId)).status, 404, 'another organisation\'s evidence');
  assert.equal((await add(paint.evidenceId, stranger as never)).status, 404, 'another organisation\'s product');
  const whole = await reportEvidence(t, supplier, { number: 'E-3' });
  assert.deepEqual((await add(whole.evidenceId)).body, { verdict: 'NEEDS_REVIEW' }, 'a report that is still being read closes the gate');
  await t.drain();
  assert.equal((await view(paint.listingId)).verdict, 'PASS');
  const failing = await reportEvidence(t, supplier, { number: 'E-4', change: { 甲醛含量: '61' } });
  assert.equal((await add(failing.evidenceId)).status, 200);
  await t.drain();
  assert.equal((await view(paint.listingId)).verdict, 'FAIL');
  assert.equal((await offerOf(read, t.huzhou.id, paint.listingId, TODAY))?.gate.open, false);
});

test('a report that nobody handed in to be read is handed in with the product', async () => {
  const supplier = await admittedSupplier(t);
  const content = await paintReport({ number: 'R-1' });
  const { evidenceId } = must(await t.act({ as: supplier }, async (call) => {
    const { uploadId } = must(await storeUpload(call, t.platform.wired.files, content, { name: 'report.pdf', organisationId: supplier.organisationId }));
    return submitEvidence(call, { kind: 'TEST_REPORT', number: 'R-1', issuer: null, issuedOn: null, validUntil: null, uploadId, holderOrganisationId: supplier.organisationId, values: [] });
  }));
  const { terms, ...rest } = aPaint({ evidence: [evidenceId] });
  const made = await t.request('POST', '/api/huzhou/catalogue', { as: supplier, body: { ...rest, ...terms } as never });
  await t.drain();
  assert.equal((await view(made.body.listingId)).verdict, 'PASS');
});

test('limits of another kind confirmed do not disturb', async () => {
  await confirmedLimits(t, { kinds: ['B12'] });
  await t.drain();
  assert.ok((await shelf('kind=B11&proven=all')).total > 0);
});

test('the comparison page: each value with its cell on the page, its limit and why; the picture of the page', async () => {
  const paint = await listedPaint(t, { reviewer, report: { number: 'V-1' } });
  const { status, body } = await t.request('GET', `/api/huzhou/catalogue/${paint.listingId}/reports/${paint.reportId}`);
  assert.equal(status, 200);
  const voc = body.comparison.indicators[0];
  assert.deepEqual([voc.code, voc.printed, voc.value, voc.limit, voc.outcome, voc.page], ['B11-01', '32', '32', '≤ 80', 'PASS', 1]);
  assert.ok(voc.box.width > 10 && voc.box.height > 5);
  assert.deepEqual(body.may, { settle: false, enter: false });
  const picture = await t.request('GET', `/api/huzhou/catalogue/${paint.listingId}/reports/${paint.reportId}/pages/1`);
  assert.equal(picture.status, 200);
  assert.equal(picture.headers.get('Content-Type'), 'image/png');
  assert.ok(String(picture.body).length > 10_000);
  assert.equal((await t.request('GET', `/api/huzhou/catalogue/${paint.listingId}/reports/${paint.reportId}/pages/9`)).status, 404);
  const hidden = await submittedPaint(t, { report: { number: 'V-2' } });
  assert.equal((await t.request('GET', `/api/huzhou/catalogue/${hidden.listingId}/reports/${hidden.reportId}`)).status, 404);
  assert.equal((await t.request('GET', `/api/huzhou/catalogue/${hidden.listingId}/reports/${hidden.reportId}/pages/1`)).status, 404);
  assert.equal((await t.request('GET', `/api/huzhou/catalogue/${paint.listingId}/reports/${hidden.reportId}`)).status, 404, 'a report of another product');
});

test('nobody settles a row out of a report of another model, or an old one', async () => {
  const other = await submittedPaint(t, { report: { change: { '可溶性汞（Hg）': null }, number: 'W-1', model: 'X-999' } });
  const settle = (reportId: string, indicatorCode: string, more: object = {}) => t.request('POST', `/api/huzhou/reports/${reportId}/readings`, { as: reviewer, body: { indicatorCode, decision: 'confirmed', printed: '<1', unit: 'mg/kg', note: null, ...more } });
  for (const code of ['B11-02', 'B11-07']) assert.equal((await settle(other.reportId, code)).status, 200);
  await t.drain();
  const product = await view(other.listingId);
  assert.deepEqual([product.indicators[1].outcome, product.indicators[6].outcome], ['NOT_COVERED', 'NOT_COVERED']);
  const old = await submittedPaint(t, { report: { change: { '可溶性汞（Hg）': null }, issued: day('2025-09-01'), number: 'W-2' } });
  assert.equal((await settle(old.reportId, 'B11-07')).status, 200);
  await t.drain();
  assert.equal((await view(old.listingId)).indicators[6].outcome, 'EXPIRED');
});

test('settling a reading does not settle its method: that is taken as equivalent by name, with a reason', async () => {
  const { PAINT_ROWS } = await import('./test-kit/builders.ts');
  const { coverFields, typstReport } = await import('#modules/laboratories/test-kit/typst-report.ts');
  const rows = Object.entries(PAINT_ROWS).map(([item, [unit, requirement, result, method]], index) => [String(index + 1), item, unit, requirement, result, item === '甲醛含量' ? 'GB/T 18883-2022' : method, '符合']);
  const bytes = await typstReport({ fields: coverFields({ 型号规格: 'N-100' }), tables: [{ widths: [1, 4, 2, 2, 2, 3, 2], head: [['序号', '检验项目', '单位', '标准要求', '检验结果', '检测方法', '单项结论']], body: rows }] });
  const paint = await submittedPaint(t, { report: { bytes, number: 'W-3' } });
  const settle = (more: object) => t.request('POST', `/api/huzhou/reports/${paint.reportId}/readings`, { as: reviewer, body: { indicatorCode: 'B11-02', decision: 'confirmed', printed: '12', unit: 'mg/kg', note: null, ...more } });
  assert.equal((await settle({})).status, 200);
  await t.drain();
  assert.equal((await view(paint.listingId)).indicators[1].outcome, 'NEEDS_REVIEW');
  assert.equal((await settle({ methodAccepted: true })).body.code, 'note-missing');
  assert.equal((await settle({ methodAccepted: true, note: '两种方法等效，见比对记录' })).status, 200);
  await t.drain();
  assert.equal((await view(paint.listingId)).indicators[1].outcome, 'PASS');
});

test('a failing report is not outvoted by withdrawing it', async () => {
  const { addEvidence } = await import('./index.ts');
  const { withdrawEvidence } = await import('#modules/documents/index.ts');
  const paint = await listedPaint(t, { reviewer, report: { number: 'K-1' } });
  const bad = await reportEvidence(t, paint.supplier, { change: { 甲醛含量: '75' }, number: 'K-2' });
  must(await t.act({ as: paint.supplier, city: t.huzhou }, async (call) => {
    const added = await addEvidence(call, { listingId: paint.listingId, evidenceId: bad.evidenceId }, paint.supplier.organisationId);
    return added.ok ? { ok: true as const, value: undefined } : added;
  }));
  assert.equal((await offerOf(read, t.huzhou.id, paint.listingId, TODAY))?.gate.open, false, 'a report that is still being read closes the gate');
  await t.drain();
  assert.equal((await view(paint.listingId)).verdict, 'FAIL');
  must(await t.act({ as: paint.supplier }, async (call) => {
    const gone = await withdrawEvidence(call, { evidenceId: bad.evidenceId, reason: '换新' } as Parameters<typeof withdrawEvidence>[1]);
    return gone.ok ? { ok: true as const, value: undefined } : gone;
  }));
  await t.drain();
  const product = await view(paint.listingId);
  assert.equal(product.verdict, 'NEEDS_REVIEW');
  assert.ok(product.findings.some((f: { code: string }) => f.code === 'failing-evidence-withdrawn'));
  assert.equal((await offerOf(read, t.huzhou.id, paint.listingId, TODAY))?.gate.open, false);
});

test('a person who also belongs to the supplier neither settles nor lists its goods', async () => {
  const paint = await submittedPaint(t, { report: { change: { 苯系物总和含量: '未检出' }, number: 'M-1' } });
  await t.everything.pool.query('insert into identity.membership (id, person_id, organisation_id, roles, created_at, ended_at) values (gen_random_uuid(), $1, $2, $3, now(), null)', [reviewer.personId, paint.supplier.organisationId, ['supplier.clerk']]);
  const settled = await t.request('POST', `/api/huzhou/reports/${paint.reportId}/readings`, { as: reviewer, body: { indicatorCode: 'B11-03', decision: 'corrected', printed: '<5', unit: 'mg/kg', note: null } });
  assert.equal(settled.body.code, 'own-report');
  const listed = await t.request('POST', `/api/huzhou/catalogue/${paint.listingId}/decision`, { as: reviewer, body: { act: 'refuse', reasons: '测试' } });
  assert.equal(listed.body.code, 'own-product');
});
