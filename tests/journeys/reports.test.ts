import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { paintReport, paintStandard, submittedPaint } from '#modules/catalogue/test-kit/builders.ts';
import { pdfByHand } from '#modules/laboratories/test-kit/pdf-by-hand.ts';
import { admittedSupplier } from '#modules/suppliers/test-kit/builders.ts';
import { journey } from './kit.ts';

const j = await journey();
await paintStandard(j.t);
const supplier = await admittedSupplier(j.t);
const reviewer = await j.t.person('centre.reviewer', { name: '示例审核员' });
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
/** A PDF that opens with a password only. */
/** A page with marks and no characters, as a scanner leaves it. */
const SCANNED = pdfByHand([{ content: '0 0 500 500 re f' }]);
const LOCKED = pdfByHand([{ content: 'BT /F 10 Tf 50 700 Td (secret) Tj ET' }], { objects: [`<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`], trailer: '/Encrypt 4 0 R /ID [<00><00>]' });
const pdf = (name: string, content: Uint8Array) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) });

async function handIn(page: Page, number: string, file: ReturnType<typeof pdf>): Promise<void> {
  await press(page, '提交新的材料');
  const papers = page.getByRole('group', { name: '证明材料' });
  await papers.getByLabel('原件').setInputFiles(file);
  await papers.getByText(file.name).waitFor();
  await papers.getByLabel('编号').fill(number);
  await papers.getByLabel('签发日期').fill('2026-03-25');
  await press(page, '提交这份材料');
  await papers.getByRole('checkbox', { name: new RegExp(number) }).waitFor();
}

test('a report that breaks a limit: its cell is boxed, the centre cannot list it, returns it with reasons, and no other report hides it', async () => {
  const { listingId, reportId } = await submittedPaint(j.t, { supplier, report: { change: { VOC含量: '96' } } });
  const desk = await j.open({ as: reviewer });
  await desk.go('/huzhou/work/product-review');
  const row = desk.page.getByRole('row', { name: /净味内墙面漆/ });
  await row.getByText('1 项不符合限值').waitFor();
  await row.getByRole('link').last().click();
  await desk.page.getByText('有指标不符合本市限值，不能上架。').first().waitFor();
  assert.equal(await desk.page.getByRole('button', { name: '上架', exact: true }).count(), 0);
  const refused = await j.t.request('POST', `/api/huzhou/catalogue/${listingId}/decision`, { as: reviewer, body: { act: 'list', reasons: null } });
  assert.ok(refused.status >= 400, 'the server refuses it too');

  await desk.go(`/huzhou/work/product-review/${listingId}/reports/${reportId}`);
  const voc = desk.page.getByRole('row', { name: /B11-01/ });
  assert.match(await voc.innerText(), /96[\s\S]*80[\s\S]*不符合/);
  await desk.page.getByRole('img', { name: '检测报告第 1 页的图像' }).waitFor();
  await voc.getByRole('button', { name: /B11-01/ }).click();
  await desk.page.getByRole('img', { name: /在报告上的单元格：96/ }).waitFor();
  assert.equal(await desk.page.locator('.mark-refused').count(), 1, 'one cell of the page is boxed as failing');
  await desk.sound('report-fails');

  await desk.go(`/huzhou/work/product-review/${listingId}`);
  await press(desk.page, '退回补正');
  await desk.page.getByText('请写明理由，供应商会看到。').waitFor();
  await press(desk.page, '按判定填写');
  assert.match(await desk.page.getByRole('textbox', { name: '理由' }).inputValue(), /B11-01.*不符合（实测 96，限值 ≤ 80）/);
  await press(desk.page, '退回补正');
  await desk.page.getByText('已退回').first().waitFor();

  const own = await j.open({ as: supplier, width: 375 });
  await own.go('/huzhou/work');
  await own.page.getByRole('link', { name: '去修改' }).waitFor();
  await own.go(`/huzhou/work/products/${listingId}`);
  await own.page.getByText(/实测 96，限值 ≤ 80/).waitFor();
  await own.sound('product-returned');
  await own.page.getByRole('link', { name: '修改并重新提交' }).click();
  assert.equal(await own.page.getByLabel('产品名称').inputValue(), '净味内墙面漆');
  for (const box of await own.page.getByRole('group', { name: '证明材料' }).getByRole('checkbox', { checked: true }).all()) await box.uncheck();
  await handIn(own.page, 'T-2026-002', pdf('改进后的报告.pdf', await paintReport({ number: 'T-2026-002' })));
  await press(own.page, '重新提交');
  await own.page.getByText('待采购中心审核').first().waitFor();
  // A better report beside it does not hide the one that failed: the graver finding counts.
  await own.page.getByText('1 项不符合：VOC含量（B11-01）').waitFor();
  await desk.go(`/huzhou/work/product-review/${listingId}`);
  await desk.page.getByRole('textbox', { name: '理由' }).fill('同一型号的另一份报告不符合，须先查明原因。');
  await press(desk.page, '不通过');
  await desk.page.getByText('已作不通过处理').or(desk.page.getByText('未通过审核')).first().waitFor();
  await own.go(`/huzhou/work/products/${listingId}`);
  await own.page.getByText('同一型号的另一份报告不符合').waitFor();
  assert.equal((await j.t.request('GET', `/api/huzhou/catalogue/${listingId}`)).status, 404, 'the public never sees it');
});

