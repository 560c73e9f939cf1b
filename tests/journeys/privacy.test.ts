import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { journey } from './kit.ts';

const j = await journey();
const clerk = await j.t.person('supplier.clerk', { name: '沈一舟' });
const operator = await j.t.person('operator.administrator', { name: '运维甲' });

test('what is kept of people: for everybody, wide and on a phone', async () => {
  const wide = await j.open();
  await wide.go('/huzhou');
  await wide.page.getByRole('contentinfo').getByRole('link', { name: '个人信息目录' }).click();
  await wide.page.getByRole('row', { name: /收货联系人/ }).first().waitFor();
  assert.match(await wide.page.getByRole('row', { name: /收货联系人/ }).first().innerText(), /自采购结束之日起至少十五年[\s\S]*政府采购法第四十二条/);
  await wide.sound('privacy-map');
  const phone = await j.open({ language: 'en', width: 375 });
  await phone.go('/huzhou/privacy');
  await phone.sound('privacy-map');
});

test('one’s own data: a copy to download, a request that the operator sees in figures', async () => {
  const own = await j.open({ as: clerk });
  await own.go('/huzhou/work/my-data');
  await own.page.getByRole('button', { name: '生成副本' }).click();
  const [file] = await Promise.all([own.page.waitForEvent('download'), own.page.getByRole('link', { name: '供阅读打印（HTML）' }).click()]);
  assert.match(await readFile(await file.path(), 'utf8'), /个人信息副本[\s\S]*沈一舟/);
  await own.page.getByRole('button', { name: '申请删除' }).click();
  await own.page.getByRole('button', { name: '确认申请删除本人的个人信息' }).click();
  await own.page.getByText('已申请，等待办理').waitFor();
  await own.page.getByRole('row', { name: /登录名/ }).waitFor();
  await own.sound('my-data');

  const desk = await j.open({ as: operator });
  await desk.go('/huzhou/work/erasures');
  await desk.page.getByRole('heading', { name: '沈一舟' }).waitFor();
  await desk.page.getByRole('button', { name: '同意删除' }).click();
  await desk.page.getByText(/仍在某单位任职/).waitFor();
  await desk.sound('erasures');
});
