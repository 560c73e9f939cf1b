import assert from 'node:assert/strict';
import { test } from 'node:test';
import { journey } from './kit.ts';

const j = await journey();

test('whoever writes a program finds the interface from the foot of the page: an operation, who may call it, its refusals in words, a command to copy', async () => {
  const { page, go, sound } = await j.open();
  await go('/huzhou');
  await page.getByRole('contentinfo').getByRole('link', { name: '接口文档' }).click();
  await page.getByRole('heading', { level: 1, name: '接口文档' }).waitFor();
  await page.getByLabel('查找接口').fill('下单');
  await page.getByText('/api/{city}/orders', { exact: true }).click();
  await page.getByText(/采购人经办|采购人/).first().waitFor();
  await page.getByText('409 price-changed').waitFor();
  assert.match(await page.locator('pre').innerText(), /curl -s -X POST '.*\/api\/huzhou\/orders'[\s\S]*Idempotency-Key[\s\S]*"lines":\[/);
  await sound('api-docs-open');
  await page.getByLabel('查找接口').fill('');
  await sound('api-docs');
});

test('the same in English on a phone, addressed directly', async () => {
  const { page, go, sound } = await j.open({ language: 'en', width: 375 });
  await go('/api/docs');
  await page.getByLabel('Find an operation').fill('hand in a file');
  await page.getByText('/api/documents/files', { exact: true }).click();
  await page.getByText('422 file-encrypted').waitFor();
  await sound('api-docs-phone');
});
