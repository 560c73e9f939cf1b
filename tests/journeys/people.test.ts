import assert from 'node:assert/strict';
import { test } from 'node:test';
import { journey } from './kit.ts';

const j = await journey();
const administrator = await j.t.person('unit.administrator', { name: '闻叙舟' });
const second = await j.t.person('unit.administrator', { with: administrator, name: '简书言' });
await j.t.person('buyer.purchaser', { with: administrator, name: '沈予禾' });

test('an administrator invites; a second confirms the powerful role; the newcomer makes an account with the link and reads what they may do', async () => {
  const desk = await j.open({ as: administrator });
  await desk.go('/huzhou/work/people');
  await desk.page.getByRole('button', { name: '发出邀请' }).click();
  await desk.page.getByText('请填写姓名。').waitFor();
  await desk.page.getByLabel('姓名').fill('钱墨亭');
  await desk.page.getByLabel('电子邮箱').fill('不是邮箱');
  await desk.page.getByRole('checkbox', { name: /采购人审批/ }).check();
  await desk.page.getByRole('button', { name: '发出邀请' }).click();
  await desk.page.locator('.field-error').waitFor();
  assert.equal(await desk.page.getByLabel('姓名').inputValue(), '钱墨亭', 'what was typed stays');
  await desk.page.getByLabel('电子邮箱').fill('');
  await desk.page.getByRole('button', { name: '发出邀请' }).click();
  await desk.page.getByText('提议人不能自己确认').waitFor();
  await desk.sound('people');

  const other = await j.open({ as: second });
  await other.go('/huzhou/work');
  await other.page.getByText('确认角色：钱墨亭').waitFor();
  await other.page.getByRole('link', { name: '去确认' }).click();
  await other.page.getByRole('button', { name: '确认', exact: true }).click();
  await other.page.getByText('已确认').first().waitFor();

  await desk.page.reload();
  await desk.page.getByRole('button', { name: '生成链接' }).click();
  const address = await desk.page.getByLabel('邀请链接').inputValue();
  await desk.sound('people-link');

  const newcomer = await j.open({ width: 375 });
  await newcomer.page.goto(address);
  await newcomer.page.getByRole('button', { name: '注册账号并加入' }).waitFor();
  await newcomer.sound('invitation');
  await newcomer.page.getByLabel('登录名').fill('qian.moting');
  await newcomer.page.getByLabel('密码').fill('短');
  await newcomer.page.getByRole('button', { name: '注册账号并加入' }).click();
  await newcomer.page.getByText('密码至少 10 个字符').waitFor();
  await newcomer.page.getByLabel('密码').fill('一句容易记住的示例话');
  await newcomer.page.getByRole('button', { name: '注册账号并加入' }).click();
  await newcomer.page.getByRole('link', { name: '去登录' }).click();
  await newcomer.page.getByLabel('账号').fill('qian.moting');
  await newcomer.page.getByRole('textbox', { name: '密码' }).fill('一句容易记住的示例话');
  await newcomer.page.getByRole('button', { name: '登录' }).click();
  await newcomer.page.waitForURL('**/huzhou/work');

  const used = await j.open({ language: 'en' });
  await used.page.goto(address);
  await used.page.getByText('A link works once.', { exact: false }).waitFor();
  await used.sound('invitation-used');

  await newcomer.page.setViewportSize({ width: 1440, height: 960 });
  await newcomer.go('/huzhou/work/my-rights');
  await newcomer.page.getByText('闻叙舟（单位管理员）').waitFor();
  await newcomer.page.getByText('简书言（单位管理员）').waitFor();
  await newcomer.sound('my-rights');
  for (const window of [desk, other, newcomer, used]) await window.context.close();
});

test('an account that is there already takes an invitation from the to-do list and switches between its units', async () => {
  const person = await j.t.person('buyer.purchaser', { name: '柏望青' });
  const desk = await j.open({ as: administrator, language: 'en' });
  await desk.go('/huzhou/work/people');
  await desk.page.getByLabel('Name', { exact: true }).fill('Bai');
  await desk.page.getByLabel(/Their account/).fill(person.login);
  await desk.page.getByRole('checkbox', { name: /^Purchaser/ }).check();
  await desk.page.getByRole('button', { name: 'Invite', exact: true }).click();
  await desk.page.getByRole('cell', { name: /^Bai/ }).waitFor();
  await desk.page.getByRole('button', { name: 'Change roles' }).first().click();
  await desk.page.getByText(/^Roles of/).waitFor();
  await desk.sound('people-roles');

  const theirs = await j.open({ as: person });
  await theirs.go('/huzhou/work');
  await theirs.page.getByRole('link', { name: '查看邀请' }).click();
  await theirs.page.getByRole('button', { name: '接受', exact: true }).click();
  await theirs.page.getByText('已接受，可在页面上方切换单位').waitFor();
  await theirs.page.getByRole('button', { name: /切换单位/ }).click();
  await theirs.page.getByRole('button', { name: new RegExp(administrator.actor.organisationName!) }).click();
  await theirs.page.getByRole('button', { name: new RegExp(`^采购人 ${administrator.actor.organisationName!}`) }).waitFor();
  for (const window of [desk, theirs]) await window.context.close();
});

test('the city registers a unit and brings its first administrator by two', async () => {
  const [officer, reviewer] = [await j.t.person('housing.officer', { name: '章砚溪' }), await j.t.person('centre.reviewer', { name: '陆菁川' })];
  const desk = await j.open({ as: officer });
  await desk.go('/huzhou/work/units');
  await desk.page.getByLabel('单位名称').fill('湖州市示例新单位');
  await desk.page.getByLabel('统一社会信用代码').fill('12330500MB0123456X');
  await desk.sound('units');
  await desk.page.getByRole('button', { name: '登记单位' }).click();
  await desk.page.getByRole('heading', { name: '湖州市示例新单位' }).waitFor();
  await desk.page.getByLabel('姓名').fill('首任管理员');
  await desk.page.getByRole('button', { name: '发出邀请' }).click();
  await desk.page.getByText('本单位没有第二位管理员').waitFor();
  await desk.sound('unit');
  const other = await j.open({ as: reviewer });
  await other.go('/huzhou/work');
  await other.page.getByText('确认湖州市示例新单位的角色提议').waitFor();
  await other.page.getByRole('link', { name: '查看', exact: true }).click();
  await other.page.getByRole('button', { name: '确认', exact: true }).click();
  await other.page.getByRole('button', { name: '生成链接' }).waitFor();
  for (const window of [desk, other]) await window.context.close();
});
