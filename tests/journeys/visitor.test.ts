import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listedPaint, paintStandard } from '#modules/catalogue/test-kit/builders.ts';
import { journey } from './kit.ts';

const j = await journey();
await paintStandard(j.t);
const paint = await listedPaint(j.t);

/** Every page that needs no login, by the name of its picture. */
const PUBLIC = {
  home: '/huzhou', 'home-blank': '/yunxi', cities: '/', login: '/login', standards: '/huzhou/standards', kind: '/huzhou/standards/B11', museum: '/huzhou/museum', product: `/huzhou/museum/${paint.listingId}`,
  report: `/huzhou/museum/${paint.listingId}/reports/${paint.reportId}`, compare: `/huzhou/museum/compare?ids=${paint.listingId}`, suppliers: '/huzhou/suppliers', join: '/huzhou/join', 'not-found': '/huzhou/nothing-here', 'city-unknown': '/nowhere', kit: '/kit',
};

/** Looked at by axe in the second language and on a phone too. */
const OFTEN = ['home', 'login', 'kind', 'product', 'kit'];

test('every public page is sound in Chinese on a wide screen and in English on a phone', async () => {
  const walk = async (language: 'zh-CN' | 'en', width: number): Promise<void> => {
    const { page, go, sound, fits } = await j.open({ language, width });
    for (const [name, address] of Object.entries(PUBLIC)) {
      await go(address);
      await (language === 'zh-CN' || OFTEN.includes(name) ? sound : fits)(name);
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      assert.match(await page.title(), language === 'en' ? /Qingcai/ : /青采/, name);
    }
  };
  await Promise.all([walk('zh-CN', 1440), walk('en', 375)]);
});

test('in Chinese on a phone nothing is wider than the screen', async () => {
  const { go, fits } = await j.open({ width: 375 });
  for (const name of ['home', 'kind', 'museum', 'product', 'report'] as const) {
    await go(PUBLIC[name]);
    await fits(name);
  }
});

test('a visitor goes from the home page to a product, its indicators and the cell on its report', async () => {
  const { page, go } = await j.open();
  await go('/huzhou');
  await page.getByRole('search').getByRole('searchbox').fill('内墙');
  await page.getByRole('search').getByRole('button').click();
  await page.waitForURL('**/huzhou/museum?q=**');
  await page.getByRole('link', { name: /净味内墙面漆/ }).click();
  await page.getByRole('heading', { level: 1, name: /净味内墙面漆/ }).waitFor();
  const voc = page.getByRole('row', { name: /VOC/ });
  assert.match(await voc.innerText(), /32[\s\S]*80[\s\S]*符合/);
  await voc.getByRole('link', { name: '报告第 1 页' }).click();
  await page.waitForURL('**/reports/**');
  await page.getByRole('img', { name: '检测报告第 1 页的图像' }).waitFor();
  await page.getByRole('row', { name: /VOC/ }).getByText('32').first().waitFor();
  assert.equal(await page.getByRole('button', { name: '确认此读数' }).count(), 0, 'a visitor settles nothing');
});

test('the standard: a word finds its kinds, a clause has its address, the file is the standard itself', async () => {
  const { page, go } = await j.open();
  await go('/huzhou/standards');
  await page.getByRole('searchbox').fill('甲醛');
  await page.getByRole('status').getByText(/类/).first().waitFor();
  await page.getByRole('link', { name: /B11-02/ }).click();
  await page.waitForURL('**/huzhou/standards/B11#B11-02');
  await page.getByRole('row', { name: /B11-02/ }).waitFor();
  const { status, body } = await j.t.request('GET', '/api/huzhou/standards/kinds/B11');
  assert.equal(status, 200);
  assert.equal(await page.locator('table.clauses tbody tr').count(), body.indicators.length);
});

test('switching the language keeps page, scroll position and typed text, and the server writes the next page in it', async () => {
  const { page, go } = await j.open();
  await go('/kit');
  const input = page.getByLabel('商标注册号');
  await input.fill('12345678');
  await input.scrollIntoViewIfNeeded();
  const where = await page.evaluate(() => scrollY);
  await page.locator('header').getByRole('button', { name: 'English' }).first().evaluate((button) => (button as HTMLElement).click());
  await page.getByText('Trade mark number').waitFor();
  assert.equal(await page.evaluate(() => scrollY), where);
  assert.equal(await page.getByLabel('Trade mark number').inputValue(), '12345678');
  assert.equal(await page.title(), 'Components and states · Qingcai');
  const answer = await page.request.get(`${j.origin}/huzhou`);
  assert.match(await answer.text(), /<html lang="en">/);
  assert.match(answer.headers()['content-security-policy'] ?? '', /script-src 'nonce-[\w-]+/);
});

test('what needs a session leads to the sign-in and back again', async () => {
  const { page, go } = await j.open();
  await go('/huzhou/work/orders');
  assert.equal(new URL(page.url()).searchParams.get('next'), '/huzhou/work/orders');
  const missing = await page.request.get(`${j.origin}/api/huzhou/museum/nothing`);
  assert.equal(missing.status(), 404);
  await go('/huzhou/nothing-here');
  await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: '回到首页' }).click();
  await page.waitForURL('**/huzhou');
});
