import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/clock.ts';
import { testPlatform } from './test-kit/platform.ts';

const t = await testPlatform();
const buyer = await t.person('buyer.purchaser');
const membership = { membershipId: buyer.membershipId };

test('every API answer carries the hardening headers, refusals too', async () => {
  for (const [method, path] of [['GET', '/api/cities'], ['GET', '/api/none'], ['POST', '/api/session'], ['PUT', '/api/session/membership'], ['GET', '/api/openapi.json']] as const) {
    const { headers } = await t.request(method, path, method === 'GET' ? {} : { body: {} });
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', path);
    assert.equal(headers.get('Referrer-Policy'), 'no-referrer', path);
    assert.equal(headers.get('Cache-Control'), 'no-store', path);
    assert.match(headers.get('Content-Security-Policy') ?? '', /default-src 'none'/, path);
  }
});

test('a write from another page, or from no page, is refused', async () => {
  for (const Origin of ['https://evil.example', 'null', 'http://localhost:3001', '']) {
    const answer = await t.request('PUT', '/api/session/membership', { as: buyer, body: membership, headers: { Origin } });
    assert.equal(answer.status, 403, Origin);
    assert.equal(answer.body.code, 'origin-refused');
  }
});

test('a write without an Idempotency-Key is refused, and says what to do', async () => {
  for (const key of ['', 'short', 'with space inside', 'ä'.repeat(10)]) {
    const headers: Record<string, string> = key === '' ? { 'Idempotency-Key': '' } : {};
    if (key.startsWith('ä')) continue;
    const answer = await t.request('PUT', '/api/session/membership', { as: buyer, body: membership, headers: { ...headers, 'Idempotency-Key': key } });
    assert.equal(answer.status, 400, key);
    assert.equal(answer.body.code, 'idempotency-key-missing');
    assert.match(answer.body.data.text['zh-CN'], /Idempotency-Key/);
  }
});

test('bad bodies are refused with their field, in both languages', async () => {
  const bad: [unknown, string | undefined][] = [[{}, 'membershipId'], [{ membershipId: 'x' }, 'membershipId'], [{ membershipId: buyer.membershipId, more: 1 }, 'more'], [[], undefined], ['text', undefined], [null, undefined]];
  for (const [body, field] of bad) {
    const answer = await t.request('PUT', '/api/session/membership', { as: buyer, body: body as never });
    assert.equal(answer.status, 400, JSON.stringify(body));
    assert.equal(answer.body.code, 'bad-input');
    if (field !== undefined) assert.equal(answer.body.data.field, field);
    assert.ok(answer.body.data.text['zh-CN'].length > 0 && answer.body.data.text.en.length > 0);
  }
});

test('a body that is not JSON, too large or of another type is refused', async () => {
  const send = (text: string, type: string) => t.request('POST', '/api/session', { bytes: new TextEncoder().encode(text), headers: { 'Content-Type': type } });
  assert.equal((await send('{"login":', 'application/json')).status, 400);
  assert.equal((await send('{"login":"a","password":"b"}', 'text/plain')).status, 415);
  assert.equal((await send(`{"login":"${'a'.repeat(1_100_000)}"}`, 'application/json')).status, 413);
});

test('a session that has ended, or a token of no session, is nobody', async () => {
  const leaver = await t.person('supplier.clerk');
  assert.equal((await t.request('GET', '/api/session', { as: leaver })).body.person.id, leaver.personId);
  assert.equal((await t.request('DELETE', '/api/session', { as: leaver })).status, 200);
  assert.equal((await t.request('GET', '/api/session', { as: leaver })).body.person, null);
  assert.equal((await t.request('DELETE', '/api/session', { as: leaver })).status, 401);
  const forged = { ...buyer, cookie: buyer.cookie.slice(0, -2) + 'xx' };
  assert.equal((await t.request('GET', '/api/session', { as: forged })).body.person, null);
});

test('a right that was taken away is gone with the next request', async () => {
  const person = await t.person('buyer.purchaser');
  await t.everything.pool.query('update identity.membership set ended_at = now() where id = $1', [person.membershipId]);
  const { body } = await t.request('GET', '/api/session', { as: person });
  assert.equal(body.active, null);
  assert.deepEqual(body.memberships, []);
});

