import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { listen } from '#platform/http/listen.ts';
import { newId } from '#platform/clock.ts';
import { httpApp } from './server.ts';
import { ORIGIN, testPlatform } from './test-kit/platform.ts';

const t = await testPlatform();
const supplier = await t.person('supplier.clerk');

const web = await mkdtemp(path.join(tmpdir(), 'qingcai-web-'));
await mkdir(path.join(web, 'assets'));
await writeFile(path.join(web, 'page.json'), JSON.stringify({ entry: 'assets/main.js', frame: { js: [], css: [] }, pages: [{ pattern: '/api/docs', title: { 'zh-CN': '', en: '' }, js: [], css: [] }, { pattern: '/$city', title: { 'zh-CN': '', en: '' }, js: [], css: [] }] }));
await writeFile(path.join(web, 'assets/main.js'), 'export {}');
await writeFile(path.join(web, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
after(() => rm(web, { recursive: true, force: true }));

const https = 'https://city.example';
const broken = { ...t.platform, wired: { ...t.platform.wired, database: { ...t.platform.wired.database, kysely: new Proxy({}, { get() { throw new Error('select secret from identity.person'); } }) } } } as unknown as typeof t.platform;
const appAt = (publicOrigin: string, platform = t.platform) => httpApp(platform, { publicOrigin, webFolder: web, ready: () => true });
const secured = appAt(https);
const failing = appAt(https, broken);

type Asked = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string; readonly app?: ReturnType<typeof httpApp>; readonly origin?: string };
const ask = (target: string, { method = 'GET', headers = {}, body, app = secured, origin = https }: Asked = {}): Promise<Response> =>
  Promise.resolve(app.request(new Request(`${origin}${target}`, { method, headers: { ...(method === 'GET' ? {} : { Origin: origin, 'Idempotency-Key': newId(), 'Content-Type': 'application/json' }), ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }), ...headers }, ...(body === undefined ? {} : { body }) })));

const cookie = { Cookie: supplier.cookie };
const aPdf = `%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nstartxref\n9\n%%EOF\n`;
const stored = (await (await ask('/api/documents/files', { method: 'PUT', headers: { ...cookie, 'X-File-Name': 'a.pdf', 'Content-Type': 'application/pdf' }, body: aPdf })).json()) as { uploadId: string };

