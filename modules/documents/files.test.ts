import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import pg from 'pg';
import { httpApp } from '#app/server.ts';
import { listen } from '#platform/http/listen.ts';
import { ORIGIN, testPlatform, type Answer, type TestPerson } from '#app/test-kit/platform.ts';
import { newId } from '#platform/clock.ts';
import { folderStore } from '#platform/files/index.ts';
import { aDrawnPdf } from './test-kit/drawn-pdf.ts';
import { aJpeg, anXlsx, aPdf, aPng, bytes } from '#platform/files/test-kit.ts';
import { anUpload, inUse, someEvidence } from './test-kit/builders.ts';

/** Files over HTTP with real bytes: what is let in, what is refused and how, and who gets it back. */
const t = await testPlatform();
const { pool } = t.everything;
const supplier = await t.person('supplier.clerk');
const other = await t.person('supplier.clerk');

const put = (as: TestPerson | undefined, content: Uint8Array, name: string | null, type = 'application/octet-stream', headers: Record<string, string> = {}): Promise<Answer> =>
  t.request('PUT', '/api/documents/files', {
    as, bytes: new Uint8Array(content),
    headers: { 'Content-Type': type, ...(name === null ? {} : { 'X-File-Name': encodeURIComponent(name) }), ...headers },
  });
const uploads = async (): Promise<number> => (await pool.query<{ n: number }>('select count(*)::int as n from documents.upload')).rows[0]!.n;

test('each allowed kind is taken in, with its hash, size, kind and name', async () => {
  for (const [content, name, kind, type] of [
    [aPdf('a'), '检测报告（第1页）.pdf', 'pdf', 'application/pdf'],
    [aPng(), '外观.PNG', 'png', 'image/png'],
    [aJpeg(), 'photo.jpeg', 'jpeg', 'image/jpeg'],
    [anXlsx(), '参数表.xlsx', 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ] as const) {
    const { status, body } = await put(supplier, content, name, type);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual({ ...body, uploadId: '', sha256: '' }, { uploadId: '', sha256: '', bytes: content.length, kind, name });
    assert.equal(await t.platform.wired.files.verify(body.sha256), 'intact');
  }
});

test('a PDF behind a password is refused while its sender is there, and leaves nothing; one that only names a cipher is taken', async () => {
  const before = await uploads();
  const locked = await put(supplier, aDrawnPdf(['secret'], true), 'locked.pdf');
  assert.deepEqual([locked.status, locked.body.code], [422, 'file-encrypted']);
  assert.match(locked.body.data.text['zh-CN'], /密码/);
  assert.equal(await uploads(), before);
  const named = bytes('%PDF-1.7\n1 0 obj\n<</Note(/Encrypt)>>\nendobj\nstartxref\n9\n%%EOF\n');
  assert.equal((await put(supplier, named, 'named.pdf')).status, 200, 'what no reader can open is said when it is looked at');
});

test('the same content of the same organisation is the same upload; another organisation has its own', async () => {
  const first = await put(supplier, aPdf('same'), 'first.pdf');
  const again = await put(supplier, aPdf('same'), 'second.pdf');
  assert.deepEqual(again.body, first.body, 'under its first name');
  const theirs = await put(other, aPdf('same'), 'first.pdf');
  assert.equal(theirs.body.sha256, first.body.sha256);
  assert.notEqual(theirs.body.uploadId, first.body.uploadId);
});

test('the same file sent ten times at once is one upload', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => put(supplier, aPdf('at once'), 'once.pdf')));
  assert.deepEqual([...new Set(answers.map((a) => a.status))], [200]);
  assert.equal(new Set(answers.map((a) => a.body.uploadId)).size, 1);
});

