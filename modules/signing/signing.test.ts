import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPlatform, type TestPerson } from '#app/test-kit/platform.ts';
import { must, ok, type Result } from '#kernel/result.ts';
import { withConnection } from '#platform/database/embedded-cluster.ts';
import { possessionText } from './domain/certificate.ts';
import type { SuiteId } from './domain/suite.ts';
import { askSignature, makeCityKeys, newKeyPair, signingChallenge, signText, takeSignature } from './index.ts';
import { enrolledKey, keyFor, signedWith, type TestKey } from './test-kit/builders.ts';

const t = await testPlatform();
const { pool } = t.everything;
const { vault, files } = t.platform.serve;
const root = `/api/${t.huzhou.slug}/signing`;
const clerk = await t.person('supplier.clerk', { name: '吴照庭' });

type Change = { suite?: SuiteId; as?: TestPerson; proofFor?: Partial<{ person: string; organisation: string; city: string }>; challenge?: string; badProof?: boolean };
/** A person enrols as the browser does. */
async function enrolling(change: Change = {}) {
  const { suite = 1, as = clerk } = change;
  const pair = newKeyPair(suite);
  const { challenge } = change.challenge === undefined ? (await t.request('GET', `${root}/challenge`, { as })).body : { challenge: change.challenge };
  const proof = change.badProof === true ? 'ab'.repeat(64) : signText(pair, possessionText({ suite, publicKey: pair.publicKey, person: as.personId, organisation: as.organisationId, city: t.huzhou.id, challenge, ...change.proofFor }));
  return { pair, answer: await t.request('POST', `${root}/keys`, { as, body: { suite, publicKey: pair.publicKey, challenge, proof } }) };
}

const asking = { purpose: 'orders.acceptance', subject: 'order:1', title: { 'zh-CN': '验收单 DD-1', en: 'Acceptance paper DD-1' }, data: () => ({ order: 'DD-1', payable: '152022.00' }) };
const asked = async (key: TestKey, as = clerk, change: Partial<Parameters<typeof askSignature>[2]> = {}) => t.act({ as, city: t.huzhou }, (call) => askSignature(call, files, { ...asking, key: key.serial, ...change }));
const taking = (signed: { request: string; signature: string }, as = clerk, change: Partial<Parameters<typeof takeSignature>[1]> = {}, told?: Date) =>
  t.act({ as, city: t.huzhou, ...(told === undefined ? {} : { told }) }, (call) => takeSignature(call, { purpose: asking.purpose, subject: asking.subject, data: asking.data, ...signed, ...change }));

/** The code of a refusal; undefined where there was none. */
const code = async (answer: Promise<Result<unknown>>): Promise<string | undefined> => {
  const result = await answer;
  return result.ok ? undefined : result.refusal.code;
};

test('the city’s keys are made once, lie sealed, and are published', async () => {
  const founding = { id: t.huzhou.id, demo: true };
  await Promise.all([1, 2, 3].map(() => t.act({ city: t.huzhou }, async (call) => {
    await makeCityKeys(call, vault, founding);
    call.record({ kind: 'looked', subject: 'x', body: {} });
    return ok(undefined);
  })));
  const { rows } = await pool.query<{ sealed: Buffer; suite: number; fingerprint: string }>('select sealed, suite, fingerprint from signing.city_key where city_id = $1 order by suite', [t.huzhou.id]);
  assert.deepEqual(rows.map((row) => row.suite), [1, 2]);
  const published = (await t.request('GET', `${root}/city-keys`)).body;
  assert.deepEqual(published.map((key: { fingerprint: string }) => key.fingerprint), rows.map((row) => row.fingerprint));
  for (const { sealed, suite } of rows) {
    const open = vault.open('city key', `${t.huzhou.id} ${suite}`, sealed);
    assert.ok(open !== undefined && open.length >= 32 && !sealed.includes(open), 'never in clear');
    assert.equal(vault.open('city key', `${t.yunxi.id} ${suite}`, sealed), undefined, 'another city’s key is not this one');
  }
  assert.equal((await pool.query(`select from ledger.entry where kind = 'city-key-made' and city_id = $1`, [t.huzhou.id])).rowCount, 2);
});

