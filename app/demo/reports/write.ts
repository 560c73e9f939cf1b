import { readFileSync } from 'node:fs';
import { typeset } from '#platform/paper/typeset.ts';
import type { DemoReport, DemoReportRow } from './report.ts';
import { seal } from './seal.ts';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const templates = { commission: read('./commission.typ'), bilingual: read('./bilingual.typ') };

/** Lines of the table on one page; a longer table goes on under 续表. */
const LINES = { commission: 8, bilingual: 9 };

/** Writes an invented test report in the look of its laboratory; the same report gives the same bytes. */
export async function demoReport(report: DemoReport): Promise<Uint8Array> {
  const { laboratory } = report;
  const numbered = report.rows.map((row, at) => ({ no: at + 1, ...printed(row, laboratory.layout) }));
  return typeset({
    template: templates[laboratory.layout],
    title: `${report.number} ${report.product}（演示虚构）`,
    date: report.issued,
    pictures: { seal: seal(laboratory.nameZh, '检验检测专用章') },
    data: {
      laboratory: laboratory.nameZh,
      laboratoryEn: laboratory.nameEn,
      address: laboratory.address,
      postcode: laboratory.postcode,
      telephone: laboratory.telephone,
      cma: laboratory.cma,
      cnas: laboratory.cnas,
      ...laboratory.people,
      unitStyle: laboratory.unitStyle,
      number: report.number,
      product: report.product,
      model: report.model,
      brand: report.brand,
      client: report.client,
      clientAddress: report.clientAddress,
      maker: report.maker,
      category: '委托检验',
      sampleNumber: report.sampleNumber,
      sampleQuantity: report.sampleQuantity,
      sampleCondition: report.sampleCondition,
      received: report.received,
      tested: `${report.testedFrom} 至 ${report.testedTo}`,
      issued: report.issued,
      issuedLong: chineseDate(report.issued),
      basis: report.basis,
      conclusion: report.conclusion,
      count: report.rows.length,
      parts: inParts(numbered, LINES[laboratory.layout]),
    },
  });
}

const UNITLESS = new Set(['', '—', '——', '/', '1']);
const dash = { commission: '——', bilingual: '/' };
const verdicts = { commission: { 符合: '符合', 不符合: '不符合', '——': '——' }, bilingual: { 符合: 'P', 不符合: 'F', '——': '/' } };

/** The first laboratory prints 符合 and a long dash; the second P and F and a stroke, with a column for the unit. */
function printed(row: DemoReportRow, layout: 'commission' | 'bilingual'): Record<string, string | null> {
  const or = (text: string | null): string => (text === null || text === '' ? dash[layout] : text);
  return {
    item: row.item,
    // 防滑性（BPN） names its unit already; only a column would print it again.
    unit: UNITLESS.has(row.unit) || (layout === 'commission' && row.item.endsWith(`（${row.unit}）`)) ? null : row.unit,
    clause: or(row.clause),
    requirement: or(row.requirement),
    result: or(row.result),
    verdict: verdicts[layout][row.verdict],
    method: or(row.method),
    remark: or(row.remark),
  };
}

function inParts<T>(rows: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < rows.length; from += size) parts.push(rows.slice(from, from + size));
  return parts;
}

const DIGITS = '〇一二三四五六七八九';
const chineseNumber = (n: number): string => (n < 10 ? DIGITS.charAt(n) : `${n < 20 ? '' : DIGITS.charAt(Math.trunc(n / 10))}十${n % 10 === 0 ? '' : DIGITS.charAt(n % 10)}`);

/** `2026-11-22` as covers print it: 二〇二六年十一月二十二日. */
export function chineseDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${[...year].map((digit) => DIGITS.charAt(Number(digit))).join('')}年${chineseNumber(Number(month))}月${chineseNumber(Number(date))}日`;
}
