import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { httpApp } from '#app/server.ts';
import { ORIGIN, testPlatform } from '#app/test-kit/platform.ts';
import { openApi } from '#app/openapi.ts';
import { newId } from '#platform/clock.ts';
import { folderStore } from '#platform/files/index.ts';
import { corpus, type Hostile } from './corpus.ts';
import { endsOf, meantFor, readers } from './readers.ts';

const t = await testPlatform();
const folder = await mkdtemp(path.join(tmpdir(), 'qingcai-hostile-'));
after(() => rm(folder, { recursive: true, force: true }));
/** The platform with a store that can be looked into. */
const platform = { ...t.platform, wired: { ...t.platform.wired, files: await folderStore(folder) } };
const app = httpApp(platform, { publicOrigin: ORIGIN, webFolder: null, ready: () => true });

/** Every route that takes a file, from the description of the interface: a new one is tried without being named here. */
const doors = Object.entries((await openApi(platform, ORIGIN)).paths).flatMap(([address, methods]) =>
  Object.entries(methods).filter(([, operation]) => 'application/octet-stream' in ((operation.requestBody as { content?: object } | undefined)?.content ?? {})).map(([method]) => ({ method: method.toUpperCase(), address: `/api${address}` })));

const filesIn = async (where: string): Promise<string[]> => (await readdir(where, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)).toSorted();

/** Some people send few files; each hostile one has a sender of its own, so that no limit of pace stands before the judge. */
async function sent(file: Hostile, door: (typeof doors)[number]): Promise<{ status: number; said: string; stored: string[] }> {
  const supplier = await t.person('supplier.clerk');
  const before = new Set(await filesIn(folder));
  const content = file.content();
  const response = await app.request(new Request(`${ORIGIN}${door.address}`, {
    method: door.method, body: new Uint8Array(content),
    headers: { Origin: ORIGIN, Cookie: supplier.cookie, 'Idempotency-Key': newId(), 'Content-Type': file.type, 'Content-Length': String(content.byteLength), 'X-File-Name': encodeURIComponent(file.name) },
  }));
  const said = await response.text();
  return { status: response.status, said, stored: (await filesIn(folder)).filter((name) => !before.has(name)) };
}

const alive = async (): Promise<void> => assert.equal((await t.request('GET', '/api/cities')).status, 200);

assert.ok(doors.length >= 1 && corpus.length >= 60, 'the corpus and its doors are there');
for (const door of doors) for (const file of corpus) {
  test(`${door.method} ${door.address}: ${file.what} (${file.name.slice(0, 20).replace(/[\0\r\n]/g, '?')}) is ${file.door === 'refused' ? 'refused' : 'refused or harmless'}`, async () => {
    const { status, said, stored } = await sent(file, door);
    assert.ok(status < 500, said);
    if (file.door === 'refused') assert.notEqual(status, 200, said);
    if (status === 200) {
      assert.ok(stored.every((name) => /^[0-9a-f]{64}$/.test(path.basename(name))), 'its own name never becomes a path');
      const { name } = JSON.parse(said) as { name: string };
      assert.doesNotMatch(name, /[\p{Cc}\p{Cf}/\\<>"]|^\.|^(con|nul)\b/iu, 'its name is clean');
      assert.ok(name.length <= 200);
    } else {
      const { data } = JSON.parse(said) as { data: { text: Record<string, string> } };
      assert.ok(data.text['zh-CN'] !== '' && data.text['en'] !== '', 'told in both languages');
      assert.deepEqual(stored, [], 'nothing of it is left');
    }
    await alive();
  });
}

for (const reader of readers.filter(({ quick }) => quick)) {
  test(`${reader.pool} ${reader.fn}: every hostile file of its kind ends in an answer or a refusal, and the next honest one is read`, async (here) => {
    here.diagnostic(JSON.stringify(Object.fromEntries(await endsOf(platform.wired.confined(reader.pool), reader, meantFor(reader)))));
    await alive();
  });
}

test('nothing is left behind: no half file, and no folder of ours beside the store', async () => {
  assert.deepEqual(await readdir(path.join(folder, 'incoming')), []);
});
