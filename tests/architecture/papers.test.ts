import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { ORDER, root } from './boundaries.ts';

/* What the papers say, held against the code: a paper that is not held becomes untrue without anybody noticing. */

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const files = (...patterns: string[]): string[] =>
  patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).map((path) => path.replaceAll('\\', '/')).filter((path) => !path.includes('node_modules/')).sort();
const papers = files('*.md', '{app,bench,docs,kernel,modules,platform,scripts,tests,web}/**/*.md');
const readme = read('README.md');
const folders = readdirSync(join(root, 'modules'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

/** The cells of the rows of a document's tables, without heads and rulings. */
const rowsOf = (text: string): string[][] =>
  text.split('\n').filter((line) => /^\|.*\|$/.test(line.trim()) && !/^\|[\s|:-]+\|$/.test(line.trim())).map((line) => line.trim().slice(1, -1).split('|').map((cell) => cell.trim()));
/** The part of a document below a heading, to the next heading of the same depth. */
const below = (text: string, heading: string): string => {
  const depth = heading.indexOf(' ');
  const [, rest] = text.split(`\n${heading}\n`);
  assert.ok(rest !== undefined, `no heading ${heading}`);
  return rest.split(new RegExp(`\n#{1,${depth}} `))[0]!;
};

describe('README.md', () => {
  it('begins with the two commands, which package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const block = /```sh\n([\s\S]*?)```/.exec(readme);
    assert.ok(block !== null && readme.slice(0, block.index).split('\n').length <= 3, 'the first block stands at the top');
    assert.deepEqual(block[1]!.trim().split('\n').map((line) => line.split(/ {2,}#/)[0]!.trim()), ['npm start', 'npm test']);
    for (const name of ['start', 'test']) assert.ok(scripts[name], name);
    for (const [, name] of papers.flatMap((path) => [...read(path).matchAll(/\bnpm run (?:-s )?([a-z]+)/g)])) assert.ok(scripts[name!], `npm run ${name!}`);
  });

  it('names every verb of the command line and no other', async () => {
    const { verbs } = (await import('#app/verbs/index.ts')) as { verbs: Readonly<Record<string, unknown>> };
    const told = rowsOf(below(readme, '## The command line')).map(([cell]) => /^`([a-z]+)`$/.exec(cell!)?.[1]).filter((name) => name !== undefined);
    assert.deepEqual(told.sort(), Object.keys(verbs).sort());
  });

  it('names every role and no other', async () => {
    const { ROLES } = await import('#kernel/policy.ts');
    const told = rowsOf(below(readme, '## Roles')).map(([cell]) => /^`([a-z.]+)`$/.exec(cell!)?.[1]).filter((name) => name !== undefined);
    assert.deepEqual(told.sort(), [...ROLES].sort());
  });

  it('names the settings that the code reads', () => {
    const code = files('app/**/*.ts', 'platform/**/*.ts').filter((path) => !/\.(test|prove)\.ts$|test-kit|for-tests/.test(path)).map(read).join('\n');
    const asked = new Set([...code.matchAll(/env\['((?:QINGCAI|DATABASE|PUBLIC)_[A-Z_]+|PORT|HOST)'\]/g)].map(([, name]) => name!));
    const told = [...below(readme, '## Configuration').matchAll(/^\| `[^|]*\|/gm)].flatMap(([cell]) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name!));
    assert.deepEqual(told.sort(), [...asked].sort());
  });

  it('counts the base edition rightly', async () => {
    const { baseEdition } = await import('#modules/standards/index.ts');
    const { kinds } = baseEdition();
    assert.ok(readme.includes(`${kinds.length} kinds and ${kinds.flatMap((kind) => kind.indicators).length} indicators`));
  });

  it('shows pictures that the script makes, and that are there once it has run', () => {
    const made = [...read('scripts/screenshots.ts').matchAll(/\{ name: '([a-z-]+)'/g)].map(([, name]) => name!);
    const shown = [...readme.matchAll(/\]\(docs\/screenshots\/([^)]+)\)/g)].map(([, file]) => file!);
    assert.ok(shown.length > 0);
    for (const file of shown) assert.ok(made.some((name) => new RegExp(`^${name}\\.(zh-CN|en)\\.(1440|375)\\.png$`).test(file)), file);
    if (files('docs/screenshots/*.png').length > 0) assert.deepEqual(shown.filter((file) => !existsSync(join(root, 'docs/screenshots', file))), []);
  });
});

describe('ARCHITECTURE.md', () => {
  it('has the modules in their order, those that exist in bold', () => {
    const cells = rowsOf(below(read('ARCHITECTURE.md'), '## The modules, in their order')).slice(1).map(([, modules]) => modules!);
    const told = cells.flatMap((cell) => cell.split(',').map((name) => name.trim()));
    assert.deepEqual(told.map((name) => name.replaceAll('*', '')), [...ORDER]);
    assert.deepEqual(told.filter((name) => name.startsWith('**')).map((name) => name.replaceAll('*', '')).sort(), folders.toSorted());
  });
});

describe('the README of each module', () => {
  it('is there and says what the module owns', () => {
    assert.deepEqual(folders.filter((name) => !existsSync(join(root, 'modules', name, 'README.md')) || !/\bowns?\b/i.test(read(`modules/${name}/README.md`))), []);
  });

  it('draws the life of a listing as the table has it', async () => {
    const { listingLife } = await import('#modules/catalogue/domain/listing-life.ts');
    const drawn = [...read('modules/catalogue/README.md').matchAll(/^ {2}(\w+) --> (\w+): (\w+)$/gm)].map(([, from, to, act]) => `${from!} ${act!} ${to!}`);
    assert.deepEqual(drawn.sort(), listingLife.transitions.map(({ from, act, to }) => `${from} ${act} ${to}`).sort());
  });
});

describe('docs/dependencies.md', () => {
  it('has every direct dependency with its version and its licence, and no other', () => {
    type Manifest = Record<'dependencies' | 'optionalDependencies' | 'devDependencies', Record<string, string>>;
    const manifest = JSON.parse(read('package.json')) as Manifest;
    const wanted = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies };
    const told = new Map(rowsOf(read('docs/dependencies.md')).filter((cells) => cells.length === 5 && cells[0] !== 'package').map((cells) => [cells[0]!, cells]));
    assert.deepEqual([...told.keys()].sort(), Object.keys(wanted).sort());
    for (const [name, version] of Object.entries(wanted)) {
      const [, toldVersion, licence, why] = told.get(name)!;
      assert.equal(toldVersion, version, name);
      assert.ok(why !== '', `${name} has no reason`);
      const file = join(root, 'node_modules', name, 'package.json');
      // A package of another system is not installed here.
      if (existsSync(file)) assert.equal(licence, (JSON.parse(readFileSync(file, 'utf8')) as { license: string }).license, name);
    }
  });

  it('names every family of packages that the lockfile holds without a hash', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string; link?: boolean }> };
    const families = rowsOf(below(read('docs/dependencies.md'), '## Packages of other systems that the lockfile holds without a hash')).map(([cell]) => cell!.replace('*', '')).filter((cell) => cell.startsWith('@'));
    const unhashed = Object.entries(packages).filter(([path, entry]) => path !== '' && entry.link !== true && entry.integrity === undefined).map(([path]) => path.replace('node_modules/', ''));
    assert.deepEqual(unhashed.filter((name) => !families.some((family) => name.startsWith(family))), []);
    for (const family of families) assert.ok(unhashed.some((name) => name.startsWith(family)), `${family} has its hashes`);
  });
});

describe('the words of the papers', () => {
  it('in the glossary are names that the code has', () => {
    const code = files('{app,kernel,platform}/**/*.ts', 'modules/**/*.{ts,tsx,sql}', 'web/**/*.{ts,tsx}').map(read).join('\n');
    const rows = rowsOf(read('GLOSSARY.md')).filter(([first]) => first !== '中文');
    const unknown = rows.flatMap(([, , names]) => [...names!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)).filter((name) => !new RegExp(`(?<![A-Za-z])${name.replace(/[.\\]/g, '\\$&')}(?![A-Za-z])`).test(code));
    assert.deepEqual(unknown, []);
    assert.ok(rows.length >= 90, `${rows.length} terms`);
  });

  it('in the guides are words that the pages show', () => {
    const shown = files('{web,modules}/**/wording.ts', '{web,modules}/**/routes.ts', 'web/shell/pages.ts').map(read).join('\n');
    const unknown = files('docs/guides/*.md').flatMap((path) => [...read(path).matchAll(/「([^」]+)」/g)].map(([, name]) => `${path} ${name!}`)).filter((found) => !shown.includes(`'${found.split(' ').slice(1).join(' ')}'`));
    assert.deepEqual(unknown, []);
  });

  it('on refusals are those of every route', async () => {
    const { COMMON_REFUSALS } = await import('#kernel/wire.ts');
    const told = new Map(rowsOf(below(read('docs/api/README.md'), '## Refusals')).flatMap(([codes, status]) => [...codes!.matchAll(/`([a-z-]+)`/g)].map(([, code]) => [code!, Number.parseInt(status!, 10)] as const)));
    for (const [code, status] of Object.entries(COMMON_REFUSALS)) assert.equal(told.get(code), status, code);
  });
});

describe('every paper', () => {
  it('links to files that are there', () => {
    const broken = papers.flatMap((path) =>
      [...read(path).replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to]) => to!).filter((to) => !/^https?:/.test(to) && !to.endsWith('.png') && !existsSync(join(root, dirname(path), to))).map((to) => `${path} → ${to}`));
    assert.deepEqual(broken, []);
  });

  it('names no place of a machine, no registry, and no paper that readers do not have', () => {
    // Written apart, so that this file does not name them either.
    const never = new RegExp(['/wor' + 'k/(?:main|shared|\\.)', '/tm' + 'p/', '/ro' + 'ot\\b', '/ho' + 'me/', '/Us' + 'ers/', 'npm' + 'js', 'artif' + 'actory', 'hand' + 'book'].join('|'), 'i');
    assert.deepEqual(papers.filter((path) => never.test(read(path))), []);
    const hosts = papers.flatMap((path) => [...read(path).matchAll(/\bhttps?:\/\/([a-z0-9.-]+)/gi)].map(([, host]) => host!));
    assert.deepEqual([...new Set(hosts)].filter((host) => host !== 'localhost'), []);
  });

  it('of decision is numbered without a gap and says what holds it', () => {
    const records = files('docs/decisions/*.md').map((path) => path.split('/').at(-1)!);
    assert.deepEqual(records.map((name) => Number(name.slice(0, 4))), records.map((_, at) => at + 1));
    for (const name of records) assert.match(read(`docs/decisions/${name}`), new RegExp(`^# ${name.slice(0, 4)} .+\\nDecided \\d{4}-\\d{2}\\. `), name);
  });
});

describe('what the papers say of time', () => {
  it('holds: nobody but the demonstration and tests tells the instant of an act', () => {
    const others = files('{app,modules,platform}/**/*.ts').filter((path) => !/^app\/demo\/|\.(test|prove)\.ts$|\/test-kit\//.test(path));
    const writing = others.filter((path) => /\.writing\(\)/.test(read(path)) || /import \{[^}]*\bwrite\b[^}]*\} from '[^']*database\/call\.ts'/.test(read(path)));
    assert.ok(writing.includes('platform/http/serve.ts') && writing.length >= 3, 'those who write are seen');
    assert.deepEqual(writing.filter((path) => /\.writing\(\)|\btold\s*[,}:]/.test(read(path))), []);
  });
});
