import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { type AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Json } from '#kernel/canonical.ts';
import { type Fence, type Shape, confinedPool } from './index.ts';
import type * as hostile from './test-kit/hostile.ts';

type Fn = keyof typeof hostile;
const entry = new URL('test-kit/hostile.ts', import.meta.url);
const functions = [
  'measure', 'echo', 'nothing', 'calledBefore', 'environment', 'later', 'encrypted', 'refused', 'granted', 'fault', 'leaveRejection', 'loop', 'loopLater', 'heap', 'buffers', 'buffersAtOnce',
  'readOther', 'writeOther', 'start', 'thread', 'connect', 'interfaces', 'fetchIt', 'resolveIt', 'send', 'evaluate', 'print', 'large',
  'quit', 'abort', 'killParent', 'forgeLength', 'forgeKind', 'forgeNext',
] as const satisfies readonly Fn[];
const limits = { millis: 1500, memoryMB: 200, outputBytes: 1_000_000 };
const anything: Shape<unknown> = { safeParse: (data) => ({ success: true, data }) };
const nothing = new Uint8Array(0);

const notes: [string, Record<string, unknown>][] = [];
const pool = confinedPool({ entry, functions, size: 2, limits, note: (event, facts) => notes.push([event, facts]) });
let fences: readonly Fence[] = [];
const server = createServer();
let port = 0;
before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
  fences = (await pool.ready()) ?? [];
});
after(async () => {
  server.close();
  await pool.close();
});

const run = (fn: (typeof functions)[number], args: Json = {}, bytes: Uint8Array = nothing) => pool.run(fn, bytes, args, anything);
const answerOf = async (fn: (typeof functions)[number], args: Json = {}): Promise<string> => {
  const result = await run(fn, args);
  return result.ok ? `ok ${JSON.stringify(result.value)}` : result.refusal.code;
};

test('which fences hold here is told, and the permission model always does', (t) => {
  t.diagnostic(`fences: ${fences.join(', ')}`);
  assert.ok(fences.includes('permission-model'));
  assert.deepEqual(notes.find(([event]) => event === 'confined.fences')?.[1]['holds'], fences);
});

test('bytes and arguments go in, JSON or bytes come out', async () => {
  const file = new Uint8Array(3_000_000).fill(7);
  assert.deepEqual(await run('measure', { page: 2, name: '报告' }, file), { ok: true, value: { bytes: 3_000_000, first: 7, args: { page: 2, name: '报告' } } });
  assert.deepEqual(await pool.bytes('echo', new Uint8Array([1, 2, 3]), null), { ok: true, value: new Uint8Array([1, 2, 3]) });
  assert.deepEqual(await run('nothing'), { ok: true, value: null });
});

test('the answer is checked by the caller, and has the form that he asked for', async () => {
  const numbers: Shape<number> = { safeParse: (data) => (typeof data === 'number' ? { success: true, data } : { success: false }) };
  const refused = { ok: false, refusal: { code: 'malformed-output' } };
  assert.deepEqual(await pool.run('measure', nothing, {}, numbers), refused);
  assert.deepEqual(await pool.bytes('measure', nothing, {}), refused);
  assert.deepEqual(await pool.run('echo', nothing, {}, anything), refused);
});

test('only named functions can be called', async () => {
  await assert.rejects(pool.run('secret' as 'echo', nothing, {}, anything), TypeError);
});

test('a function that gives up in our words is a failure with its code; any other fault is a crash', async () => {
  assert.deepEqual(await run('encrypted'), { ok: false, refusal: { code: 'failed', facts: { failed: 'document-encrypted' } } });
  assert.deepEqual(await run('refused'), { ok: false, refusal: { code: 'failed', facts: { failed: 'no-such-page' } } });
  assert.deepEqual(await pool.bytes('granted', new Uint8Array([5]), {}), { ok: true, value: new Uint8Array([5]) });
  assert.deepEqual(await run('fault'), { ok: false, refusal: { code: 'crashed', facts: { cause: 'TypeError: undefined is not a function' } } });
});

