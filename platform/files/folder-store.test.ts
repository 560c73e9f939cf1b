import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { FileLimits } from './store.ts';
import { folderStore } from './folder-store.ts';
import { aPdf, aPng, bytes, inPieces } from './test-kit.ts';

async function aFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qingcai-files-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const limits = (changed: Partial<FileLimits> = {}): FileLimits => ({ maxBytes: 1_000_000, name: 'report.pdf', ...changed });
const hashOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map((e) => e.name);

test('a file put is found under its hash, private, and comes back whole', async (t) => {
  const folder = await aFolder(t);
  const store = await folderStore(folder);
  const pdf = aPdf('x'.repeat(5000));
  const put = await store.put(inPieces(pdf, 100), limits({ declaredType: 'application/pdf', declaredBytes: pdf.length }));
  const sha256 = hashOf(pdf);
  assert.deepEqual(put, { ok: true, value: { sha256, bytes: pdf.length, kind: 'pdf' } });
  assert.equal((await stat(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256))).mode & 0o777, 0o600);
  assert.deepEqual(await store.read(sha256, 10_000), pdf);
  assert.equal(await store.has(sha256), true);
  assert.equal(await store.verify(sha256), 'intact');
  const stream = await store.open(sha256);
  assert.deepEqual(new Uint8Array(await new Response(stream as ReadableStream).arrayBuffer()), pdf);
  await assert.rejects(store.read(sha256, 100), RangeError);
});

test('what is absent is absent, and an address that is no hash reaches nothing', async (t) => {
  const folder = await aFolder(t);
  const store = await folderStore(folder);
  await writeFile(join(folder, 'secret'), 'x');
  for (const address of ['0'.repeat(64), '../secret', 'secret', '', 'A'.repeat(64)]) {
    assert.equal(await store.open(address), undefined);
    assert.equal(await store.read(address, 10), undefined);
    assert.equal(await store.has(address), false);
    assert.equal(await store.verify(address), 'absent');
  }
});

const refused: readonly [string, Uint8Array, Partial<FileLimits>, string][] = [
  ['an empty file', bytes(), {}, 'file-empty'],
  ['one byte too many', aPdf(), { maxBytes: aPdf().length - 1 }, 'file-too-large'],
  ['a declared length over the limit', aPdf(), { declaredBytes: 2_000_000 }, 'file-too-large'],
  ['fewer bytes than declared', aPdf(), { declaredBytes: aPdf().length + 1 }, 'file-cut-short'],
  ['more bytes than declared', aPdf(), { declaredBytes: 5 }, 'file-cut-short'],
  ['a PDF cut in the middle', aPdf().subarray(0, 30), {}, 'file-cut-short'],
  ['a picture named as a PDF', aPng(), {}, 'file-extension-mismatch'],
  ['a PDF with a byte before it', bytes(' ', aPdf().filter((b) => b < 0x7f)), {}, 'file-extension-mismatch'],
  ['a PDF declared as a page', aPdf(), { declaredType: 'text/html' }, 'file-declared-type-mismatch'],
  ['a name of no allowed kind', aPdf(), { name: 'report.pdf.exe' }, 'file-type-not-allowed'],
  ['a name without extension', aPdf(), { name: 'pdf' }, 'file-type-not-allowed'],
  ['XML where it was not asked for', bytes('<?xml version="1.0"?><a/>'), { name: 'a.xml' }, 'file-type-not-allowed'],
  ['a page named as a PDF', bytes('<html>', 'x'.repeat(3000)), {}, 'file-type-not-allowed'],
];
for (const [name, content, changed, code] of refused) {
  test(`${name}: ${code}, and nothing remains`, async (t) => {
    const folder = await aFolder(t);
    const store = await folderStore(folder);
    const put = await store.put(inPieces(content, 50), limits(changed));
    assert.equal(put.ok ? 'taken' : put.refusal.code, code);
    assert.deepEqual(await filesIn(folder), []);
  });
}

