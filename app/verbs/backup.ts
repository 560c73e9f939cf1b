import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeBackup } from '#platform/backup/make.ts';
import { folderStore } from '#platform/files/index.ts';
import { openVault } from '#platform/vault.ts';
import { openInstallation } from '../installation.ts';
import { recordOfBackup } from '../record-of-backup.ts';

/** `backup FOLDER`: beside a running server or alone. Exit 1 where a document of the store was found altered. */
export async function backup(argv: readonly string[]): Promise<number> {
  const { positionals: [named, ...rest] } = parseArgs({ args: [...argv], allowPositionals: true });
  if (named === undefined || rest.length > 0) {
    process.stderr.write('Usage: backup FOLDER\n');
    return 64;
  }
  const folder = path.resolve(named);
  const installation = await openInstallation({ shareRunning: true });
  try {
    const { manifest, sha256 } = await makeBackup({ ownerUrl: installation.ownerUrl, documents: await folderStore(path.join(installation.folder, 'files')), vault: await openVault(installation.folder) }, folder);
    await recordOfBackup(installation.appUrl, 'made', manifest, sha256);
    const { tables, documents } = manifest;
    process.stdout.write(`Backup of ${manifest.snapshotAt} in ${folder}\n${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables, ${documents.count} documents\nmanifest ${sha256}\nThe key of the installation is not in it; keep that elsewhere.\n`);
    for (const damaged of documents.damaged) process.stderr.write(`The document ${damaged} was altered in the store and is not in the backup. An older backup may have it whole.\n`);
    return documents.damaged.length === 0 ? 0 : 1;
  } finally {
    await installation.stop();
  }
}