for (const suite of [1, 2] as const) {
  test(`suite ${suite}: a key is enrolled with its proof, certified on the ledger, shown, and revoked`, async () => {
    const person = await t.person('buyer.purchaser', { name: '沈予禾' });
    const { answer } = await enrolling({ as: person, suite });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const { serial } = answer.body.certificate;
    assert.equal(answer.body.certificate.demo, true);
    const list = (await t.request('GET', `${root}/keys`, { as: person })).body;
    assert.deepEqual(list.keys.map((key: { certificate: { serial: string }; state: string }) => [key.certificate.serial, key.state]), [[serial, 'live']]);
    const { rows } = await pool.query<{ content: string }>(`select content from ledger.entry where subject = $1 order by id`, [`signing-key:${serial}`]);
    assert.ok(rows.length === 1 && rows[0]!.content.includes(answer.body.certificate.publicKey) && !rows[0]!.content.includes('沈予禾'), 'the ledger holds the certificate and no name');
    const revoked = await t.request('POST', `${root}/keys/${serial}/revocation`, { as: person, body: { reason: 'lost' } });
    assert.equal(revoked.status, 200);
    assert.equal((await t.request('POST', `${root}/keys/${serial}/revocation`, { as: person, body: { reason: 'lost' } })).body.code, 'key-revoked-already');
    assert.equal((await t.request('GET', `${root}/keys`, { as: person })).body.keys[0].state, 'revoked');
  });
}

test('enrolling is refused, one reason at a time', async () => {
  const old = await t.act({ as: clerk, city: t.huzhou, told: new Date(Date.now() - 16 * 60_000) }, async (call) => {
    call.record({ kind: 'looked', subject: 'x', body: {} });
    return ok(signingChallenge(call, vault));
  });
  const stranger = await t.person('supplier.clerk');
  const foreign = (await t.request('GET', `${root}/challenge`, { as: stranger })).body.challenge as string;
  const cases: [Change, string][] = [
    [{ badProof: true }, 'proof-wrong'],
    [{ proofFor: { person: stranger.personId } }, 'proof-wrong'],
    [{ proofFor: { organisation: stranger.organisationId } }, 'proof-wrong'],
    [{ proofFor: { city: t.yunxi.id } }, 'proof-wrong'],
    [{ challenge: must(old) }, 'challenge-lapsed'],
    [{ challenge: foreign }, 'challenge-lapsed'],
    [{ challenge: 'made-up' }, 'challenge-lapsed'],
  ];
  for (const [change, code] of cases) {
    const { answer } = await enrolling(change);
    assert.equal(answer.body.code, code, JSON.stringify(change));
    assert.ok(answer.body.data.text['zh-CN'].length > 5 && answer.body.data.text.en.length > 5);
  }
});

test('the same public key is certified once, and nobody hoards keys', async () => {
  const person = await t.person('supplier.clerk');
  const { pair } = await enrolling({ as: person });
  const { challenge } = (await t.request('GET', `${root}/challenge`, { as: person })).body;
  const proof = signText(pair, possessionText({ suite: 1, publicKey: pair.publicKey, person: person.personId, organisation: person.organisationId, city: t.huzhou.id, challenge }));
  assert.equal((await t.request('POST', `${root}/keys`, { as: person, body: { suite: 1, publicKey: pair.publicKey, challenge, proof } })).body.code, 'key-enrolled-before');
  for (let n = 0; n < 4; n += 1) await enrolledKey(t, person);
  assert.deepEqual([(await enrolling({ as: person })).answer.body.code, (await enrolling({ as: person })).answer.body.data.facts.most], ['too-many-keys', 5]);
});

test('an invented person has no key in a real city', async () => {
  const real = must(await t.act({}, async (call) => {
    const { foundCity } = await import('#modules/identity/index.ts');
    return ok(await foundCity(call, { slug: 'shishi', nameZh: '实市', nameEn: 'Shishi', demo: false }));
  }));
  const at = '/api/shishi/signing';
  const { challenge } = (await t.request('GET', `${at}/challenge`, { as: clerk })).body;
  const pair = newKeyPair(1);
  const proof = signText(pair, possessionText({ suite: 1, publicKey: pair.publicKey, person: clerk.personId, organisation: clerk.organisationId, city: real.cityId, challenge }));
  assert.equal((await t.request('POST', `${at}/keys`, { as: clerk, body: { suite: 1, publicKey: pair.publicKey, challenge, proof } })).body.code, 'demonstration-person');
});

for (const suite of [1, 2] as const) {
  test(`suite ${suite}: what was asked is signed once, recorded, and checked by its code`, async () => {
    const key = await keyFor(t, clerk, t.huzhou, suite);
    const ask = must(await asked(key));
    assert.deepEqual(ask.data, { order: 'DD-1', payable: '152022.00' });
    const taken = must(await taking(signedWith(key, ask)));
    assert.equal(taken.code, ask.code);
    assert.equal(await code(taking(signedWith(key, ask))), 'signing-lapsed', 'one request, one signature');
    await t.drain();
    const view = (await t.request('GET', `${root}/checks/${ask.code.replaceAll('-', '').toLowerCase()}`)).body;
    assert.deepEqual([view.signer, view.faults, view.suite, view.title.en, view.bundle.data], ['吴照庭', [], suite, 'Acceptance paper DD-1', null]);
    assert.ok(view.ledger.seq > 0, 'it has its place in the chain');
  });
}

