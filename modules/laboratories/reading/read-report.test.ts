import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { must } from '#kernel/result.ts';
import type { ReportPages, Table } from '../domain/pages.ts';
import { handReport, pdfByHand, write } from '../test-kit/pdf-by-hand.ts';
import { coverFields, typstReport } from '../test-kit/typst-report.ts';
import { readReport } from './read-report.ts';
import { renderPage } from './render-page.ts';

const read = async (bytes: Uint8Array): Promise<ReportPages> => must(await readReport(bytes));
const texts = (table: Table): string[][] => Array.from({ length: table.rows }, (_, row) => table.cells.filter((c) => c.row === row).map((c) => c.text));
const HEAD = ['序号', '检验项目', '标准条款', '标准要求', '检验结果', '单项结论', '备注'];

test('a seven column form: every cell as printed, in its place', async () => {
  const pages = await read(await typstReport({ fields: coverFields(), tables: [{ widths: [1, 3, 2, 2, 2, 2, 2], head: [HEAD], body: [['1', '挥发性有机化合物（VOC）含量，g/L', '4.2', '≤80', '12', '合格', '/'], ['2', '甲醛含量，mg/kg', '4.2', '≤50', '未检出（<5）', '合格', '/']] }] }));
  const [cover, results] = pages.pages[0]!.tables;
  assert.equal(texts(cover!)[0]!.join('|'), '报告编号|T-2026-001');
  assert.deepEqual(texts(results!), [HEAD, ['1', '挥发性有机化合物（VOC）含量，g/L', '4.2', '≤80', '12', '合格', '/'], ['2', '甲醛含量，mg/kg', '4.2', '≤50', '未检出（<5）', '合格', '/']]);
  const cell = results!.cells.find((c) => c.text === '12')!;
  assert.ok(cell.box.x > 50 && cell.box.x + cell.box.width < 545 && cell.box.y > 300 && cell.box.height > 10, JSON.stringify(cell.box));
  assert.ok(pages.pages[0]!.tables.every((t) => t.cells.every((c) => c.doubts.length === 0)));
});

test('raised characters are marked and never become digits of the number', async () => {
  const pages = await read(await typstReport({ tables: [{ widths: [2, 1, 2], head: [['检验项目', '单位', '检验结果']], body: [['透水系数', 'cm/s', '2.1×10^{-2}'], ['弹性模量', 'N/mm^{2}', '1.9×10^{3}'], ['密度', 'kg/m^{3}', '1.2×10⁻²']] }] }));
  assert.deepEqual(texts(pages.pages[0]!.tables[0]!).slice(1), [['透水系数', 'cm/s', '2.1×10^-2'], ['弹性模量', 'N/mm²', '1.9×10^3'], ['密度', 'kg/m³', '1.2×10⁻²']]);
});

test('merged cells and wrapped heads', async () => {
  const pages = await read(await typstReport({
    tables: [{
      widths: [1, 2, 1, 1.2, 1.2, 0.8],
      head: [['序号', { text: '检验项目', columns: 2 }, '标准要求及其限值', '检验结果', '单项结论']],
      body: [['1', { text: '可溶性重金属含量', rows: 2 }, '镉（Cd）', '≤75', '<1', '合格'], ['2', '铬（Cr）', '≤60', '<1', '合格']],
    }],
  }));
  const table = pages.pages[0]!.tables[0]!;
  assert.equal(table.columns, 6);
  const merged = table.cells.find((c) => c.text === '可溶性重金属含量')!;
  assert.deepEqual([merged.rowSpan, merged.columnSpan], [2, 1]);
  assert.equal(table.cells.find((c) => c.text === '检验项目')!.columnSpan, 2);
  assert.ok(table.cells.some((c) => c.text === '标准要求及其限值' && c.lines.length > 1));
});

test('a table that runs over pages, the head repeated', async () => {
  const body = Array.from({ length: 40 }, (_, i) => [String(i + 1), `项目${i + 1}`, '≤1', String(i)]);
  const pages = await read(await typstReport({ rowHeight: 30, tables: [{ widths: [1, 2, 1, 1], head: [['序号', '检验项目', '标准要求', '检验结果']], body, repeat: true }] }));
  assert.ok(pages.pageCount > 1);
  assert.ok(pages.pages.every((p) => texts(p.tables[0]!)[0]!.join() === '序号,检验项目,标准要求,检验结果'));
  assert.equal(pages.pages.reduce((n, p) => n + p.tables[0]!.rows - 1, 0), 40);
});

test('landscape pages, and tables without side rulings', async () => {
  const pages = await read(await typstReport({ landscape: true, tables: [{ widths: [2, 1, 1], openSides: true, head: [['检验项目', '标准要求', '检验结果']], body: [['吸水率', '≤0.5', '0.07']] }] }));
  assert.ok(pages.pages[0]!.width > pages.pages[0]!.height);
  assert.deepEqual(texts(pages.pages[0]!.tables[0]!), [['检验项目', '标准要求', '检验结果'], ['吸水率', '≤0.5', '0.07']]);
});