test('a sender that is refused is stopped, not read to its end', async (t) => {
  const store = await folderStore(await aFolder(t));
  let sent = 0;
  let stopped = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (yield aPdf(); ; sent++) yield new Uint8Array(1000);
    } finally {
      stopped = true;
    }
  }
  const put = await store.put(endless(), limits({ maxBytes: 10_000 }));
  assert.equal(put.ok ? '' : put.refusal.code, 'file-too-large');
  assert.ok(stopped && sent <= 11, `${sent} pieces`);
});

test('a sender that breaks off leaves nothing', async (t) => {
  const folder = await aFolder(t);
  const store = await folderStore(folder);
  const cut = new ReadableStream<Uint8Array>({
    start: (to) => to.enqueue(aPdf()),
    pull: (to) => to.error(new Error('connection reset')),
  });
  const put = await store.put(cut, limits());
  assert.equal(put.ok ? '' : put.refusal.code, 'file-cut-short');
  assert.deepEqual(await filesIn(folder), []);
});

test('ten puts of one content at once store it once', async (t) => {
  const folder = await aFolder(t);
  const store = await folderStore(folder);
  const pdf = aPdf('y'.repeat(50_000));
  const puts = await Promise.all(Array.from({ length: 10 }, (_, n) => store.put(inPieces(pdf, 900 + n * 37), limits())));
  assert.deepEqual(new Set(puts.map((put) => (put.ok ? put.value.sha256 : put.refusal.code))), new Set([hashOf(pdf)]));
  assert.deepEqual(await filesIn(folder), [hashOf(pdf)]);
});

test('content altered on the disk is noticed, never handed out by read, and healed by the next put of it', async (t) => {
  const folder = await aFolder(t);
  const store = await folderStore(folder);
  const sha256 = hashOf(aPdf());
  await store.put(inPieces(aPdf()), limits());
  await writeFile(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), aPdf('other'));
  assert.equal(await store.verify(sha256), 'altered');
  await assert.rejects(store.read(sha256, 10_000), /altered/);
  await store.put(inPieces(aPdf()), limits());
  assert.equal(await store.verify(sha256), 'intact');
});

test('a link in the place of a file is not followed', async (t) => {
  const folder = await aFolder(t);
  const store = await folderStore(folder);
  const sha256 = hashOf(aPdf());
  await store.put(inPieces(aPdf()), limits());
  const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  await rm(path);
  await symlink('/etc/hostname', path);
  await assert.rejects(store.open(sha256), { code: 'ELOOP' });
});

test('a writer killed half way leaves only a file that the next start sweeps; a living one is left alone', async (t) => {
  const folder = await aFolder(t);
  const script = `
    import { folderStore } from ${JSON.stringify(new URL('folder-store.ts', import.meta.url).href)};
    const store = await folderStore(process.argv[1]);
    async function* slowly() {
      yield Buffer.from('%PDF-1.7 half');
      process.stdout.write('half');
      await new Promise((go) => setTimeout(go, 60_000));
    }
    await store.put(slowly(), { maxBytes: 1000, name: 'a.pdf' });`;
  const writer = spawn(process.execPath, ['--input-type=module', '--eval', script, folder], { stdio: ['ignore', 'pipe', 'inherit'], cwd: import.meta.dirname });
  t.after(() => writer.kill('SIGKILL'));
  await once(writer.stdout, 'data');
  const left = await filesIn(folder);
  assert.equal(left.length, 1);
  assert.equal(await readFile(join(folder, 'incoming', left[0] ?? ''), 'latin1'), '%PDF-1.7 half');

  assert.equal((await folderStore(folder)).swept, 0, 'the writer is alive');
  writer.kill('SIGKILL');
  await once(writer, 'exit');
  const next = await folderStore(folder);
  assert.equal(next.swept, 1);
  assert.deepEqual(await filesIn(folder), []);
  assert.equal((await next.put(inPieces(aPdf()), limits())).ok, true);
});

test('what another machine is writing is left alone for a day', async (t) => {
  const folder = await aFolder(t);
  await folderStore(folder);
  const foreign = join(folder, 'incoming', 'elsewhere~1~00000000-0000-4000-8000-000000000000.part');
  await writeFile(foreign, 'x');
  assert.equal((await folderStore(folder)).swept, 0);
  const before = new Date(Date.now() - 25 * 3600_000);
  await utimes(foreign, before, before);
  assert.equal((await folderStore(folder)).swept, 1);
});
