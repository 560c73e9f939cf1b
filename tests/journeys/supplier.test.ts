import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { PAINT_ROWS, paintReport, paintStandard } from '#modules/catalogue/test-kit/builders.ts';
import { creditCode } from '#modules/suppliers/test-kit/builders.ts';
import { paper, pdfOf } from '#modules/suppliers/test-kit/paper.ts';
import { journey } from './kit.ts';

const j = await journey();
await paintStandard(j.t);
const reviewer = await j.t.person('centre.reviewer', { name: '示例审核员' });
const NAME = '湖州青垩示例涂料有限公司';
const PASSWORD = '一句容易记住的示例话';
const TITLES = { BASIC_QUALIFICATION: '基本资质', COMMITMENT: '承诺', TRADEMARK: '商标' } as const;

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const pdf = (name: string, content: Uint8Array) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) });

/** Fills and saves one paper on the supplier's page. */
async function give(page: Page, kind: keyof typeof TITLES, number: string | null): Promise<void> {
  const one = paper(kind, NAME, number === null ? {} : { number });
  const name = `${kind}-${number ?? '1'}.pdf`;
  const block = page.getByRole('region', { name: new RegExp(TITLES[kind]) });
  await block.getByRole('button', { name: /填写并上传|换一份/ }).click();
  const fresh = block.getByLabel('上传新的');
  if (await fresh.isVisible()) await fresh.check();
  await block.locator('input[type=file]').setInputFiles(pdf(name, await pdfOf(one)));
  await block.getByText(name).waitFor();
  await block.getByLabel('编号').fill(one.number ?? '');
  await block.getByLabel('签发单位').fill(one.issuer ?? '');
  await block.getByLabel('签发日期').fill('2024年3月15日');
  await block.getByLabel('有效期至').fill(one.validUntil ?? '');
  await press(page, '保存这份材料');
  await block.getByText('已备齐').waitFor();
}

