import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withConnection } from '#platform/database/embedded-cluster.ts';
import { journey } from './kit.ts';

const j = await journey();
const PASSWORD = '一句容易记住的示例话';
const buyer = await j.t.person('buyer.purchaser', { name: '李乙', password: PASSWORD });

test('a wrong password keeps what was typed; the same submit is one intent, a changed one another; the way asked for is gone on', async () => {
  const { page, go, sound } = await j.open();
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/session')) keys.push(request.headers()['idempotency-key'] ?? '');
  });
  await go('/huzhou/work/orders');
  await page.getByLabel('账号').fill(buyer.login);
  await page.getByRole('textbox', { name: '密码' }).fill('不是这一句');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('登录名或密码不正确').waitFor();
  assert.equal(await page.getByLabel('账号').inputValue(), buyer.login);
  await sound('login-refused');
  await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/huzhou/work/orders');
  assert.equal(keys.length, 2);
  assert.ok(keys.every((key) => key.length >= 16) && keys[0] !== keys[1]);
});

test('the workbench: two posts by keyboard, Beijing time, another city, the way out', async () => {
  const person = await j.t.person('buyer.purchaser', { name: '王两职' });
  const second = await j.t.person('buyer.approver', { name: '湖州市第二示例单位' });
  await withConnection(j.t.ownerUrl, (owner) => owner.query('update identity.membership set person_id = $1 where id = $2', [person.personId, second.membershipId]));
  const { page, go, sound } = await j.open({ as: person });
  await go('/huzhou/work');
  await page.getByRole('heading', { name: '没有待办' }).waitFor();
  const beijing = new Date(Date.now() + 8 * 3_600_000).toISOString();
  await page.getByText(`${beijing.slice(0, 10)} ${beijing.slice(11, 13)}:`).first().waitFor();
  await page.getByRole('button', { name: /切换单位/ }).focus();
  await page.keyboard.press('Enter');
  const other = page.getByRole('button', { name: /湖州市第二示例单位/ });
  await other.waitFor();
  await sound('work-switch');
  await page.keyboard.press('Escape');
  assert.equal(await other.count(), 0);
  await page.keyboard.press('Enter');
  await other.click();
  await page.getByRole('button', { name: /^采购人 湖州市第二示例单位/ }).waitFor();

  await go('/yunxi/work');
  await page.getByText('您在这个城市没有岗位').waitFor();
  await sound('work-other-city');

  await page.getByRole('button', { name: /王两职.*菜单/ }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.waitForURL('**/yunxi');
  await go('/huzhou/work');
  assert.match(page.url(), /\/login\?next=/, 'the session has ended');
});

test('antd under the policy: its fields, its lists, its dialog', async () => {
  const { page, go, sound } = await j.open({ as: buyer });
  await go('/huzhou/work/kit');
  await sound('work-kit');
  await page.getByLabel('签发日期').click();
  await page.getByRole('button', { name: /下个月/ }).or(page.locator('.ant-picker-dropdown')).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('所在地').click();
  await page.getByTitle('云溪市').or(page.locator('.ant-select-item-option')).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('dialog').waitFor();
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).overflowY), 'hidden', 'the page behind a dialog does not scroll');
  assert.equal(await page.getByRole('dialog').locator('.ant-btn-primary').evaluate((button) => getComputedStyle(button).backgroundColor), 'rgb(18, 105, 90)', 'our theme reaches antd');
  const phone = await j.open({ as: buyer, width: 375, language: 'en' });
  for (const name of ['work', 'work/kit']) {
    await phone.go(`/huzhou/${name}`);
    await phone.fits(name.replace('/', '-'));
  }
});

test('a server that fails shows its fault number and a way on; no connection says so', async () => {
  const { page, context, sound } = await j.open({ provoked: /status of 500|ERR_INTERNET_DISCONNECTED|Unable to preload/ });
  const broken = (from: string, to: string): Promise<unknown> => withConnection(j.t.ownerUrl, (owner) => owner.query(`alter table identity.${from} rename to ${to}`));
  await broken('city', 'city_away');
  await page.goto(`${j.origin}/huzhou`);
  await page.getByText(/错误编号 [\w-]{4,}/).waitFor();
  await sound('fault');
  await broken('city_away', 'city');
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByRole('heading', { name: '湖州市绿色建材采购平台' }).waitFor();
  await context.setOffline(true);
  await page.getByRole('banner').getByRole('link', { name: '数字标准' }).click();
  await page.getByRole('heading', { name: '没有连上服务器' }).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: '重试' }).click();
  await page.getByRole('heading', { name: /标准/ }).first().waitFor();
});
