import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import pg from 'pg';
import { testDatabase } from '#platform/database/embedded-for-tests.ts';
import { ON_DUTY, OPEN_INSERTS, OPEN_TABLES, PUBLIC_TABLES, UNFORCED, WINDOWS } from './declared.ts';

const { ownerUrl, appUrl } = await testDatabase();
const owner = new pg.Client({ connectionString: ownerUrl });
owner.on('error', () => {});
await owner.connect();
after(() => owner.end());

const APP = decodeURIComponent(new URL(appUrl.replace('@/', '@localhost/')).username);
/** The job queue has its own tables and its own keeper; payloads hold ids alone. */
const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname !~ '^pg_'`;
const ask = async <R extends pg.QueryResultRow>(text: string): Promise<R[]> => (await owner.query<R>(text)).rows;
const names = (rows: { name: string }[]): string[] => rows.map((row) => row.name).sort();

describe('every table', () => {
  it('of every module stands behind the fence, or outside with a reason', async () => {
    const tables = await ask<{ name: string; fenced: boolean }>(`select n.nspname || '.' || c.relname as name, c.relrowsecurity as fenced from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${OURS}`);
    assert.ok(tables.length > 35, `${tables.length} tables`);
    assert.deepEqual(names(tables.filter((table) => !table.fenced)), Object.keys(OPEN_TABLES).sort());
  });

  it('is fenced against its owner too, unless a window needs it otherwise', async () => {
    assert.deepEqual(names(await ask(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and c.relrowsecurity and not c.relforcerowsecurity and ${OURS}`)), Object.keys(UNFORCED).sort());
  });

  it('has a rule for each verb', async () => {
    const short = await ask<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity and ${OURS}
      and (select count(distinct p.polcmd) from pg_policy p where p.polrelid = c.oid and p.polname ~ '^fence_' and p.polname <> 'fence_upkeep') <> 4`);
    assert.deepEqual(names(short), []);
  });

  it('that everybody reads, or adds to, is declared', async () => {
    assert.deepEqual(names(await ask(`select schemaname || '.' || tablename as name from pg_policies where cmd = 'SELECT' and qual = 'true' and schemaname <> 'graphile_worker'`)), Object.keys(PUBLIC_TABLES).sort());
    assert.deepEqual(names(await ask(`select schemaname || '.' || tablename as name from pg_policies where cmd = 'INSERT' and with_check ~ '^\\(true OR ' and schemaname <> 'graphile_worker'`)), Object.keys(OPEN_INSERTS).sort());
  });
});

describe('the roles', () => {
  it('the application owns nothing, is no superuser, and no other role lends it anything', async () => {
    assert.deepEqual(await ask(`select c.relname from pg_class c where pg_get_userbyid(c.relowner) = '${APP}' union all select p.proname from pg_proc p where pg_get_userbyid(p.proowner) = '${APP}' union all select n.nspname from pg_namespace n where pg_get_userbyid(n.nspowner) = '${APP}'`), []);
    assert.deepEqual(await ask(`select rolname from pg_roles where rolname = '${APP}' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`), []);
    assert.deepEqual(await ask(`select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = '${APP}'`), []);
  });

  it('whoever owns the tables sees no row of them without saying what for', async () => {
    const plain = new pg.Client({ connectionString: ownerUrl.replace(/[?&]options=[^&]*/, '') });
    plain.on('error', () => {});
    await plain.connect();
    await owner.query(`insert into identity.city (id, slug, name_zh, name_en, demo, created_at) values ('00000000-0000-7000-8000-000000000001', 'fence', '界', 'Fence', true, now());
      insert into identity.person (id, name, login, password_hash, demo, created_at) values ('00000000-0000-7000-8000-000000000002', '某人', 'someone', 'x', true, now())`);
    assert.equal((await plain.query('select from identity.person')).rowCount, 0);
    assert.equal((await owner.query('select from identity.person')).rowCount, 1);
    await plain.end();
  });
});

describe('the windows', () => {
  it('are those declared: no other view or function has more rights than who asks', async () => {
    const views = await ask<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and ${OURS} and not coalesce(c.reloptions::text ~ 'security_invoker=(true|on)', false)`);
    const functions = await ask<{ name: string }>(`select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${OURS}`);
    assert.deepEqual([...names(views), ...names(functions)].sort(), Object.keys(WINDOWS).sort());
  });

  it('cannot be turned by a search path, and are not everybody\'s to call', async () => {
    const loose = await ask<{ name: string }>(`select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${OURS}
      and (p.proconfig is null or not 'search_path=pg_catalog, pg_temp' = any (p.proconfig) or has_function_privilege('public', p.oid, 'execute'))`);
    assert.deepEqual(names(loose), []);
  });
});

describe('a duty', () => {
  const root = join(import.meta.dirname, '../..');
  it('is named by internal work alone', () => {
    const naming = ['app', 'modules', 'platform'].flatMap((room) => globSync(`${room}/**/*.ts`, { cwd: root })).map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !/\.(test|prove)\.ts$|\/test-kit\/|embedded-for-tests\.ts$/.test(path))
      .filter((path) => /\b(takeDuty|readOnDuty|noteOnDuty)\b|\bduty\??:|qingcai\.duty/.test(readFileSync(join(root, path), 'utf8')));
    assert.deepEqual(naming.sort(), Object.keys(ON_DUTY).sort());
  });
});
