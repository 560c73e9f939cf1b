import { fileURLToPath } from 'node:url';
import type { Json } from '#kernel/canonical.ts';
import { type Result, ok, refuse } from '#kernel/result.ts';
import { type Answer, type ConfinedProcess, startConfined } from './confined-process.ts';
import { type Fence, type Jail, jails, nodeFlags } from './jail.ts';

export type ConfinedLimits = {
  /** Wall-clock milliseconds for one file. */
  readonly millis: number;
  /** Resident memory of the whole process, runtime included (about 50 MB before any code), MB. */
  readonly memoryMB: number;
  /** The longest answer, bytes. */
  readonly outputBytes: number;
  /** The largest file; 64 MiB where absent. */
  readonly inputBytes?: number;
};

export type ConfinedTerms<Fn extends string> = {
  /** The module whose exports do the work: `(bytes, args)` → Json or Uint8Array, plain or as a Result, at once or as a promise. */
  readonly entry: URL;
  /** The only exports that may be called. */
  readonly functions: readonly Fn[];
  /** The most processes at once. */
  readonly size: number;
  readonly limits: ConfinedLimits;
  /** Processes kept ready; 1 where absent. */
  readonly warm?: number;
  /** Files after which a process is replaced; 1 keeps every file from meeting what another left behind. 20 where absent. */
  readonly filesPerProcess?: number;
  /** Files that may wait; one more is refused as `busy`, since each is held in memory. 64 where absent. */
  readonly waiting?: number;
  /** Whether native addons may be loaded. They stand outside Node's permission model: the other fences hold them alone. */
  readonly addons?: boolean;
  /** Folders and files of code that a process may read; kernel/, modules/, platform/confined/, node_modules/ and package.json where absent. */
  readonly reads?: readonly URL[];
  /** The jails to try, in turn; those that this system may allow where absent. */
  readonly jails?: readonly Jail[];
  /** Fences without which the pool does not start at all. */
  readonly demands?: readonly Fence[];
  readonly note?: (event: string, facts: Record<string, unknown>) => void;
};

export type ConfinedRefusal =
  | 'timed-out' | 'out-of-memory' | 'output-too-large' | 'crashed'
  /** It tried what it may not: a file, a process, the network. Either an attack or a fault of ours. */
  | 'forbidden'
  /** The function gave up in its own words: `facts.failed` is the code that it refused with or threw. */
  | 'failed'
  /** The answer is not of the shape that the caller expects. */
  | 'malformed-output'
  | 'input-too-large' | 'busy' | 'not-started' | 'closed';

/** Anything that checks a value: a zod schema is one. What a confined process answers is as hostile as its file. */
export type Shape<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } };

export type ConfinedPool<Fn extends string = string> = {
  run<T>(fn: Fn, bytes: Uint8Array, args: Json, shape: Shape<T>): Promise<Result<T, ConfinedRefusal>>;
  /** For a function that answers with bytes, a picture of a page for example. */
  bytes(fn: Fn, bytes: Uint8Array, args: Json): Promise<Result<Uint8Array, ConfinedRefusal>>;
  /** The fences that hold, once a process has come up; undefined where none does. */
  ready(): Promise<readonly Fence[] | undefined>;
  /** Ends all processes; what is in hand or waiting is refused as `closed`. */
  close(): Promise<void>;
};

type Job = { readonly fn: string; readonly bytes: Uint8Array; readonly args: Json; readonly done: (answer: Outcome) => void };
type Outcome = Answer | { readonly kind: 'refused'; readonly code: 'busy' | 'not-started' | 'closed' };
type Member = { readonly process: ConfinedProcess; state: 'starting' | 'idle' | 'busy'; files: number };

const root = new URL('../../', import.meta.url);
/** Code only: never the whole clone, which may hold the data folder. */
const code = ['kernel/', 'modules/', 'platform/confined/', 'node_modules/', 'package.json'].map((path) => new URL(path, root));
const startMillis = 20_000;
const startsTried = 3;

/**
 * A pool of processes for reading hostile files. A file is given to one process, alone; a breach of time, memory
 * or output, a fault or a failure ends that process, and the next file meets a fresh one that was started ahead.
 */