test('signing in answers the same for an unknown login and a wrong password', async () => {
  const unknown = await t.request('POST', '/api/session', { body: { login: 'nobody-here', password: 'a-long-password' } });
  const wrong = await t.request('POST', '/api/session', { body: { login: buyer.login, password: 'a-long-password' } });
  assert.deepEqual([unknown.status, unknown.body], [wrong.status, wrong.body]);
  assert.equal(unknown.status, 401);
});

test('the OpenAPI document names every route, in 3.1', async () => {
  const { body } = await t.request('GET', '/api/openapi.json');
  assert.match(body.openapi, /^3\.1\./);
  const operations = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>).flatMap((path) => Object.values(path).map((o) => o.operationId));
  const { modules } = await import('./modules.ts');
  for (const module of modules) {
    for (const name of [...Object.keys(module.routes?.contract ?? {}), ...(module.byteRoutes ?? []).map((r) => r.name)]) assert.ok(operations.includes(`${module.name}.${name}`), `${module.name}.${name}`);
  }
});

test('the description says of every operation who may call it, and of every refusal what it says, in both languages', async () => {
  const { body } = await t.request('GET', '/api/openapi.json');
  const worded = body['x-refusals'] as Record<string, { 'zh-CN': string; en: string }>;
  for (const [id, text] of Object.entries(worded)) assert.ok(text['zh-CN'] !== '' && text.en !== '' && !/undefined|\bplural\b|\bselect\b,/.test(text['zh-CN'] + text.en), `${id}: ${JSON.stringify(text)}`);
  type Described = { operationId: string; 'x-who'?: unknown; responses: Record<string, { content?: Record<string, { schema: { properties?: { code?: { enum?: string[] } } } }> }> };
  for (const operation of Object.values(body.paths as Record<string, Record<string, Described>>).flatMap((methods) => Object.values(methods))) {
    assert.ok(operation['x-who'] !== undefined, operation.operationId);
    const codes = Object.values(operation.responses).flatMap(({ content }) => content?.['application/json']?.schema.properties?.code?.enum ?? []);
    for (const code of operation.responses['401'] === undefined ? [] : codes) assert.ok(worded[code] ?? worded[`${operation.operationId.split('.')[0]}.${code}`], `${operation.operationId} ${code}`);
  }
});

test('an instant that no clock shows is bad input, not a fault', async () => {
  const operator = await t.person('operator.administrator');
  for (const path of ['/api/watch/audit?since=2407-43-34T71:69:38%2B32:77', '/api/watch/refusals?until=8597-83-93T08:94:01Z', '/api/watch/security?until=7413-41-49T56:84:02Z']) assert.equal((await t.request('GET', path, { as: operator })).status, 400, path);
});

test('health tells life, readiness tells the database', async () => {
  assert.equal((await t.request('GET', '/healthz')).status, 200);
  assert.deepEqual((await t.request('GET', '/readyz')).body, { ready: true, database: true });
});

test('a city that is not on the platform is not found', async () => {
  const answer = await t.request('GET', `/api/atlantis/ledger/${newId()}`);
  assert.equal(answer.status, 404);
  assert.equal(answer.body.code, 'city-unknown');
});

test('a flood of sign-ins leaves the rest of the platform alone: beyond those who wait, it is told to come back', async () => {
  const flood = Array.from({ length: 60 }, (_, at) => t.request('POST', '/api/session', { body: { login: `nobody-${at}`, password: 'a-long-password' } }));
  const statuses = (await Promise.all(flood)).map((answer) => answer.status);
  assert.deepEqual([...new Set(statuses)].toSorted((x, y) => x - y), [401, 503]);
  assert.ok(statuses.filter((status) => status === 401).length >= 36, 'those who waited were answered');
});

test('control characters in a search are refused, not a fault', async () => {
  for (const path of ['/api/huzhou/catalogue?q=%00ab', '/api/huzhou/suppliers?q=%00']) assert.equal((await t.request('GET', path)).status, 400, path);
});
