import { chownSync, existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseUser, makeDataFolder } from './data-folder.ts';
import { databaseBinaries } from './embedded-binaries.ts';
import { makeCluster, privateFolder, provision, rolePasswords, socketFolder, socketUrl, turnLog } from './embedded-cluster.ts';
import { livePostmaster, startPostmaster, type Postmaster } from './embedded-process.ts';
import { supervise } from '../supervise.ts';
import type { Logger } from '../log.ts';

export type EmbeddedOptions = {
  /** The data folder of the installation; the database lives in its folder `postgres`. */
  readonly dataDir: string;
  /** False only in tests: a crash of the machine may then lose or break the data. */
  readonly durable: boolean;
  readonly progress?: (line: string) => void;
  /** True for a verb that may work beside a running server: use its database instead of refusing. */
  readonly shareRunning?: boolean;
  /** Where the end of the database and its return are told; the database is then started again whenever it ends without being asked. */
  readonly keep?: Logger;
  /** For tests: remove the whole data folder when the database ends. */
  readonly removeAfterwards?: boolean;
};

export type Embedded = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Superuser of this cluster: for tests and for making databases, never for the server. */
  readonly adminUrl: string;
  stop(): Promise<void>;
};

export const DATABASE = 'qingcai';

/**
 * Settings for a city on one machine. Passwords are 192 random bits, so repeating the hash would only slow each
 * connection; values of a failed statement may be secret, so the log names the error and not the statement.
 */
const SETTINGS = {
  scram_iterations: '1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '256MB',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
} as const;
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB', max_wal_size: '2GB' } as const;

/**
 * Starts PostgreSQL on the binaries that came from npm, reachable only through a socket in a folder of mode 0700 and
 * only with a password, and makes it die with this process. Recovers after a kill. Fails with a remedy in its message.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  if (process.platform === 'win32') throw new Error('The embedded database needs a POSIX system. On Windows use WSL, or name your own PostgreSQL in DATABASE_URL and DATABASE_OWNER_URL.');
  const progress = options.progress ?? (() => {});
  makeDataFolder(options.dataDir);
  const dataDir = realpathSync(options.dataDir);
  const user = databaseUser();
  // So that the watchdog, which runs as that user, can remove a test's folder even after this process was killed.
  if (options.removeAfterwards && user) chownSync(dataDir, user.uid, user.gid);
  const home = privateFolder(join(dataDir, 'postgres'), user);
  const data = join(home, 'data');
  const runFile = join(dataDir, 'database.running');

  const running = runningBeside(runFile, data);
  if (running && options.shareRunning) return { ...running, stop: async () => {} };
  if (running) throw new Error(`The database in ${dataDir} is in use by process ${running.pid}. Stop that first, or name another folder in QINGCAI_DATA.`);

  const passwords = rolePasswords(join(dataDir, 'database.json'), existsSync(data));
  const binaries = databaseBinaries(user, dataDir);
  if (!existsSync(data)) {
    progress('Making the database …');
    await makeCluster(binaries, data, passwords.postgres, options.durable, user);
  }
  const sockets = socketFolder(home, user);
  const log = join(dataDir, 'database.log');
  turnLog(log);
  progress('Starting the database …');
  const clean = options.removeAfterwards ? dataDir : sockets.temporary ? sockets.path : undefined;
  const start = (): Promise<Postmaster> => startPostmaster({
    binaries, data, log, user, sockets: sockets.path,
    settings: { ...SETTINGS, ...(options.durable ? {} : NOT_DURABLE) },
    ...(clean === undefined ? {} : { removeAfterwards: clean }),
  });
  const postmaster = await start();
  const urls = {
    ownerUrl: socketUrl(sockets.path, 'qingcai_owner', passwords, DATABASE),
    appUrl: socketUrl(sockets.path, 'qingcai_app', passwords, DATABASE),
    adminUrl: socketUrl(sockets.path, 'postgres', passwords, 'postgres'),
  };
  try {
    await provision(urls.adminUrl, passwords, DATABASE);
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  const kept: { stop(): Promise<void> } = options.keep === undefined ? postmaster : supervise('the database', postmaster, () => {
    // A short folder for the socket went with the database that ended.
    privateFolder(sockets.path, user);
    return start();
  }, options.keep);
  writeFileSync(runFile, JSON.stringify({ pid: process.pid, ...urls }), { mode: 0o600 });
  return {
    ...urls,
    async stop() {
      rmSync(runFile, { force: true });
      await kept.stop();
      if (options.removeAfterwards) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The database of another process that is alive; one whose process was killed is dying and does not count. */
function runningBeside(runFile: string, data: string): { pid: number; ownerUrl: string; appUrl: string; adminUrl: string } | undefined {
  if (!existsSync(runFile) || livePostmaster(data) === undefined) return undefined;
  const record = JSON.parse(readFileSync(runFile, 'utf8')) as { pid: number; ownerUrl: string; appUrl: string; adminUrl: string };
  try {
    process.kill(record.pid, 0);
    return record;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? record : undefined;
  }
}
