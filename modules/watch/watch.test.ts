import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { httpApp } from '#app/server.ts';
import { ORIGIN, testPlatform, type Answer } from '#app/test-kit/platform.ts';
import { listedPaint, paintStandard } from '#modules/catalogue/test-kit/builders.ts';
import { newId } from '#platform/clock.ts';
import { SECURITY_KINDS } from './domain/security-kinds.ts';
import { aFailedJob } from './test-kit/builders.ts';

const t = await testPlatform();
const operator = await t.person('operator.administrator');
const seen = (path: string): Promise<Answer> => t.request('GET', path, { as: operator });

/** Words of a unit's business that no page of the operator may show. */
const SECRETS = ['保密项目甲', '密道路 77 号', '0572-5559999'];
await paintStandard(t);
const paint = await listedPaint(t);
const buyer = await t.person('buyer.purchaser');
const placed = await t.request('POST', '/api/huzhou/orders', {
  as: buyer, body: {
    supplierOrganisationId: paint.supplier.organisationId, site: { address: SECRETS[1]!, contact: '张三', phone: SECRETS[2]! }, requiredOn: null, note: SECRETS[0]!, internalNote: SECRETS[0]!,
    lines: [{ listingId: paint.listingId, quantity: '200' }], seenTotal: null,
  },
});
assert.equal(placed.status, 200, JSON.stringify(placed.body));
const orderId = placed.body.orderId as string;

describe('what the operator sees', () => {
  it('is how the platform is: queues, disk, the failed job without what it carries', async () => {
    await t.drain();
    const jobId = await aFailedJob(t);
    const { body } = await seen('/api/watch/health');
    const { observation } = body as { observation: Record<string, number> };
    assert.ok(observation['diskTotal']! > observation['diskFree']! && observation['diskFree']! > 0 && observation['databaseBytes']! > 1_000_000);
    assert.equal(observation['eventsWaiting'], 0);
    const [job] = body.failed as { id: string; error: string; givenUp: boolean }[];
    assert.deepEqual([job!.id, job!.error, job!.givenUp], [jobId, 'Error: the paper could not be written', true]);
    assert.ok(!JSON.stringify(body).includes('瓷砖'), 'what a job carries is not shown');
  });

  it('lets a failed job be done again, once, and records it', async () => {
    const jobId = await aFailedJob(t);
    assert.deepEqual((await t.request('POST', `/api/watch/jobs/${jobId}/retry`, { as: operator, body: {} })).body, { jobId });
    const { rows } = await t.everything.pool.query<{ attempts: number; due: boolean }>('select attempts, run_at <= now() as due from graphile_worker._private_jobs where id = $1', [jobId]);
    assert.deepEqual(rows, [{ attempts: 0, due: true }]);
    assert.equal((await t.request('POST', '/api/watch/jobs/999999999/retry', { as: operator, body: {} })).body.code, 'job-not-failed');
    const { body } = await seen(`/api/watch/audit?subject=job:${jobId}`);
    assert.deepEqual((body.entries as { kind: string; personId: string }[]).map(({ kind, personId }) => [kind, personId]), [['job-retried', operator.personId]]);
  });

  it('finds entries by kind, subject, organisation and time, with hashes and without a word of what they say', async () => {
    await t.drain();
    const ask = async (query: string): Promise<{ kind: string; subject: string; hash: string; linkHash: string; organisationId: string }[]> => (await seen(`/api/watch/audit?${query}`)).body.entries;
    const [entry] = await ask(`subject=order:${orderId}`);
    assert.deepEqual([entry!.kind, entry!.organisationId], ['order-placed', buyer.organisationId]);
    assert.match(entry!.hash, /^[0-9a-f]{64}$/);
    assert.match(entry!.linkHash, /^[0-9a-f]{64}$/);
    assert.ok((await ask(`organisationId=${buyer.organisationId}`)).some(({ subject }) => subject === `order:${orderId}`));
    assert.equal((await ask(`organisationId=${newId()}`)).length, 0);
    assert.equal((await ask(`kind=order-placed&cityId=${t.yunxi.id}`)).length, 0);
    assert.equal((await ask(`kind=order-placed&cityId=${t.huzhou.id}`)).length, 1);
    assert.equal((await ask('kind=order-placed&until=2026-01-01T00:00:00Z')).length, 0);
    assert.deepEqual(Object.keys(entry!).filter((name) => ['body', 'content'].includes(name)), []);
  });

  it('is nothing of anybody’s business: no word of an order stands in any answer it gets', async () => {
    for (const path of ['health', 'audit?size=100', 'security?size=100', 'refusals?size=100']) {
      const answer = JSON.stringify((await seen(`/api/watch/${path}`)).body);
      for (const secret of SECRETS) assert.ok(!answer.includes(secret), `${path} shows ${secret}`);
    }
    assert.equal((await seen(`/api/huzhou/orders/${orderId}`)).status, 403);
  });
});