test('the process knows nothing of us: no environment, no working folder', async () => {
  const result = await run('environment');
  assert.ok(result.ok);
  const seen = result.value as { names: string[]; uid: number; cwd: string };
  assert.deepEqual(seen.names.sort(), ['HOME', 'TZ']);
  assert.equal(seen.cwd, '/');
  if (fences.includes('own-user')) assert.equal(seen.uid, 65520);
});

const written = `/tmp/qingcai-confined-${process.pid}`;
const breaches: readonly [(typeof functions)[number], string | readonly string[], (() => Json)?][] = [
  ['leaveRejection', 'crashed'],
  ['loop', 'timed-out'],
  ['loopLater', 'timed-out'],
  ['heap', 'out-of-memory'],
  ['buffers', 'out-of-memory'],
  ['buffersAtOnce', 'out-of-memory'],
  ['readOther', 'forbidden', () => ({ path: '/etc/passwd' })],
  ['readOther', 'forbidden', () => ({ path: new URL('../../.git/HEAD', import.meta.url).pathname })],
  ['readOther', 'forbidden', () => ({ path: `/proc/${process.pid}/environ` })],
  ['readOther', 'forbidden', () => ({ path: '/proc/self/environ' })],
  ['writeOther', 'forbidden', () => ({ path: written })],
  ['writeOther', 'forbidden', () => ({ path: new URL('test-kit/hostile.ts', import.meta.url).pathname })],
  ['start', 'forbidden'],
  ['thread', 'forbidden'],
  ['connect', 'forbidden', () => ({ port })],
  ['fetchIt', 'forbidden', () => ({ port })],
  ['resolveIt', 'forbidden'],
  ['send', 'forbidden'],
  ['killParent', 'forbidden'],
  ['evaluate', 'crashed'],
  ['print', 'output-too-large', () => ({ count: 20_000 })],
  ['large', 'output-too-large', () => ({ count: 1_000_000 })],
  ['quit', 'crashed'],
  ['abort', 'crashed'],
  ['forgeLength', 'output-too-large'],
  ['forgeKind', 'crashed'],
];
for (const [fn, expected, args] of breaches) {
  test(`${fn}${args === undefined ? '' : ` ${JSON.stringify(args()).replaceAll(String(process.pid), 'parent')}`} is ${expected}, and the next file is served`, async () => {
    assert.equal(await answerOf(fn, args?.() ?? {}), expected);
    assert.equal(await answerOf('calledBefore'), 'ok 0', 'by a fresh process');
    assert.equal(existsSync(written), false);
  });
}

test('the network is empty below the runtime too', async (t) => {
  if (!fences.includes('no-network')) return t.skip('needs a network namespace');
  assert.equal(await answerOf('interfaces'), 'ok []');
});

test('an answer forged ahead never reaches the next file', async () => {
  assert.equal(await answerOf('forgeNext'), 'ok 1');
  for (let n = 0; n < 3; n++) assert.notEqual(await answerOf('large', { count: 0 }), 'ok 2');
});

test('a little noise is thrown away', async () => {
  assert.equal(await answerOf('print', { count: 20 }), 'ok 20');
});

test('a process is replaced after its number of files', async (t) => {
  const few = confinedPool({ entry, functions, size: 1, filesPerProcess: 2, limits });
  t.after(() => few.close());
  const seen = [];
  for (let n = 0; n < 5; n++) seen.push(await few.run('calledBefore', nothing, {}, anything));
  assert.deepEqual(seen.map((result) => result.ok && result.value), [0, 1, 0, 1, 0]);
});

test('files wait their turn, too many are refused, and closing answers everyone', async () => {
  const small = confinedPool({ entry, functions, size: 2, waiting: 3, limits });
  await small.ready();
  const codes = (results: readonly { ok: boolean; refusal?: { code: string } }[]) => results.map((result) => result.refusal?.code ?? 'ok');
  const turns = await Promise.all(Array.from({ length: 6 }, () => small.run('later', nothing, { count: 50 }, anything)));
  assert.equal(codes(turns).filter((code) => code === 'ok').length >= 4, true, codes(turns).join());
  assert.ok(codes(turns).every((code) => code === 'ok' || code === 'busy'));
  const cut = Promise.all([small.run('loop', nothing, {}, anything), small.run('loop', nothing, {}, anything), small.run('loop', nothing, {}, anything)]);
  await small.close();
  assert.deepEqual(codes(await cut), ['closed', 'closed', 'closed']);
  assert.deepEqual(codes([await small.run('echo', nothing, {}, anything)]), ['closed']);
});

