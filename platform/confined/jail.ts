import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What holds a worker in, in the order in which they give way where a system lacks the means:
 * - `no-network`: a network namespace of its own, with nothing in it
 * - `own-user`: a user id that owns nothing (only where we are root)
 * - `no-privileges`: no capabilities, none to be gained, and it dies with its parent
 * - `kernel-limits`: memory, processor time, open files, and no file may grow
 * - `permission-model`: Node reads only the code, writes nothing, starts nothing. Always there.
 */
export type Fence = 'no-network' | 'own-user' | 'no-privileges' | 'kernel-limits' | 'permission-model';

export type Jail = { readonly fences: readonly Fence[]; readonly command: readonly string[] };

export type JailLimits = { readonly memoryMB: number; readonly processorSeconds: number };

/** An id that no system hands out (systemd.io/UIDS-GIDS: 65520–65533 are unused), so that nothing else runs or is owned under it; `nobody` is shared. */
const ownUser = '65520';
/** What Node itself maps writable before it runs a line, mostly reserved for code; measured at 576 MB on Node 24. */
const runtimeDataMB = 768;

/** The jails that this system may allow, strongest first; the pool takes the first in which a worker comes up. */
export function jails(limits: JailLimits): Jail[] {
  const none: Jail = { fences: ['permission-model'], command: [] };
  if (process.platform !== 'linux') return [none];
  const unshare = program('unshare');
  const setpriv = program('setpriv');
  const prlimit = program('prlimit');
  const isRoot = process.getuid?.() === 0;

  const held = prlimit !== undefined && [prlimit, '--core=0', '--fsize=0', '--nofile=128', `--cpu=${limits.processorSeconds}:${limits.processorSeconds + 5}`, `--data=${(limits.memoryMB + runtimeDataMB) * 1024 * 1024}`, '--'];
  const alone = unshare !== undefined && (isRoot ? [unshare, '--net', '--ipc', '--'] : [unshare, '--user', '--map-root-user', '--net', '--ipc', '--']);
  const plain = setpriv !== undefined && [setpriv, '--no-new-privs', '--pdeathsig=KILL', '--inh-caps=-all', '--bounding-set=-all'];
  // An ordinary user has no bounding set to drop outside a namespace of his own.
  const plainest = setpriv !== undefined && [setpriv, '--no-new-privs', '--pdeathsig=KILL', '--'];
  const other = plain && isRoot && [...plain, `--reuid=${ownUser}`, `--regid=${ownUser}`, '--clear-groups', '--'];

  const jail = (fences: readonly Fence[], ...commands: (readonly string[] | false)[]): Jail[] =>
    commands.every((command) => command) ? [{ fences: [...fences, 'permission-model'], command: commands.flatMap((command) => command || []) }] : [];
  return [
    ...jail(['kernel-limits', 'no-network', 'own-user', 'no-privileges'], held, alone, other),
    ...jail(['kernel-limits', 'no-network', 'no-privileges'], held, alone, plain && [...plain, '--']),
    ...jail(['kernel-limits', 'no-privileges'], held, plainest),
    ...jail(['kernel-limits'], held),
    none,
  ];
}

export type NodeTerms = { readonly reads: readonly URL[]; readonly addons: boolean; readonly memoryMB: number };

/** The flags under which Node runs the worker. */
export function nodeFlags({ reads, addons, memoryMB }: NodeTerms): string[] {
  const optional = ['--disable-sigusr1'].filter((flag) => process.allowedNodeEnvironmentFlags.has(flag));
  return [
    '--permission',
    ...reads.map((url) => `--allow-fs-read=${fileURLToPath(url)}`),
    addons ? '--allow-addons' : '--no-addons',
    '--disable-warning=PERM0001',
    '--disallow-code-generation-from-strings',
    '--no-global-search-paths',
    ...optional,
    // The heap gives way before the whole: then the worker ends with a clear word instead of a kill.
    `--max-old-space-size=${Math.max(32, Math.floor(memoryMB * 0.7))}`,
  ];
}

/** Looked for only where a system keeps its own programs, never along PATH. */
const program = (name: string): string | undefined => ['/usr/bin', '/bin', '/usr/sbin', '/sbin'].map((folder) => join(folder, name)).find((path) => existsSync(path));