/** Every kind of reply there is: where it comes from, its status, and whether it is a page. */
const kinds: readonly [name: string, status: number, reply: () => Promise<Response>, policy?: RegExp][] = [
  ['an answer', 200, () => ask('/api/cities')],
  ['an answer that sets a cookie away', 200, async () => ask('/api/session', { method: 'DELETE', headers: { Cookie: (await t.person('bank.clerk')).cookie } })],
  ['the description of the interface', 200, () => ask('/api/openapi.json')],
  ['a file', 200, () => ask(`/api/documents/files/${stored.uploadId}`, { headers: cookie })],
  ['the head of a file', 200, () => ask(`/api/documents/files/${stored.uploadId}`, { method: 'HEAD', headers: cookie })],
  ['a sign of life', 200, () => ask('/healthz')],
  ['readiness', 200, () => ask('/readyz')],
  ['what an address knows', 204, () => ask('/api/cities', { method: 'OPTIONS' })],
  ['a page', 200, () => ask('/huzhou'), /^default-src 'none'; script-src 'nonce-/],
  ['the page that shows the interface', 200, () => ask('/api/docs'), /^default-src 'none'; script-src 'nonce-/],
  ['the head of a page', 200, () => ask('/huzhou', { method: 'HEAD' }), /^default-src 'none'; script-src 'nonce-/],
  ['a page that is not there', 404, () => ask('/huzhou/nothing/at/all'), /^default-src 'none'; script-src 'nonce-/],
  ['a script', 200, () => ask('/assets/main.js'), /^default-src 'none'; base-uri/],
  ['a drawing', 200, () => ask('/mark.svg'), /^default-src 'none'; base-uri/],
  ['a script that is not there', 404, () => ask('/assets/gone.js')],
  ['an unknown address', 404, () => ask('/api/none')],
  ['a city that is not here', 404, () => ask('/api/atlantis/orders')],
  ['a refusal for want of a session', 401, () => ask('/api/huzhou/orders')],
  ['a refusal of a byte route', 404, () => ask(`/api/documents/files/${newId()}`, { headers: cookie })],
  ['a refusal of a role', 403, () => ask('/api/huzhou/catalogue-review', { headers: cookie })],
  ['a refusal of the origin', 403, () => ask('/api/session', { method: 'POST', headers: { Origin: 'https://evil.example' }, body: '{}' })],
  ['bad input', 400, () => ask('/api/session', { method: 'POST', body: '{}' })],
  ['no JSON', 400, () => ask('/api/session', { method: 'POST', body: '{' })],
  ['an unclear address', 400, () => ask('/api/a%2fb')],
  ['an address too long', 414, () => ask(`/api/cities?q=${'a'.repeat(5000)}`)],
  ['another host', 421, () => ask('/api/cities', { headers: { Host: 'evil.example' } })],
  ['another method', 405, () => ask('/api/cities', { method: 'DELETE' })],
  ['another method on a page', 405, () => ask('/huzhou', { method: 'POST' })],
  ['another type of content', 415, () => ask('/api/session', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}' })],
  ['too much', 413, () => ask('/api/session', { method: 'POST', body: `{"login":"${'a'.repeat(1_000_001)}"}` })],
  ['a file that is refused', 415, () => ask('/api/documents/files', { method: 'PUT', headers: { ...cookie, 'X-File-Name': 'a.exe', 'Content-Type': 'application/pdf' }, body: aPdf })],
  ['a fault', 500, () => ask('/api/huzhou/orders', { app: failing, headers: cookie })],
];

for (const [name, status, reply, policy = /^default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox$/] of kinds) {
  test(`${name} (${status}) stands behind the fence`, async () => {
    const response = await reply();
    const text = await response.text();
    assert.equal(response.status, status, text.slice(0, 300));
    const header = (name: string): string => response.headers.get(name) ?? '';
    assert.match(header('Content-Security-Policy'), policy);
    assert.match(header('Content-Security-Policy'), /frame-ancestors 'none'/);
    assert.equal(header('X-Content-Type-Options'), 'nosniff');
    assert.equal(header('Referrer-Policy'), 'no-referrer');
    assert.equal(header('Cross-Origin-Opener-Policy'), 'same-origin');
    assert.equal(header('Cross-Origin-Resource-Policy'), 'same-origin');
    assert.match(header('Permissions-Policy'), /camera=\(\).*geolocation=\(\).*microphone=\(\)/);
    assert.equal(header('Strict-Transport-Security'), 'max-age=63072000; includeSubDomains');
    assert.notEqual(header('Cache-Control'), '');
    for (const loose of ['Access-Control-Allow-Origin', 'Server', 'X-Powered-By']) assert.equal(response.headers.get(loose), null, loose);
    assert.doesNotMatch(text, /select secret|node_modules|\.ts:\d/, 'nothing of the machine inside');
    if (status >= 400 && status !== 404) {
      const { data } = JSON.parse(text) as { data: { text: Record<string, string> } };
      assert.ok(data.text['zh-CN'] !== '' && data.text['en'] !== '', 'in both languages');
    }
  });
}

test('transport security is said only where there is transport security', async () => {
  assert.equal((await ask('/api/cities', { app: appAt(ORIGIN), origin: ORIGIN })).headers.get('Strict-Transport-Security'), null);
});

test('a method that an address does not know is told which it knows', async () => {
  assert.equal((await ask('/api/session', { method: 'PATCH' })).headers.get('Allow'), 'DELETE, GET, HEAD, OPTIONS, POST');
  assert.equal((await ask('/api/huzhou/orders', { method: 'OPTIONS' })).headers.get('Allow'), 'GET, HEAD, OPTIONS, POST');
  assert.equal((await ask('/api/huzhou/nothing/here', { method: 'OPTIONS' })).status, 404);
});

test('HEAD is GET without its content', async () => {
  for (const target of ['/api/cities', '/api/openapi.json', '/huzhou', '/assets/main.js', '/healthz']) {
    const [head, get] = [await ask(target, { method: 'HEAD' }), await ask(target)];
    assert.equal(head.status, get.status, target);
    assert.equal(head.headers.get('Content-Type'), get.headers.get('Content-Type'), target);
    assert.equal(await head.text(), '', target);
  }
});

test('what is said twice, in brackets, beside the address or on a write’s query is refused with its field', async () => {
  const field = async (target: string, asked: Asked = {}): Promise<unknown> => {
    const response = await ask(target, asked);
    const body = (await response.json()) as { code: string; data: { field?: string; text: Record<string, string> } };
    assert.equal(`${response.status} ${body.code}`, '400 bad-input', target);
    assert.match(body.data.text['zh-CN']!, /\p{Script=Han}/u);
    return body.data.field;
  };
  assert.equal(await field('/api/huzhou/catalogue?page=1&page=2'), 'page');
  assert.equal(await field('/api/huzhou/catalogue?page[x]=1'), 'page[x]');
  assert.equal(await field('/api/huzhou/catalogue?city=yunxi'), 'city');
  assert.equal(await field('/api/huzhou/catalogue?surely-not-a-field=1'), 'surely-not-a-field');
  assert.equal(await field('/api/session?x=1', { method: 'POST', body: '{}' }), 'x');
  assert.equal(await field('/api/session', { method: 'POST', body: '{"login":"a","login":"b","password":"c"}' }), 'login');
  assert.equal(await field('/api/session', { method: 'POST', body: '[]' }), undefined);
  assert.equal(await field(`/api/huzhou/orders/${newId()}/confirm`, { method: 'POST', headers: cookie, body: `{"order":"${newId()}"}` }), 'order');
});

test('a page of another site does not write, whatever origin it claims', async () => {
  for (const site of ['cross-site', 'same-site', 'none']) assert.equal((await ask('/api/session', { method: 'POST', headers: { 'Sec-Fetch-Site': site }, body: '{}' })).status, 403, site);
  assert.equal((await ask('/api/session', { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body: '{}' })).status, 400);
});

test('a packed or oddly encoded body is refused before it is opened', async () => {
  for (const headers of [{ 'Content-Encoding': 'gzip' }, { 'Content-Type': 'application/json; charset=utf-16' }, { 'Content-Type': 'application/json-patch+json' }, { 'Content-Type': 'application/x-www-form-urlencoded' }, { 'Content-Type': 'multipart/form-data; boundary=x' }] as Record<string, string>[]) {
    assert.equal((await ask('/api/session', { method: 'POST', headers, body: '{}' })).status, 415, JSON.stringify(headers));
  }
});

/** The real listener, in a hurry: what a patient test would wait twenty seconds for. */
const server = await listen(appAt(ORIGIN), 0, '127.0.0.1', { publicOrigin: https, limits: { headMillis: 400, wholeMillis: 900, everyMillis: 100 } });
after(() => server.stop());

/** Bytes as they go over the wire, and all that comes back until the connection ends. */
const over = (...pieces: (string | number)[]): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1');
    let said = '';
    socket.setEncoding('utf8').on('data', (text: string) => (said += text)).on('error', () => undefined).on('close', () => resolve(said));
    void (async () => {
      for (const piece of pieces) {
        if (typeof piece === 'number') await new Promise((go) => setTimeout(go, piece));
        else if (socket.writable) socket.write(piece);
      }
    })();
  });
const HEAD = `Host: localhost:3000\r\nOrigin: ${ORIGIN}\r\n`;

const wire: readonly [name: string, status: number, pieces: (string | number)[]][] = [
  ['a head that never ends', 408, ['GET /api/cities HTTP/1.1\r\n', 'Host: localhost:3000\r\n', 'X-A: ']],
  ['a body that never ends', 408, [`POST /api/session HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"login":`]],
  ['a head too large', 431, [`GET /api/cities HTTP/1.1\r\n${HEAD}X-A: ${'a'.repeat(20_000)}\r\n\r\n`]],
  ['no HTTP', 400, ['\x16\x03\x01\x02\x00\x01\r\n\r\n']],
  ['two lengths', 400, [`POST /api/session HTTP/1.1\r\n${HEAD}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{"a":1`]],
  ['a length and pieces', 400, [`POST /api/session HTTP/1.1\r\n${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`]],
  ['a line end in a header', 400, [`GET /api/cities HTTP/1.1\r\n${HEAD}X-A: a\0b\r\n\r\n`]],
  ['no host', 400, ['GET /api/cities HTTP/1.1\r\nConnection: close\r\n\r\n']],
  ['an unknown expectation', 417, [`POST /api/session HTTP/1.1\r\n${HEAD}Expect: tea\r\nContent-Length: 2\r\n\r\n`]],
  ['another site’s address', 400, ['GET http://evil.example/ HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\r\n']],
  ['dot segments', 400, [`GET /assets/../page.json HTTP/1.1\r\n${HEAD}Connection: close\r\n\r\n`]],
  ['encoded dot segments', 400, [`GET /assets/%2e%2e/page.json HTTP/1.1\r\n${HEAD}Connection: close\r\n\r\n`]],
  ['a backslash', 400, [`GET /assets\\page.json HTTP/1.1\r\n${HEAD}Connection: close\r\n\r\n`]],
  ['two slashes', 400, [`GET //evil.example/x HTTP/1.1\r\n${HEAD}Connection: close\r\n\r\n`]],
  ['NUL in an address', 400, [`GET /api/huzhou/catalogue?q=%00 HTTP/1.1\r\n${HEAD}Connection: close\r\n\r\n`]],
  ['the wrong host', 421, ['GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n']],
  ['a host with a user', 400, ['GET / HTTP/1.1\r\nHost: a@localhost:3000\r\nConnection: close\r\n\r\n']],
  ['TRACE', 405, [`TRACE /api/cities HTTP/1.1\r\n${HEAD}Connection: close\r\n\r\n`]],
  ['an upgrade', 200, [`GET /api/cities HTTP/1.1\r\n${HEAD}Connection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`]],
];

for (const [name, status, pieces] of wire) {
  test(`over the wire: ${name} (${status})`, async () => {
    const said = await over(...pieces);
    assert.match(said, new RegExp(`^HTTP/1\\.1 ${status} `), said.slice(0, 300));
    for (const header of ['content-security-policy: default-src', 'x-content-type-options: nosniff', 'referrer-policy: no-referrer']) assert.ok(said.toLowerCase().includes(header), `${header}: ${said.slice(0, 600)}`);
    if (status >= 400) assert.match(said, /"zh-CN":"[^"]+","en":"[^"]+"/);
  });
}

test('a dribbling crowd is cut off, and honest people are served meanwhile', async () => {
  const crowd = Array.from({ length: 60 }, () => over('GET /api/cities HTTP/1.1\r\n', 150, 'X-A: a\r\n', 150, 'X-B: b\r\n', 150, 'X-C: c\r\n', 150, 'X-D: d\r\n'));
  const honest = await over(`GET /api/cities HTTP/1.1\r\n${HEAD}Connection: close\r\n\r\n`);
  assert.match(honest, /^HTTP\/1\.1 200 /);
  for (const said of await Promise.all(crowd)) assert.match(said, /^HTTP\/1\.1 408 |^$/);
});