test('too large a file is refused before it goes anywhere', async (t) => {
  const small = confinedPool({ entry, functions, size: 1, limits: { ...limits, inputBytes: 10 } });
  t.after(() => small.close());
  const result = await small.bytes('echo', new Uint8Array(11), {});
  assert.equal(result.ok ? '' : result.refusal.code, 'input-too-large');
});

test('code that does not come up, and a fence that cannot be had, are said and do not hang', async (t) => {
  const said: string[] = [];
  for (const terms of [{ functions: ['secret'] as const }, { functions: ['echo'] as const, demands: ['no such fence' as Fence] }]) {
    const broken = confinedPool<string>({ entry, size: 1, limits, note: (event) => said.push(event), ...terms });
    t.after(() => broken.close());
    const result = await broken.bytes(terms.functions[0], nothing, {});
    assert.equal(result.ok ? '' : result.refusal.code, 'not-started');
    assert.equal(await broken.ready(), undefined);
  }
  assert.ok(said.includes('confined.not-started'));
  assert.ok(!said.includes('confined.fence-lost'), 'faulty code is no reason for a weaker jail');
});

test('where a system lends no means, the next jail is taken and told, and the permission model alone still holds', async (t) => {
  const lost: unknown[] = [];
  const bare = confinedPool({
    entry, functions, size: 1, limits,
    jails: [{ fences: ['no-network'], command: ['/bin/false'] }, { fences: ['own-user'], command: ['/no/such/program'] }, { fences: ['permission-model'], command: [] }],
    note: (event, facts) => { if (event === 'confined.fence-lost') lost.push(facts['without']); },
  });
  t.after(() => bare.close());
  assert.deepEqual(await bare.ready(), ['permission-model']);
  assert.deepEqual(lost, [['no-network'], ['own-user']]);
  for (const [fn, expected, args] of breaches) {
    if (fn === 'loopLater') continue;
    const result = await bare.run(fn, nothing, args?.() ?? {}, anything);
    assert.equal(result.ok ? 'ok' : result.refusal.code, expected, fn);
  }
  assert.equal(existsSync(written), false);
});

test('when the parent is killed, a process that loops dies with it', async (t) => {
  if (!fences.includes('no-privileges')) return t.skip('needs setpriv');
  const script = `
    import { confinedPool } from ${JSON.stringify(new URL('index.ts', import.meta.url).href)};
    const pool = confinedPool({ entry: new URL(${JSON.stringify(entry.href)}), functions: ['loop'], size: 1, limits: { millis: 60000, memoryMB: 200, outputBytes: 10 } });
    await pool.ready();
    void pool.run('loop', new Uint8Array(0), {}, { safeParse: () => ({ success: false }) });
    setTimeout(() => console.log('looping'), 300);`;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'], cwd: import.meta.dirname });
  await once(parent.stdout, 'data');
  const [child] = readFileSync(`/proc/${parent.pid}/task/${parent.pid}/children`, 'latin1').trim().split(' ');
  assert.ok(child !== undefined && isRunning(child));
  parent.kill('SIGKILL');
  for (let n = 0; n < 100 && isRunning(child); n++) await new Promise((go) => setTimeout(go, 20));
  assert.equal(isRunning(child), false);
});

function isRunning(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
  } catch {
    return false;
  }
}

test('start-up and warm call are told', async (t) => {
  const began = performance.now();
  const fresh = confinedPool({ entry, functions, size: 1, limits });
  t.after(() => fresh.close());
  await fresh.ready();
  const started = performance.now() - began;
  const times: number[] = [];
  for (let n = 0; n < 15; n++) {
    const at = performance.now();
    await fresh.run('measure', new Uint8Array(100_000), {}, anything);
    times.push(performance.now() - at);
  }
  times.sort((a, b) => a - b);
  t.diagnostic(`start-up ${started.toFixed(0)} ms; warm call with 100 kB ${times[7]?.toFixed(2)} ms`);
});