for (const rotate of [0, 90, 180, 270] as const) {
  test(`a page shown turned by ${rotate} degrees reads the same`, async () => {
    const pages = await read(handReport([['VOC content', 'g/L', '<=80', '12']], '', { rotate }));
    assert.deepEqual(texts(pages.pages[0]!.tables[0]!)[1], ['VOC content', 'g/L', '<=80', '12']);
    const box = pages.pages[0]!.tables[0]!.cells.find((c) => c.text === '12')!.box;
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= pages.pages[0]!.width && box.y + box.height <= pages.pages[0]!.height);
  });
}

test('what cannot be seen, overlaps or crosses a ruling is in doubt', async () => {
  const doubtsOf = async (also: string, text: string) => (await read(handReport([['VOC content', 'g/L', '<=80', '12']], also))).pages[0]!.tables[0]!.cells.find((c) => c.text.includes(text))?.doubts ?? ['no such cell'];
  assert.deepEqual(await doubtsOf('', '12'), []);
  assert.deepEqual(await doubtsOf(write(410, 660, '3', 10, '3 Tr'), '3'), ['hidden-text']);
  assert.deepEqual(await doubtsOf(write(410, 660, '3', 10, '1 1 1 rg'), '3'), ['hidden-text']);
  assert.deepEqual(await doubtsOf(write(387, 660, '9'), '9'), ['overprinted']);
  assert.deepEqual(await doubtsOf(write(378, 656, 'MMM', 8), 'M'), ['crosses-ruling']);
  assert.deepEqual(await doubtsOf(`q 0 0 10 10 re W n ${write(410, 660, '3')} Q`, '3'), ['hidden-text']);
  assert.deepEqual(await doubtsOf(`q 1 1 1 rg 382 655 40 14 re f Q ${write(410, 660, '3')}`, '3'), ['covered'], 'whitened out and written over');
});

test('a diagonal watermark is not in the cells', async () => {
  const pages = await read(handReport([['VOC content', 'g/L', '<=80', '12']], 'q BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 550 Tm (COPY 99 99 99 99) Tj ET Q'));
  assert.deepEqual(texts(pages.pages[0]!.tables[0]!)[1], ['VOC content', 'g/L', '<=80', '12']);
});

test('refuses what is no readable report, each with its reason', async () => {
  const whole = await typstReport({ tables: [{ widths: [1, 1, 1], head: [['检验项目', '标准要求', '检验结果']], body: [['吸水率', '≤0.5', '0.07']] }] });
  const code = async (bytes: Uint8Array, most?: number) => {
    const result = await readReport(bytes, most);
    return result.ok ? 'ok' : result.refusal.code;
  };
  assert.equal(await code(whole), 'ok');
  assert.equal(await code(new Uint8Array()), 'empty-file');
  assert.equal(await code(new TextEncoder().encode('检验报告')), 'not-a-pdf');
  assert.equal(await code(new TextEncoder().encode('PK\u0003\u0004')), 'not-a-pdf');
  for (const share of [0.02, 0.3, 0.5, 0.9, 0.99]) assert.equal(await code(whole.subarray(0, Math.floor(whole.length * share))), 'broken-pdf', `cut at ${share}`);
  assert.equal(await code(new TextEncoder().encode('%PDF-1.4\nnothing here\n%%EOF')), 'broken-pdf');
  assert.equal(await code(pdfByHand([{ content: write(50, 700, 'secret '.repeat(9)) }], { objects: [`<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`], trailer: '/Encrypt 4 0 R /ID [<00><00>]' })), 'encrypted-pdf');
  assert.equal(await code(pdfByHand(Array.from({ length: 4 }, () => ({ content: write(50, 700, 'page '.repeat(9)) }))), 3), 'too-many-pages');
  assert.equal(await code(pdfByHand([{ content: '0 0 500 500 re f' }])), 'no-text-layer');
  assert.equal(await code(pdfByHand([{ content: write(50, 700, 'text guessed by a machine under a scan', 10, '3 Tr') }])), 'no-text-layer');
});

test('draws a page as PNG at the asked scale', async () => {
  const bytes = handReport([['VOC content', 'g/L', '<=80', '12']]);
  const png = must(await renderPage(bytes, 1, 1));
  assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.deepEqual([new DataView(png.buffer, png.byteOffset).getUint32(16), new DataView(png.buffer, png.byteOffset).getUint32(20)], [595, 842]);
  const beyond = await renderPage(bytes, 2, 1);
  assert.equal(beyond.ok ? '' : beyond.refusal.code, 'no-such-page');
  const huge = await renderPage(bytes, 1, 50);
  assert.equal(huge.ok ? '' : huge.refusal.code, 'picture-too-large');
});

for (const name of ['seven-columns', 'english-landscape']) {
  test(`a file printed by Chromium: ${name}`, async () => {
    const pages = await read(new Uint8Array(readFileSync(new URL(`../test-kit/${name}.pdf`, import.meta.url))));
    const expected = JSON.parse(readFileSync(new URL(`../test-kit/${name}.json`, import.meta.url), 'utf8')) as string[][];
    assert.deepEqual(texts(pages.pages[0]!.tables.at(-1)!), expected);
  });
}
