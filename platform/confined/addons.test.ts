import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Shape, confinedPool } from './index.ts';

const text: Shape<unknown> = { safeParse: (data) => ({ success: true, data }) };
const entry = new URL('test-kit/drawing.ts', import.meta.url);
const functions = ['square', 'read', 'memory'] as const;
const limits = { millis: 5000, memoryMB: 400, outputBytes: 1_000_000 };

test('with addons the native canvas draws, files stay closed, and a picture beyond all measure is stopped', async (t) => {
  const pool = confinedPool({ entry, functions, size: 1, limits, addons: true });
  t.after(() => pool.close());
  t.diagnostic(`fences: ${(await pool.ready())?.join(', ')}`);
  const png = await pool.bytes('square', new Uint8Array(0), { side: 100 });
  assert.ok(png.ok, JSON.stringify(png));
  assert.deepEqual([...png.value.subarray(1, 4)], [...Buffer.from('PNG')]);
  const huge = await pool.bytes('square', new Uint8Array(0), { side: 30_000 });
  assert.ok(!huge.ok);
  t.diagnostic(`30,000 × 30,000: ${huge.refusal.code}`);
  const file = await pool.run('read', new Uint8Array(0), {}, text);
  assert.equal(file.ok ? 'read' : file.refusal.code, 'forbidden');
  t.diagnostic(`resident with canvas and pdfjs loaded: ${JSON.stringify(await pool.run('memory', new Uint8Array(0), {}, text))}`);
});

test('without addons nothing native is loaded', async (t) => {
  const pool = confinedPool({ entry, functions, size: 1, limits });
  t.after(() => pool.close());
  assert.equal(await pool.ready(), undefined);
});
