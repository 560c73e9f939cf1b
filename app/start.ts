import path from 'node:path';
import { migrate } from '#platform/database/migrate.ts';
import { openDatabase } from '#platform/database/pool.ts';
import { makeLogger } from '#platform/log.ts';
import { carriersFrom } from './carriers.ts';
import { openInstallation, refuseUnsafeSettings, type Installation } from './installation.ts';
import { startWorker } from './worker.ts';
import { wire, type Platform } from './wire.ts';
import { folderStore } from '#platform/files/index.ts';
import { readSignOns } from '#platform/http/sign-on.ts';
import { openVault } from '#platform/vault.ts';
import { openConfined } from './confined.ts';
import { modules } from './modules.ts';

export type Running = { readonly platform: Platform; readonly installation: Installation; stop(): Promise<void> };

export type StartOptions = {
  progress(line: string): void;
  readonly shareRunning?: boolean;
  readonly publicOrigin?: string;
  /** Only a proof takes a database that may lose what it acknowledged; no verb does. */
  readonly mayLose?: boolean;
};

/** Database, migrations, files, confined pool and jobs: everything but HTTP. Stops in the reverse order. */
export async function startPlatform(options: StartOptions): Promise<Running> {
  const carriers = carriersFrom(process.env, options.publicOrigin ?? process.env['PUBLIC_ORIGIN']);
  const log = makeLogger();
  const installation = await openInstallation({ ...options, keep: log });
  const undo: (() => Promise<void>)[] = [() => installation.stop()];
  const stop = async (): Promise<void> => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    options.progress('Bringing the database to the present schema …');
    await migrate(installation.ownerUrl, installation.appRole, log);
    const database = openDatabase(installation.appUrl, log);
    undo.push(() => database.close());
    if (options.mayLose !== true) await refuseUnsafeSettings(database.pool);
    const files = await folderStore(path.join(installation.folder, 'files'));
    const confined = openConfined(modules, log);
    undo.push(() => confined.close());
    const platform = wire({ database, files, confined: confined.of, log, carriers, vault: await openVault(installation.folder), signOns: await readSignOns() });
    const worker = await startWorker(platform);
    undo.push(() => worker.stop());
    return { platform, installation, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
