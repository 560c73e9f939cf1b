// npm test: everything quick, in the order in which a failure is cheapest to learn. `npm test -- PATH …` runs the test
// files below those paths only.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_CLUSTER, testCluster, TEST_CLUSTER } from '#platform/database/embedded-for-tests.ts';
import { findChromium } from './find-chromium.ts';
import { checkLint, checkTypes } from './test-static.ts';
import { filesEnding, kindOf, KINDS, root, type Kind } from './test-files.ts';
import { runFiles, runProgram } from './test-run.ts';
import { add, closing, emptyTally, exitCode, type Tally } from './test-tally.ts';

const paths = process.argv.slice(2);
if (paths.includes('--help')) {
  console.log('npm test               types, lint, architecture, unit, database, http, web build, journeys\nnpm test -- PATH …     only the test files below these paths');
  process.exit(0);
}

const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => interrupted.abort());
const { signal } = interrupted;

const total = emptyTally();
const times: string[] = [];

/** Runs one step and prints its time; a step that throws is a failure of its own and does not hide the others. */
async function step(name: string, work: () => Promise<Tally>): Promise<void> {
  if (signal.aborted) return;
  const started = performance.now();
  console.log(`▶ ${name}`);
  const tally = await work().catch((error: Error) => ({ ...emptyTally(), failed: [{ name, why: error.message }] }));
  add(total, tally);
  const line = `${name.padEnd(13)} ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${tally.passed} passed, ${tally.failed.length} failed, ${tally.skipped.length} skipped`;
  times.push(line);
  console.log(`  ${line}`);
}

async function buildWeb(): Promise<Tally> {
  const tally = emptyTally();
  if (!existsSync(join(root, 'scripts', 'build-web.ts'))) return { ...tally, skipped: ['web build (scripts/build-web.ts is not there yet)'] };
  const { code, output } = await runProgram(process.execPath, ['scripts/build-web.ts'], signal);
  if (code === 0) return { ...tally, passed: 1 };
  return { ...tally, failed: [{ name: 'web build', why: output.split('\n').slice(-40).join('\n') }] };
}

const byKind = new Map<Kind, string[]>(KINDS.map((kind) => [kind, []]));
for (const file of filesEnding('.test', paths)) byKind.get(kindOf(file))!.push(file);
const files = (kind: Kind) => byKind.get(kind)!;

const started = performance.now();
if (paths.length === 0) {
  await step('types', () => checkTypes(signal));
  await step('lint', () => checkLint(signal));
} else console.log('types and lint are not run, since paths were given');

const needsDatabase = [...files('database'), ...files('http'), ...files('journeys')].length > 0;
// A cluster that cannot start is told by the step that needs it, which then starts its own.
const cluster = needsDatabase && process.env[OWN_CLUSTER] === undefined ? await testCluster().catch((error: Error) => void console.log(`  no shared test database: ${error.message}`)) : undefined;
if (cluster) process.env[TEST_CLUSTER] = cluster.adminUrl;

for (const kind of KINDS) {
  if (kind === 'journeys') {
    if (paths.length === 0 || files(kind).length > 0) await step('web build', buildWeb);
    if (files(kind).length > 0) {
      await step('journeys', async () => {
        process.env['QINGCAI_CHROMIUM'] = await findChromium((line) => console.log(`  ${line}`));
        return runFiles(files(kind), signal);
      });
    }
  } else if (files(kind).length > 0) await step(kind, () => runFiles(files(kind), signal));
}
await cluster?.stop();

console.log(`\n${times.map((line) => `  ${line}`).join('\n')}\n  ${'in all'.padEnd(13)} ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s\n`);
console.log(closing(total));
process.exit(exitCode(total));
