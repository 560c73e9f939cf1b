import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** The system user the database runs as: PostgreSQL refuses to run as root, so root lends it `nobody`. */
export type RunUser = { readonly uid: number; readonly gid: number };

/** Undefined where the database runs as the present user. */
export function databaseUser(): RunUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => entry.startsWith('nobody:'))?.split(':');
  return { uid: Number(line?.[2] ?? 65534), gid: Number(line?.[3] ?? 65534) };
}

/** Whether the database's user may enter the folder. It is tried, not computed, so that ACLs and mounts count too. */
export function mayEnter(folder: string, user: RunUser | undefined): boolean {
  if (!user) return true;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...user, cwd: '/', env: {}, stdio: 'ignore' }).status === 0;
}

/**
 * The folder that holds all data of this installation (database, files, keys); it is not created here.
 * `QINGCAI_DATA` names it; else `data` in the clone; else, where the database's user cannot enter the clone,
 * a folder of this clone's own under /var/lib/qingcai; else, where the clone may only be read, one in the user's home.
 */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, clone = dirname(dirname(import.meta.dirname))): string {
  if (env['QINGCAI_DATA']) return resolve(env['QINGCAI_DATA']);
  const name = `${basename(clone)}-${createHash('sha256').update(clone).digest('hex').slice(0, 8)}`;
  if (!mayEnter(clone, databaseUser())) return join('/var/lib/qingcai', name);
  if (!isWritable(join(clone, 'data')) && !isWritable(clone)) {
    return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'qingcai', name);
  }
  return join(clone, 'data');
}

/** Creates the data folder for its owner; others may at most pass through it, which the database's user needs. */
export function makeDataFolder(folder: string): void {
  const user = databaseUser();
  mkdirSync(folder, { recursive: true, mode: user ? 0o711 : 0o700 });
  // A folder of mode 0700 given empty (mktemp makes such) is opened for passing through, not for reading.
  if (!mayEnter(folder, user) && readdirSync(folder).every((name) => name.startsWith('database.'))) chmodSync(folder, 0o711);
  if (!mayEnter(folder, user)) {
    throw new Error(
      `The database runs as the user nobody, who cannot enter ${folder}. ` +
        'Name a folder that everybody may pass through in QINGCAI_DATA (for example /var/lib/qingcai/data).',
    );
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
