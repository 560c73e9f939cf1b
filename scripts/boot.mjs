// The first file that runs, on whatever Node (20 or newer) the host has: installs what the lockfile names,
// then hands over to the Node 24 that came with it. No dependency, no TypeScript, nothing on stdout.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withLock } from './boot-lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.boot-stamp');
const windows = process.platform === 'win32';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
const say = (line) => process.stderr.write(`${line}\n`);

function stop(message, code = 1) {
  say(`\n${message}\n`);
  process.exit(code);
}

/** A text file's content, or '' where it cannot be read. */
function text(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const lockfile = text(join(root, 'package-lock.json'));
const stamp = createHash('sha256').update(lockfile).digest('hex');

/** True where an optional package is meant for this machine and so must be there. */
function fits(entry) {
  const allowed = (list, value) => !list || list.includes(value) || (list[0]?.startsWith('!') && !list.includes(`!${value}`));
  return allowed(entry.os, process.platform) && allowed(entry.cpu, process.arch) && !entry.libc;
}

/** Compares npm's own record of what it installed with the lockfile, for an install that somebody made by hand. */
function installedByHand() {
  const record = text(join(modules, '.package-lock.json'));
  if (!record) return false;
  const have = JSON.parse(record).packages ?? {};
  const want = JSON.parse(lockfile).packages ?? {};
  for (const [path, entry] of Object.entries(want)) {
    if (path === '') continue;
    const found = have[path];
    if (found) {
      if (found.version !== entry.version || found.integrity !== entry.integrity || !existsSync(join(root, path))) return false;
    } else if (!entry.optional || (!path.includes('/node_modules/') && (entry.os || entry.cpu) && fits(entry))) return false;
  }
  return Object.keys(have).every((path) => want[path]);
}

function isInstalled() {
  if (text(stampFile) === stamp) return true;
  if (!installedByHand()) return false;
  try {
    writeFileSync(stampFile, stamp);
  } catch {
    // A clone that this user may only read: the comparison is made again at each start.
  }
  return true;
}

async function install() {
  say('Installing packages with npm ci (once per change of package-lock.json) …');
  const started = Date.now();
  const npm = process.env.npm_execpath && /npm-cli\.c?js$/.test(process.env.npm_execpath) ? process.env.npm_execpath : undefined;
  const args = ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm speaks to stderr only: stdout belongs to the verb that runs afterwards.
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: windows && !npm };
  const child = npm ? spawn(process.execPath, [npm, ...args], options) : spawn('npm', args, options);
  const progress = setInterval(() => say(`  … ${Math.round((Date.now() - started) / 1000)} s`), 5000);
  const { code, signal } = await ended(child, (name) => child.kill(name));
  clearInterval(progress);
  if (signal) process.exit(128 + constants.signals[signal]);
  if (code !== 0) {
    stop(
      `npm ci failed (exit ${code}). What npm said stands above.\n` +
        'Usual causes: no way to the npm registry (set a proxy or registry with `npm config set registry …`),\n' +
        `no room on the disk, or no right to write ${modules}.\nNothing else was changed; run the same command again afterwards.`,
    );
  }
  writeFileSync(stampFile, stamp);
  say(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** Waits for a child. One Ctrl-C arrives here twice (terminal and npm), so repeats within half a second are one. */
function ended(child, forward) {
  const last = new Map();
  const handlers = SIGNALS.map((name) => {
    const handler = () => {
      const now = Date.now();
      if (now - (last.get(name) ?? 0) < 500) return;
      last.set(name, now);
      forward(name);
    };
    process.on(name, handler);
    return [name, handler];
  });
  return new Promise((resolve) => {
    const finish = (result) => {
      for (const [name, handler] of handlers) process.off(name, handler);
      resolve(result);
    };
    child.on('error', (error) => {
      say(String(error.message));
      finish({ code: 127, signal: null });
    });
    child.on('exit', (code, signal) => finish({ code, signal }));
  });
}

function chooseNode() {
  const name = { linux: 'linux', win32: 'win' }[process.platform];
  const shipped = name && join(modules, `node-${name}-${process.arch}`, 'bin', windows ? 'node.exe' : 'node');
  if (shipped && existsSync(shipped)) return shipped;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stop(
    `Qingcai runs on Node 24. This machine (${process.platform} ${process.arch}) has Node ${process.versions.node},\n` +
      'and npm ships no Node 24 for it. Install Node 24 or newer and run the same command again.',
  );
}

async function run(node) {
  const PATH = process.env.PATH ?? '';
  // npm finds the host's own settings (registry, proxy, certificates) beside the host's Node, so its path is kept too.
  const env = { ...process.env, PATH: dirname(node) + delimiter + PATH, QINGCAI_HOST_PATH: PATH, QINGCAI_BOOT_PID: String(process.pid) };
  const guard = pathToFileURL(join(root, 'scripts', 'boot-guard.mjs')).href;
  const [entry, ...rest] = process.argv.slice(2);
  // Its own process group, so that a Ctrl-C reaches it once, from here, and not from the terminal as well.
  const child = spawn(node, ['--import', guard, join(root, entry), ...rest], { stdio: 'inherit', env, detached: !windows });
  const parent = process.ppid;
  // Under npm, a killed npm must not leave the server behind.
  if (process.env.npm_lifecycle_event && !windows) {
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000).unref();
  }
  const { code, signal } = await ended(child, (name) => child.kill(name));
  if (signal) process.kill(process.pid, signal);
  process.exitCode = code ?? 1;
}

if (Number(process.versions.node.split('.')[0]) < 20) stop(`Node 20 or newer is needed to begin; this is ${process.versions.node}.`);
if (!process.argv[2]) stop('usage: node scripts/boot.mjs FILE [ARGUMENT …]', 64);
if (!lockfile) stop(`${join(root, 'package-lock.json')} cannot be read; this is not a complete clone.`);
if (!isInstalled()) {
  await withLock(join(root, '.tools', 'boot.lock'), say, async () => {
    if (!isInstalled()) await install();
  }).catch((error) => stop(`The packages are not installed and cannot be: ${error.message}`));
}
await run(chooseNode());
