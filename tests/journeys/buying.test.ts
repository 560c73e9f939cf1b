import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderWorld } from '#modules/orders/test-kit/builders.ts';
import { journey } from './kit.ts';

const PASSPHRASE = '一句只有我知道的签名口令';
const j = await journey();
// 21.40 and 24.90 yuan a kg.
const world = await orderWorld(j.t);

test('a unit goes from search over basket and order to the signed acceptance; every amount is exact', async () => {
  const buyer = await j.open({ as: world.buyer });
  const { page } = buyer;
  const put = async (word: string, name: RegExp, quantity: string): Promise<void> => {
    await buyer.go(`/huzhou/museum?q=${encodeURIComponent(word)}`);
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByLabel('数量').fill(quantity);
    await page.getByRole('button', { name: '加入选购单' }).click();
    await page.getByText('已加入选购单').waitFor();
  };
  await put('净味', /净味内墙面漆/, '4800.5');
  await put('抗污', /抗污内墙面漆/, '2000');
  await page.getByRole('link', { name: '查看选购单' }).click();
  await page.waitForURL('**/work/basket');
  // 4800.5 × 21.40 = 102730.70; 2000 × 24.90 = 49800.00.
  for (const amount of ['102,730.70', '49,800.00', '152,530.70']) await page.getByText(amount).first().waitFor();
  await page.getByRole('button', { name: '下单', exact: true }).click();
  await page.getByText('请填写。').first().waitFor();
  await buyer.sound('basket');
  await page.getByLabel('详细地址').fill('湖州市吴兴区示例路 1 号');
  await page.getByLabel('收货人').fill('示例收货人');
  await page.getByLabel('电话').fill('0572-0000000');
  await page.getByLabel('内部备注').fill('预算单号 示例-7');
  await page.getByRole('button', { name: '下单', exact: true }).click();
  await page.getByText('已下单 1 份').waitFor();
  const order = page.getByRole('link', { name: /¥152,530\.70/ });
  const address = new URL((await order.getAttribute('href'))!, j.origin).pathname;
  const orderId = address.split('/').at(-1)!;

  const supplier = await j.open({ as: world.supplier, width: 375 });
  await supplier.go('/huzhou/work');
  await supplier.page.getByRole('main').getByRole('link', { name: /确认|接单|办理/ }).first().click();
  await supplier.page.waitForURL(`**${address}`);
  await supplier.page.getByRole('button', { name: '确认接单' }).waitFor();
  assert.doesNotMatch(await supplier.page.locator('body').innerText(), /预算单号/, 'the unit’s own note stays with the unit');
  await supplier.sound('order-to-confirm');
  await supplier.page.getByRole('button', { name: '确认接单' }).click();
  const brought = supplier.page.getByLabel('本次送达（kg）');
  await brought.first().waitFor();
  assert.deepEqual(await brought.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)), ['4800.5', '2000'], 'what is owed stands there');
  await brought.nth(1).fill('9999');
  await supplier.page.getByRole('button', { name: '登记本次送货' }).click();
  await supplier.page.locator('[aria-invalid=true]').waitFor();
  assert.equal(await brought.nth(1).inputValue(), '9999', 'what was typed stays');
  await brought.nth(1).fill('1990');
  await supplier.page.getByLabel('生产批号').first().fill('B-0719');
  await supplier.page.getByLabel(/已经送完，后面不再送货/).check();
  await supplier.sound('order-deliver');
  await supplier.page.getByRole('button', { name: '登记本次送货' }).click();
  await supplier.page.getByText('已送完，等采购人验收').first().waitFor();

  await buyer.go(address);
  await page.getByText('待验收').first().waitFor();
  // The first line that waits stands open by itself; the second is opened and refused first.
  await page.getByRole('button', { name: /^第 2 行/ }).click();
  const acceptance = page.locator('form', { hasText: '要求逐项核对' });
  await acceptance.getByText('拒收本行', { exact: true }).first().click();
  await acceptance.getByLabel('拒收后').selectOption({ label: '退货，本行不再要' });
  await acceptance.getByRole('button', { name: '全部相符' }).click();
  await acceptance.getByRole('listitem').filter({ hasText: '包装和外观完好' }).getByText('不符', { exact: true }).click();
  await acceptance.getByLabel('哪里不符').fill('半数桶盖破损');
  await acceptance.getByRole('button', { name: '拒收本行' }).click();
  await acceptance.locator('[aria-invalid=true]').first().waitFor();
  await acceptance.getByLabel('原因').fill('桶盖破损，涂料结皮');
  await buyer.sound('accept-refuse');
  await acceptance.getByRole('button', { name: '拒收本行' }).click();
  await page.getByText('已拒收，退货').first().waitFor();

  await acceptance.getByRole('button', { name: '全部相符' }).click();
  await acceptance.getByRole('button', { name: '确认本行' }).click();
  await page.getByRole('heading', { name: '签署验收单' }).waitFor();
  await page.getByText('应付 ¥102,730.70', { exact: false }).first().waitFor();
  await page.getByText('您还没有可用的签名密钥').waitFor();
  await buyer.sound('order-no-key');
  await page.getByRole('link', { name: '去签名密钥页' }).click();
  await page.getByLabel('签名口令').fill(PASSPHRASE);
  await page.getByLabel('再输一遍').fill(PASSPHRASE);
  await page.getByRole('button', { name: '生成并登记' }).click();
  await page.getByText('这台浏览器可以签署', { exact: true }).waitFor();
  await buyer.go(address);
  await page.getByLabel('参加验收的人员').fill('示例验收人甲\n示例验收人乙');
  await page.getByRole('button', { name: '打开待签内容' }).click();
  await page.getByText('浏览器已自行计算摘要').waitFor();
  const paper = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '验收结果' }) }).last();
  for (const said of ['示例验收人甲、示例验收人乙', '桶盖破损，涂料结皮', '应付 102,730.70 元', '第 2 行逐项核对', '半数桶盖破损']) assert.ok((await paper.innerText()).includes(said), said);
  await buyer.sound('order-to-sign');
  await page.getByLabel(/的口令$/).fill('不是这一句签名口令');
  await page.getByRole('button', { name: '签署', exact: true }).click();
  await page.getByText('口令不对').waitFor();
  await page.getByLabel(/的口令$/).fill(PASSPHRASE);
  await page.getByRole('button', { name: '签署', exact: true }).click();
  await page.getByRole('heading', { name: '登记付款' }).waitFor();
  const log = await page.getByRole('complementary').innerText();
  for (const said of ['下单', '确认订单', '登记送货', '拒收第 2 行，退货', '验收第 1 行', '签署验收单：示例验收人甲、示例验收人乙', '合同金额', '152,530.70', '102,730.70']) assert.ok(log.includes(said), `${said} in ${log}`);
  await buyer.sound('order-signed');
  const [pdf] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 PDF' }).click()]);
  const code = await page.getByRole('complementary').getByRole('link', { name: /^[0-9A-Z]{4}-/ }).innerText();
  const anybody = await j.open({ width: 375 });
  await anybody.go(`/huzhou/check/${code}`);
  await anybody.page.getByText('签名成立', { exact: true }).waitFor();
  await anybody.page.getByLabel('选择 PDF').setInputFiles(await pdf.path());
  await anybody.page.getByText('一个字节都没有改动').waitFor();
  await anybody.sound('check-holds');
  await page.getByLabel('凭证号').fill('示例凭证 7');
  await page.getByRole('button', { name: '登记付款' }).click();
  await page.getByText('已付款，办结').first().waitFor();

  await supplier.go(address);
  await supplier.page.getByText('采购人已登记付款').first().waitFor();
  await j.t.drain();
  const { body } = await j.t.request('GET', `/api/huzhou/ledger/order:${orderId}`, { as: world.buyer });
  assert.ok(body.total >= 7, `the ledger holds every act: ${JSON.stringify(body.entries.map((one: { kind: string }) => one.kind))}`);
  assert.ok(body.entries.every((one: { seq: number | null; linkHash: string | null }) => one.seq !== null && one.linkHash !== null), 'all are chained');
  const { body: read } = await j.t.request('GET', `/api/huzhou/orders/${orderId}`, { as: world.buyer });
  assert.deepEqual([read.sums.total, read.sums.accepted, read.status], ['152530.70', '102730.70', 'closed']);
});

test('another unit sees nothing of it', async () => {
  const { body } = await j.t.request('GET', '/api/huzhou/orders', { as: world.buyer });
  const stranger = await j.open({ as: await j.t.person('buyer.purchaser') });
  await stranger.go(`/huzhou/work/orders/${body.rows[0].orderId}`);
  await stranger.page.getByRole('heading', { name: '没有这个页面' }).waitFor();
});
