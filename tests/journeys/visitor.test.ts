import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listedPaint, paintStandard } from '#modules/catalogue/test-kit/builders.ts';
import { journey } from './kit.ts';

const j = await journey();
await paintStandard(j.t);
const paint = await listedPaint(j.t);

test('a visitor without login reads the home page, in both languages, and stays where they were', async () => {
  const { page, go, sound } = await j.open();
  await go('/huzhou');
  assert.match(await page.title(), /青采/);
  await sound('home');
  const before = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'English' }).or(page.getByRole('button', { name: 'English' })).click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  assert.equal(new URL(page.url()).pathname, before);
  await sound('home-en');
});

test('what needs a session says so, and leads to the sign-in', async () => {
  const { page, go, sound } = await j.open();
  await go('/huzhou/work');
  assert.match(await page.locator('body').innerText(), /登录/);
  await sound('sign-in-needed');
});

test('an address that does not exist says so and leads back', async () => {
  const { page, go, sound } = await j.open();
  await go('/huzhou/nothing-here');
  assert.ok((await page.getByRole('link').count()) > 0);
  await sound('not-found');
});

test('a person signs in with login and password, and out again', async () => {
  const buyer = await j.t.person('buyer.purchaser', { name: '李乙', password: 'a-long-password' });
  const { page, go, sound } = await j.open();
  await go('/login');
  await sound('login');
  await page.getByLabel('登录名').fill(buyer.login);
  await page.locator('input[type=password]').fill('wrong-password');
  await page.keyboard.press('Enter');
  await page.getByText('登录名或密码不正确').waitFor();
  assert.equal(await page.getByLabel('登录名').inputValue(), buyer.login, 'what was typed stays');
  await page.locator('input[type=password]').fill('a-long-password');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/huzhou/work');
  await page.getByText('李乙').first().waitFor();
  await sound('work');
});

void paint;
