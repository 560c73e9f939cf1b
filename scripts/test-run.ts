import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { root } from './test-files.ts';
import { emptyTally, type Failure, type Tally } from './test-tally.ts';

/** The part of an event of node:test's reporter stream that is read here. */
type TestEvent = {
  readonly type: string;
  readonly data: {
    readonly name: string;
    readonly file?: string;
    readonly nesting: number;
    readonly skip?: string | boolean;
    readonly todo?: string | boolean;
    readonly message?: string;
    readonly details?: { readonly duration_ms?: number; readonly type?: string; readonly error?: { readonly cause?: unknown; readonly failureType?: string } };
  };
};

/** What the runner itself sums up at the end. */
const SUMMARY = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /;

/** Runs test files, each in a process of its own, two at a time (the machine may have no more cores). */
export async function runFiles(files: readonly string[], signal: AbortSignal, concurrency = 2, timeout = 300_000): Promise<Tally> {
  const tally = emptyTally();
  const perFile = new Map<string, { tests: number; bad: boolean; said: string }>();
  const of = (path: string) => perFile.get(path) ?? perFile.set(path, { tests: 0, bad: false, said: '' }).get(path)!;
  const path: string[] = [];
  const stream = run({ files: files.map((file) => join(root, file)), concurrency, signal, timeout });
  for await (const event of stream as AsyncIterable<TestEvent>) {
    const { type, data } = event;
    const file = data.file === undefined ? '' : relative(root, data.file);
    if (type === 'test:stdout' || type === 'test:stderr') of(file).said += data.message ?? '';
    if (type === 'test:diagnostic' && data.message !== undefined && !SUMMARY.test(data.message)) tally.notes.push(data.message);
    if (type === 'test:start') path[data.nesting] = data.name;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // The runner reports a file as a whole only when it holds no test or did not come to its tests.
    const whole = data.name === data.file || relative(root, data.name) === file;
    const name = whole ? file : `${file} › ${[...path.slice(0, data.nesting), data.name].join(' › ')}`;
    const seen = of(file);
    if (data.skip !== undefined && data.skip !== false) {
      tally.skipped.push(typeof data.skip === 'string' && data.skip ? `${name} (${data.skip})` : name);
      seen.tests++;
    } else if (type === 'test:fail') {
      const failure: Failure = { name, why: reason(data.details?.error) };
      // A suite that fails only because a test in it failed is told once, by that test.
      if (data.details?.error?.failureType === 'subtestsFailed') continue;
      if (data.todo === undefined || data.todo === false) tally.failed.push(failure);
      else tally.skipped.push(`${name} (to do)`);
      seen.bad = true;
      console.log(`  ✖ ${name}`);
    } else if (whole) {
      if (seen.tests === 0) tally.failed.push({ name: file, why: 'The file holds no test.' });
    } else if (data.details?.type !== 'suite') {
      tally.passed++;
      seen.tests++;
    }
  }
  for (const [file, { bad, said }] of perFile) if (bad && said.trim()) console.log(`  output of ${file}:\n${said.trimEnd().split('\n').slice(-40).map((line) => `    ${line}`).join('\n')}`);
  if (signal.aborted) tally.failed.push({ name: 'the run', why: 'It was interrupted.' });
  return tally;
}

function reason(error: { readonly cause?: unknown } | undefined): string {
  const cause = error?.cause ?? error;
  if (typeof cause === 'string') return cause;
  if (cause instanceof Error) return (cause.stack ?? cause.message).replaceAll(`file://${root}/`, '');
  return inspect(cause);
}

export type Ended = { readonly code: number; readonly output: string };

/** Runs a program of the tree and collects what it says. */
export function runProgram(program: string, args: readonly string[], signal: AbortSignal): Promise<Ended> {
  return new Promise((done) => {
    let output = '';
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], signal, env: { ...process.env, NO_COLOR: '1' } });
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => done({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
