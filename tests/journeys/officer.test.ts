import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adoptedBase } from '#modules/standards/test-kit/builders.ts';
import { journey } from './kit.ts';

const j = await journey();
await adoptedBase(j.t);

test('an officer of the housing authority confirms one limit, doubts another and reads a kind together; the city sees who and when', async () => {
  const officer = await j.t.person('housing.officer', { name: '示例经办官员' });
  const { page, go, sound } = await j.open({ as: officer });
  const panel = page.getByRole('complementary', { name: '所选限值' });
  const open = (code: string): Promise<void> => page.getByRole('button', { name: code, exact: true }).click();
  const shown = (code: string): Promise<void> => panel.getByText(code, { exact: true }).first().waitFor();

  await go('/huzhou/work');
  await page.getByRole('link', { name: '去确认' }).click();
  await page.waitForURL('**/work/limits');
  await page.getByRole('searchbox', { name: '指标、标准' }).fill('B11');
  await open('B11-01');
  await shown('B11-01');
  await panel.getByRole('button', { name: '确认', exact: true }).click();
  await panel.getByText('请填写原文的条号或表号').waitFor();
  assert.equal(await panel.getByLabel('原文条号').getAttribute('aria-invalid'), 'true');
  await panel.getByLabel('原文条号').fill('表 1');
  await panel.getByLabel('页码').fill('3');
  await sound('limits');
  await panel.getByLabel('页码').press('Control+Enter');
  await panel.getByText('确认后不可撤回').waitFor();
  await panel.getByText('示例经办官员').waitFor();
  await panel.getByText(/表 1/).waitFor();

  await open('B11-02');
  await shown('B11-02');
  await panel.getByLabel('有疑问，暂不确认').check();
  await panel.getByRole('button', { name: '记录疑问' }).click();
  await panel.locator('[aria-invalid=true]').waitFor();
  await panel.getByLabel('疑问与理由').fill('印刷版写作 40，须核对。');
  // Another row is looked at: what was typed is still there.
  await open('B11-03');
  await shown('B11-03');
  await open('B11-02');
  assert.equal(await panel.getByLabel('疑问与理由').inputValue(), '印刷版写作 40，须核对。');
  await panel.getByRole('button', { name: '记录疑问' }).click();
  await page.getByRole('row', { name: /B11-02/ }).getByText('有疑问').waitFor();

  for (const code of ['B11-03', 'B11-04']) await page.getByRole('checkbox', { name: `勾选 ${code}` }).check();
  await page.getByRole('button', { name: '批量核对所选 2 条' }).click();
  assert.ok(await panel.getByRole('button', { name: '确认这 2 条' }).isDisabled(), 'not before each was compared');
  await panel.getByLabel('所选 2 条我已逐条与标准原文核对').check();
  await panel.getByRole('button', { name: '确认这 2 条' }).click();
  await page.getByRole('row', { name: /B11-04/ }).getByText('已确认').waitFor();

  const visitor = await j.open({ width: 375 });
  await visitor.go('/huzhou/standards/B11');
  const row = (code: string) => visitor.page.locator(`#${code}`);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  await row('B11-01').getByText('已确认').waitFor();
  const said = await row('B11-01').innerText();
  assert.ok(said.includes('示例经办官员') && said.includes(today) && said.includes('表 1') && said.includes('3'), said);
  await row('B11-02').getByText('待确认').waitFor();
  assert.doesNotMatch(await visitor.page.locator('body').innerText(), /印刷版写作 40/, 'a doubt stays inside');
  await visitor.sound('kind-confirmed');
});

test('who may not decide reads the desk and changes nothing', async () => {
  const reviewer = await j.t.person('centre.reviewer');
  const { page, go, fits } = await j.open({ as: reviewer, language: 'en' });
  await go('/huzhou/work/limits');
  await page.getByText('Limits are confirmed by officers of the housing authority').or(page.getByText('A confirmation cannot be taken back')).first().waitFor();
  assert.equal(await page.getByRole('checkbox').count(), 0);
  await fits('limits-read');
  const purchaser = await j.open({ as: await j.t.person('buyer.purchaser') });
  await purchaser.go('/huzhou/work/limits');
  await purchaser.page.getByRole('heading', { name: '这一页不对您开放' }).waitFor();
});
