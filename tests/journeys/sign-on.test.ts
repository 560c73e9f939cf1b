import { after, test } from 'node:test';
import { citySignOn, CLIENT } from '#modules/identity/test-kit/city-sign-on.ts';
import type { SignOn } from '#platform/http/sign-on.ts';
import { journey, type Window } from './kit.ts';

// Filled once the origin is known, to which the city sends people back.
const signOns = new Map<string, SignOn>();
const j = await journey({ signOns });
const city = await citySignOn(`${j.origin}/sign-on`);
after(() => city.stop());
signOns.set('huzhou', { issuer: city.issuer, ...CLIENT, nameZh: '湖州市统一身份认证（示例）', nameEn: 'Sign-on of Huzhou (example)' });

/** The provider's own pages: who one is there, and that the platform may know it. */
async function throughTheCity({ page }: Window, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('x');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** The provider's own pages ask for a picture they have not; the console says so. */
const THEIRS = /./;

test('the city’s sign-on: linked by the person, then the way in', async () => {
  const person = await j.t.person('buyer.purchaser', { name: '孙丁' });
  const inside = await j.open({ as: person, provoked: THEIRS });
  await inside.go('/huzhou/work/account');
  await inside.page.getByRole('button', { name: '去关联' }).click();
  await throughTheCity(inside, 'sun-ding');
  await inside.page.getByText('已关联，').waitFor();
  await inside.sound('account-linked');

  const outside = await j.open({ provoked: THEIRS });
  await outside.go('/login');
  await outside.sound('login-city');
  await outside.page.getByRole('button', { name: '湖州市统一身份认证（示例）' }).click();
  await throughTheCity(outside, 'sun-ding');
  await outside.page.waitForURL('**/huzhou/work');
  await outside.page.getByRole('button', { name: /孙丁.*菜单/ }).waitFor();

  const stranger = await j.open({ provoked: THEIRS });
  await stranger.go('/login');
  await stranger.page.getByRole('button', { name: '湖州市统一身份认证（示例）' }).click();
  await throughTheCity(stranger, 'somebody-else');
  await stranger.page.getByText('还没有关联本平台的账号').waitFor();
  await stranger.sound('sign-on-not-linked');
});
