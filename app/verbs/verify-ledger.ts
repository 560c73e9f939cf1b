import { verifyLedger } from '#modules/ledger/index.ts';
import { openDatabase } from '#platform/database/pool.ts';
import { silent } from '#platform/log.ts';
import { openInstallation } from '../installation.ts';

/** `verify ledger`: exit 0 where every chain is sound. Entries that wait for their batch are named and are no fault. */
export async function verifyLedgerVerb(options: readonly string[]): Promise<number> {
  if (options.some((o) => o !== '--json')) {
    process.stderr.write('Usage: verify ledger [--json]\n');
    return 64;
  }
  const installation = await openInstallation({ shareRunning: true });
  const database = openDatabase(installation.appUrl, silent, { max: 1, statementMillis: 3_600_000 });
  try {
    const finding = await verifyLedger(database);
    const broken = finding.chains.filter((c) => c.broken !== null);
    if (options.includes('--json')) process.stdout.write(`${JSON.stringify(finding)}\n`);
    else {
      for (const chain of finding.chains) {
        process.stdout.write(chain.broken === null
          ? `chain ${chain.chain}  sound, ${chain.links} entries, head ${chain.head}\n`
          : `chain ${chain.chain}  BROKEN at entry ${chain.broken.seq} (${chain.broken.entryId}): ${chain.broken.why}; ${chain.links} entries before it are sound\n`);
      }
      for (const entry of finding.unchained) process.stdout.write(`not chained yet: ${entry.entryId}\n`);
      process.stdout.write(broken.length === 0 ? `The ledger is sound: ${finding.chains.length} chains.\n` : `The ledger is broken in ${broken.length} of ${finding.chains.length} chains.\n`);
    }
    return broken.length === 0 ? 0 : 1;
  } finally {
    await database.close();
    await installation.stop();
  }
}
