import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { orderWorld } from '#modules/orders/test-kit/builders.ts';
import { journey } from '../../../tests/journeys/kit.ts';

const j = await journey();
const world = await orderWorld(j.t);
const clerk = await j.t.person('supplier.clerk', { with: world.supplier, name: 'M. Chen' });
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

test('a unit buys from the product’s page; the supplier delivers by phone; the unit accepts at the site, signs and pays', async () => {
  const desk = await j.open({ as: world.buyer });
  const { page } = desk;
  await desk.go(`/huzhou/museum/${world.listed.listingId}`);
  await page.getByLabel('数量').fill('100');
  await press(page, '加入选购单');
  await page.getByText('低于起订量：至少 200 kg。').waitFor();
  assert.equal(await page.getByLabel('数量').inputValue(), '100', 'what was typed stays');
  await page.getByLabel('数量').fill('4800');
  await press(page, '加入选购单');
  await page.getByText('已加入选购单').waitFor();
  await desk.sound('product-buy');

  await page.getByRole('link', { name: '查看选购单' }).click();
  await page.getByLabel(/的数量/).fill('5000');
  await page.getByLabel(/的数量/).press('Enter');
  await page.getByText('107,000.00').first().waitFor();
  await press(page, '下单');
  await page.getByText('请填写。').first().waitFor();
  await page.getByLabel('详细地址').fill('杭州市西湖区示例路9号');
  await page.getByLabel('收货人').fill('示例收货人');
  await page.getByLabel('电话').fill('0572-0000000');
  await page.getByLabel('内部备注').fill('预算单 88');
  await press(page, '下单');
  await page.getByText(/只送 湖州市/).waitFor();
  await desk.sound('basket-refused');
  await page.getByLabel('详细地址').fill('湖州市吴兴区示例路9号');
  await press(page, '下单');
  await page.getByText('已下单 1 份').waitFor();
  await desk.sound('basket-ordered');
  await page.getByRole('link', { name: /^DD-/ }).click();
  await page.getByRole('button', { name: '撤回订单' }).waitFor();
  await desk.sound('order-placed');
  const order = new URL(page.url()).pathname;

  const lorry = await j.open({ as: clerk, width: 375 });
  await lorry.go(order);
  assert.equal(await lorry.page.getByText('预算单 88').count(), 0, 'the unit’s own words stay with the unit');
  await press(lorry.page, '确认接单');
  await lorry.page.getByLabel(/本次送达/).fill('5001');
  await press(lorry.page, '登记本次送货');
  await lorry.page.getByText('第 1 行最多还能送 5000 kg。').waitFor();
  await lorry.page.getByLabel(/本次送达/).fill('4980');
  await lorry.page.getByLabel('生产批号').fill('26K0917');
  await lorry.sound('order-deliver');
  await press(lorry.page, '登记本次送货');
  await lorry.page.getByText('待送（kg） 20').waitFor();

  const site = await j.open({ as: world.buyer, width: 375 });
  await site.go(order);
  await press(site.page, '确认本行');
  await site.page.getByText(/项要求没有核对/).waitFor();
  await press(site.page, '全部相符');
  await press(site.page, '确认本行');
  await site.page.getByText(/还没有表示第 1 行已送完/).waitFor();
  await site.sound('order-accept');
  await lorry.page.getByLabel(/本次送达/).fill('');
  await lorry.page.getByLabel(/已经送完/).check();
  await press(lorry.page, '登记本次送货');
  await lorry.page.getByText('已送完，等采购人验收').first().waitFor();
  await press(site.page, '确认本行');
  await press(site.page, '签署验收单');
  await site.page.getByText('¥106,572.00', { exact: false }).first().waitFor();
  await press(site.page, '登记付款');
  await site.page.getByText('已付款，办结').first().waitFor();
  await site.sound('order-closed');

  await desk.go(order);
  await page.getByRole('button', { name: /第 1 行/ }).click();
  await page.getByText('11 项要求全部相符').waitFor();
  await desk.sound('order-record');
  for (const window of [lorry, site, desk]) await window.context.close();
});

test('whoever cannot buy is told why; the pages read in English too', async () => {
  const approver = await j.open({ as: await j.t.person('buyer.approver', { with: world.buyer }), language: 'en' });
  await approver.go(`/huzhou/museum/${world.listed.listingId}`);
  await approver.page.getByText('A purchaser of your unit puts products into the basket.').waitFor();
  const supplier = await j.open({ as: clerk, language: 'en' });
  await supplier.go(`/huzhou/museum/${world.listed.listingId}`);
  await supplier.page.getByText(/Purchasers of buying units buy here/).waitFor();
  await supplier.go('/huzhou/work/orders');
  await supplier.page.getByText('Payment recorded by the buyer').waitFor();
  await supplier.sound('orders-list');
  await supplier.page.getByRole('tab', { name: /Waiting for us/ }).click();
  await supplier.page.getByText('No order fits').waitFor();
  for (const window of [approver, supplier]) await window.context.close();
});
