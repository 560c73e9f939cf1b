import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { withConnection } from '#platform/database/embedded-cluster.ts';
import { journey, type Window } from './kit.ts';

const j = await journey();
const PASSWORD = '一句容易记住的示例话';

/** A phone's or a computer's own passkeys: Chromium's virtual authenticator, which says yes in its person's place. */
async function withAuthenticator(window: Window): Promise<void> {
  const cdp = await window.context.newCDPSession(window.page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
}

const untouched = (personId: string): Promise<unknown> => withConnection(j.t.ownerUrl, (owner) => owner.query(`update identity.session set touched_at = now() - interval '1 hour' where person_id = $1`, [personId]));

async function signInByPassword({ page, go }: Window, login: string, password: string, address = '/login'): Promise<void> {
  await go(address);
  await page.getByLabel('账号').fill(login);
  await page.getByRole('textbox', { name: '密码' }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

test('from the password to a passkey: added under a fresh touch, used to come in, seen in the list, removed', async () => {
  const person = await j.t.person('supplier.clerk', { name: '周甲', password: PASSWORD });
  const window = await j.open();
  const { page, go, sound } = window;
  await withAuthenticator(window);
  await go('/huzhou');
  await signInByPassword(window, person.login, PASSWORD);
  await page.waitForURL('**/huzhou/work');
  await page.getByRole('button', { name: /周甲.*菜单/ }).click();
  await page.getByRole('link', { name: '账号与安全' }).click();
  await page.getByText('还没有通行密钥').waitFor();
  await sound('account-empty');

  await untouched(person.personId);
  await page.getByLabel('给它起个名字').fill('办公电脑');
  await page.getByRole('button', { name: '添加通行密钥' }).click();
  const dialog = page.getByRole('dialog', { name: '请再次确认是您本人' });
  await dialog.waitFor();
  await dialog.getByLabel('您的密码').fill('不是这一句');
  await dialog.getByRole('button', { name: '用密码确认' }).click();
  await dialog.getByText('密码不正确').waitFor();
  await sound('touch');
  await dialog.getByLabel('您的密码').fill(PASSWORD);
  await dialog.getByRole('button', { name: '用密码确认' }).click();
  await page.getByRole('cell', { name: '办公电脑', exact: true }).waitFor();
  assert.equal(await dialog.count(), 0);

  await page.getByRole('button', { name: /周甲.*菜单/ }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.waitForURL('**/huzhou');
  await go('/login');
  await sound('login');
  await page.getByRole('button', { name: '使用通行密钥' }).click();
  await page.waitForURL('**/huzhou/work');

  const elsewhere = await j.open();
  await signInByPassword(elsewhere, person.login, PASSWORD, '/login?next=/huzhou/work');
  await elsewhere.page.waitForURL('**/huzhou/work');
  await untouched(person.personId);
  await go('/huzhou/work/account');
  await page.getByRole('cell', { name: '通行密钥', exact: true }).waitFor();
  await page.getByRole('button', { name: /退出其他所有设备/ }).click();
  await page.getByText('已退出其他 1 处登录').waitFor();
  await elsewhere.go('/huzhou/work');
  assert.match(elsewhere.page.url(), /\/login\?next=/);
  await page.getByRole('button', { name: '删除 办公电脑' }).click();
  await page.getByRole('button', { name: '确认删除 办公电脑' }).click();
  await dialog.getByRole('button', { name: '使用通行密钥' }).click();
  await page.getByText('还没有通行密钥').waitFor();
});

test('who gives up the touch loses nothing of what was typed; the password changes after it', async () => {
  const person = await j.t.person('supplier.clerk', { name: '吴乙', password: PASSWORD });
  const { page, go } = await j.open({ as: person });
  await untouched(person.personId);
  await go('/huzhou/work/account');
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByLabel('新密码', { exact: false }).first().fill('另一句够长的示例密码');
  await page.getByLabel('再输一遍').fill('另一句够长的示例密码');
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消，不办理' }).click();
  assert.equal(await page.getByLabel('再输一遍').inputValue(), '另一句够长的示例密码');
  await page.getByRole('button', { name: '保存新密码' }).click();
  await page.getByRole('dialog').getByLabel('您的密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('密码已修改').waitFor();
});

test('no passkey on this device: the page says so and the password stays beside it', async () => {
  const window = await j.open({ language: 'en', width: 375 });
  await withAuthenticator(window);
  await window.go('/login');
  await window.fits('login');
  await window.page.getByRole('button', { name: 'Use a passkey' }).click();
  await window.page.getByText('No answer came from a passkey').waitFor({ timeout: 10_000 });
  const inside = await j.open({ as: await j.t.person('supplier.clerk', { name: 'Wang' }), language: 'en', width: 375 });
  await inside.go('/huzhou/work/account');
  await inside.sound('account');
});

test('an authenticator beside the password, recovery codes shown once, and the way back with one of them', async () => {
  const person = await j.t.person('supplier.clerk', { name: '郑丙', password: PASSWORD });
  const { page, go, sound } = await j.open({ as: person });
  await go('/huzhou/work/account');
  await page.getByRole('button', { name: '设置动态验证码' }).click();
  const secret = (await page.locator('.account-secret code').innerText()).replaceAll(' ', '');
  assert.equal(await page.getByAltText('供身份验证器扫描的二维码').evaluate((picture: HTMLImageElement) => picture.naturalWidth > 100), true, 'the QR code is drawn under the policy of the page');
  await sound('account-setup');
  const code = (steps: number): string => TOTP.generate({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30, timestamp: Date.now() + steps * 30_000 });
  await page.getByLabel('验证器显示的六位码').fill(code(0));
  await page.getByRole('button', { name: '启用', exact: true }).click();
  await page.getByText('已启用，设置于').waitFor();
  await page.getByRole('button', { name: '生成恢复码' }).click();
  await page.locator('.account-codes li').first().waitFor();
  const codes = await page.locator('.account-codes li').allInnerTexts();
  assert.equal(codes.length, 10);
  await sound('account-recovery');
  await page.getByRole('button', { name: '我已保存好' }).click();
  await page.getByText('还剩 10 个').waitFor();

  const later = await j.open();
  await signInByPassword(later, person.login, PASSWORD);
  await later.page.getByText('还差一步').waitFor();
  await later.sound('login-code');
  await later.page.getByLabel('动态码').fill(codes[0]!);
  await later.page.keyboard.press('Enter');
  await later.page.waitForURL(`${j.origin}/**`, { waitUntil: 'networkidle' });
  await later.page.waitForFunction(() => location.pathname !== '/login');

  const forgot = await j.open({ language: 'en', width: 375 });
  await forgot.go('/login');
  await forgot.page.getByRole('link', { name: /recovery code/ }).click();
  await forgot.page.getByRole('textbox', { name: 'Account' }).fill(person.login);
  await forgot.page.getByRole('textbox', { name: 'Recovery code' }).fill(codes[1]!.toLowerCase());
  await forgot.page.getByLabel('New password').fill('another long sentence');
  await forgot.page.getByRole('button', { name: 'Recover and log in' }).click();
  await forgot.page.getByLabel('Code of your authenticator').waitFor();
  await forgot.sound('recover');
  await forgot.page.getByLabel('Code of your authenticator').fill(code(1));
  await forgot.page.keyboard.press('Enter');
  await forgot.page.waitForFunction(() => location.pathname !== '/recover');
  await go('/huzhou/work/account');
  assert.match(page.url(), /\/login\?next=/, 'every other session has ended');
});
