import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { RunUser } from './data-folder.ts';
import { bareEnvironment } from './embedded-process.ts';

/** Passwords of the three database roles; kept in a file that only the owner of the data folder may read. */
export type RolePasswords = { readonly postgres: string; readonly qingcai_owner: string; readonly qingcai_app: string };

const newPassword = () => randomBytes(24).toString('base64url');

/** Reads the passwords of the cluster, or makes them before the cluster is made. */
export function rolePasswords(file: string, clusterExists: boolean): RolePasswords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as RolePasswords;
  if (clusterExists) throw new Error(`${file}, which holds the passwords of the database, is missing. Restore it from the backup of the data folder.`);
  const made: RolePasswords = { postgres: newPassword(), qingcai_owner: newPassword(), qingcai_app: newPassword() };
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

/** Makes a folder that only the database's user (and root) may enter. */
export function privateFolder(path: string, user: RunUser | undefined): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
  chmodSync(path, 0o700);
  return path;
}

/** A socket's path is limited (108 bytes on Linux, 104 on macOS); a data folder too deep gets a folder in /tmp. */
export function socketFolder(home: string, user: RunUser | undefined): { path: string; temporary: boolean } {
  const near = join(home, 's');
  if (Buffer.byteLength(`${near}/.s.PGSQL.5432.lock`) < 100) return { path: privateFolder(near, user), temporary: false };
  const path = mkdtempSync(join(Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp', 'qingcai-'));
  return { path: privateFolder(path, user), temporary: true };
}

/**
 * Makes the cluster: UTF-8, bytes in code point order by PostgreSQL's own rules (so that no index depends on the
 * host's C library), and LC_CTYPE C.UTF-8, without which pg_trgm finds no trigram in Chinese text.
 */
export async function makeCluster(binaries: string, data: string, password: string, durable: boolean, user: RunUser | undefined): Promise<void> {
  // Made aside and renamed: a kill in the middle leaves no half cluster behind.
  const aside = `${data}.new`;
  rmSync(aside, { recursive: true, force: true });
  privateFolder(aside, user);
  const secret = `${data}.password`;
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(secret, user.uid, user.gid);
  const run = (ctype: string) =>
    promisify(execFile)(
      join(binaries, 'bin', 'initdb'),
      ['-D', aside, '-U', 'postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`, ...(durable ? [] : ['--no-sync'])],
      { ...user, cwd: '/', env: bareEnvironment },
    );
  try {
    await run('C.UTF-8').catch((error: Error & { stderr?: string }) => {
      if (/invalid locale/.test(error.stderr ?? '')) return run('en_US.UTF-8');
      throw new Error(`initdb failed: ${error.stderr || error.message}`);
    });
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(aside, data);
}

/** `database` as the role `user` over the socket; pg and libpq both read this form. */
export function socketUrl(sockets: string, user: keyof RolePasswords, passwords: RolePasswords, database: string): string {
  return `postgresql://${user}:${passwords[user]}@/${database}?host=${encodeURIComponent(sockets)}`;
}

/** Runs `work` on one connection and closes it. */
export async function withConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The two roles and the database, made or mended: `qingcai_owner` owns the database and so its schemas;
 * `qingcai_app` owns nothing and may create nothing, it has what migrations grant it.
 */
export async function provision(adminUrl: string, passwords: RolePasswords, database: string): Promise<void> {
  await withConnection(adminUrl, async (client) => {
    for (const role of ['qingcai_owner', 'qingcai_app'] as const) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      if (rowCount === 0) await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole noinherit password ${client.escapeLiteral(passwords[role])}`);
    }
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)} owner qingcai_owner`);
    await grantDatabase(client, database);
  });
}

/** Rights on a database are not copied with a template, so a copy needs them again. */
export async function grantDatabase(client: Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to qingcai_app`);
}

/** Starts a fresh log when the old one has grown beyond 10 MB. */
export function turnLog(log: string): void {
  if (existsSync(log) && lstatSync(log).isFile() && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`);
}
