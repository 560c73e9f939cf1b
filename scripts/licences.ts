// npm run licences: writes docs/licences.md from the lockfile; fails where a package bears a licence that is not on the list.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOfLicences, licenceList } from './supply/licences.ts';
import { lockedPackages, type Lockfile } from './supply/lockfile.ts';
import { root } from './test-files.ts';

const packages = lockedPackages(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile);
const faults = faultsOfLicences(packages);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
writeFileSync(join(root, 'docs', 'licences.md'), licenceList(packages));
console.log(`${packages.length} packages: docs/licences.md`);
