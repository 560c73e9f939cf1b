import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { refusal, serveBuilt, type Answers, type Served } from '../scripts/web-build/serve-built.ts';

/* The built pages in a real browser under their real headers; the API is made of answers. Pictures go to QINGCAI_SHOTS where it is set. */

const CHROMIUM = process.env['QINGCAI_CHROMIUM'] ?? '/usr/bin/chromium';
const SHOTS = process.env['QINGCAI_SHOTS'];

const city = { id: '0196c0de-0000-7000-8000-000000000001', slug: 'huzhou', nameZh: '湖州市', nameEn: 'Huzhou', demo: true };
const other = { id: '0196c0de-0000-7000-8000-000000000002', slug: 'yunxi', nameZh: '云溪市', nameEn: 'Yunxi', demo: true };
const member = { id: '0196c0de-0000-7000-8000-00000000000a', organisationId: '0196c0de-0000-7000-8000-00000000000b', organisationName: '湖州市机关事务管理中心', kind: 'buyer', cityId: city.id, citySlug: 'huzhou', roles: ['buyer.purchaser'] };
const second = { ...member, id: '0196c0de-0000-7000-8000-00000000000c', organisationName: '湖州市第一中学' };
const serverTime = '2026-11-23T06:03:27.000Z';
const nobody = { person: null, memberships: [], active: null, serverTime };
const somebody = { person: { id: '0196c0de-0000-7000-8000-00000000000d', name: '李乙', demo: true }, memberships: [member, second], active: member, serverTime };
const overview = { asOf: '2026-11-22T16:00:00Z', orders: { amount: '131000000.00', count: 26, accepted: 19 }, suppliers: { count: 54, makers: 38, distributors: 16 }, products: { count: 83, kinds: 31, kindsInAll: 39 }, standard: { kinds: 39, indicators: 270, confirmed: 212 } };

let signedIn = false;
let keys: (string | null)[] = [];
const answers: Answers = {
  'GET /cities': () => [city, other],
  'GET /session': () => (signedIn ? somebody : nobody),
  'POST /session': async (request) => {
    keys.push(request.headers.get('idempotency-key'));
    const { password } = (await request.json()) as { password: string };
    if (password !== 'right') return refusal('login-or-password-wrong', 401, { text: { 'zh-CN': '登录名或密码不正确。请核对后重试。', en: 'The login or the password is not right. Please check both and try again.' } });
    signedIn = true;
    return somebody;
  },
  'DELETE /session': () => ((signedIn = false), { signedOut: true }),
  'GET /huzhou/overview': () => overview,
};

let served: Served;
let browser: Browser;

before(async () => {
  assert.ok(existsSync(join(import.meta.dirname, '../dist/web/page.json')), 'the web is not built: run `npm run build` first');
  served = await serveBuilt(answers);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--force-prefers-reduced-motion'] });
});
after(async () => {
  await browser?.close();
  await served?.close();
});

type Visit = { readonly path: string; readonly lang?: 'zh-CN' | 'en'; readonly width?: number };