test('a signature is refused, one reason at a time', async () => {
  const key = await keyFor(t, clerk);
  const other = await enrolledKey(t, clerk);
  const fresh = async () => must(await asked(key));
  const ask = await fresh();
  assert.equal(await code(taking({ request: ask.request, signature: '00'.repeat(64) })), 'signature-wrong');
  assert.equal(await code(taking(signedWith(other, ask))), 'signature-wrong', 'with another key of one’s own');
  assert.equal(await code(taking(signedWith(key, { ...ask, statement: { ...ask.statement, subject: 'order:2' } }))), 'signature-wrong', 'over another statement');
  assert.equal(await code(taking(signedWith(key, ask), clerk, { purpose: 'suppliers.commitment' })), 'signed-for-something-else');
  assert.equal(await code(taking(signedWith(key, ask), clerk, { subject: 'order:2' })), 'signed-for-something-else');
  assert.equal(await code(taking(signedWith(key, ask), clerk, { data: () => ({ order: 'DD-1', payable: '1.00' }) })), 'shown-changed');
  assert.equal(await code(taking(signedWith(key, ask), clerk, {}, new Date(Date.now() + 31 * 60_000))), 'signing-lapsed');
  const colleague = await t.person('supplier.clerk', { with: clerk });
  assert.equal(await code(taking(signedWith(key, ask), colleague)), 'signing-lapsed', 'what was asked of another person');
  assert.equal(await code(asked(key, colleague)), 'signing-key-missing', 'a colleague’s key');
  must(await taking(signedWith(key, ask)));
});

test('a key revoked between asking and signing signs nothing; what it signed before stays', async () => {
  const key = await enrolledKey(t, clerk);
  const before = must(await asked(key));
  must(await taking(signedWith(key, before)));
  const ask = must(await asked(key));
  assert.equal((await t.request('POST', `${root}/keys/${key.serial}/revocation`, { as: clerk, body: { reason: 'exposed' } })).status, 200);
  assert.equal(await code(taking(signedWith(key, ask))), 'signing-key-revoked');
  assert.equal(await code(asked(key)), 'signing-key-revoked');
  const view = (await t.request('GET', `${root}/checks/${before.code}`)).body;
  assert.deepEqual([view.faults, view.key.state], [[], 'revoked']);
});

const tamper = (statement: string, values: readonly string[]): Promise<unknown> => withConnection(t.ownerUrl, (owner) => owner.query(statement, [...values]));

test('what is altered in the database is named by the check', async () => {
  const key = await keyFor(t, clerk);
  const ask = must(await asked(key));
  must(await taking(signedWith(key, ask)));
  const faults = async (): Promise<string[]> => (await t.request('GET', `${root}/checks/${ask.code}`)).body.faults;
  await tamper(`update signing.request set data = replace(data, '152022', '952022') where id = $1`, [ask.request]);
  assert.deepEqual(await faults(), ['data-differs']);
  await tamper(`update signing.request set statement = replace(statement, 'order:1', 'order:7') where id = $1`, [ask.request]);
  assert.deepEqual(await faults(), ['signature-not-of-this-key', 'data-differs']);
  await tamper(`update signing.key set person_name = '另一人' where serial = $1`, [key.serial]);
  assert.ok((await faults()).includes('holder-differs'));
});

test('the unit’s administrator sees and revokes a colleague’s key; a colleague does neither, nor another unit’s administrator', async () => {
  const holder = await t.person('buyer.purchaser', { name: '沈予禾' });
  const colleague = await t.person('buyer.purchaser', { with: holder });
  const administrator = await t.person('buyer.purchaser', { with: holder, roles: ['buyer.purchaser', 'unit.administrator'] });
  const elsewhere = await t.person('buyer.purchaser', { roles: ['buyer.purchaser', 'unit.administrator'] });
  const { serial } = await enrolledKey(t, holder);
  const seen = async (as: TestPerson): Promise<string[]> => (await t.request('GET', `${root}/keys`, { as })).body.colleagues.map((key: { certificate: { serial: string } }) => key.certificate.serial);
  const revoke = (as: TestPerson) => t.request('POST', `${root}/keys/${serial}/revocation`, { as, body: { reason: 'left' } });
  assert.deepEqual([await seen(administrator), await seen(colleague), await seen(elsewhere)], [[serial], [], []]);
  assert.deepEqual([(await revoke(colleague)).status, (await revoke(elsewhere)).status], [404, 404]);
  assert.equal((await revoke(administrator)).status, 200);
  const [key] = (await t.request('GET', `${root}/keys`, { as: holder })).body.keys;
  assert.deepEqual([key.state, key.revoked.reason, key.revoked.byHolder], ['revoked', 'left', false]);
});