export function confinedPool<const Fn extends string>(terms: ConfinedTerms<Fn>): ConfinedPool<Fn> {
  const { limits, size, warm = 1, filesPerProcess = 20, waiting: mayWait = 64, note = () => undefined } = terms;
  // A backstop only, for a process whose parent is gone; the collector's threads count too, hence twice.
  const processorSeconds = Math.ceil((2 * (startMillis + filesPerProcess * limits.millis)) / 1000);
  const demands = terms.demands ?? [];
  const possible = (terms.jails ?? jails({ memoryMB: limits.memoryMB, processorSeconds })).filter((jail) => demands.every((fence) => jail.fences.includes(fence)));
  const members = new Set<Member>();
  const queue: Job[] = [];
  const first = Promise.withResolvers<readonly Fence[] | undefined>();
  let proven: Jail | undefined;
  let failedStarts = 0;
  let isClosed = false;

  const command = (jail: Jail): string[] => [
    ...jail.command,
    process.execPath,
    ...nodeFlags({ reads: terms.reads ?? code, addons: terms.addons ?? false, memoryMB: limits.memoryMB }),
    fileURLToPath(new URL('worker.ts', import.meta.url)),
    terms.entry.href, terms.functions.join(','), String(limits.outputBytes),
  ];

  /** Starts what is missing: enough for the files that wait, at least the warm ones, never more than the size. */
  function refill(): void {
    if (isClosed) return;
    // Until a jail has proved itself one process at a time tries.
    const most = proven === undefined ? 1 : size;
    const free = count('idle') + count('starting');
    const wanted = Math.min(Math.max(warm, queue.length), most - count('busy'));
    for (let n = free; n < wanted; n++) void start();
  }

  const count = (state: Member['state']): number => [...members].filter((member) => member.state === state).length;

  async function start(): Promise<void> {
    const jail = proven ?? possible[0];
    if (jail === undefined) return giveUp('no jail holds what is demanded');
    const member: Member = { process: startConfined({ ...limits, command: command(jail), startMillis }), state: 'starting', files: 0 };
    members.add(member);
    const outcome = await member.process.started;
    if (isClosed) return;
    if (outcome === 'ready') {
      failedStarts = 0;
      if (proven === undefined) {
        proven = jail;
        note('confined.fences', { entry: terms.entry.href, holds: jail.fences });
        first.resolve(jail.fences);
      }
      member.state = 'idle';
      void member.process.ended.then(() => lose(member));
      return serve();
    }
    members.delete(member);
    await member.process.ended;
    // A slow machine or faulty code is no reason for a weaker jail; only a jail that does not let our own code run is.
    if (proven === undefined && outcome === 'no-jail' && possible.length > 1) {
      note('confined.fence-lost', { without: jail.fences, said: member.process.said() });
      possible.shift();
    } else if (++failedStarts >= startsTried) return giveUp(member.process.said());
    refill();
  }

  function giveUp(said: string): void {
    note('confined.not-started', { entry: terms.entry.href, said });
    failedStarts = 0;
    first.resolve(undefined);
    for (const job of queue.splice(0)) job.done({ kind: 'refused', code: 'not-started' });
  }

  /** A process that ended while nobody was using it. */
  function lose(member: Member): void {
    if (members.delete(member)) refill();
  }

  function serve(): void {
    for (const member of members) {
      if (member.state !== 'idle') continue;
      const job = queue.shift();
      if (job === undefined) break;
      void work(member, job);
    }
    refill();
  }

  async function work(member: Member, job: Job): Promise<void> {
    member.state = 'busy';
    member.files++;
    const answer = await member.process.call(job.fn, job.bytes, job.args);
    const isDone = answer.kind === 'json' || answer.kind === 'bytes';
    if (!isDone) note('confined.failed', { fn: job.fn, bytes: job.bytes.length, ...answer });
    if (isDone && member.files < filesPerProcess) member.state = 'idle';
    else {
      members.delete(member);
      member.process.end('closed', 'replaced');
    }
    job.done(answer);
    if (!isClosed) serve();
  }

  function handIn(fn: Fn, bytes: Uint8Array, args: Json): Promise<Outcome> {
    if (!terms.functions.includes(fn)) throw new TypeError(`${fn} is not among the functions of this pool`);
    if (isClosed) return Promise.resolve({ kind: 'refused', code: 'closed' });
    if (queue.length >= mayWait) return Promise.resolve({ kind: 'refused', code: 'busy' });
    return new Promise((done) => {
      queue.push({ fn, bytes, args, done });
      serve();
    });
  }

  async function run<T>(fn: Fn, bytes: Uint8Array, args: Json, as: 'json' | 'bytes', read: (body: Buffer) => Result<T, ConfinedRefusal>): Promise<Result<T, ConfinedRefusal>> {
    const most = limits.inputBytes ?? 64 * 1024 * 1024;
    if (bytes.length > most) return refuse('input-too-large', undefined, { inputBytes: most });
    const answer = await handIn(fn, bytes, args);
    switch (answer.kind) {
      case 'refused': return refuse(answer.code);
      case 'breach': return refuse(answer.breach, undefined, { cause: answer.cause });
      case 'failed': return refusalOf(answer.failure);
      default: return answer.kind === as ? read(answer.body) : refuse('malformed-output');
    }
  }

  process.once('exit', endAll);
  function endAll(): void {
    for (const member of members) member.process.end('closed', 'closed');
  }
  refill();

  return {
    run: (fn, bytes, args, shape) => run(fn, bytes, args, 'json', (body) => {
      const parsed = shape.safeParse(parsedJson(body));
      return parsed.success ? ok(parsed.data) : refuse('malformed-output');
    }),
    bytes: (fn, bytes, args) => run(fn, bytes, args, 'bytes', (body) => ok(new Uint8Array(body))),
    ready: () => first.promise,
    async close() {
      isClosed = true;
      process.off('exit', endAll);
      first.resolve(undefined);
      for (const job of queue.splice(0)) job.done({ kind: 'refused', code: 'closed' });
      const ending = [...members].map((member) => member.process.ended);
      endAll();
      await Promise.all(ending);
    },
  };
}

function parsedJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function refusalOf({ code, cause }: { code: string | null; cause: string }): Result<never, ConfinedRefusal> {
  if (code !== null) return refuse('failed', undefined, { failed: code });
  if (/ERR_ACCESS_DENIED|EACCES|EPERM|EFBIG|ENETUNREACH/.test(cause)) return refuse('forbidden', undefined, { cause });
  return refuse(/Array buffer allocation failed|ERR_MEMORY_ALLOCATION_FAILED/.test(cause) ? 'out-of-memory' : 'crashed', undefined, { cause });
}
