import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFailedJob } from '#modules/watch/test-kit/builders.ts';
import { journey } from './kit.ts';

const j = await journey();

test('the operator sees how the platform is, does a failed job again and finds it in the ledger', async () => {
  const operator = await j.t.person('operator.administrator');
  await aFailedJob(j.t);
  await j.t.drain();
  const window = await j.open({ as: operator });
  await window.go('/huzhou/work/watch');
  await window.page.getByText('nobody-does-this').waitFor();
  await window.sound('watch');
  await window.page.getByRole('button', { name: '重试' }).click();
  await window.page.getByText('没有失败的任务').waitFor();
  await window.go('/huzhou/work/watch/audit');
  await window.page.getByText('job-retried').first().waitFor();
  await window.sound('watch-audit');
  await window.page.getByRole('tab', { name: '安全事项' }).click();
  await window.page.getByText('person-enrolled').first().waitFor();
  const english = await j.open({ as: operator, language: 'en' });
  await english.go('/huzhou/work/watch');
  await english.page.getByText('Jobs that failed').first().waitFor();
  await english.fits('watch');
  assert.ok(!(await english.page.content()).includes('瓷砖'), 'what a job carries is nowhere on the page');
});
