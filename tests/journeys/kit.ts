import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { httpApp, listen } from '#app/server.ts';
import { testPlatform, type TestPerson, type TestPlatform } from '#app/test-kit/platform.ts';
import { startWorker } from '#app/worker.ts';

const WEB = path.resolve(import.meta.dirname, '../../dist/web');
const SHOTS = process.env['QINGCAI_SHOTS'];

export type Journey = {
  readonly t: TestPlatform;
  readonly origin: string;
  /** A fresh browser window, signed in as the person or as nobody. */
  open(options?: { as?: TestPerson; width?: number; language?: 'zh-CN' | 'en' }): Promise<Window>;
};

export type Window = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Goes to an address and waits until the page stands. */
  go(address: string): Promise<void>;
  /** What axe finds on the page as it stands must be nothing (WCAG 2.2 A and AA); also takes a picture where QINGCAI_SHOTS names a folder. */
  sound(name: string): Promise<void>;
};

/**
 * The whole platform for a journey: a database of this file's own, the built web, the real HTTP server with its jobs, and Chromium.
 * `const j = await journey()` at the top of the file. Console errors and blocked requests of any page fail the test that made them.
 */
export async function journey(): Promise<Journey> {
  assert.ok(existsSync(path.join(WEB, 'page.json')), 'the web is not built: run `npm run build` first');
  const t = await testPlatform();
  let app: ReturnType<typeof httpApp> | undefined;
  // The origin holds the port, which is known only when it listens.
  const listening = await listen({ fetch: (request: Request, ...rest: unknown[]) => (app!.fetch as (...all: unknown[]) => Response | Promise<Response>)(request, ...rest) } as never, 0, '127.0.0.1');
  const origin = `http://localhost:${listening.port}`;
  app = httpApp(t.platform, { publicOrigin: origin, webFolder: WEB, ready: () => true });
  const worker = await startWorker(t.platform);
  const browser: Browser = await chromium.launch({ executablePath: process.env['QINGCAI_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--force-prefers-reduced-motion', '--disable-background-networking'] });
  const faults: string[] = [];
  after(async () => {
    await browser.close();
    await listening.stop();
    await worker.stop();
    assert.deepEqual(faults, [], 'the pages reported faults');
  });

  return {
    t, origin,
    async open({ as, width = 1440, language = 'zh-CN' } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 960 }, locale: language, timezoneId: 'Asia/Shanghai', acceptDownloads: true });
      if (language === 'en') await context.addCookies([{ name: 'qc-lang', value: 'en', url: origin }]);
      if (as !== undefined) {
        const [name, value] = as.cookie.split('=', 2) as [string, string];
        await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' }]);
      }
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
      });
      return {
        page, context,
        async go(address) {
          await page.goto(`${origin}${address}`);
          await page.waitForSelector('h1');
          await page.waitForLoadState('networkidle');
        },
        async sound(name) {
          await page.waitForLoadState('networkidle');
          if (SHOTS !== undefined) {
            mkdirSync(SHOTS, { recursive: true });
            await page.screenshot({ path: path.join(SHOTS, `${name}-${width}-${language}.png`), fullPage: true });
          }
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
          assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')}`), [], `axe on ${name}`);
        },
      };
    },
  };
}
