import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { faultsOfLicences, isAllowed, licenceList } from '../../scripts/supply/licences.ts';
import { lockedPackages, type Locked, type Lockfile } from '../../scripts/supply/lockfile.ts';
import { makeSbom } from '../../scripts/supply/make-sbom.ts';
import { faultsOfSbom, type Sbom } from '../../scripts/supply/sbom.ts';
import { root } from './boundaries.ts';

const lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
const packages = lockedPackages(lockfile);
const one: Locked = { name: 'a', version: '1.0.0', id: 'a@1.0.0', licence: 'MIT', runs: true, system: false };

describe('the bill of materials', () => {
  it('is whole against the lockfile, the same each time, and every package in it has a licence', async () => {
    const bill = await makeSbom();
    assert.ok(bill.components.length > 500);
    assert.equal(bill.components.length, new Set(Object.entries(lockfile.packages).filter(([place]) => place !== '').map(([place, entry]) => `${place.split('node_modules/').at(-1)!}@${entry.version!}`)).size);
    assert.equal(JSON.stringify(await makeSbom()), JSON.stringify(bill));
  });

  it('is refused where a package is missing, too many, doubled or without a licence', () => {
    const part = { 'bom-ref': one.id, licenses: [{}] };
    const bill: Sbom = { bomFormat: 'CycloneDX', specVersion: '1.5', metadata: { component: { name: 'qingcai' } }, components: [part] };
    assert.deepEqual(faultsOfSbom(bill, [one]), []);
    assert.match(faultsOfSbom({ ...bill, components: [] }, [one]).join(), /a@1\.0\.0 is in the lockfile and not in the bill/);
    assert.match(faultsOfSbom(bill, []).join(), /is in the bill and not in the lockfile/);
    assert.match(faultsOfSbom({ ...bill, components: [part, part] }, [one]).join(), /twice/);
    assert.match(faultsOfSbom({ ...bill, components: [{ 'bom-ref': one.id }] }, [one]).join(), /no licence/);
    assert.match(faultsOfSbom({ ...bill, bomFormat: 'SPDX' }, [one]).join(), /SPDX/);
  });
});

describe('the licences', () => {
  it('of the whole tree are on the list', () => assert.deepEqual(faultsOfLicences(packages), []));

  it('are listed in docs/licences.md (npm run licences)', () => assert.equal(readFileSync(join(root, 'docs/licences.md'), 'utf8'), licenceList(packages)));

  it('are those that the installed packages state', () => {
    const differ = Object.entries(lockfile.packages).filter(([place, entry]) => {
      const file = join(root, place, 'package.json');
      if (place === '' || entry.license === undefined || !existsSync(file)) return false;
      const stated = (JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type?: string }; licenses?: readonly { type?: string }[] });
      const licence = typeof stated.license === 'string' ? stated.license : (stated.license?.type ?? stated.licenses?.[0]?.type);
      return licence !== entry.license;
    });
    assert.deepEqual(differ.map(([place]) => place), []);
  });

  it('are refused where one is new, copyleft, or stated nowhere', () => {
    const faults = (licence: string | null, runs = true) => faultsOfLicences([{ ...one, licence, runs }]).filter((line) => line.startsWith('a@'));
    assert.deepEqual(faults('MIT'), []);
    assert.match(faults('GPL-3.0-only')[0]!, /bears GPL-3\.0-only/);
    assert.match(faults('MPL-2.0')[0]!, /not on the list for what runs/);
    assert.deepEqual(faults('MPL-2.0', false), []);
    assert.match(faults(null)[0]!, /states no licence/);
    assert.equal(isAllowed('(MIT OR GPL-3.0-only)', true), true);
    assert.equal(isAllowed('MIT AND GPL-3.0-only', true), false);
  });
});

describe('the install', () => {
  const npmrc = readFileSync(join(root, '.npmrc'), 'utf8');
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

  it('runs no script of any package', () => assert.match(npmrc, /^ignore-scripts=true$/m));

  it('is locked without what is younger than a week', () => {
    assert.match(scripts['lock']!, /npm install --package-lock-only --min-release-age=7\b/);
    // In .npmrc it would make npm 11 refuse `npm ci`: a lockfile without addresses has every version looked up again.
    assert.doesNotMatch(npmrc, /^min-release-age/m);
  });
});
