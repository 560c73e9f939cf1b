/**
 * The inside of a confined process: one file at a time, read and answered in turn. Started by the pool with
 * the entry's address, the names that may be called, and the most bytes that an answer may have.
 */
import { readSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { closeRuntime, printAtOnce } from './fences.ts';
import { type Failure, type RequestHead, isFailureCode, replyDescriptor, replyHead, replyKind } from './frames.ts';

type Callable = (bytes: Uint8Array, args: unknown) => unknown;

const [entry = '', names = '', cap = '0'] = process.argv.slice(2);
const outputBytes = Number(cap);

closeRuntime();
printAtOnce();
reply(replyKind.up, Buffer.alloc(0));
const functions = callables((await import(entry)) as Record<string, unknown>, names.split(','));
reply(replyKind.ready, Buffer.alloc(0));

for (;;) {
  // Blocking on purpose: nothing that a file left behind (a timer, a promise) runs while there is no file.
  const lengths = take(8);
  if (lengths === undefined) process.exit(0);
  const head = JSON.parse(take(lengths.readUInt32LE(0))?.toString() ?? '') as RequestHead;
  const bytes = take(lengths.readUInt32LE(4));
  if (bytes === undefined) process.exit(1);
  await answer(head, new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
}

async function answer({ fn, args }: RequestHead, bytes: Uint8Array): Promise<void> {
  try {
    const call = functions.get(fn);
    if (call === undefined) throw new Error(`${fn} may not be called`);
    const value = valueOf(await call(bytes, args));
    // What the file left undone and fails at once is its own fault, not the next one's.
    await setImmediate();
    const [kind, body] = value instanceof Uint8Array ? [replyKind.bytes, value] : [replyKind.json, Buffer.from(JSON.stringify(value ?? null))];
    if (body.length > outputBytes) reply(replyKind.tooLarge, Buffer.alloc(0));
    else reply(kind, body);
  } catch (fault) {
    reply(replyKind.failed, Buffer.from(JSON.stringify(failureOf(fault))));
  }
}

/** Refusals are values here as everywhere: a Result is opened, and its refusal told like a thrown code. */
function valueOf(answered: unknown): unknown {
  if (typeof answered !== 'object' || answered === null || !('ok' in answered)) return answered;
  if (answered.ok === true && 'value' in answered) return answered.value;
  if (answered.ok === false && 'refusal' in answered) throw answered.refusal;
  return answered;
}

function failureOf(fault: unknown): Failure {
  const code: unknown = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : null;
  const cause = fault instanceof Error ? `${typeof code === 'string' ? `${code} ` : ''}${fault.name}: ${fault.message}` : String(code ?? typeof fault);
  return { code: isFailureCode(code) ? code : null, cause: cause.slice(0, 500) };
}

/** Only what the entry itself exports, and of that only the named functions. */
function callables(module: Record<string, unknown>, wanted: readonly string[]): Map<string, Callable> {
  return new Map(wanted.map((name) => {
    const call = Object.hasOwn(module, name) ? module[name] : undefined;
    if (typeof call !== 'function') throw new Error(`${entry} exports no function ${name}`);
    return [name, call as Callable];
  }));
}

function take(length: number): Buffer | undefined {
  const into = Buffer.allocUnsafeSlow(length);
  for (let filled = 0; filled < length; ) {
    const read = readSync(0, into, filled, length - filled, null);
    if (read === 0) return undefined;
    filled += read;
  }
  return into;
}

function reply(kind: number, body: Uint8Array): void {
  for (const part of [replyHead(kind, body.length), body]) {
    for (let written = 0; written < part.length; ) written += writeSync(replyDescriptor, part, written);
  }
}
