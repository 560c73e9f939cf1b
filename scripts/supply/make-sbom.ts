import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../test-files.ts';
import { lockedPackages, type Lockfile } from './lockfile.ts';
import { faultsOfSbom, settled, type Sbom } from './sbom.ts';

/** Has npm read the lockfile into a bill of materials and settles it. Nothing is asked of any registry. Throws where it is not whole. */
export async function makeSbom(): Promise<Sbom> {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const packages = lockedPackages(JSON.parse(lockfile) as Lockfile);
  const { stdout } = await promisify(execFile)('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'], { cwd: root, maxBuffer: 64_000_000, timeout: 120_000, shell: process.platform === 'win32' });
  const bill = settled(JSON.parse(stdout) as Sbom, packages, lockfile);
  const faults = faultsOfSbom(bill, packages);
  if (faults.length > 0) throw new Error(`the bill of materials is not whole:\n${faults.join('\n')}`);
  return bill;
}
