import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderWorld } from '#modules/orders/test-kit/builders.ts';
import { filledBasket } from '#modules/purchases/test-kit/builders.ts';
import { journey } from './kit.ts';

const j = await journey();
const world = await orderWorld(j.t);
const administrator = await j.t.person('unit.administrator', { with: world.buyer, name: '闻叙舟' });
const approver = await j.t.person('buyer.approver', { with: world.buyer, name: '钱墨亭' });

test('a rule by amount; a purchase above it waits, is returned once, is approved and ordered at the price that was seen', async () => {
  const office = await j.open({ as: administrator });
  await office.go('/huzhou/work/approval-rule');
  await office.page.getByLabel(/合计达到/).fill('10000');
  await office.page.getByRole('button', { name: '设定规则' }).click();
  await office.page.getByText('10,000.00 元起，1 人同意').waitFor();
  await office.sound('approval-rule');

  await filledBasket(j.t, world, { [world.listed.listingId]: '500' });
  const desk = await j.open({ as: world.buyer });
  const submit = async (): Promise<void> => {
    await desk.go('/huzhou/work/basket');
    await desk.page.getByLabel('详细地址').fill('湖州市吴兴区示例路9号');
    await desk.page.getByLabel('收货人').fill('示例收货人');
    await desk.page.getByLabel('电话').fill('0572-0000000');
    await desk.page.getByRole('button', { name: '提交审批' }).click();
    await desk.page.getByText('已提交审批，合计 ¥10,700.00').waitFor();
  };
  await submit();
  await desk.sound('basket-asked');

  const yes = await j.open({ as: approver });
  await yes.go('/huzhou/work');
  await yes.page.getByText(/申请，合计 ¥10,700.00/).waitFor();
  await yes.page.getByRole('link', { name: '去审批' }).click();
  await yes.page.getByRole('button', { name: '退回' }).click();
  await yes.page.getByRole('button', { name: '退回' }).click();
  await yes.page.getByText('请写明退回的理由。').waitFor();
  await yes.page.getByLabel('退回的理由').fill('请写明用途');
  await yes.page.getByRole('button', { name: '退回' }).click();
  await yes.page.getByText(/退回，.*请写明用途/).waitFor();
  await submit();
  await yes.page.reload();
  await yes.page.getByRole('button', { name: '同意' }).waitFor();
  await yes.sound('approvals');
  await yes.page.getByRole('button', { name: '同意' }).click();
  await yes.page.getByRole('link', { name: /^DD-/ }).waitFor();
  const english = await j.open({ as: world.buyer, language: 'en' });
  await english.go('/huzhou/work/approvals');
  await english.page.getByText('Ordered', { exact: true }).waitFor();
  await english.sound('approvals-done');
  assert.equal((await j.t.everything.pool.query('select count(*)::int as n from orders.contract where placed_by = $1', [world.buyer.personId])).rows[0].n, 1);
  for (const window of [office, desk, yes, english]) await window.context.close();
});