test('a newcomer registers on a phone, is sent back for one paper, mends it, is admitted, and puts a product on the shelf', async () => {
  const phone = await j.open({ width: 375 });
  const { page } = phone;
  await phone.go('/huzhou/join');
  await page.getByLabel('品牌制造商').check();
  await press(page, '下一步');
  await page.getByLabel('单位全称').fill(NAME);
  await page.getByLabel('统一社会信用代码').fill('9133');
  await press(page, '下一步');
  assert.equal(await page.getByLabel('统一社会信用代码').getAttribute('aria-invalid'), 'true', 'what is wrong stands at its field');
  await page.getByText('请填写住所').waitFor();
  await phone.sound('join-organisation-faults');
  await page.getByLabel('统一社会信用代码').fill(creditCode(77));
  await page.getByText('校验位相符').waitFor();
  await page.getByLabel('住所').fill('湖州市南浔区示例路 7 号');
  await press(page, '下一步');
  await page.getByLabel('经办人姓名').fill('沈知禾');
  await page.getByLabel('联系电话').fill('0572-7654321');
  await page.getByLabel('登录名').fill(reviewer.login);
  await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD);
  await press(page, '完成注册');
  await page.getByText('这个登录名已被使用').waitFor();

  await page.reload();
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  assert.ok(kept.includes('沈知禾') && !kept.includes(PASSWORD), 'the draft is kept, the password is not');
  await press(page, '下一步');
  await press(page, '下一步');
  assert.equal(await page.getByLabel('经办人姓名').inputValue(), '沈知禾');
  await page.getByLabel('登录名').fill('qinge-demo');
  await page.getByRole('textbox', { name: '密码' }).fill(PASSWORD);
  await press(page, '完成注册');

  await page.waitForURL('**/huzhou/work/admission');
  await page.getByText('还差 3 份材料', { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('qc-join-huzhou')), null);
  await phone.go('/huzhou/work/products');
  await page.getByText('贵单位尚未在本市准入').waitFor();
  await phone.go('/huzhou/work/admission');
  for (const kind of ['BASIC_QUALIFICATION', 'COMMITMENT', 'TRADEMARK'] as const) await give(page, kind, kind === 'COMMITMENT' ? null : '示例-1');
  await phone.sound('admission-complete');
  await press(page, '提交申请');
  await page.getByText('审核中', { exact: true }).waitFor();

  const desk = await j.open({ as: reviewer });
  await desk.go('/huzhou/work');
  await desk.page.getByRole('row', { name: new RegExp(NAME) }).getByRole('link', { name: '去审核' }).click();
  await desk.page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  await desk.page.getByRole('img', { name: /BASIC_QUALIFICATION/ }).waitFor();
  await desk.page.getByText('还有 3 份材料没有核对').waitFor();
  const verdict = (at: number, words: string): Promise<void> => desk.page.getByRole('radio', { name: words, exact: true }).nth(at).check({ force: true });
  await verdict(0, '与原件一致，认可');
  await verdict(1, '与原件一致，认可');
  await verdict(2, '不认可');
  await desk.page.getByRole('img', { name: /TRADEMARK/ }).waitFor();
  await desk.page.getByLabel('不认可的理由').fill('注册人与申请单位名称不一致');
  await desk.page.getByText('有材料未认可').waitFor();
  await desk.sound('admission-review');
  await desk.page.getByLabel('退回补正').check();
  await desk.page.getByLabel('理由', { exact: true }).fill('请补充商标使用授权书后重新提交。');
  await press(desk.page, '退回补正');
  await desk.page.getByText('已退回补正').first().waitFor();

  await phone.go('/huzhou/work/admission');
  await page.getByText('请补充商标使用授权书后重新提交。').waitFor();
  await page.getByText('不认可的理由：注册人与申请单位名称不一致').waitFor();
  await phone.sound('admission-returned');
  await give(page, 'TRADEMARK', '示例-2');
  await press(page, '重新提交');
  await page.getByText('审核中', { exact: true }).waitFor();

  await desk.go('/huzhou/work/admissions');
  await desk.page.getByRole('link', { name: `审核 ${NAME}` }).click();
  for (const at of [0, 1, 2]) await verdict(at, '与原件一致，认可');
  await press(desk.page, '准予入驻');
  await desk.page.getByText('已准予入驻').first().waitFor();

  // The product.
  await phone.go('/huzhou/work/admission');
  await page.getByText('已入驻', { exact: true }).waitFor();
  await phone.go('/huzhou/work/products/new');
  await press(page, '提交');
  await page.getByText('请选择产品类别。').waitFor();
  await page.getByLabel('类别').selectOption('B11');
  const fields = { 产品名称: '净味内墙面漆', 品牌: '青垩', 型号规格: 'N-100', 单价: '0', 计价单位: 'kg', 税率: '13', 起订量: '200', 供货范围: '吴兴区、南浔区', 送达: '5' };
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
  await press(page, '提交新的材料');
  const papers = page.getByRole('group', { name: '证明材料' });
  await papers.getByLabel('原件').setInputFiles(pdf('检测报告.pdf', await paintReport()));
  await papers.getByText('检测报告.pdf').waitFor();
  await papers.getByLabel('编号').fill('T-2026-001');
  await papers.getByLabel('出具机构').fill('示例检测中心');
  await papers.getByLabel('签发日期').fill('2026-03-25');
  await press(page, '提交这份材料');
  await papers.getByRole('checkbox', { name: /T-2026-001/ }).waitFor();
  assert.ok(await papers.getByRole('checkbox', { name: /T-2026-001/ }).isChecked(), 'what was just handed in is used');
  await press(page, '提交');
  await page.locator('[aria-invalid=true]').waitFor();
  assert.equal(await page.getByLabel('单价').getAttribute('aria-invalid'), 'true', 'a price of nothing is refused at its field');
  await page.getByLabel('单价').fill('21.4');
  await phone.sound('product-new');
  await press(page, '提交');
  await page.waitForURL(/\/work\/products\/[0-9a-f-]{36}$/);
  await page.getByText('待采购中心审核').first().waitFor();
  const listingId = page.url().split('/').at(-1)!;
  await phone.sound('product-own');

  await desk.go('/huzhou/work/product-review');
  await desk.page.getByRole('row', { name: /净味内墙面漆/ }).getByText('全部符合，可以上架').waitFor();
  await desk.page.getByRole('row', { name: /净味内墙面漆/ }).getByRole('link', { name: '去审核' }).click();
  await press(desk.page, '上架');
  await desk.page.getByRole('link', { name: '看公开页面' }).waitFor();
  await desk.sound('product-review');

  const visitor = await j.open();
  await visitor.go('/huzhou');
  await visitor.page.getByRole('search').getByRole('searchbox').fill('青垩');
  await visitor.page.keyboard.press('Enter');
  await visitor.page.getByRole('link', { name: /净味内墙面漆/ }).click();
  await visitor.page.waitForURL(`**/huzhou/museum/${listingId}`);
  await visitor.page.getByText('在馆，可以采购').waitFor();
  for (const [, , result] of Object.values(PAINT_ROWS)) assert.ok((await visitor.page.getByRole('row').filter({ hasText: result.replace('6200', '6,200').replace('<', '') }).count()) > 0, `the value ${result} is shown`);
  assert.equal(await visitor.page.getByRole('link', { name: '报告第 1 页' }).count(), Object.keys(PAINT_ROWS).length, 'each indicator that was read names its page');
  assert.match(await visitor.page.locator('body').innerText(), /21\.40/);
  await visitor.go('/huzhou/suppliers?q=%E9%9D%92%E5%9E%A9');
  await visitor.page.getByRole('row', { name: new RegExp(NAME) }).waitFor();
  assert.equal(await visitor.page.getByText('沈知禾').count(), 0, 'the contact person is not published');
});
