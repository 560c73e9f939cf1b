import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { makeWorkerUtils } from 'graphile-worker';
import { silent, type Logger } from '#platform/log.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NAME = /^\d{8}T\d{4}_[a-z0-9-]+\.sql$/;
const LOCK = 7_140_301;

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

/** Every migration of the platform and the modules, in one order of time. Throws on a bad or doubled name. */
export async function migrations(root: string = ROOT): Promise<Migration[]> {
  const found: Migration[] = [];
  for (const pattern of ['platform/database/migrations/*.sql', 'modules/*/store/migrations/*.sql']) {
    for await (const file of glob(pattern, { cwd: root })) {
      const name = path.basename(file);
      if (!NAME.test(name)) throw new Error(`a migration is named like 20261122T0900_orders.sql, not ${name}`);
      const sql = await readFile(path.join(root, file), 'utf8');
      found.push({ name, sql, sha256: createHash('sha256').update(sql).digest('hex') });
    }
  }
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (let i = 1; i < found.length; i++) if (found[i]!.name === found[i - 1]!.name) throw new Error(`two migrations are named ${found[i]!.name}`);
  return found;
}

/**
 * Brings the database to the present schema, as its owner. Forward only, one transaction each, one migrator at a time.
 * `:app_role` in a migration is the application's role, which owns nothing.
 * @param only the migrations to apply, where a backup of an older schema is to be loaded first; all of them where absent
 * @throws where an applied migration was changed afterwards.
 */
export async function migrate(ownerUrl: string, appRole: string, log: Logger = silent, only?: ReadonlySet<string>): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'qingcai-migrate' });
  client.on('error', (error) => log.warn({ fault: error.message }, 'the migration connection was lost'));
  await client.connect();
  const applied: string[] = [];
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    // Row security is forced upon the owner too.
    await client.query("set qingcai.duty = 'upkeep'");
    await client.query('create schema if not exists platform');
    await client.query('create table if not exists platform.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())');
    const done = new Map((await client.query<{ name: string; sha256: string }>('select name, sha256 from platform.migration')).rows.map((r) => [r.name, r.sha256]));
    for (const migration of await migrations()) {
      if (only !== undefined && !only.has(migration.name)) continue;
      const before = done.get(migration.name);
      if (before === migration.sha256) continue;
      if (before !== undefined) throw new Error(`the migration ${migration.name} was changed after it was applied; write a new one instead`);
      await client.query('begin');
      try {
        await client.query(migration.sql.replaceAll(':app_role', pg.escapeIdentifier(appRole)));
        await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`the migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
      applied.push(migration.name);
      log.info({ migration: migration.name }, 'migrated');
    }
    await migrateJobs(ownerUrl, appRole, client);
  } finally {
    await client.end();
  }
  return { applied };
}

/** graphile-worker keeps its own schema; the application may add and take jobs, not change the schema. */
async function migrateJobs(ownerUrl: string, appRole: string, client: pg.Client): Promise<void> {
  const jobs = await makeWorkerUtils({ connectionString: ownerUrl });
  try {
    await jobs.migrate();
  } finally {
    await jobs.release();
  }
  const role = pg.escapeIdentifier(appRole);
  await client.query(`grant usage on schema graphile_worker to ${role};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${role};
    grant usage, select on all sequences in schema graphile_worker to ${role};
    grant execute on all functions in schema graphile_worker to ${role};`);
  // Its tables have row-level security without a policy, so that only the owner would see a job.
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'graphile_worker' and c.relrowsecurity
       and not exists (select from pg_policies p where p.schemaname = 'graphile_worker' and p.tablename = c.relname and p.policyname = 'qingcai_application')`,
  );
  for (const { name } of rows) await client.query(`create policy qingcai_application on graphile_worker.${pg.escapeIdentifier(name)} to ${role} using (true) with check (true)`);
}
