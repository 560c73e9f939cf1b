import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { migrations } from '#platform/database/migrate.ts';
import { DOCUMENT_LIST, MANIFEST, Manifest, tableFile } from './manifest.ts';
import { readPart } from './parts.ts';

export type Opened = { readonly manifest: Manifest; readonly sha256: string };

/**
 * Opens a backup and reads every table's part once, so that nothing is begun with a damaged one. Throws, saying what is wrong: no backup,
 * an altered part, or a schema that this version of the platform does not know.
 * @param expected the manifest's hash as it was told when the backup was made, where it is known
 */
export async function openBackup(folder: string, expected?: string): Promise<Opened> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch((fault: NodeJS.ErrnoException) => {
    throw new Error(fault.code === 'ENOENT' ? `${folder} is no backup: it has no ${MANIFEST}. A backup that was cut has none.` : `${folder} cannot be read: ${fault.message}`, { cause: fault });
  });
  const sha256 = createHash('sha256').update(text).digest('hex');
  if (expected !== undefined && expected !== sha256) throw new Error(`The manifest's hash is ${sha256}, not ${expected}: this is another backup, or it was altered.`);
  const manifest = manifestOf(text, folder);
  await refuseUnknownSchema(manifest);
  for (const table of manifest.tables) for await (const _ of readPart(path.join(folder, tableFile(table)), table)) continue;
  await checkList(folder, manifest);
  return { manifest, sha256 };
}

function manifestOf(text: string, folder: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(text));
  } catch (fault) {
    throw new Error(`The manifest of ${folder} is not one that this version of the platform can read.`, { cause: fault });
  }
}

/** Only a schema whose every migration is here, unchanged, can be made again before the rows come in. */
async function refuseUnknownSchema(manifest: Manifest): Promise<void> {
  const known = new Map((await migrations()).map(({ name, sha256 }) => [name, sha256]));
  for (const { name, sha256 } of manifest.migrations) {
    if (known.get(name) === undefined) throw new Error(`The backup was made by a newer version of the platform: the migration ${name} is not known here. Restore it with that version.`);
    if (known.get(name) !== sha256) throw new Error(`The migration ${name} of the backup is another one than here: restore it with the version that made it.`);
  }
}

async function checkList(folder: string, { documents }: Manifest): Promise<void> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path.join(folder, DOCUMENT_LIST))) hash.update(piece as Buffer);
  if (hash.digest('hex') !== documents.sha256) throw new Error(`${path.join(folder, DOCUMENT_LIST)} is not what the manifest says: the backup was altered or is damaged`);
}

/** The documents of a backup, one after the other, in the list's order. */
export async function* documentsOf(folder: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(path.join(folder, DOCUMENT_LIST)) })) yield line.split(' ')[0]!;
}