test('a report that needs a person: 未检出 without its limit of detection is settled on the comparison page, then listed', async () => {
  const { listingId } = await submittedPaint(j.t, { supplier, product: { name: '抗污内墙面漆', model: 'K-200' }, report: { number: 'T-2026-003', model: 'K-200', change: { 甲醛含量: '未检出' } } });
  const desk = await j.open({ as: reviewer });
  await desk.go('/huzhou/work');
  await desk.page.getByRole('row', { name: /抗污内墙面漆/ }).getByRole('link', { name: '去核对' }).click();
  await desk.page.getByText('先核对读数').waitFor();
  assert.equal(await desk.page.getByRole('button', { name: '上架', exact: true }).count(), 0, 'what nobody has looked at is not listed');
  await desk.page.getByRole('link', { name: '打开报告核对' }).click();
  const form = desk.page.getByRole('form', { name: '核对 B11-02' });
  await form.waitFor();
  assert.equal(await form.getByLabel('报告上印的值').inputValue(), '未检出');
  await desk.sound('report-to-settle');
  await form.getByLabel('报告上印的值').fill('<5');
  await form.getByLabel('说明').fill('报告附注写明检出限 5 mg/kg');
  await form.getByRole('button', { name: '更正为此读数' }).click();
  await desk.page.getByRole('row', { name: /B11-02/ }).getByText('符合').first().waitFor();
  await j.t.drain();
  await desk.go(`/huzhou/work/product-review/${listingId}`);
  await press(desk.page, '上架');
  await desk.page.getByRole('link', { name: '看公开页面' }).click();
  await desk.page.getByText('在馆，可以采购').waitFor();
});

test('files that are no report: refused in the form in plain words, and what was typed stays', async () => {
  const { page, go, sound } = await j.open({ as: supplier });
  await go('/huzhou/work/products/new');
  await page.getByLabel('类别').selectOption('B11');
  await page.getByLabel('产品名称').fill('哑光内墙面漆');
  await press(page, '提交新的材料');
  const papers = page.getByRole('group', { name: '证明材料' });
  await papers.getByLabel('编号').fill('T-2026-009');
  const whole = await paintReport();
  const bad: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['截断.pdf', whole.subarray(0, Math.floor(whole.length / 2)), /文件没有传完整，或原文件已损坏/],
    ['空.pdf', new Uint8Array(), /文件是空的/],
    ['程序.exe', new TextEncoder().encode('MZ program'), /不接受这种文件/],
    ['其实是文字.pdf', new TextEncoder().encode('hello, this is text'), /不接受这种文件/],
    ['设有密码.pdf', LOCKED, /文件设有密码，平台打不开/],
  ];
  for (const [name, content, said] of bad) {
    await papers.getByLabel('原件').setInputFiles(pdf(name, content));
    await papers.getByText(said).first().waitFor();
    assert.equal(await papers.getByLabel('编号').inputValue(), 'T-2026-009', name);
  }
  await sound('file-refused');
  await papers.getByLabel('原件').setInputFiles(pdf('扫描件.pdf', SCANNED));
  await papers.getByText('扫描件.pdf').waitFor();
  await press(page, '提交这份材料');
  await papers.getByRole('checkbox', { name: /T-2026-009/ }).waitFor();
  assert.equal(await page.getByLabel('产品名称').inputValue(), '哑光内墙面漆');
  const rest = { 品牌: '试山', 型号规格: 'M-300', 单价: '18.60', 计价单位: 'kg', 税率: '13', 起订量: '100', 供货范围: '吴兴区' };
  for (const [label, text] of Object.entries(rest)) await page.getByLabel(label).fill(text);
  await press(page, '提交');
  await page.waitForURL(/\/work\/products\/[0-9a-f-]{36}$/);
  await page.getByText('无法读取').waitFor();
  await page.getByRole('link', { name: '检测报告 T-2026-009' }).click();
  await page.getByText('PDF 没有文字层（多为扫描件），机器无法可靠读取。请向检测机构索取电子版报告。').waitFor();
  await sound('report-unreadable');
});