describe('acts that touch security', () => {
  it('show who came in, by id, and every kind that is looked for is told somewhere', async () => {
    const person = await t.person('buyer.approver', { password: 'a-long-enough-password-1' });
    const login = await t.request('POST', '/api/session', { body: { login: person.login, password: 'a-long-enough-password-1' } });
    assert.equal(login.status, 200, JSON.stringify(login.body));
    const { body } = await seen('/api/watch/security?size=100');
    const entries = body.entries as { kind: string; personId: string | null; subject: string }[];
    assert.ok(entries.some(({ kind }) => kind === 'session-opened') && entries.some(({ kind }) => kind === 'person-enrolled'));
    assert.ok(!JSON.stringify(body).includes(person.login), 'no login in clear');
    const root = path.resolve(import.meta.dirname, '../..');
    const code = globSync('{modules,app}/**/*.ts', { cwd: root }).filter((file) => !/security-kinds|\.test\.ts$/.test(file)).map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');
    assert.deepEqual(SECURITY_KINDS.filter((kind) => !code.includes(`'${kind}'`) && !(kind.startsWith('platform.backup-') && code.includes('platform.backup-${what}'))), []);
  });
});

describe('refusals', () => {
  it('are seen in sums, by route template and person, and cannot be made undone by the application', async () => {
    for (let n = 0; n < 3; n++) assert.equal((await t.request('GET', `/api/huzhou/orders/${newId()}`, { as: operator })).status, 403);
    assert.equal((await t.request('GET', `/api/huzhou/orders/${newId()}`)).status, 401);
    await t.drain();
    const { rows } = (await seen('/api/watch/refusals')).body as { rows: { route: string; status: number; personId: string | null; times: number }[] };
    const mine = rows.filter(({ route, personId }) => personId === operator.personId && /^GET \/api\/:city\/orders\/:[a-zA-Z]+$/.test(route));
    assert.ok(mine.reduce((sum, { times }) => sum + times, 0) >= 3, JSON.stringify(rows));
    assert.ok(rows.some(({ status, personId }) => status === 401 && personId === null));
    assert.equal((await t.everything.pool.query('delete from watch.refusal')).rowCount, 0, 'a log younger than six months goes with nobody');
    for (const statement of ['update watch.refusal set times = 1', 'truncate watch.refusal']) await assert.rejects(t.everything.pool.query(statement), /permission denied/);
  });
});

describe('metrics', () => {
  const token = 'a-token-of-thirty-two-characters!';
  const read = (metricsToken: string | null, bearer?: string): Promise<Response> => {
    const app = httpApp(t.platform, { publicOrigin: ORIGIN, webFolder: null, ready: () => true, metricsToken });
    return Promise.resolve(app.request(new Request('http://10.0.0.7:3000/metrics', { headers: bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` } })));
  };

  it('are read with the token alone; a short one opens nothing', async () => {
    assert.equal((await read(null, token)).status, 404);
    assert.equal((await read(token)).status, 404);
    assert.equal((await read(token, `${token}x`)).status, 404);
    assert.equal((await read('short', 'short')).status, 404);
    assert.equal((await read(token, token)).status, 200);
  });

  it('name routes by their templates and hold no id', async () => {
    const app = httpApp(t.platform, { publicOrigin: ORIGIN, webFolder: null, ready: () => true, metricsToken: token });
    await app.request(new Request(`${ORIGIN}/api/huzhou/orders/${orderId}`, { headers: { Cookie: buyer.cookie } }));
    const text = await (await app.request(new Request(`${ORIGIN}/metrics`, { headers: { Authorization: `Bearer ${token}` } }))).text();
    assert.match(text, /qingcai_http_request_seconds_count\{method="GET",route="\/api\/:city\/orders\/:[a-zA-Z]+",status="200"\} 1/);
    assert.match(text, /qingcai_disk_free_bytes \d+/);
    assert.match(text, /qingcai_jobs_failed \d+/);
    assert.doesNotMatch(text, /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/);
    assert.doesNotMatch(text, /huzhou/);
  });
});

describe('stored answers', () => {
  it('go after their 30 days and not before', async () => {
    const count = async (): Promise<number> => (await t.everything.pool.query('select from platform.idempotency')).rowCount!;
    const before = await count();
    assert.ok(before > 0);
    await t.everything.pool.query(`insert into platform.idempotency (scope, key, route, request_hash, created_at) values ('anonymous', 'old', 'x', 'y', now() - interval '31 days'), ('anonymous', 'young', 'x', 'y', now() - interval '29 days')`);
    await t.drain();
    assert.equal(await count(), before + 1);
  });
});
