import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { FileStore, FolderStore } from '#platform/files/index.ts';
import { folderStore } from '#platform/files/index.ts';
import type { Vault } from '#platform/vault.ts';
import { copyOut } from './copy.ts';
import { BACKUP_LOCK, BY_MIGRATION, DOCUMENT_LIST, DOCUMENTS, keyMark, MANIFEST, Manifest, tableFile, type BackedUpTable } from './manifest.ts';
import { syncFolder, writePart } from './parts.ts';

export type Made = { readonly manifest: Manifest; /** Of the manifest; whoever keeps it elsewhere can tell a forged backup. */ readonly sha256: string };

/**
 * Writes a backup into `folder`, which must not exist: every table of one snapshot, then the documents, last the manifest. Everything is
 * written beside and takes its name by one rename, so that no folder of that name is ever half a backup. The platform may go on working.
 * @param ownerUrl the owner of the database: rights of the application do not reach the queue of jobs whole
 * @param documents read after the snapshot: a document is on the disk before any row names it, and none is removed while the lock is held
 */
export async function makeBackup(from: { ownerUrl: string; documents: FolderStore; vault: Vault }, folder: string): Promise<Made> {
  if (existsSync(folder)) throw new Error(`${folder} is there already; name a folder that is not.`);
  const client = new pg.Client({ connectionString: from.ownerUrl, application_name: 'qingcai-backup' });
  // The statement under way is told of a loss of the connection; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  const aside = `${folder}.partial`;
  try {
    // The duty lets every row be read past the fence.
    await client.query(`set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set extra_float_digits = 3; set qingcai.duty = 'upkeep'`);
    // One backup at a time, and no document is removed meanwhile.
    await client.query('select pg_advisory_lock($1)', [BACKUP_LOCK]);
    await rm(aside, { recursive: true, force: true });
    await mkdir(path.dirname(folder), { recursive: true });
    await mkdir(aside, { mode: 0o700 });
    const rows = await snapshot(client, aside);
    const documents = await copyDocuments(from.documents, aside);
    const manifest = Manifest.parse({ format: 'qingcai-backup-1', ...rows, key: keyMark(from.vault), documents });
    const text = `${JSON.stringify(manifest, null, 1)}\n`;
    await writeFile(path.join(aside, MANIFEST), text, { flag: 'wx', mode: 0o600, flush: true });
    for (const part of [path.join(aside, 'tables'), aside]) await syncFolder(part);
    await rename(aside, folder);
    await syncFolder(path.dirname(folder));
    return { manifest, sha256: createHash('sha256').update(text).digest('hex') };
  } catch (fault) {
    await rm(aside, { recursive: true, force: true });
    throw fault;
  } finally {
    await client.end().catch(() => {});
  }
}

async function snapshot(client: pg.Client, aside: string): Promise<Omit<Manifest, 'format' | 'key' | 'documents'>> {
  await client.query('begin isolation level repeatable read read only');
  // The first statement takes the snapshot.
  const { rows: [state] } = await client.query<{ at: Date; version: number }>(`select clock_timestamp() as at, current_setting('server_version_num')::int as version`);
  const { rows: migrations } = await client.query<{ name: string; sha256: string }>('select name, sha256 from platform.migration order by name');
  const { rows: jobs } = await client.query<{ id: number }>('select id from graphile_worker.migrations order by id');
  const tables: BackedUpTable[] = [];
  for (const table of await tablesOf(client)) {
    const { data, rows } = copyOut(client, `copy ${named(table)} (${table.columns.map(pg.escapeIdentifier).join(', ')}) to stdout`);
    const { lines, ...written } = await writePart(path.join(aside, tableFile(table)), data);
    // COPY writes a line for each row; a difference means that bytes were changed between the database and the disk.
    if (lines !== (await rows)) throw new Error(`The table ${named(table)} has ${await rows} rows, and ${lines} were written.`);
    tables.push({ ...table, ...written, rows: lines });
  }
  await client.query('commit');
  // Sequences know no snapshot; read after it they are never behind a number that is in it.
  const { rows: sequences } = await client.query<{ schema: string; name: string }>(`select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${OURS} order by 1, 2`);
  const places: Manifest['sequences'] = [];
  for (const sequence of sequences) {
    const { rows: [place] } = await client.query<{ value: string; called: boolean }>(`select last_value::text as value, is_called as called from ${named(sequence)}`);
    places.push({ ...sequence, ...place! });
  }
  return { snapshotAt: state!.at.toISOString(), postgres: state!.version, migrations, jobMigrations: jobs.map(({ id }) => id), tables, sequences: places };
}

/** Everything but PostgreSQL's own, what belongs to an extension, and what lives for one connection. */
const OURS = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.relpersistence <> 't'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** Every table with the columns that hold values of their own. */
export async function tablesOf(client: pg.Client): Promise<{ schema: string; name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[] }>(`
    select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and ${OURS} group by 1, 2 order by 1, 2`);
  return rows.filter((table) => !BY_MIGRATION.has(`${table.schema}.${table.name}`));
}

export const named = ({ schema, name }: { readonly schema: string; readonly name: string }): string => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;

async function copyDocuments(from: FolderStore, aside: string): Promise<Manifest['documents']> {
  const to = await folderStore(path.join(aside, DOCUMENTS));
  const damaged: string[] = [];
  let count = 0;
  let total = 0;
  const list = await open(path.join(aside, DOCUMENT_LIST), 'wx', 0o600);
  const hash = createHash('sha256');
  try {
    for await (const sha256 of from.all()) {
      const bytes = await copyDocument(from, to, sha256);
      // One altered document must not keep the rest from being saved; it is named instead.
      if (bytes === 'altered') damaged.push(sha256);
      if (typeof bytes !== 'number') continue;
      count += 1;
      total += bytes;
      const line = `${sha256} ${bytes}\n`;
      hash.update(line);
      await list.appendFile(line);
    }
    await list.sync();
  } finally {
    await list.close();
  }
  return { count, bytes: total, sha256: hash.digest('hex'), damaged };
}

/** The document's length; 'absent' where the store has none of that hash. */
export async function copyDocument(from: Pick<FileStore, 'open'>, to: FolderStore, sha256: string): Promise<number | 'altered' | 'absent'> {
  const content = await from.open(sha256);
  return content === undefined ? 'absent' : to.bring(sha256, content);
}
