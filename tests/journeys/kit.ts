import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { httpApp } from '#app/server.ts';
import { listen } from '#platform/http/listen.ts';
import { platformOn, type TestPerson, type TestPlatform } from '#app/test-kit/platform.ts';
import { startWorker } from '#app/worker.ts';
import type { MailCarrier } from '#platform/mail/carrier.ts';
import type { SignOns } from '#platform/http/sign-on.ts';
import { testDatabase } from '#platform/database/embedded-for-tests.ts';

const WEB = path.resolve(import.meta.dirname, '../../dist/web');
const SHOTS = process.env['QINGCAI_SHOTS'];

/** An id of a wording where its words should stand. */
const UNWORDED = /\b(shell|kit|kit-page|standards|suppliers|documents|laboratories|catalogue|orders|purchases|notifications|identity|privacy|regulations|signing|watch)\.[a-z][\w-]*\.[\w.-]+/;

export type Journey = {
  readonly t: TestPlatform;
  readonly origin: string;
  /** A fresh browser window, signed in as the person or as nobody. `provoked`: faults the journey itself brings about, such as a server that fails. */
  open(options?: { as?: TestPerson; width?: number; language?: 'zh-CN' | 'en'; provoked?: RegExp }): Promise<Window>;
};

export type Window = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Goes to an address and waits until the page stands. */
  go(address: string): Promise<void>;
  /** Nothing is wider than the screen and no wording is missing. A picture is taken where QINGCAI_SHOTS names a folder. */
  fits(name: string): Promise<void>;
  /** The page as it stands fits, and axe finds nothing on it (WCAG 2.2 A and AA, best practice). Takes a second or so. */
  sound(name: string): Promise<void>;
};

/**
 * The whole platform for a journey: a database of this file's own, the built web, the real HTTP server with its jobs, and Chromium.
 * `const j = await journey()` at the top of the file. Page errors, what the content policy blocks and what the console reports fail the
 * file. `mail`: a way out for mail. The browser lives in New York: every time on a page must be Beijing's all the same.
 */
export async function journey(options: { mail?: MailCarrier; signOns?: SignOns } = {}): Promise<Journey> {
  assert.ok(existsSync(path.join(WEB, 'page.json')), 'the web is not built: run `npm run build` first');
  const faults: string[] = [];
  const closing: (() => Promise<unknown>)[] = [];
  // Before the database's own hook, since hooks run in this order: who uses the database leaves before it goes.
  after(async () => {
    for (const close of closing.toReversed()) await close();
    assert.deepEqual(faults, [], 'the pages reported faults');
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'qingcai-journey-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  // The origin holds the port, which is known only when it listens.
  const served: { app?: ReturnType<typeof httpApp> } = {};
  const listening = await listen({ fetch: (request: Request, ...rest: unknown[]) => (served.app!.fetch as (...all: unknown[]) => Response | Promise<Response>)(request, ...rest) } as never, 0, '127.0.0.1');
  closing.push(() => listening.stop());
  const origin = `http://localhost:${listening.port}`;
  const { platform: t, close } = await platformOn({ ...(await testDatabase()), folder, carriers: { origin, mail: options.mail ?? null, sms: null }, ...(options.signOns === undefined ? {} : { signOns: options.signOns }) });
  closing.push(close);
  served.app = httpApp(t.platform, { publicOrigin: origin, webFolder: WEB, ready: () => true });
  const worker = await startWorker(t.platform);
  closing.push(() => worker.stop());
  const browser: Browser = await chromium.launch({ executablePath: process.env['QINGCAI_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--force-prefers-reduced-motion', '--disable-background-networking'] });
  closing.push(() => browser.close());

  return {
    t, origin,
    async open({ as, width = 1440, language = 'zh-CN', provoked } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 960 }, locale: language, timezoneId: 'America/New_York', acceptDownloads: true });
      if (language === 'en') await context.addCookies([{ name: 'qc-lang', value: 'en', url: origin }]);
      if (as !== undefined) {
        const [name, value] = as.cookie.split('=', 2) as [string, string];
        await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' }]);
      }
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        // A refusal is a normal answer; the browser reports its status all the same.
        const normal = /status of 4\d\d/.test(message.text()) || provoked?.test(message.text()) === true;
        if (['error', 'warning'].includes(message.type()) && !normal) faults.push(`${page.url()}: ${message.text()}`);
      });
      const fits = async (name: string): Promise<void> => {
        await page.waitForLoadState('networkidle');
        if (SHOTS !== undefined) {
          mkdirSync(SHOTS, { recursive: true });
          await page.screenshot({ path: path.join(SHOTS, `${name}-${width}-${language}.png`), fullPage: true });
        }
        const { wide, words } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth - innerWidth, words: document.body.innerText }));
        assert.ok(wide <= 0, `${name} is ${wide} px wider than the screen`);
        assert.doesNotMatch(words, UNWORDED, `${name}: a wording is missing`);
      };
      return {
        page, context,
        async go(address) {
          await page.goto(`${origin}${address}`);
          await page.waitForSelector('h1');
          await page.waitForLoadState('networkidle');
        },
        fits,
        async sound(name) {
          await fits(name);
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
          assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')}`), [], `axe on ${name}`);
        },
      };
    },
  };
}
