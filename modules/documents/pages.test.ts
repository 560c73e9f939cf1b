import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCanvas } from '@napi-rs/canvas';
import { testPlatform, type TestPerson } from '#app/test-kit/platform.ts';
import { aJpeg } from '#platform/files/test-kit.ts';
import { inUse, someEvidence } from './test-kit/builders.ts';
import { aDrawnPdf } from './test-kit/drawn-pdf.ts';

/** Pictures of pages, drawn in confined processes from real bytes. */
const t = await testPlatform();
const supplier = await t.person('supplier.clerk');
const reviewer = await t.person('centre.reviewer');

async function shown(content: Uint8Array, name: string): Promise<string> {
  const { evidenceId } = await someEvidence(t, supplier, { content, name });
  await inUse(t, evidenceId, t.huzhou);
  return `/api/huzhou/documents/evidence/${evidenceId}/pages`;
}
const get = (path: string, as: TestPerson = reviewer) => t.request('GET', path, { as });

test('a PDF is counted and its pages are drawn; a page that is not there is not found', async () => {
  const path = await shown(aDrawnPdf(['first', 'second']), 'a.pdf');
  assert.deepEqual((await get(path)).body, { pages: 2 });
  const response = await get(`${path}/2`);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'image/png');
  assert.ok(Number(response.headers.get('content-length')) > 3000, 'something was drawn');
  assert.equal((await get(`${path}/1`, supplier)).status, 200, 'the holder sees its own');
  for (const page of ['3', '0', '-1', 'x', '99999']) assert.equal((await get(`${path}/${page}`)).status, 404, page);
});

test('a picture is drawn anew', async () => {
  const canvas = createCanvas(3000, 1000);
  canvas.getContext('2d').fillRect(0, 0, 1500, 1000);
  const path = await shown(new Uint8Array(await canvas.encode('jpeg')), 'photo.jpg');
  assert.deepEqual((await get(path)).body, { pages: 1 });
  assert.equal((await get(`${path}/1`)).headers.get('content-type'), 'image/png');
  assert.equal((await get(`${path}/2`)).status, 404);
});

test('what cannot be shown says why', async () => {
  const locked = await shown(aDrawnPdf(['secret'], true), 'locked.pdf');
  for (const path of [locked, `${locked}/1`]) assert.deepEqual([(await get(path)).status, (await get(path)).body.code], [422, 'file-encrypted'], path);
  const broken = await shown(aJpeg(), 'broken.jpg');
  assert.equal((await get(`${broken}/1`)).body.code, 'file-unreadable');
});
