import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

/** A part of the code whose tests must notice a change: what is changed, and the tests that have to notice. */
export type Part = { readonly mutate: readonly string[]; readonly tests: readonly string[] };

export type Mutant = { readonly file: string; readonly line: number; readonly what: string; readonly text: string; readonly status: string };
export type Verdict = { readonly killed: number; readonly all: number; readonly survivors: readonly Mutant[] };

type Report = { readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly { readonly status: string; readonly mutatorName: string; readonly replacement?: string; readonly location: { readonly start: { readonly line: number } } }[] }>> };

/** Statuses that count against the tests, or for them; what does not run (a syntax error) counts for neither. */
const LIVES = ['Survived', 'NoCoverage'];
const DIES = ['Killed', 'Timeout'];

/**
 * Changes the code in a thousand small ways, one at a time, and runs the tests on each change. Tests run on Node alone, TypeScript stripped,
 * as everywhere; TypeScript 7 has no interface for Stryker to read its configuration with, so it is told that there is none.
 */
export async function mutantsOf({ mutate, tests }: Part): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'qingcai-mutants-'));
  try {
    const report = join(folder, 'report.json');
    const config = join(folder, 'stryker.json');
    await writeFile(config, JSON.stringify({
      testRunner: 'tap', plugins: [join(root, 'node_modules/@stryker-mutator/tap-runner/dist/src/index.js')], tsconfigFile: 'none',
      tap: { testFiles: tests, nodeArgs: ['-r', '{{hookFile}}', '--test-reporter=tap', '{{testFile}}'], forceBail: true },
      mutate: [...mutate, '!**/*.test.ts'], coverageAnalysis: 'perTest', concurrency: 1, reporters: ['json'], jsonReporter: { fileName: report },
      ignorePatterns: ['app', 'bench', 'data', 'dist', 'docs', 'scripts', 'tests', 'web', 'modules/*/web'],
      timeoutMS: 20_000, timeoutFactor: 4, tempDirName: join(folder, 'sandbox'), allowConsoleColors: false, checkers: [],
    }));
    await promisify(execFile)(process.execPath, [join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', config], {
      cwd: root, maxBuffer: 64_000_000, env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` },
    });
    return judged(JSON.parse(await readFile(report, 'utf8')) as Report);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function judged({ files }: Report): Verdict {
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: some }]) => some.map((one): Mutant => ({
    file, line: one.location.start.line, what: `${one.mutatorName} → ${(one.replacement ?? '').replace(/\s+/g, ' ').slice(0, 80)}`, text: source.split('\n')[one.location.start.line - 1]?.trim().slice(0, 120) ?? '', status: one.status,
  })));
  const survivors = mutants.filter((one) => LIVES.includes(one.status));
  const killed = mutants.filter((one) => DIES.includes(one.status)).length;
  return { killed, all: killed + survivors.length, survivors };
}
