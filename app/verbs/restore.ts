import path from 'node:path';
import { parseArgs } from 'node:util';
import { verifyLedger } from '#modules/ledger/index.ts';
import { restoreBackup } from '#platform/backup/restore.ts';
import { openDatabase } from '#platform/database/pool.ts';
import { folderStore } from '#platform/files/index.ts';
import { silent } from '#platform/log.ts';
import { openVault } from '#platform/vault.ts';
import { openInstallation } from '../installation.ts';
import { recordOfBackup } from '../record-of-backup.ts';

/** `restore FOLDER`: into an empty installation. Ends with the ledger verified; exit 1 where it is broken. */
export async function restore(argv: readonly string[]): Promise<number> {
  const { values, positionals: [named, ...rest] } = parseArgs({ args: [...argv], allowPositionals: true, options: { manifest: { type: 'string' }, 'other-key': { type: 'boolean' } } });
  if (named === undefined || rest.length > 0) {
    process.stderr.write('Usage: restore FOLDER [--manifest SHA256] [--other-key]\n');
    return 64;
  }
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const installation = await openInstallation({ progress: say });
  try {
    const target = { ownerUrl: installation.ownerUrl, appRole: installation.appRole, documents: await folderStore(path.join(installation.folder, 'files')), ...(values['other-key'] === true ? {} : { vault: await openVault(installation.folder) }) };
    const { manifest, sha256 } = await restoreBackup(path.resolve(named), target, say, values.manifest);
    await recordOfBackup(installation.appUrl, 'restored', manifest, sha256);
    const database = openDatabase(installation.appUrl, silent, { max: 1, statementMillis: 3_600_000 });
    const finding = await verifyLedger(database);
    await database.close();
    const broken = finding.chains.filter((chain) => chain.broken !== null);
    process.stdout.write(`Restored to ${manifest.snapshotAt}: every row and document of the backup is back.\n`);
    process.stdout.write(broken.length === 0 ? `The ledger is sound: ${finding.chains.length} chains.\n` : `The ledger is broken in ${broken.length} of ${finding.chains.length} chains; verify ledger tells where.\n`);
    for (const damaged of manifest.documents.damaged) process.stderr.write(`The document ${damaged} was damaged when the backup was made and is missing.\n`);
    return broken.length === 0 && manifest.documents.damaged.length === 0 ? 0 : 1;
  } finally {
    await installation.stop();
  }
}
