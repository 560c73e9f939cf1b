import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smtpSettings } from '#platform/mail/settings.ts';
import { smtpCarrier } from '#platform/mail/smtp.ts';
import { anSmtpServer, headerOf, partsOf } from '#platform/mail/test-kit/smtp-server.ts';
import { aNotification } from '#modules/notifications/test-kit/builders.ts';
import { journey } from './kit.ts';

const server = await anSmtpServer();
const j = await journey({ mail: smtpCarrier(smtpSettings(server.url, '青采 <noreply@huzhou.example>'), 'qingcai.example', { ca: server.ca }) });
const buyer = await j.t.person('buyer.purchaser', { name: '沈予禾' });
const until = async (there: () => boolean): Promise<void> => {
  while (!there()) await new Promise((resolve) => setTimeout(resolve, 50));
};

test('a person confirms an address with the code that came there, chooses, is told, and sees what was sent', async () => {
  const { page, go, fits, sound } = await j.open({ as: buyer });
  await go('/huzhou/work/notifications');
  await page.getByRole('link', { name: '提醒方式' }).click();
  await page.getByRole('heading', { name: '提醒方式' }).waitFor();
  await page.getByText('平台没有开通短信').waitFor();
  await page.getByLabel('邮箱地址').fill('shen.yuhe@');
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByText('邮箱地址不正确').waitFor();
  await sound('telling-refused');
  await page.getByLabel('邮箱地址').fill('shen.yuhe@works.example');
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByText('验证码已发出，请查收').waitFor();
  await fits('telling-code');
  const code = /^ {4}(\d{4} \d{4})$/m.exec(partsOf(server.received[0]!.raw).text.replaceAll('\r', ''))![1]!;
  const field = page.getByRole('textbox', { name: '验证码' });
  await field.fill(code.replace(/\d$/, (last) => String((Number(last) + 1) % 10)));
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await page.getByText('还可以试 4 次').waitFor();
  await field.fill(code);
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await page.getByText('s***@w***.example').waitFor();
  await page.getByRole('combobox', { name: '进展：邮件' }).selectOption('即时');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('提醒方式已保存').waitFor();
  await page.reload();
  await page.getByText('s***@w***.example').waitFor();
  assert.equal(await page.getByRole('combobox', { name: '进展：邮件' }).inputValue(), 'at-once');
  assert.equal(await page.getByRole('combobox', { name: /依法告知/ }).count(), 0, 'legal notices offer no choice');
  await sound('telling-settings');

  await aNotification(j.t, buyer, { city: j.t.huzhou, code: 'orders.notice.confirmed', kind: { class: 'legal', basis: '民法典第四百八十条：承诺应当以通知的方式作出' }, facts: { from: '示例青格建材有限公司', number: '20261122-0001' }, path: '/work/orders' });
  await aNotification(j.t, buyer, { city: j.t.huzhou, facts: { kind: 'EPD', number: 'EPD-7', reason: null } });
  await until(() => server.received.length === 3);
  const mail = server.received.find((one) => headerOf(one.raw, 'Subject')!.includes('20261122-0001'))!;
  const href = /href="([^"]+)"/.exec(partsOf(mail.raw).html)![1]!;
  assert.ok(href.startsWith(`${j.origin}/huzhou/work/orders`));
  await page.getByRole('link', { name: '查看发送记录' }).click();
  await page.getByText('对方已收下').first().waitFor();
  await page.getByText('依据：民法典第四百八十条').waitFor();
  await sound('telling-sent');
  // The way in the mail leads where it says.
  await go(new URL(href).pathname);
  await page.getByRole('heading', { name: /订单/ }).first().waitFor();
});

test('the mail itself reads well, on a phone too', async () => {
  const mail = server.received.find((one) => headerOf(one.raw, 'Subject')!.includes('20261122-0001'))!;
  for (const width of [1440, 375]) {
    const { page, fits } = await j.open({ width });
    await page.setContent(partsOf(mail.raw).html);
    await fits('mail-notice');
  }
});

test('the operator sees that messages go out and not what they say; in English too', async () => {
  const operator = await j.t.person('operator.administrator');
  const { page, go, sound } = await j.open({ as: operator, language: 'en' });
  await go('/huzhou/work/messages');
  await page.getByText('Taken').first().waitFor();
  assert.doesNotMatch(await page.locator('main').innerText(), /20261122-0001|EPD|shen/);
  await sound('messages-operator');
  const { go: there, sound: heard } = await j.open({ as: buyer, language: 'en', width: 1280 });
  await there('/huzhou/work/notifications/settings');
  await heard('telling-settings');
  await there('/huzhou/work/notifications/sent');
  await heard('telling-sent');
});
