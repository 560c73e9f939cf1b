import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { baseEdition } from '#modules/standards/data/base-edition.ts';
import { demoWorld } from '../city.ts';
import { demoPaper } from '../papers/write.ts';
import type { DemoPaper } from '../papers/paper.ts';
import { chineseDate, demoReport } from './write.ts';

const world = demoWorld(baseEdition());
const products = world.cities.flatMap((city) => city.products);
const packed = (text: string): string => text.replace(/\s+/g, '');

/** Text of each page as poppler reads it; undefined where poppler is not installed. */
function pagesOf(pdf: Uint8Array, t: TestContext): string[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'demo-report-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  try {
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return text.split('\f').filter((page) => page.trim() !== '').map(packed);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
}

for (const layout of ['commission', 'bilingual'] as const) {
  const some = products.filter(({ report }) => report.laboratory.layout === layout).filter((_, at) => at % 9 === 0);
  test(`${layout}: every printed value stands in the text layer, every page says it is invented`, async (t) => {
    assert.ok(some.length >= 3);
    for (const { key, report } of some) {
      const pages = pagesOf(await demoReport(report), t);
      if (pages === undefined) return t.skip(`${layout}: every printed value stands in the text layer: needs pdftotext`);
      for (const page of pages) assert.ok(page.includes('本报告为演示虚构，不具证明作用'), key);
      const text = pages.join('');
      const printed = [report.number, report.product, report.model, report.brand, report.client, report.received, report.testedFrom, report.testedTo, report.issued, report.laboratory.cma, report.conclusion, ...report.basis];
      for (const value of [...printed, ...report.rows.flatMap(({ item, unit, requirement, result }) => [item, unit, requirement, result])]) {
        assert.ok(text.includes(packed(value)), `${key}: ${value}`);
      }
    }
  });
}

test('a long table goes on under 续表, and its lines are numbered on', async (t) => {
  const cement = products.find(({ key }) => key === 'a11-bulk');
  assert.ok(cement);
  const pages = pagesOf(await demoReport(cement.report), t);
  if (pages === undefined) return t.skip('a long table goes on under 续表: needs pdftotext');
  assert.ok(pages.some((page) => page.includes('续表1') && page.includes('9外照射指数')));
  assert.ok(pages.some((page) => page.includes('共3页') && page.includes('第3页')));
});

test('the same report is the same bytes', async () => {
  const report = products[0]?.report;
  assert.ok(report);
  const first = await demoReport(report);
  await demoReport({ ...report, number: 'X-1' });
  assert.deepEqual(await demoReport(report), first);
});

test('every kind of other paper is typeset on one page, marked 示例', async (t) => {
  const papers = world.cities.flatMap((city) => [...city.suppliers, ...city.products]).flatMap(({ papers }) => papers);
  const kinds = new Map<string, DemoPaper>(papers.map((paper) => [paper.kind, paper]));
  assert.deepEqual([...kinds.keys()].toSorted(), ['business-licence', 'ccc-certificate', 'commitment', 'declaration', 'energy-label', 'epd', 'forest-certificate', 'green-certificate', 'trademark', 'water-label']);
  for (const paper of kinds.values()) {
    const pdf = await demoPaper(paper);
    assert.deepEqual(await demoPaper(paper), pdf);
    const pages = pagesOf(pdf, t);
    if (pages === undefined) return t.skip('every kind of other paper is typeset on one page: needs pdftotext');
    assert.equal(pages.length, 1, paper.kind);
    assert.ok(pages[0]?.includes('本件为演示虚构，标注“示例”'), paper.kind);
    for (const [, value] of paper.facts) assert.ok(pages[0]?.includes(packed(value)), `${paper.kind}: ${value}`);
    if (paper.declares !== null && paper.kind === 'epd') assert.ok(pages[0]?.includes(packed(paper.declares.value)));
  }
});

test('the long date of a cover', () => {
  assert.equal(chineseDate('2026-11-22'), '二〇二六年十一月二十二日');
  assert.equal(chineseDate('2025-10-03'), '二〇二五年十月三日');
  assert.equal(chineseDate('2026-01-30'), '二〇二六年一月三十日');
});