/** A fresh visitor on a page; anything the policy blocks or the console reports fails the test. */
async function visit({ path, lang = 'zh-CN', width = 1440 }: Visit): Promise<{ page: Page; faults: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', timezoneId: 'America/New_York' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    // A refusal is a normal answer; the browser reports its status all the same.
    if (['error', 'warning'].includes(message.type()) && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(`${served.origin}${path}${lang === 'en' ? '?lang=en' : ''}`);
  await page.waitForSelector('h1');
  await page.waitForLoadState('networkidle');
  return { page, faults, close: () => context.close() };
}

async function axe(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

async function picture(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

const PAGES = [
  { name: 'home', path: '/huzhou' },
  { name: 'home-blank', path: '/yunxi' },
  { name: 'cities', path: '/' },
  { name: 'login', path: '/login' },
  { name: 'kit', path: '/kit' },
  { name: 'not-found', path: '/huzhou/nothing-here' },
  { name: 'city-unknown', path: '/nowhere' },
  { name: 'work', path: '/huzhou/work', signedIn: true },
  { name: 'work-other-city', path: '/yunxi/work', signedIn: true },
  { name: 'work-kit', path: '/huzhou/work/kit', signedIn: true },
] as const;

for (const { name, path, ...rest } of PAGES) {
  for (const lang of ['zh-CN', 'en'] as const) {
    for (const width of [1440, 375]) {
      test(`${name} ${lang} ${width}: nothing blocked, axe finds nothing, nothing wider than the screen`, async () => {
        signedIn = 'signedIn' in rest;
        const { page, faults, close } = await visit({ path, lang, width });
        await picture(page, `${name}-${lang === 'en' ? 'en' : 'zh'}-${width}`);
        assert.deepEqual(await axe(page), []);
        assert.deepEqual(faults, []);
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
        assert.ok((await page.title()).includes(lang === 'en' ? 'Qingcai' : '青采'));
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
        if (lang === 'en') assert.doesNotMatch(await page.locator('body').innerText(), /shell\.|kit\.|kit-page\./, 'a wording is missing');
        await close();
      });
    }
  }
}

test('switching the language keeps page, scroll position and typed text', async () => {
  const { page, close } = await visit({ path: '/kit' });
  const input = page.getByLabel('商标注册号');
  await input.fill('12345678');
  await input.scrollIntoViewIfNeeded();
  const where = await page.evaluate(() => scrollY);
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('.public-right .lang-switch')?.click());
  await page.getByText('Trade mark number').waitFor();
  assert.equal(await page.evaluate(() => scrollY), where);
  assert.equal(await page.getByLabel('Trade mark number').inputValue(), '12345678');
  assert.equal(await page.title(), 'Components and states · Qingcai');
  await page.goto(`${served.origin}/huzhou`);
  assert.match(await (await page.request.get(`${served.origin}/huzhou`)).text(), /<html lang="en">/, 'the server writes the page in the chosen language');
  await close();
});

test('a wrong password keeps what was typed; the same submit is one intent, a changed one another', async () => {
  signedIn = false;
  keys = [];
  const { page, close } = await visit({ path: '/huzhou/work' });
  assert.match(page.url(), /\/login\?next=/);
  await page.getByLabel('账号').fill('buyer');
  await page.getByLabel('密码', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('登录名或密码不正确').waitFor();
  assert.equal(await page.getByLabel('账号').inputValue(), 'buyer');
  assert.deepEqual(await axe(page), []);
  await picture(page, 'login-refused');
  await page.getByLabel('密码', { exact: true }).fill('right');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '没有待办' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/huzhou/work');
  assert.equal(keys.length, 2);
  assert.ok(keys.every((key) => key !== null && key.length >= 16) && keys[0] !== keys[1]);
  await close();
});

test('the workbench: organisations by keyboard, server time, log out', async () => {
  signedIn = true;
  const { page, faults, close } = await visit({ path: '/huzhou/work' });
  await page.getByText('2026-11-23 14:03:', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: /切换单位/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /湖州市第一中学/ }).waitFor();
  assert.deepEqual(await axe(page), []);
  await picture(page, 'work-switch');
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('button', { name: /湖州市第一中学/ }).count(), 0);
  await page.getByRole('button', { name: '李乙的菜单' }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '湖州市绿色建材采购平台' }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('antd opens its dialog and its lists under the policy', async () => {
  signedIn = true;
  const { page, faults, close } = await visit({ path: '/huzhou/work/kit' });
  await page.getByLabel('签发日期').click();
  await page.locator('.ant-picker-dropdown').waitFor();
  await picture(page, 'work-kit-date');
  await page.keyboard.press('Escape');
  await page.getByLabel('所在地').click();
  await page.locator('.ant-select-item-option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.locator('.ant-modal-title').waitFor();
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).overflowY), 'hidden', 'the page behind a dialog does not scroll');
  await picture(page, 'work-kit-dialog');
  assert.deepEqual(faults, []);
  assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.ant-btn-primary')!).backgroundColor), 'rgb(18, 105, 90)');
  await close();
});

test('a server that fails shows its fault number and a way on; no answer at all says so', async () => {
  const failing = await serveBuilt({ ...answers, 'GET /cities': () => refusal('fault', 500, { fault: '7F2A-91' }) });
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${failing.origin}/huzhou`);
  await page.getByText('错误编号 7F2A-91').waitFor();
  await page.getByRole('button', { name: '重试' }).waitFor();
  await picture(page, 'fault');
  await context.close();
  await failing.close();
});
