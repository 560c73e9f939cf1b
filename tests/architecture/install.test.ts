import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './boundaries.ts';

type Entry = { version?: string; integrity?: string; resolved?: string; link?: boolean; optional?: boolean; os?: string[]; cpu?: string[]; libc?: string[]; optionalDependencies?: Record<string, string>; dependencies?: Record<string, string> };
type Manifest = Record<'dependencies' | 'optionalDependencies' | 'devDependencies', Record<string, string>>;

const packages = (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> }).packages;
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

describe('what is installed', () => {
  it('is named in package.json by exact versions', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies });
    assert.deepEqual(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)), []);
    assert.ok(Object.keys(manifest.dependencies).length <= 60, 'at most 60 direct dependencies at run time');
  });

  it('is in the lockfile with its hash, and names no registry', () => {
    const entries = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.link);
    // A registry that does not carry a package for another system gives no hash for it; npm then holds it against the hash of the registry it comes from.
    const unhashed = entries.filter(([, entry]) => !entry.integrity?.startsWith('sha512-'));
    assert.deepEqual(unhashed.filter(([, entry]) => !(entry.optional === true && entry.os !== undefined && (!entry.os.includes('linux') || !['x64', 'arm64'].includes(entry.cpu?.[0] ?? '') || entry.libc?.includes('musl') === true || entry.cpu?.[0] === 'arm64'))).map(([path]) => path), []);
    assert.deepEqual(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path), []);
  });

  it('is in the lockfile for every system, without which npm ci refuses a fresh clone', () => {
    const absent: string[] = [];
    for (const [path, entry] of Object.entries(packages)) {
      for (const name of Object.keys(entry.optionalDependencies ?? {})) {
        const places = path.split('/node_modules/').map((_, depth, parts) => `${parts.slice(0, parts.length - depth).join('/node_modules/')}/node_modules/${name}`);
        if (![...places, `node_modules/${name}`].some((place) => packages[place.replace(/^\//, '')])) absent.push(`${name} of ${path}`);
      }
    }
    assert.deepEqual(absent, []);
  });
});
