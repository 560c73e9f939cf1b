import assert from 'node:assert/strict';
import { test } from 'node:test';
import { journey } from './kit.ts';

const j = await journey();

test('the periods of law: by the foot of the page, as of a day, and a deadline worked out or refused', async () => {
  const { page, go, sound, fits } = await j.open();
  await go('/huzhou');
  await page.getByRole('contentinfo').getByRole('link', { name: '法定期限与日历' }).click();
  await page.getByRole('heading', { level: 1, name: '法定期限与日历' }).waitFor();
  await page.getByText('财政部令第94号', { exact: true }).waitFor();
  await page.getByLabel('起算日').fill('2026-09-18');
  await page.getByRole('button', { name: '推算' }).click();
  await page.getByText('2026-09-29').waitFor();
  await sound('regulations');
  await page.getByLabel('哪一项期限').selectOption({ label: '作出投诉处理决定' });
  await page.getByLabel('起算日').fill('2026-11-22');
  await page.getByRole('button', { name: '推算' }).click();
  await page.getByRole('alert').filter({ hasText: '尚未公布' }).waitFor();
  await fits('regulations-refused');
  await go('/huzhou/regulations?on=2017-01-01');
  assert.match(await page.getByRole('row', { name: /^招标公告、资格预审公告的公告期限/ }).innerText(), /这一天的规定不在平台内/);
});

test('the periods of law in English on a phone', async () => {
  const { go, sound } = await j.open({ language: 'en', width: 375 });
  await go('/huzhou/regulations');
  await sound('regulations');
});
