/** What a hostile file would make a reader do, for the pool's tests. Runs inside a confined process only. */
import { spawnSync } from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns/promises';
import { once } from 'node:events';
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import net from 'node:net';
import { Worker } from 'node:worker_threads';

type Args = { readonly path?: string; readonly port?: number; readonly count?: number };
let calls = 0;

export const measure = (bytes: Uint8Array, args: Args) => ({ bytes: bytes.length, first: bytes[0] ?? null, args });
export const echo = (bytes: Uint8Array) => bytes;
export const nothing = () => undefined;
export const calledBefore = () => calls++;
export const environment = () => ({ names: Object.keys(process.env), uid: process.getuid?.() ?? null, cwd: process.cwd() });
export const later = async (_: Uint8Array, { count = 0 }: Args) => { await new Promise((go) => setTimeout(go, count)); return count; };

export const encrypted = () => { throw Object.assign(new Error('locked'), { code: 'document-encrypted' }); };
export const refused = () => ({ ok: false, refusal: { code: 'no-such-page', field: 'page' } });
export const granted = (bytes: Uint8Array) => ({ ok: true, value: bytes });
export const fault = () => { throw new TypeError('undefined is not a function'); };
export const leaveRejection = () => { void Promise.reject(new Error('left behind')); return 1; };
export const loop = () => { for (;;); };
export const loopLater = async () => { await Promise.resolve(); for (;;); };
export const heap = () => { const all: object[] = []; for (;;) all.push({ n: all.length, text: `x${all.length}` }); };
export const buffers = async () => {
  const all: Uint8Array[] = [];
  for (;;) { all.push(new Uint8Array(4 << 20).fill(1)); await new Promise((go) => setTimeout(go, 1)); }
};
export const buffersAtOnce = () => { const all: Uint8Array[] = []; for (;;) all.push(new Uint8Array(64 << 20).fill(1)); };
export const readOther = (_: Uint8Array, { path = '/etc/passwd' }: Args) => readFileSync(path, 'latin1').slice(0, 20);
export const writeOther = (_: Uint8Array, { path = '/tmp/x' }: Args) => writeFileSync(path, 'x');
export const start = () => { const { error, status } = spawnSync('/bin/true'); if (error) throw error; return status; };
export const thread = () => { new Worker('1', { eval: true }); };
export const connect = async (_: Uint8Array, { port = 0 }: Args) => { await once(net.connect(port, '127.0.0.1'), 'connect'); return 'connected'; };
export const interfaces = async () => { const { networkInterfaces } = await import('node:os'); return Object.keys(networkInterfaces()); };
export const fetchIt = async (_: Uint8Array, { port = 0 }: Args) => (await fetch(`http://127.0.0.1:${port}/`)).status;
export const resolveIt = () => dns.lookup('localhost');
export const send = () => { dgram.createSocket('udp4').send('x', 9, '127.0.0.1'); };
export const evaluate = () => (0, eval)('1+1') as number;
export const print = (_: Uint8Array, { count = 0 }: Args) => { for (let n = 0; n < count; n++) console.log('x'.repeat(1000)); return count; };
export const large = (_: Uint8Array, { count = 0 }: Args) => 'x'.repeat(count);
export const quit = () => process.exit(0);
export const abort = () => process.abort();
export const killParent = () => process.kill(process.ppid, 'SIGTERM');
/** Writes on the reply channel behind the worker's back: a length of 4 GB, an early answer, a reply that no one asked for. */
export const forgeLength = () => { writeSync(3, Buffer.from([1, 255, 255, 255, 255])); for (;;); };
export const forgeKind = () => { writeSync(3, Buffer.from([9, 0, 0, 0, 0])); return 1; };
export const forgeNext = () => { writeSync(3, Buffer.from('\x01\x01\0\0\x001\x01\x01\0\0\x002', 'latin1')); return 3; };
export const secret = 'not a function';
