import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { judge, ORDER, root } from './boundaries.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = (pattern: string) => globSync(pattern, { cwd: root }).map((path) => path.replaceAll('\\', '/')).filter((path) => !path.startsWith('tests/architecture/planted/')).sort();
const folders = readdirSync(join(root, 'modules'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
/** The manifests; imported only here and in app/, and only when the test runs, so that a broken module is told by name. */
const manifests = async () => ((await import('#app/modules.ts')) as { modules: readonly { name: string; uses: readonly string[] }[] }).modules;

const withoutComments = (sql: string) => sql.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
/** The schema of a module: its name, with _ for -. */
const schemaOf = (module: string) => module.replaceAll('-', '_');

describe('the modules', () => {
  it('are the folders under modules/, listed in app/modules.ts in their order', async () => {
    const listed = (await manifests()).map((module) => module.name);
    assert.deepEqual([...listed].sort(), folders);
    assert.deepEqual(listed, ORDER.filter((name) => listed.includes(name)), 'the order of the modules');
  });

  it('name in `uses` exactly the modules they import', async () => {
    const { modules } = await judge(root);
    for (const { name, uses } of await manifests()) {
      const seen = new Set<string>();
      for (const module of modules) {
        if (!module.source.startsWith(`modules/${name}/`) || /\.(test|prove)\.tsx?$|\/test-kit(\/|\.ts$)/.test(module.source)) continue;
        for (const edge of module.dependencies) {
          const other = /^modules\/([^/]+)\//.exec(edge.resolved)?.[1];
          if (other && other !== name) seen.add(other);
        }
      }
      assert.deepEqual([...uses].sort(), [...seen].sort(), `modules/${name}/module.ts`);
    }
  });

  it('each have a README.md', () => {
    assert.deepEqual(folders.filter((name) => !existsSync(join(root, 'modules', name, 'README.md'))), []);
  });

  it('say everything in both languages, with ids that carry the name of the module', async () => {
    const missing: string[] = [];
    for (const file of [...files('modules/*/wording.ts'), ...files('modules/*/web/**/wording.ts'), ...files('web/**/wording.ts'), ...files('platform/**/wording.ts')]) {
      const exported = Object.values((await import(join(root, file))) as Record<string, unknown>);
      for (const wording of exported) {
        if (typeof wording !== 'object' || wording === null || !('zh-CN' in wording)) continue;
        const { 'zh-CN': zh, en } = wording as Record<string, Record<string, string> | undefined>;
        const prefix = /^modules\/([^/]+)\//.exec(file)?.[1];
        for (const id of new Set([...Object.keys(zh ?? {}), ...Object.keys(en ?? {})])) {
          // A measure word may be empty in a language that has none.
          const lacks = (text: string | undefined) => text === undefined || (text.trim() === '' && !id.endsWith('.unit'));
          if (lacks(zh?.[id])) missing.push(`${file} zh-CN ${id}`);
          if (lacks(en?.[id])) missing.push(`${file} en ${id}`);
          if (prefix && !id.startsWith(`${prefix}.`)) missing.push(`${file} ${id} does not begin with ${prefix}.`);
        }
      }
    }
    assert.deepEqual(missing, []);
  });
});

describe('the database', () => {
  it('has migrations in SQL only, well named and after what they rest on', () => {
    const found = [...files('modules/*/store/migrations/*'), ...files('platform/database/migrations/*')];
    assert.deepEqual(found.filter((path) => !/\/\d{8}T\d{4}_[a-z0-9-]+\.sql$/.test(path)), []);
    assert.ok(found.length > 0);
  });

  it('is named by each store only in its own schema and the read views of earlier modules', () => {
    const foreign: string[] = [];
    for (const module of folders) {
      const earlier = ORDER.slice(0, ORDER.indexOf(module as (typeof ORDER)[number]));
      const sources = [...files(`modules/${module}/**/*.sql`), ...files(`modules/${module}/**/*.ts`).filter((path) => !/\.(test|prove)\.ts$/.test(path) && !path.includes('/web/'))];
      for (const path of sources) {
        const statements = path.endsWith('.sql') ? withoutComments(read(path)).split(';') : sqlIn(read(path));
        for (const other of folders) {
          if (other === module) continue;
          const schema = schemaOf(other);
          for (const statement of statements) {
            for (const found of statement.matchAll(new RegExp(`(?<![\\w."])"?${schema}(_read)?"?\\s*\\.\\s*"?[a-z_]+`, 'g'))) {
              const before = statement.slice(0, found.index);
              const isKey = /references\s*$/i.test(before);
              // A later module may open an earlier one's rows further: a listing on the shelf shows its evidence.
              const letsSee = /platform\.let_see\('$/.test(before);
              const allowed = earlier.includes(other as never) && (found[1] === '_read' || isKey || letsSee);
              if (!allowed) foreign.push(`${path}: ${found[0]}`);
            }
          }
        }
      }
    }
    assert.deepEqual(foreign, []);
  });

  it('is reached through pools and clients that survive its stop', () => {
    const deaf = ['app', 'modules', 'platform', 'scripts', 'bench'].flatMap((room) => files(`${room}/**/*.ts`)).filter((path) => {
      const text = read(path);
      return /new (pg\.)?(Pool|Client)\(/.test(text) && !/\.on\('error'/.test(text);
    });
    assert.deepEqual(deaf, []);
  });
});

describe('the files', () => {
  const product = ['app', 'bench', 'kernel', 'modules', 'platform', 'scripts', 'tests', 'web', 'docs'].flatMap((room) => files(`${room}/**/*.{ts,tsx,mjs,sql,css,json,md}`)).concat(files('*.{ts,json,md}'));

  it('have at most 300 lines', () => {
    const long = product.filter((path) => /\.tsx?$/.test(path) && !/wording\.ts$|\.(test|prove)\.tsx?$|\/data\//.test(path)).filter((path) => read(path).split('\n').length > 301);
    assert.deepEqual(long, []);
  });

  it('name no folder or host of a particular machine', () => {
    // Written apart, so that this file does not name them either.
    const machine = new RegExp(['/wor' + 'k/(main|shared)', '\\.\\./sha' + 'red', '(?<![.\\w])/ho' + 'me/[a-z]+/', '/Us' + 'ers/[a-z]', 'hand' + 'book'].join('|'));
    assert.deepEqual(product.filter((path) => machine.test(read(path))), []);
  });
});

/** Template strings tagged sql and plain strings that hold a statement; TypeScript's own `a.b` is no SQL. */
function sqlIn(text: string): string[] {
  const templates = [...text.matchAll(/`([^`]*)`/g)].map(([, inner]) => inner!).filter((inner) => /\b(select|insert|update|delete|from|join|references|create)\b/i.test(inner));
  const tables = [...text.matchAll(/(?:From|Into|Table|Join|using|with)\(\s*'([a-z_]+\.[a-z_]+)[^']*'/gi)].map(([, table]) => table!);
  return [...templates, ...tables];
}
