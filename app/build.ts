import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const STAMP = path.join(ROOT, 'dist/web/.built-from');
/** What the browser's half is made of. */
const SOURCES = ['web/**/*', 'kernel/**/*.ts', 'modules/*/web/**/*', 'modules/*/contract/**/*.ts', 'modules/*/domain/**/*.ts', 'modules/*/rules.ts', 'modules/*/wording.ts', 'scripts/build-web.ts', 'scripts/web-build/**/*', 'vite.config.ts', 'package-lock.json'];

async function sourcesHash(): Promise<string> {
  const files: string[] = [];
  for (const pattern of SOURCES) for await (const entry of glob(pattern, { cwd: ROOT, withFileTypes: true })) if (entry.isFile()) files.push(path.join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [...new Set(files)].sort()) hash.update(path.relative(ROOT, file)).update('\0').update(await readFile(file)).update('\0');
  return hash.digest('hex');
}

/** Builds the web into dist/web, unless it was built from these very sources. Throws where the build fails. */
export async function buildWebWhereStale(say: (line: string) => void): Promise<void> {
  const hash = await sourcesHash();
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === hash) return;
  say('Building the web …');
  const begun = performance.now();
  const status = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/build-web.ts'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
  if (status !== 0) throw new Error('The web could not be built; see the lines above.');
  await writeFile(STAMP, hash);
  say(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
}
