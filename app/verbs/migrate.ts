import { migrate } from '#platform/database/migrate.ts';
import { openInstallation } from '../installation.ts';

export async function migrateVerb(): Promise<number> {
  const installation = await openInstallation({ progress: (line) => process.stderr.write(`${line}\n`), shareRunning: true });
  try {
    const { applied } = await migrate(installation.ownerUrl, installation.appRole);
    process.stdout.write(applied.length === 0 ? 'The database is up to date.\n' : `Applied ${applied.length}:\n${applied.map((name) => `  ${name}\n`).join('')}`);
    return 0;
  } finally {
    await installation.stop();
  }
}
