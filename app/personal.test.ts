import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import pg from 'pg';
import type { Json } from '#kernel/canonical.ts';
import { must, ok } from '#kernel/result.ts';
import type { Part } from '#platform/personal/gather.ts';
import { plantCanaries, type Canary } from './test-kit/canaries.ts';
import { testPlatform } from './test-kit/platform.ts';

const t = await testPlatform();
const map = t.platform.serve.dataMap;
const owner = new pg.Client({ connectionString: t.ownerUrl });
owner.on('error', () => {});
await owner.connect();
after(() => owner.end());

const NAME = '欧阳彻之';
const wang = await t.person('buyer.purchaser', { with: await t.person('buyer.approver'), name: NAME });
const other = await t.person('buyer.purchaser', { name: '司马某某' });
const person = { id: wang.personId, name: NAME, organisationId: wang.organisationId };
/** The account itself is there already; a copy of a copy is none. */
const planted = await plantCanaries(owner, map, person, ['identity.person', 'privacy.export_part']);
await owner.query(`update identity.person set password_hash = 'canary of identity.person.password_hash' where id = $1`, [wang.personId]);
// The purchase ended on a day: its fifteen years can be counted.
await owner.query(`update orders.contract set status = 'closed', changed_at = '2026-06-01T08:00:00Z' where contact = $1`, [NAME]);

const account: readonly Canary[] = Object.entries((map['identity.person'] as Exclude<(typeof map)['identity.person'], 'plain'>)!.mapped)
  .map(([column, mapped]) => ({ table: 'identity.person', column, mapped, text: { id: wang.personId, name: NAME, login: wang.login }[column] ?? 'canary of identity.person.password_hash' }));
const canaries = [...planted, ...account];
const secret = ({ mapped }: Canary): boolean => mapped.class === 'credential' || mapped.class === 'organisation-secret';

