import { z } from 'zod';
import type { Vault } from '#platform/vault.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Names of schemas, tables and columns; they become file names, so nothing else is let in. */
const Name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);
const Count = z.number().int().nonnegative();

/** What a backup holds, with the hash of every part. It is written last; a folder without it is no backup. */
export const Manifest = z.strictObject({
  format: z.literal('qingcai-backup-1'),
  /** The snapshot's instant by the database's clock: what was committed before it is in, nothing else. */
  snapshotAt: z.iso.datetime(),
  /** `server_version_num` of the database it was taken from. */
  postgres: z.number().int(),
  /** The schema's version: every migration that was applied. */
  migrations: z.array(z.strictObject({ name: z.string(), sha256: Sha256 })).min(1),
  /** The same of the queue of jobs, which is a library's. */
  jobMigrations: z.array(z.number().int()),
  /** A mark of the installation's key, which is not in the backup: what is sealed in the database opens with that key alone. */
  key: Sha256,
  tables: z.array(z.strictObject({ schema: Name, name: Name, columns: z.array(Name).min(1), rows: Count, bytes: Count, sha256: Sha256 })).min(1),
  sequences: z.array(z.strictObject({ schema: Name, name: Name, value: z.string().regex(/^-?\d{1,19}$/), called: z.boolean() })),
  /** `sha256` is that of the list of documents; each document is named by its own. `damaged`: what the store held altered, and is not here. */
  documents: z.strictObject({ count: Count, bytes: Count, sha256: Sha256, damaged: z.array(Sha256) }),
});
export type Manifest = z.infer<typeof Manifest>;
export type BackedUpTable = Manifest['tables'][number];

export const MANIFEST = 'manifest.json';
export const DOCUMENTS = 'documents';
export const DOCUMENT_LIST = 'documents.list';
export const tableFile = ({ schema, name }: { readonly schema: string; readonly name: string }): string => `tables/${schema}.${name}.copy`;

/** Tables whose rows the migrations write by themselves. */
export const BY_MIGRATION: ReadonlySet<string> = new Set(['platform.migration', 'graphile_worker.migrations']);

/** What the key of an installation makes and no other can. */
export const keyMark = (vault: Pick<Vault, 'mark'>): string => vault.mark('backup', 'the key of this installation').toString('hex');

/** Held by a backup while it runs; whoever removes documents for good takes it first. */
export const BACKUP_LOCK = 7_140_303;
