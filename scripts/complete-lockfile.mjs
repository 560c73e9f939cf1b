// Run after `npm install --package-lock-only` (Node 24): makes the lockfile whole and portable. Usage: node scripts/complete-lockfile.mjs
//  - names no registry: `resolved` is left out, so that any registry may serve the packages; the hashes decide what is accepted.
//  - names the optional packages of every system. A registry that does not carry some of them makes npm leave them out silently, and
//    `npm ci` then refuses a fresh clone. They enter by name and version; where the registry gave no hash, npm takes the registry's own.
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = { android: 'android', darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', openharmony: 'openharmony', sunos: 'sunos', win32: 'win32', windows: 'win32' };
const PROCESSORS = ['arm64', 'arm', 'armv7', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;

/** The place in the lockfile that `name` resolves to from `from`, as Node looks it up; undefined where there is none. */
function placeOf(name, from) {
  for (let at = from; ; ) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (lock.packages[place] !== undefined) return place;
    if (at === '') return undefined;
    const up = at.lastIndexOf('/node_modules/');
    at = up < 0 ? '' : at.slice(0, up);
  }
}

for (const [place, entry] of Object.entries(lock.packages)) {
  delete entry.resolved;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const known = placeOf(name, place);
    if (known !== undefined && lock.packages[known].integrity !== undefined) continue;
    const words = name.split('/').at(-1).split('-');
    const os = words.map((word) => SYSTEMS[word]).find((word) => word !== undefined);
    const cpu = words.find((word) => PROCESSORS.includes(word)) ?? (words.includes('armv7') ? 'arm' : undefined);
    if (os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name} of ${place || 'the project'} is missing and not plainly for another system`);
    lock.packages[`node_modules/${name}`] = { version, cpu: [cpu === 'armv7' ? 'arm' : cpu], optional: true, os: [os], ...(words.includes('musl') ? { libc: ['musl'] } : words.includes('gnu') ? { libc: ['glibc'] } : {}), ...(lock.packages[place]?.dev === true ? { dev: true } : {}) };
    added += 1;
  }
}
const [root, ...rest] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(lock.packages).length - 1} packages; ${added} of other systems were named here.`);
