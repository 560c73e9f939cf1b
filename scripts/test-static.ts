import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root, ROOMS } from './test-files.ts';
import { runProgram } from './test-run.ts';
import { emptyTally, type Tally } from './test-tally.ts';

const program = (name: string) => join(root, 'node_modules', '.bin', name);

/** One count per tsconfig. A room without a file yet is skipped by name, never passed in silence. */
export async function checkTypes(signal: AbortSignal): Promise<Tally> {
  const tally = emptyTally();
  for (const config of globSync('tsconfig.*.json', { cwd: root }).sort()) {
    const { code, output } = await runProgram(program('tsc'), ['--noEmit', '--pretty', 'false', '-p', config], signal);
    if (code === 0) tally.passed++;
    else if (output.includes('TS18003')) tally.skipped.push(`types: ${config} (no file in its rooms yet)`);
    else tally.failed.push({ name: `types: ${config}`, why: output });
  }
  return tally;
}

/** One count. A linter that saw no file has not passed. */
export async function checkLint(signal: AbortSignal): Promise<Tally> {
  const tally = emptyTally();
  const { code, output } = await runProgram(program('oxlint'), ['--type-aware', ...ROOMS.filter((room) => globSync(`${room}/**/*.{ts,tsx}`, { cwd: root }).length > 0)], signal);
  const files = Number(/on (\d+) files?/.exec(output)?.[1] ?? 0);
  if (code === 0 && files > 0) tally.passed++;
  else tally.failed.push({ name: 'lint: oxlint', why: files === 0 ? `it saw no file\n${output}` : output });
  const warnings = Number(/Found (\d+) warnings?/.exec(output)?.[1] ?? 0);
  if (code === 0 && warnings > 0) console.log(output.trimEnd().split('\n').map((line) => `    ${line}`).join('\n'));
  return tally;
}
