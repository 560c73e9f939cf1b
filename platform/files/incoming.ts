import { randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** A file on its way in is named by who writes it: machine, process, and a number of its own. */
const incomingName = /^(?<host>[^~]*)~(?<pid>\d+)~[0-9a-f-]{36}\.part$/;
/** Files of another machine are left alone this long: it may still be writing. */
const foreignAgeMillis = 24 * 60 * 60 * 1000;

const thisHost = hostname().replaceAll(/[^\w.-]/g, '_');
const ours = new Set<string>();

export function newIncoming(folder: string): { path: string; done: () => void } {
  const name = `${thisHost}~${process.pid}~${randomUUID()}.part`;
  ours.add(name);
  return { path: join(folder, name), done: () => ours.delete(name) };
}

/**
 * Removes what broken-off writers left: files whose process on this machine has ended (or is this one, which
 * does not know them), and old ones of other machines. Several processes may share the folder.
 */
export async function sweepIncoming(folder: string): Promise<number> {
  let swept = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (ours.has(name) || !(await isLeftOver(name, path))) continue;
    await rm(path, { force: true });
    swept++;
  }
  return swept;
}

async function isLeftOver(name: string, path: string): Promise<boolean> {
  const writer = incomingName.exec(name)?.groups;
  if (writer?.['host'] === thisHost) return Number(writer['pid']) === process.pid || !isAlive(Number(writer['pid']));
  const facts = await stat(path).catch(() => undefined);
  return facts !== undefined && Date.now() - facts.mtimeMs > foreignAgeMillis;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
