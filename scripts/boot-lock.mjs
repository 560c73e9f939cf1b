// One installer at a time. A lock file with a heartbeat: its holder may be killed without leaving it locked for ever.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomUUID } from 'node:crypto';

const BEAT = 2000;
const STALE = 15_000;
const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Runs `work` while holding the lock; waits for another holder, and takes over from a dead one. */
export async function withLock(path, say, work) {
  mkdirSync(dirname(path), { recursive: true });
  const token = `${process.pid} ${randomUUID()}`;
  for (let waited = 0; !tryTake(path, token); waited++) {
    if (waited === 4) say('Another start is installing the packages; waiting for it …');
    await sleep(250);
  }
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // Taken over by somebody who thought us dead; they hold it now.
    }
  }, BEAT);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (read(path) === token) rmSync(path, { force: true });
  }
}

function tryTake(path, token) {
  try {
    writeFileSync(path, token, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = read(path);
  if (holder && isDead(path, holder)) discard(path, holder, token);
  return false;
}

function isDead(path, holder) {
  try {
    if (Date.now() - statSync(path).mtimeMs > STALE) return true;
    process.kill(Number(holder.split(' ')[0]), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Removes a dead holder's file; puts it back where a new holder came between the look and the removal. */
function discard(path, holder, token) {
  const aside = `${path}.${token.split(' ')[1]}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== holder) linkSync(aside, path);
  } catch {
    // Somebody else discarded it first.
  }
  rmSync(aside, { force: true });
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
