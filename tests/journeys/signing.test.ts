import assert from 'node:assert/strict';
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { journey } from './kit.ts';

const j = await journey();
const folder = await mkdtemp(path.join(tmpdir(), 'qingcai-keys-'));
after(() => rm(folder, { recursive: true, force: true }));
const PASSPHRASE = '一句只有我知道的签名口令';
const person = await j.t.person('buyer.purchaser', { name: '沈予禾' });
let copy = '';

test('a key is made in the browser, enrolled, and its copy taken away', async () => {
  const { page, go, sound } = await j.open({ as: person });
  await go('/huzhou/work/keys');
  await page.getByText('您还没有签名密钥').waitFor();
  await sound('keys-none');
  await page.getByLabel('签名口令').fill('太短');
  await page.getByRole('button', { name: '生成并登记' }).click();
  await page.getByText('口令至少 12 个字符').waitFor();
  await page.getByLabel('签名口令').fill(PASSPHRASE);
  await page.getByLabel('再输一遍').fill(`${PASSPHRASE}。`);
  await page.getByRole('button', { name: '生成并登记' }).click();
  await page.getByText('两次输入不一样').waitFor();
  await page.getByLabel('再输一遍').fill(PASSPHRASE);
  await page.getByRole('button', { name: '生成并登记' }).click();
  await page.getByText('这台浏览器可以签署', { exact: true }).waitFor();
  await sound('keys-made');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载离线副本' }).first().click()]);
  copy = path.join(folder, 'copy.json');
  await file.saveAs(copy);
  const kept = await readFile(copy, 'utf8');
  assert.match(kept, /"kdf": "PBKDF2-SHA-256"/);
  assert.match(kept, /"iterations": 1000000/);
});

test('another browser asks for the copy, refuses what is none, and takes it; revoking ends it', async () => {
  const { page, go, fits } = await j.open({ as: person, language: 'en' });
  await go('/huzhou/work/keys');
  await page.getByText('Your key is not in this browser').waitFor();
  await fits('keys-elsewhere');
  const broken = path.join(folder, 'broken.json');
  await writeFile(broken, (await readFile(copy, 'utf8')).replace('1000000', '1000'));
  await page.getByLabel('Choose the copy').setInputFiles(broken);
  await page.getByText('no offline copy').waitFor();
  await page.getByLabel('Choose the copy').setInputFiles(copy);
  await page.getByText('This browser can sign', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Revoke' }).click();
  await fits('keys-revoking');
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await page.getByText('You have no signing key yet').waitFor();
  await page.getByText(/Earlier signatures stay valid/).first().waitFor();
});

test('a code that is none is told so, before and after asking', async () => {
  const { page, go, sound } = await j.open({ width: 375 });
  await go('/huzhou/check');
  await page.getByLabel('核验码').fill('7QF2');
  await page.getByRole('button', { name: '核验', exact: true }).click();
  await page.getByText('核验码应为 12 位').waitFor();
  await page.getByLabel('核验码').fill('7qf2 m9tx w4kd');
  await page.getByRole('button', { name: '核验', exact: true }).click();
  await page.getByRole('heading', { name: '没有这个核验码' }).waitFor();
  await sound('check-unknown');
});
