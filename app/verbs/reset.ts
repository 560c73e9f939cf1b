import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { dataFolder } from '#platform/database/data-folder.ts';

/** Removes the data folder of the embedded installation, after asking. */
export async function reset(argv: readonly string[]): Promise<number> {
  if (process.env['DATABASE_URL'] !== undefined) {
    process.stderr.write('DATABASE_URL is set: a database of your own is never removed here. Drop and create it yourself.\n');
    return 64;
  }
  const folder = dataFolder();
  if (!existsSync(folder)) {
    process.stdout.write(`There is nothing in ${folder}.\n`);
    return 0;
  }
  if (!existsSync(path.join(folder, 'postgres'))) {
    process.stderr.write(`${folder} does not look like a data folder of this platform; remove it yourself if it should go.\n`);
    return 1;
  }
  if (!argv.includes('--yes')) {
    if (!process.stdin.isTTY) {
      process.stderr.write('Nothing was removed. Add --yes: npm run reset -- --yes\n');
      return 64;
    }
    const ask = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await ask.question(`Remove everything in ${folder}? Type yes: `);
    ask.close();
    if (answer.trim() !== 'yes') return 1;
  }
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write('All data was removed. npm start begins anew.\n');
  return 0;
}
