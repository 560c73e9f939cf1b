import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import type { Json } from '#kernel/canonical.ts';
import { type Failure, isFailureCode, readReplyHead, replyDescriptor, replyHeadBytes, replyKind, requestFrame } from './frames.ts';

export type Breach = 'timed-out' | 'out-of-memory' | 'output-too-large' | 'crashed' | 'closed';
export type Answer =
  | { readonly kind: 'json' | 'bytes'; readonly body: Buffer }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'breach'; readonly breach: Breach; readonly cause: string };

/** How a start went: `no-jail` where not even our own code came up, `faulty` where the entry did not. */
export type Start = 'ready' | 'no-jail' | 'faulty' | 'too-slow';

export type ConfinedProcess = {
  readonly pid: number | undefined;
  readonly started: Promise<Start>;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
  /** The last that it said on its standard error. */
  said(): string;
  /** One at a time. After an answer that is not `json` or `bytes` the process is of no further use. */
  call(fn: string, bytes: Uint8Array, args: Json): Promise<Answer>;
  end(breach: Breach, cause: string): void;
};

export type ProcessTerms = {
  readonly command: readonly string[];
  readonly startMillis: number;
  readonly millis: number;
  readonly memoryMB: number;
  readonly outputBytes: number;
};

const noiseKept = 4096;
/** Bytes that one file may make the worker print; they are thrown away, but a flood costs us time. */
const noiseBytes = 1024 * 1024;
const watchMillis = 20;

/** One confined process and the watch over it. The first breach ends it and stands as its answer. */
export function startConfined(terms: ProcessTerms): ConfinedProcess {
  const [file = '', ...args] = terms.command;
  // Nothing of our environment: no secrets, no NODE_OPTIONS. A fixed zone, so that an answer never depends on the
  // machine's; and a home that is none, which some code asks for while it loads.
  const child = spawn(file, args, { env: { TZ: 'UTC', HOME: '/nonexistent' }, cwd: '/', stdio: ['pipe', 'pipe', 'pipe', 'pipe'], shell: false, windowsHide: true });
  if (child.pid !== undefined) yieldToOthers(child.pid);

  let over: { breach: Breach; cause: string } | undefined;
  let waiting: ((answer: Answer) => void) | undefined;
  let tail = '';
  let noise = 0;

  const start = Promise.withResolvers<Start>();
  const gone = Promise.withResolvers<void>();
  let isUp = false;
  let isReady = false;
  const startTimer = setTimeout(() => {
    start.resolve('too-slow');
    end('timed-out', 'start');
  }, terms.startMillis);

  function end(breach: Breach, cause: string): void {
    over ??= { breach, cause };
    child.kill('SIGKILL');
    settle({ kind: 'breach', ...over });
  }

  function settle(answer: Answer): void {
    const answered = waiting;
    waiting = undefined;
    answered?.(answer);
  }

  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (piece: Buffer) => {
      noise += piece.length;
      if (stream === child.stderr) tail = (tail + piece.toString('latin1')).slice(-noiseKept);
      if (noise > noiseBytes) end('output-too-large', 'printed');
    });
  }
  // A worker that ended while we wrote to it; its end is told by `close`.
  child.stdin?.on('error', () => undefined);
  child.on('error', (fault) => end('crashed', fault.message));
  child.on('close', (code, signal) => {
    clearTimeout(startTimer);
    start.resolve(isUp ? 'faulty' : 'no-jail');
    const cause = signal ?? `exit ${code}`;
    over ??= { breach: diedOfMemory(tail, signal) ? 'out-of-memory' : 'crashed', cause };
    settle({ kind: 'breach', ...over });
    gone.resolve();
  });

  onReplies(child.stdio[replyDescriptor] as Readable, {
    outputBytes: terms.outputBytes,
    breach: end,
    reply(kind, body) {
      if (over !== undefined) return;
      if (!isUp && kind === replyKind.up) isUp = true;
      else if (!isReady && kind === replyKind.ready) {
        isReady = true;
        clearTimeout(startTimer);
        start.resolve('ready');
      } else if (waiting === undefined) end('crashed', 'spoke out of turn');
      else if (kind === replyKind.json || kind === replyKind.bytes) settle({ kind: kind === replyKind.json ? 'json' : 'bytes', body });
      else if (kind === replyKind.tooLarge) end('output-too-large', 'answer');
      else if (kind === replyKind.failed) settle({ kind: 'failed', failure: failureIn(body) });
      else end('crashed', 'unknown reply');
    },
  });

  return {
    pid: child.pid,
    started: start.promise,
    ended: gone.promise,
    said: () => tail,
    end,
    async call(fn, bytes, args) {
      if (over !== undefined) return { kind: 'breach', ...over };
      if (waiting !== undefined) throw new Error('a confined process takes one file at a time');
      noise = 0;
      const answer = new Promise<Answer>((resolve) => { waiting = resolve; });
      const timer = setTimeout(() => end('timed-out', `${terms.millis} ms`), terms.millis);
      const watch = setInterval(() => {
        if (child.pid !== undefined && residentMB(child.pid) > terms.memoryMB) end('out-of-memory', `${terms.memoryMB} MB`);
      }, watchMillis);
      for (const part of requestFrame({ fn, args }, bytes)) (child.stdin as Writable).write(part);
      try {
        return await answer;
      } finally {
        clearTimeout(timer);
        clearInterval(watch);
      }
    },
  };
}

/** Cuts the stream into replies; ends the process at the head of one that is too long, before its body is held. */
function onReplies(stream: Readable, to: { outputBytes: number; breach: (breach: Breach, cause: string) => void; reply: (kind: number, body: Buffer) => void }): void {
  let held: Buffer[] = [];
  let bytes = 0;
  stream.on('error', () => undefined);
  stream.on('data', (piece: Buffer) => {
    held.push(piece);
    bytes += piece.length;
    for (;;) {
      if (bytes < replyHeadBytes) return;
      if ((held[0]?.length ?? 0) < replyHeadBytes) held = [Buffer.concat(held)];
      const { kind, length } = readReplyHead(held[0] as Buffer);
      if (length > to.outputBytes) {
        stream.destroy();
        return to.breach('output-too-large', 'answer');
      }
      if (bytes < replyHeadBytes + length) return;
      const all = Buffer.concat(held);
      to.reply(kind, all.subarray(replyHeadBytes, replyHeadBytes + length));
      const rest = all.subarray(replyHeadBytes + length);
      held = [rest];
      bytes = rest.length;
    }
  });
}

/** The worker's own account of a failure, believed only in its form. */
function failureIn(body: Buffer): Failure {
  try {
    const { code, cause } = JSON.parse(body.toString()) as Record<string, unknown>;
    return { code: isFailureCode(code) ? code : null, cause: String(cause).slice(0, 500) };
  } catch {
    return { code: null, cause: 'malformed failure' };
  }
}

/** V8 and the C++ runtime say so before they abort; a kill that was not ours is the kernel's for want of memory. */
const diedOfMemory = (said: string, signal: NodeJS.Signals | null): boolean => signal === 'SIGKILL' || /out of memory|bad_alloc|allocation failed/i.test(said);

/** The most memory that the process has had, MB; 0 where the system does not tell (only the heap limit holds there). */
function residentMB(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function yieldToOthers(pid: number): void {
  try {
    setPriority(pid, 10);
  } catch {
    // It may have ended already, or the system does not let us; people's requests then share the processor with it.
  }
}