async function copyOf(who: typeof wang): Promise<{ parts: Part[]; text: string; exportId: string }> {
  const asked = await t.request('POST', '/api/privacy/exports', { as: who });
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  assert.equal((await t.request('POST', '/api/privacy/exports', { as: who })).body.code, 'export-under-way');
  await t.drain();
  const { exportId } = asked.body as { exportId: string };
  const file = await t.request('GET', `/api/privacy/exports/${exportId}/json`, { as: who });
  assert.equal(file.status, 200, JSON.stringify(file.body));
  assert.match(file.headers.get('content-disposition')!, /^attachment; filename="qingcai-/);
  return { parts: file.body.parts as Part[], text: JSON.stringify(file.body), exportId };
}

describe('a copy of one person’s data (个人信息保护法 art. 45)', async () => {
  const copy = await copyOf(wang);
  const valueOf = ({ table, column }: Canary): Json[] => copy.parts.filter((part) => part.table === table).flatMap((part) => part.rows.map((row) => row.columns[column] ?? null)).filter((value) => value !== null);

  it('plants a canary in every mapped column about a person', () => assert.ok(canaries.length > 70, `${canaries.length} canaries`));

  it('holds every mapped column about that person, and of secrets that they are held', () => {
    const missing = canaries.filter((one) => {
      const values = valueOf(one);
      if (secret(one)) return !values.some((value) => (value as { withheld?: boolean }).withheld === true);
      return one.text === null ? values.length === 0 : !values.some((value) => JSON.stringify(value).includes(one.text!));
    });
    assert.deepEqual(missing.map((one) => `${one.table}.${one.column}`), []);
  });

  it('tells no secret', () => assert.deepEqual(canaries.filter((one) => secret(one) && one.text !== null && one.text.includes('canary') && copy.text.includes(one.text)).map((one) => `${one.table}.${one.column}`), []));

  it('is readable in both languages, with why each thing is kept', async () => {
    const page = await t.request('GET', `/api/privacy/exports/${copy.exportId}/html`, { as: wang });
    assert.match(page.body, /收货联系人[\s\S]*欧阳彻之/);
    assert.match(page.body, /自采购结束之日起至少十五年/);
    assert.match((await t.request('GET', `/api/privacy/exports/${copy.exportId}/html?lang=en`, { as: wang })).body, /at least fifteen years/);
  });

  it('is nobody else’s', async () => {
    assert.equal((await t.request('GET', `/api/privacy/exports/${copy.exportId}/json`, { as: other })).status, 404);
    assert.equal((await t.request('GET', `/api/privacy/exports/${copy.exportId}/json`)).status, 401);
    const theirs = await copyOf(other);
    assert.doesNotMatch(theirs.text, /canary|欧阳/);
  });
});

describe('an erasure (个人信息保护法 art. 47)', async () => {
  const [first, second] = [await t.person('operator.administrator'), await t.person('operator.administrator')];
  const asked = await t.request('POST', '/api/privacy/erasure', { as: wang });
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  await t.drain();
  const id = (asked.body as { erasureId: string }).erasureId;
  const agree = (as: typeof first) => t.request('POST', `/api/privacy/erasures/${id}/agree`, { as });
  const before = (await t.request('GET', '/api/privacy/mine', { as: wang })).body.erasure;

  it('says beforehand what would be erased and what is kept until when', () => {
    const contact = before.outcomes.find((one: { is: { en: string } }) => one.is.en === 'contact person for the delivery');
    assert.deepEqual([contact.keep, contact.kept, contact.until], ['purchase', 1, '2041-06-01']);
    assert.ok(before.outcomes.some((one: { keep: string; erased: number }) => one.keep === 'account' && one.erased > 0));
  });

  it('waits until the person serves nobody, and needs two others', async () => {
    assert.equal((await agree(first)).body.code, 'still-serves');
    must(await t.act({}, async (call) => {
      await owner.query('update identity.membership set ended_at = now() where person_id = $1', [wang.personId]);
      call.record({ kind: 'membership-ended', subject: wang.membershipId, body: {}, cityId: null });
      return ok(undefined);
    }));
    assert.deepEqual((await agree(first)).body, { state: 'agreed-once' });
    assert.equal((await agree(first)).body.code, 'second-person-needed');
    assert.deepEqual((await agree(second)).body, { state: 'agreed' });
    assert.equal((await agree(second)).body.code, 'erasure-settled');
    await t.drain();
    assert.deepEqual((await owner.query('select last_error from graphile_worker._private_jobs')).rows, [], 'the erasure was carried out');
  });

  it('leaves no canary but where the law keeps it, and names each such column with its day', async () => {
    const outcomes = (await owner.query<{ table: string; column: string; keep: string; kept: number; until: string | null; erased: number }>(
      `select table_name as "table", column_name as "column", keep, kept, erased, kept_until as until from privacy.outcome where erasure_id = $1`, [id])).rows;
    const wrong: string[] = [];
    for (const { table, column, mapped, text } of canaries) {
      if (mapped.erase === 'stays') continue;
      const sign = text ?? '';
      const { rows } = await owner.query<{ left: number }>(`select count(*)::int as left from ${table} t where to_jsonb(t.${pg.escapeIdentifier(column)})::text like $1`, [`%${sign}%`]);
      const outcome = outcomes.find((one) => one.table === table && one.column === column);
      const goes = mapped.keep === 'account' || mapped.keep === 'passing';
      // A type without room for a canary is told apart by its row alone.
      if (goes && text !== null && rows[0]!.left > 0) wrong.push(`${table}.${column} is still there`);
      if (goes && (outcome?.erased ?? 0) === 0) wrong.push(`${table}.${column} is not told as erased`);
      // The planted session ended more than six months ago: its time has run out.
      if (mapped.keep === 'network-log') continue;
      if (!goes && (outcome?.kept ?? 0) === 0) wrong.push(`${table}.${column} is kept and not told`);
      if (!goes && text !== null && rows[0]!.left === 0) wrong.push(`${table}.${column} was erased although it is kept as ${mapped.keep}`);
    }
    assert.deepEqual(wrong, []);
    const untilOf = (table: string, column: string) => outcomes.find((one) => one.table === table && one.column === column)?.until;
    assert.equal(untilOf('orders.contract', 'phone'), '2041-06-01', 'fifteen years from the end of the purchase (政府采购法 art. 42)');
    assert.equal(untilOf('orders.settlement', 'reason'), '2041-06-01');
    assert.match(String(untilOf('identity.session', 'opened_at')), /^\d{4}-\d{2}-\d{2}$/, 'six months after the session, and no longer');
    assert.deepEqual((await owner.query(`select count(*)::int as left from identity.session where person_id = $1`, [wang.personId])).rows, [{ left: 1 }], 'the session of half a year ago is gone');
    assert.equal(untilOf('suppliers.decision', 'reasons'), null, 'no source gives a time: a person decides');
  });

  it('leaves the name in no other column of any table', async () => {
    const { rows } = await owner.query<{ table: string; column: string }>(`select c.table_schema || '.' || c.table_name as "table", c.column_name as "column" from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
      where b.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`);
    const kept = new Set(planted.filter(({ mapped }) => mapped.keep !== 'account' && mapped.keep !== 'passing').map((one) => `${one.table}.${one.column}`));
    const found: string[] = [];
    for (const { table, column } of rows) {
      if (kept.has(`${table}.${column}`)) continue;
      const hit = await owner.query(`select from ${table} t where to_jsonb(t.${pg.escapeIdentifier(column)})::text like $1 limit 1`, [`%${NAME}%`]);
      if (hit.rowCount! > 0) found.push(`${table}.${column}`);
    }
    assert.deepEqual(found, []);
  });

  it('ends every session, and nobody signs in to it again', async () => {
    assert.equal((await t.request('GET', '/api/privacy/mine', { as: wang })).status, 401);
    assert.equal((await t.request('POST', '/api/session', { body: { login: wang.login, password: 'not-used-in-tests' } })).body.code, 'login-or-password-wrong');
  });

  it('leaves its entries in the ledger without anything of the person but the id', async () => {
    const { rows } = await owner.query<{ kind: string; content: string }>(`select kind, content from ledger.entry where subject = $1 order by id`, [id]);
    assert.deepEqual(rows.map((row) => row.kind), ['erasure-asked', 'erasure-counted', 'erasure-agreed', 'erasure-agreed', 'erasure-done']);
    assert.doesNotMatch(rows.map((row) => row.content).join(), new RegExp(`${NAME}|${wang.login}`));
  });

  it('touches nobody else', async () => {
    const { rows } = await owner.query<{ name: string; login: string }>('select name, login from identity.person where id = $1', [other.personId]);
    assert.deepEqual(rows, [{ name: '司马某某', login: other.login }]);
    assert.equal((await t.request('GET', '/api/privacy/mine', { as: other })).status, 200);
  });
});

describe('a request for erasure', () => {
  it('can be withdrawn, and refused with reasons that stay out of the ledger', async () => {
    const li = await t.person('supplier.clerk');
    const operator = await t.person('operator.administrator');
    const ask = async (): Promise<string> => ((await t.request('POST', '/api/privacy/erasure', { as: li })).body as { erasureId: string }).erasureId;
    await ask();
    assert.equal((await t.request('POST', '/api/privacy/erasure', { as: li })).body.code, 'erasure-under-way');
    assert.deepEqual((await t.request('POST', '/api/privacy/erasure/withdraw', { as: li })).body, { withdrawn: true });
    const id = await ask();
    assert.equal((await t.request('POST', `/api/privacy/erasures/${id}/refuse`, { as: operator, body: { reason: '' } })).body.code, 'reason-missing');
    assert.deepEqual((await t.request('POST', `/api/privacy/erasures/${id}/refuse`, { as: operator, body: { reason: '投诉处理尚未结束' } })).body, { refused: true });
    assert.equal((await t.request('GET', '/api/privacy/mine', { as: li })).body.erasure.reason, '投诉处理尚未结束');
    const { rows } = await owner.query<{ content: string }>('select content from ledger.entry where subject = $1', [id]);
    assert.doesNotMatch(rows.map((row) => row.content).join(), /投诉/);
  });

  it('is not handled by the one it concerns', async () => {
    const operator = await t.person('operator.administrator');
    const { erasureId } = (await t.request('POST', '/api/privacy/erasure', { as: operator })).body as { erasureId: string };
    for (const [verb, body] of [['agree', undefined], ['refuse', { reason: '否' }]] as const) assert.equal((await t.request('POST', `/api/privacy/erasures/${erasureId}/${verb}`, { as: operator, body })).body.code, 'own-erasure');
  });
});
