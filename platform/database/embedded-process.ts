import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { RunUser } from './data-folder.ts';

/**
 * Starts a program that dies with this process, however this process dies: a subshell waits at the end of a pipe
 * and interrupts the program when the pipe closes. `$CLEAN` names a folder to remove after the end.
 */
const WATCHDOG = `exec 3<&0
"$0" "$@" 3<&- </dev/null & P=$!
( cat <&3 >/dev/null; kill -INT $P 2>/dev/null ) & W=$!
wait $P; R=$?
kill $W 2>/dev/null
[ -n "$CLEAN" ] && rm -rf -- "$CLEAN"
exit $R`;

export type Postmaster = { readonly ended: Promise<number | null>; stop(): Promise<void> };

export type PostmasterPlan = {
  readonly binaries: string;
  readonly data: string;
  readonly log: string;
  readonly sockets: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly user: RunUser | undefined;
  /** A folder that the watchdog removes when the database has ended, even if this process was killed. */
  readonly removeAfterwards?: string;
};

/** The environment the database's programs see: nothing of ours, no secret. */
export const bareEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const;

/** Starts PostgreSQL and waits until it accepts connections. A predecessor that is still dying is waited for. */
export async function startPostmaster(plan: PostmasterPlan): Promise<Postmaster> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    await endPredecessor(plan.data);
    const from = size(plan.log);
    const postmaster = launch(plan);
    if (await becomesReady(plan, postmaster)) return postmaster;
    const said = readFileSync(plan.log, 'utf8').slice(from);
    // Backends of a killed postmaster hold its shared memory for a moment.
    const dying = /lock file "[^"]+" already exists|pre-existing shared memory block/.test(said);
    if (!dying || Date.now() > deadline) throw new Error(`PostgreSQL did not start. Its log (${plan.log}) says:\n${said.slice(-2000)}`);
    await setTimeout(250);
  }
}

function launch({ binaries, data, log, sockets, settings, user, removeAfterwards }: PostmasterPlan): Postmaster {
  const output = openSync(log, 'a', 0o600);
  const options = Object.entries({ ...settings, listen_addresses: '', unix_socket_directories: sockets }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn('/bin/sh', ['-c', WATCHDOG, join(binaries, 'bin', 'postgres'), '-D', data, ...options], {
    ...user,
    cwd: '/',
    env: { ...bareEnvironment, CLEAN: removeAfterwards ?? '' },
    stdio: ['pipe', output, output],
    // Its own session: a Ctrl-C in the terminal must not stop the database before the server has finished with it.
    detached: true,
  });
  closeSync(output);
  const pipe = child.stdin!;
  pipe.on('error', () => {});
  const ended = once(child, 'exit').then(
    ([code]) => (pipe.destroy(), code as number | null),
    (error: Error) => Promise.reject(new Error(`PostgreSQL cannot be run: ${error.message}`)),
  );
  ended.catch(() => {});
  // The database alone does not keep this process alive.
  child.unref();
  (pipe as Socket).unref();
  return {
    ended,
    async stop() {
      child.ref();
      pipe.end();
      // "Fast" shutdown: open transactions are rolled back, a checkpoint is written.
      const over = await Promise.race([ended.then(() => true), setTimeout(30_000, false, { ref: false })]);
      if (over) return;
      const pid = livePostmaster(data);
      if (pid) process.kill(pid, 'SIGQUIT');
      await ended;
    },
  };
}

async function becomesReady(plan: PostmasterPlan, postmaster: Postmaster): Promise<boolean> {
  let over = false;
  void postmaster.ended.then(() => (over = true), () => (over = true));
  // Recovery after a crash may take long; only its own end counts as failure.
  while (!over) {
    if (lockLines(plan.data)[7]?.trim() === 'ready' && livePostmaster(plan.data)) return true;
    await setTimeout(15);
  }
  await postmaster.ended;
  return false;
}

/** Lines of postmaster.pid: pid, folder, start, port, socket folder, address, shared memory, state. */
function lockLines(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** The process id of a PostgreSQL that really runs on this folder; a number reused by another program does not count. */
export function livePostmaster(data: string): number | undefined {
  const pid = Number(lockLines(data)[0]);
  if (!pid) return undefined;
  try {
    process.kill(pid, 0);
    if (process.platform === 'linux' && readlinkSync(`/proc/${pid}/cwd`) !== data) return undefined;
    return pid;
  } catch (error) {
    // Alive and not ours to signal: somebody else's program, since the database runs as this user or below root.
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return undefined;
    return undefined;
  }
}

/** Ends what a killed launcher left: a PostgreSQL without its watchdog, or a lock file without its PostgreSQL. */
async function endPredecessor(data: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const pid = livePostmaster(data);
    if (!pid) break;
    if (tries === 20) signal(pid, 'SIGINT');
    if (tries === 200) signal(pid, 'SIGQUIT');
    if (tries > 400) throw new Error(`Another PostgreSQL (process ${pid}) holds ${data} and does not end.`);
    await setTimeout(50);
  }
  if (lockLines(data).length > 0) rmSync(join(data, 'postmaster.pid'), { force: true });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself between the look and the signal.
  }
}

function size(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