test('bad files are refused by name, in both languages, and leave nothing', async () => {
  const before = await uploads();
  const cases: [string, Uint8Array, string | null, string, string, number][] = [
    ['empty', new Uint8Array(0), 'a.pdf', 'application/pdf', 'file-empty', 422],
    ['truncated', aPdf().subarray(0, 30), 'a.pdf', 'application/pdf', 'file-cut-short', 422],
    ['a truncated workbook', anXlsx().subarray(0, 60), 'a.xlsx', 'application/zip', 'file-cut-short', 422],
    ['wrong extension', aPdf(), 'a.png', 'image/png', 'file-extension-mismatch', 422],
    ['a PNG called PDF', aPng(), 'a.pdf', 'application/pdf', 'file-extension-mismatch', 422],
    ['wrong declared type', aPdf(), 'a.pdf', 'image/png', 'file-declared-type-mismatch', 422],
    ['a program called PDF', bytes('\x7fELF\x02\x01', '\0'.repeat(2000)), 'a.pdf', 'application/pdf', 'file-type-not-allowed', 415],
    ['a program', bytes('MZ'), 'a.exe', 'application/x-msdownload', 'file-type-not-allowed', 415],
    ['a table that is let in elsewhere only', bytes('a,b\r\n1,2\r\n'), 'a.csv', 'text/csv', 'file-type-not-allowed', 415],
    ['a page', bytes('<!doctype html><script>1</script>'), 'a.pdf', 'application/pdf', 'file-type-not-allowed', 415],
    ['a PDF with a program behind', bytes(aPdf(), 'MZ\x90'), 'a.pdf', 'application/pdf', 'file-mixed-content', 422],
    ['a workbook with macros', anXlsx({ name: 'xl/vbaProject.bin', text: 'x' }), 'a.xlsx', 'application/zip', 'file-unsafe-container', 422],
    ['no name', aPdf(), null, 'application/pdf', 'file-name-missing', 400],
  ];
  for (const [what, content, name, type, code, status] of cases) {
    const answer = await put(supplier, content, name, type);
    assert.equal(answer.body.code, code, `${what}: ${JSON.stringify(answer.body)}`);
    assert.equal(answer.status, status, what);
    for (const language of ['zh-CN', 'en']) assert.ok(answer.body.data.text[language].length > 10 && !/\{|undefined/.test(answer.body.data.text[language]), `${what} in ${language}`);
    assert.ok(answer.body.data.field, what);
  }
  const garbled = await t.request('PUT', '/api/documents/files', { as: supplier, bytes: new Uint8Array(aPdf()), headers: { 'X-File-Name': '%E6%A' } });
  assert.equal(garbled.body.code, 'file-name-missing');
  assert.equal(await uploads(), before);
});

test('one byte too many is refused, and the limit itself is let in', async () => {
  const limit = 20 * 1024 * 1024;
  const padded = (size: number): Uint8Array => {
    const whole = new Uint8Array(size).fill(0x20);
    const pdf = aPdf('big');
    const end = bytes('startxref\n9\n%%EOF\n');
    whole.set(pdf.subarray(0, pdf.length - end.length));
    whole.set(end, size - end.length);
    return whole;
  };
  const tooMuch = await put(supplier, padded(limit + 1), 'big.pdf');
  assert.equal(tooMuch.status, 413);
  assert.equal(tooMuch.body.code, 'file-too-large');
  assert.match(tooMuch.body.data.text['zh-CN'], /20 MB/);
  const declared = await put(supplier, padded(100), 'big.pdf', 'application/pdf', { 'Content-Length': String(limit + 1) });
  assert.equal(declared.body.code, 'file-too-large', 'said before it is sent');
  assert.equal((await put(supplier, padded(limit), 'big.pdf')).status, 200);
});

test('a name with a path, steering characters or a quote is kept without them', async () => {
  const { body } = await put(supplier, aPdf('named'), '../../etc/in\u202evoice\r\n"x".pdf');
  assert.equal(body.name, 'invoice _x_.pdf');
});

test('nobody without an organisation hands in anything, nor from another site', async () => {
  assert.equal((await put(undefined, aPdf(), 'a.pdf')).status, 401);
  assert.equal((await put(supplier, aPdf(), 'a.pdf', 'application/pdf', { Origin: 'https://elsewhere.example' })).status, 403);
});

test('one’s own file comes back as an attachment that nothing may run; another’s does not exist', async () => {
  const { uploadId, sha256 } = await anUpload(t, supplier, { inside: 'mine', name: '检测报告.pdf' });
  const mine = await t.request('GET', `/api/documents/files/${uploadId}`, { as: supplier });
  assert.equal(mine.status, 200);
  assert.equal(mine.body, Buffer.from(aPdf('mine')).toString('utf8'));
  assert.match(mine.headers.get('content-disposition') ?? '', /^attachment; filename="____\.pdf"; filename\*=UTF-8''%E6%A3%80/);
  assert.equal(mine.headers.get('x-content-type-options'), 'nosniff');
  assert.match(mine.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/);
  assert.equal(mine.headers.get('cross-origin-resource-policy'), 'same-origin');
  assert.equal(mine.headers.get('repr-digest'), `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
  for (const id of [uploadId, newId(), 'nonsense', '%27']) {
    const theirs = await t.request('GET', `/api/documents/files/${id}`, { as: other });
    assert.equal(theirs.status, 404);
    assert.equal(theirs.body.code, 'not-found');
  }
});

test('the file of evidence: its holder, and the bodies of the city where it serves, each as far as they may', async () => {
  const { evidenceId } = await someEvidence(t, supplier, { inside: 'who may see' });
  const [reviewer, officer, supervisor, buyer] = await Promise.all((['centre.reviewer', 'housing.officer', 'finance.supervisor', 'buyer.purchaser'] as const).map((role) => t.person(role)));
  const foreigner = await t.person('centre.reviewer', { city: t.yunxi });
  const laboratory = await t.person('laboratory.clerk');
  const status = async (as: TestPerson, city = 'huzhou'): Promise<number> => (await t.request('GET', `/api/${city}/documents/evidence/${evidenceId}/file`, { as })).status;

  assert.equal(await status(supplier), 200);
  assert.equal(await status(other), 404);
  assert.equal(await status(laboratory), 403);
  for (const body of [reviewer!, officer!, supervisor!, buyer!]) assert.equal(await status(body), 404, 'used nowhere yet');
  await inUse(t, evidenceId, t.huzhou, { purpose: 'admission' });
  for (const body of [reviewer!, officer!, supervisor!]) assert.equal(await status(body), 200);
  assert.equal(await status(buyer!), 404, 'a firm’s admission is not the buyer’s to read');
  assert.equal(await status(foreigner, 'yunxi'), 404, 'not used in that city');
  assert.equal(await status(foreigner), 403, 'another city’s centre');
  await inUse(t, evidenceId, t.huzhou, { purpose: 'listing' });
  assert.equal(await status(buyer!), 200);
});

test('the ledger keeps hash, kind and size of a file, never its name', async () => {
  const { body } = await put(supplier, aPdf('for the ledger'), '机密投标人名单.pdf');
  const { rows } = await pool.query<{ content: string; city_id: string | null }>("select content, city_id from ledger.entry where subject = $1 and kind = 'file-received'", [body.uploadId]);
  assert.equal(rows.length, 1);
  assert.equal(rows[0]!.city_id, null);
  assert.match(rows[0]!.content, new RegExp(body.sha256));
  assert.match(rows[0]!.content, new RegExp(supplier.personId), 'and who handed it in');
  assert.doesNotMatch(rows[0]!.content, /机密/);
});

/** The same platform behind a real socket, with a store whose folder we can look into. */
const folder = await mkdtemp(path.join(tmpdir(), 'qingcai-upload-'));
const platform = { ...t.platform, wired: { ...t.platform.wired, files: await folderStore(folder) } };
const server = await listen(httpApp(platform, { publicOrigin: ORIGIN, webFolder: null, ready: () => true }), 0, '127.0.0.1');
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A raw request over a real socket: what the wire does, no client may smooth over. */
const rawPut = (as: TestPerson, lengthHeader: string, send: (socket: ReturnType<typeof connect>) => void): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text)).on('error', () => undefined).on('close', () => resolve(answer));
    socket.write(`PUT /api/documents/files HTTP/1.1\r\nHost: localhost:3000\r\nOrigin: ${ORIGIN}\r\nCookie: ${as.cookie}\r\nX-File-Name: cut.pdf\r\nContent-Type: application/pdf\r\nConnection: close\r\n${lengthHeader}\r\n\r\n`);
    send(socket);
  });

const filesLeft = async (): Promise<string[]> => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);

const until = async (what: string, held: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200; tries++) {
    if (await held()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  assert.fail(`waited in vain until ${what}`);
};
const untilSome = (look: () => Promise<string[]>) => until('a file is being written', async () => (await look()).length > 0);
const untilNone = (look: () => Promise<string[]>) => until('nothing is left', async () => (await look()).length === 0);

test('an upload cut in the middle leaves neither file nor row nor a faulty server', async () => {
  const before = await uploads();
  const whole = aPdf('x'.repeat(200_000));
  for (const header of [`Content-Length: ${whole.length}`, 'Transfer-Encoding: chunked']) {
    await rawPut(supplier, header, (socket) => {
      const half = whole.subarray(0, 100_000);
      const part = header.startsWith('T') ? bytes(`${half.length.toString(16)}\r\n`, half, '\r\n') : half;
      // Cut only once the server has begun to write: that is the case to prove.
      socket.write(part, () => void untilSome(filesLeft).then(() => socket.destroy()));
    });
    await untilNone(filesLeft);
  }
  assert.equal(await uploads(), before);
  assert.match(await rawPut(supplier, `Content-Length: ${whole.length}`, (socket) => socket.write(whole)), /^HTTP\/1\.1 200 /, 'sent again, it arrives');
  assert.equal(await uploads(), before + 1);
});

test('whoever sends a file that is far too large hears the refusal over the wire', async () => {
  const send = (length: Record<string, string>, pieces: Iterable<Uint8Array>): Promise<{ status: number | undefined; code: string }> =>
    new Promise((resolve, reject) => {
      const headers = { Host: new URL(ORIGIN).host, Origin: ORIGIN, Cookie: supplier.cookie, 'X-File-Name': 'big.pdf', 'Content-Type': 'application/pdf', ...length };
      const sending = request({ port: server.port, host: '127.0.0.1', method: 'PUT', path: '/api/documents/files', headers }, (answer) => {
        let said = '';
        answer.setEncoding('utf8').on('data', (text: string) => (said += text)).on('end', () => resolve({ status: answer.statusCode, code: (JSON.parse(said) as { code: string }).code }));
      });
      sending.on('error', reject);
      Readable.from(pieces).pipe(sending);
    });
  const MB = 1024 * 1024;
  assert.deepEqual(await send({ 'Content-Length': String(40 * MB) }, Array.from({ length: 40 }, () => new Uint8Array(MB))), { status: 413, code: 'file-too-large' });
  const unsaid = await send({ 'Transfer-Encoding': 'chunked' }, [aPdf('x'.repeat(1_000_000)), ...Array.from({ length: 24 }, () => new Uint8Array(MB))]);
  assert.equal(unsaid.status, 413, 'no length was said, so it is found out on the way');
});

test('the application can neither rename nor remove what was handed in', async () => {
  for (const statement of ["update documents.upload set name = 'x'", 'delete from documents.upload', 'delete from documents.evidence', 'delete from documents.evidence_use', "update documents.evidence set number = 'x'"]) {
    await assert.rejects(pool.query(statement), (error: unknown) => error instanceof pg.DatabaseError && error.code === '42501', statement);
  }
});
