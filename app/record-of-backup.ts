import { must, ok } from '#kernel/result.ts';
import { entriesStatement } from '#modules/ledger/index.ts';
import type { Manifest } from '#platform/backup/manifest.ts';
import { newId } from '#platform/clock.ts';
import { write } from '#platform/database/call.ts';
import { openDatabase } from '#platform/database/pool.ts';
import { silent } from '#platform/log.ts';

/** Leaves in the platform's chain that a backup was made or restored, with its manifest's hash: a forged backup then contradicts the ledger. */
export async function recordOfBackup(appUrl: string, what: 'made' | 'restored', manifest: Manifest, sha256: string): Promise<void> {
  const database = openDatabase(appUrl, silent, { max: 1 });
  try {
    const wiring = { database, entries: entriesStatement, consumersOf: () => [], committed: () => {} };
    must(await write(wiring, { actor: null, cityId: null, requestId: newId() }, async (call) => {
      const { tables, documents, snapshotAt } = manifest;
      call.record({ kind: `platform.backup-${what}`, subject: 'platform', body: { manifest: sha256, snapshotAt, rows: tables.reduce((sum, { rows }) => sum + rows, 0), documents: documents.count, damaged: documents.damaged.length } });
      return ok(undefined);
    }));
  } finally {
    await database.close();
  }
}
