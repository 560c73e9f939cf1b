import path from 'node:path';
import pg from 'pg';
import { migrate } from '#platform/database/migrate.ts';
import { folderStore, type FolderStore } from '#platform/files/index.ts';
import type { Vault } from '#platform/vault.ts';
import { copyIn } from './copy.ts';
import { copyDocument, named, tablesOf } from './make.ts';
import { DOCUMENTS, keyMark, tableFile, type BackedUpTable, type Manifest } from './manifest.ts';
import { readPart } from './parts.ts';
import { documentsOf, openBackup, type Opened } from './read.ts';

export type Target = { readonly ownerUrl: string; readonly appRole: string; readonly documents: FolderStore; /** Undefined where what was sealed under another key may stay closed. */ readonly vault?: Vault };

/**
 * Brings a backup into an empty database and document store. The rows come in by one transaction: after a failure the database has a
 * schema and no rows, and the same backup can be restored again. At the end the schema is brought to the present.
 * @throws where the backup is no whole one, was made by a newer version, or the database is not empty
 */
export async function restoreBackup(folder: string, target: Target, progress: (line: string) => void, expected?: string): Promise<Opened> {
  progress('Reading the backup …');
  const opened = await openBackup(folder, expected);
  const { manifest } = opened;
  if (target.vault !== undefined && keyMark(target.vault) !== manifest.key) {
    throw new Error('The backup was made under another key: bring that key first (QINGCAI_KEY, or keys/installation.key in the data folder). Without it second factors and keys of the city stay closed; --other-key restores all the same.');
  }
  const client = new pg.Client({ connectionString: target.ownerUrl, application_name: 'qingcai-restore' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set qingcai.duty = 'upkeep'`);
    await refuseNonEmpty(client, manifest);
    progress('Making the schema of the backup …');
    await migrate(target.ownerUrl, target.appRole, undefined, new Set(manifest.migrations.map(({ name }) => name)));
    progress(`Bringing back ${manifest.documents.count} documents …`);
    await bringDocuments(folder, target.documents);
    progress(`Bringing back ${manifest.tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${manifest.tables.length} tables …`);
    await bringRows(client, folder, manifest);
  } finally {
    await client.end().catch(() => {});
  }
  progress('Bringing the schema to the present …');
  await migrate(target.ownerUrl, target.appRole);
  return opened;
}

/** Every write of the platform leaves an entry in the ledger: where there is none, nothing was written yet. A foreign table is somebody else's database. */
async function refuseNonEmpty(client: pg.Client, manifest: Manifest): Promise<void> {
  const schemas = new Set(['platform', 'graphile_worker', ...manifest.tables.map(({ schema }) => schema)]);
  const foreign = (await tablesOf(client)).find(({ schema }) => !schemas.has(schema));
  if (foreign !== undefined) throw new Error(`The database is not empty: it has the table ${foreign.schema}.${foreign.name}. Restore into a database of its own.`);
  const { rows: [ledger] } = await client.query<{ there: boolean }>(`select to_regclass('ledger.entry') is not null as there`);
  if (!ledger!.there) return;
  const { rowCount } = await client.query('select from ledger.entry limit 1');
  if (rowCount !== 0) throw new Error('The database is not empty: its ledger has entries. Restore into a new one; nothing was changed.');
}

async function bringDocuments(folder: string, to: FolderStore): Promise<void> {
  const from = await folderStore(path.join(folder, DOCUMENTS));
  for await (const sha256 of documentsOf(folder)) {
    if ((await to.verify(sha256)) === 'intact') continue;
    const brought = await copyDocument(from, to, sha256);
    if (typeof brought !== 'number') throw new Error(`The document ${sha256} of the backup is ${brought}.`);
  }
}

async function bringRows(client: pg.Client, folder: string, manifest: Manifest): Promise<void> {
  const there = new Set((await tablesOf(client)).map(named));
  const missing = manifest.tables.find((table) => !there.has(named(table)));
  if (missing !== undefined) throw new Error(`The schema made here has no table ${named(missing)}, which the backup has.`);
  const list = manifest.tables.map(named).join(', ');
  await client.query('begin');
  try {
    const { drop, add } = await foreignKeys(client);
    if (drop !== '') await client.query(drop);
    // Rows that migrations write are in the backup too, perhaps changed since.
    await client.query(`truncate ${list}`);
    const asleep = [...(await triggers(client)), ...(await fences(client))];
    await client.query(asleep.map(({ before }) => before).join('\n'));
    for (const table of manifest.tables) await bringTable(client, folder, table);
    await client.query(asleep.map(({ after }) => after).join('\n'));
    for (const { schema, name, value, called } of manifest.sequences) await client.query('select setval($1::regclass, $2, $3)', [named({ schema, name }), value, called]);
    // A worker that held a job when the snapshot was taken will not come back to it.
    await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null');
    await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null');
    // Made again they check every row.
    if (add !== '') await client.query(add);
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback').catch(() => {});
    throw fault;
  }
  await client.query(`analyze ${list}`);
}

async function bringTable(client: pg.Client, folder: string, table: BackedUpTable): Promise<void> {
  const rows = await copyIn(client, `copy ${named(table)} (${table.columns.map(pg.escapeIdentifier).join(', ')}) from stdin`, readPart(path.join(folder, tableFile(table)), table));
  if (rows !== table.rows) throw new Error(`The table ${named(table)} came back with ${rows} rows instead of ${table.rows}.`);
}

/** Statements that take every foreign key away and make it again: tables then come in any order, and a large one does not queue a check per row. */
async function foreignKeys(client: pg.Client): Promise<{ drop: string; add: string }> {
  const { rows } = await client.query<{ schema: string; name: string; key: string; definition: string }>(`
    select n.nspname as schema, c.relname as name, k.conname as key, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 order by 1, 2, 3`);
  return {
    drop: rows.map((row) => `alter table ${named(row)} drop constraint ${pg.escapeIdentifier(row.key)};`).join('\n'),
    add: rows.map((row) => `alter table ${named(row)} add constraint ${pg.escapeIdentifier(row.key)} ${row.definition};`).join('\n'),
  };
}

type Asleep = { readonly before: string; readonly after: string };

/** What triggers do was done when the rows were first written. */
async function triggers(client: pg.Client): Promise<Asleep[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select distinct n.nspname as schema, c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal`);
  return rows.map((row) => ({ before: `alter table ${named(row)} disable trigger user;`, after: `alter table ${named(row)} enable trigger user;` }));
}

/** PostgreSQL copies into no table whose owner is fenced too. */
async function fences(client: pg.Client): Promise<Asleep[]> {
  const { rows } = await client.query<{ schema: string; name: string }>('select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relforcerowsecurity');
  return rows.map((row) => ({ before: `alter table ${named(row)} no force row level security;`, after: `alter table ${named(row)} force row level security;` }));
}
