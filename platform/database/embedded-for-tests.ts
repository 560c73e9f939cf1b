import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Client } from 'pg';
import type { Duty } from './duty.ts';
import { grantDatabase, withConnection } from './embedded-cluster.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { migrate, migrations } from './migrate.ts';

const APP_ROLE = 'qingcai_app';
/** Names the superuser address of the cluster that `npm test` started, for the test processes it starts. */
export const TEST_CLUSTER = 'QINGCAI_TEST_DATABASE';

/** Names the superuser address of a PostgreSQL of one's own, 16 or newer: tests then make their databases there instead of starting a cluster. */
export const OWN_CLUSTER = 'QINGCAI_TEST_DATABASE_URL';

export type TestDatabase = { readonly ownerUrl: string; readonly appUrl: string; readonly name: string; drop(): Promise<void> };
export type Template = {
  /** What the template holds; two test files that give the same name share one template. */
  readonly name: string;
  readonly prepare: (ownerUrl: string) => Promise<unknown>;
};

/** A throw-away cluster in the temporary folder: quick, not durable, removed when this process ends in whatever way. */
export async function testCluster(): Promise<Embedded> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qingcai-test-'));
  // One password for the three roles, so that the one address in the environment is enough.
  const password = randomBytes(24).toString('base64url');
  await writeFile(join(dataDir, 'database.json'), JSON.stringify({ postgres: password, qingcai_owner: password, qingcai_app: password }), { mode: 0o600 });
  return startEmbedded({ dataDir, durable: false, removeAfterwards: true });
}

/**
 * A fresh migrated database of this test file's own, dropped when the file has ended:
 * `const db = await testDatabase()` at the top of the file. Under `npm test` it is copied from a template in the
 * cluster already running; alone (`node --test FILE`) the file starts a cluster and stops it.
 */
export async function testDatabase(template?: Template): Promise<TestDatabase> {
  const admin = await clusterAddress();
  const from = await ensureTemplate(admin, template ?? (await migratedTemplate()));
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await withConnection(admin, (client) => copyTemplate(client, from, name));
  const drop = () => withConnection(admin, async (client) => void (await client.query(`drop database if exists ${name} with (force)`)));
  // A cluster of our own goes with all its databases.
  if (process.env[TEST_CLUSTER] || process.env[OWN_CLUSTER]) after(drop);
  return { name, ownerUrl: onDuty(addressOf(admin, 'qingcai_owner', name), 'upkeep'), appUrl: addressOf(admin, APP_ROLE, name), drop };
}

let own: Promise<string> | undefined;

/** The same cluster with the platform's two roles in it; their password follows from the address, so that runs side by side agree. */
async function withRoles(admin: string): Promise<string> {
  const password = createHash('sha256').update(admin).digest('hex').slice(0, 32);
  await withConnection(admin, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    for (const role of ['qingcai_owner', APP_ROLE]) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      if (rowCount === 0) await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole noinherit password ${client.escapeLiteral(password)}`);
    }
  });
  return admin;
}

function clusterAddress(): Promise<string> {
  const given = process.env[TEST_CLUSTER];
  if (given) return Promise.resolve(given);
  const mine = process.env[OWN_CLUSTER];
  if (mine) return (own ??= withRoles(mine));
  own ??= testCluster().then((cluster) => {
    after(() => cluster.stop());
    return cluster.adminUrl;
  });
  return own;
}

/** The template's name carries the hash of every migration, so a changed migration never meets an old template. */
async function migratedTemplate(): Promise<Template> {
  const hash = createHash('sha256');
  for (const { name, sha256 } of await migrations()) hash.update(`${name} ${sha256}\n`);
  return { name: `migrated_${hash.digest('hex').slice(0, 16)}`, prepare: (ownerUrl) => migrate(ownerUrl, APP_ROLE) };
}

const TEMPLATE_LOCK = 7_140_302;

async function ensureTemplate(admin: string, { name, prepare }: Template): Promise<string> {
  return withConnection(admin, async (client) => {
    // Test processes run side by side: one makes the template, the others wait for it.
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name]);
    if (rowCount) return name;
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    await client.query(`create database ${client.escapeIdentifier(name)} owner qingcai_owner`);
    await grantDatabase(client, name);
    await prepare(addressOf(admin, 'qingcai_owner', name));
    // Nobody may be connected to a database while it is copied.
    await client.query(`alter database ${client.escapeIdentifier(name)} with is_template true allow_connections false`);
    return name;
  });
}

async function copyTemplate(client: Client, from: string, name: string): Promise<void> {
  const copy = `create database ${name} template ${client.escapeIdentifier(from)} owner qingcai_owner strategy file_copy`;
  try {
    await client.query('set file_copy_method = clone');
    await client.query(copy);
  } catch {
    // A file system that cannot clone files.
    // Before PostgreSQL 18 there is no such setting.
    await client.query('reset file_copy_method').catch(() => {});
    await client.query(copy);
  }
  await grantDatabase(client, name);
}

/** An address whose every connection is on a duty from its beginning, for tests that act or look past the second fence. */
export const onDuty = (url: string, duty: Duty | 'upkeep'): string => `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c qingcai.duty=${duty}`)}`;

function addressOf(admin: string, role: string, database: string): string {
  const mine = process.env[OWN_CLUSTER];
  if (admin !== mine) return admin.replace('//postgres:', `//${role}:`).replace(/@([^/]*)\/postgres(?=\?|$)/, `@$1/${database}`);
  const url = new URL(mine);
  url.username = role;
  url.password = createHash('sha256').update(mine).digest('hex').slice(0, 32);
  url.pathname = `/${database}`;
  return url.href;
}
