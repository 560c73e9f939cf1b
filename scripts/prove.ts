// npm run prove: the slow proofs (storms, kills, long random walks), *.prove.ts, with their dated result under docs/proof.
// `npm run prove -- PATH …` runs those below the paths, `npm run prove -- fuzz` the one of that name; the result then names them.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { testCluster, TEST_CLUSTER } from '#platform/database/embedded-for-tests.ts';
import { filesEnding, root } from './test-files.ts';
import { runFiles, runProgram } from './test-run.ts';
import { add, closing, emptyTally, exitCode } from './test-tally.ts';

const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => interrupted.abort());

const asked = process.argv.slice(2);
const named = filesEnding('.prove').filter((file) => asked.includes(basename(file, '.prove.ts')));
const files = named.length > 0 ? named : filesEnding('.prove', asked);
if (files.length === 0) {
  console.log('There is no *.prove.ts below these paths or of these names.');
  process.exit(1);
}
const cluster = await testCluster();
process.env[TEST_CLUSTER] = cluster.adminUrl;
const total = emptyTally();
const rows: string[] = [];
for (const file of files) {
  if (interrupted.signal.aborted) break;
  console.log(`▶ ${file}`);
  const started = performance.now();
  // One at a time: a proof measures or breaks things, and must not be disturbed by another.
  const tally = await runFiles([file], interrupted.signal, 1, 3 * 3600_000);
  add(total, tally);
  rows.push(`| ${file} | ${tally.passed} | ${tally.failed.length} | ${tally.skipped.length} | ${((performance.now() - started) / 1000).toFixed(0)} s |`);
}
await cluster.stop();

const at = new Date().toISOString();
const commit = (await runProgram('git', ['rev-parse', '--short', 'HEAD'], new AbortController().signal)).output.trim();
const changed = (await runProgram('git', ['status', '--porcelain'], new AbortController().signal)).output.trim() !== '';
const report = `# Proof of ${at.slice(0, 10)}

Commit ${commit}${changed ? ' with uncommitted changes' : ''}; ${at}; Node ${process.version}; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB.

| proof | passed | failed | skipped | time |
|---|---|---|---|---|
${rows.join('\n')}

${total.notes.map((note) => `- ${note}\n`).join('')}
\`\`\`
${closing(total).replaceAll(root, '.')}
\`\`\`
`;
const folder = join(root, 'docs', 'proof');
await mkdir(folder, { recursive: true });
const file = join(folder, `${at.slice(0, 19).replaceAll(':', '').replace('T', '-')}.md`);
await writeFile(file, report);
console.log(`\nWritten: ${file}\n${closing(total)}`);
process.exit(exitCode(total));
