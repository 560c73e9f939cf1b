import { day } from '#kernel/date.ts';
import { baseEdition } from '#modules/standards/index.ts';
import type { Kind, Parameters } from '#modules/standards/rules.ts';
import { compareReport, type ComparisonRequest, type ReportComparison } from '../domain/compare-report.ts';
import type { Cell, Line, Page, ReportPages, Table } from '../domain/pages.ts';

/** A cell of the builder: its text, or with the rows and columns it covers. */
export type BuiltCell = string | { readonly text: string; readonly rows?: number; readonly columns?: number; readonly doubts?: Cell['doubts'] };

/** A table of cells as the reading gives them, 80 × 20 points each. */
export function aTable(rows: readonly (readonly BuiltCell[])[], top = 200): Table {
  const cells: Cell[] = [];
  const taken = new Set<string>();
  let columns = 0;
  rows.forEach((row, r) => {
    let c = 0;
    for (const built of row) {
      while (taken.has(`${r} ${c}`)) c++;
      const { text, rows: rowSpan = 1, columns: columnSpan = 1, doubts = [] } = typeof built === 'string' ? { text: built } : built;
      for (let i = 0; i < rowSpan; i++) for (let j = 0; j < columnSpan; j++) taken.add(`${r + i} ${c + j}`);
      cells.push({ row: r, column: c, rowSpan, columnSpan, text, lines: text === '' ? [] : [text], doubts, box: { x: 50 + 80 * c, y: top + 20 * r, width: 80 * columnSpan, height: 20 * rowSpan } });
      c += columnSpan;
    }
    columns = Math.max(columns, c);
  });
  return { box: { x: 50, y: top, width: 80 * columns, height: 20 * rows.length }, rows: rows.length, columns, edges: Array.from({ length: columns + 1 }, (_, i) => 50 + 80 * i), cells };
}

export const aPage = (number: number, tables: readonly Table[], lines: readonly string[] = []): Page => ({
  number, width: 595, height: 842, tables, lines: lines.map((text, i): Line => ({ text, box: { x: 50, y: 30 + 14 * i, width: 200, height: 12 }, doubts: [] })),
});

export const FIELDS: Readonly<Record<string, string>> = {
  报告编号: 'T-2026-001', 样品名称: '样品', 型号规格: 'N-100 20kg/桶', 委托单位: '试验厂', 来样日期: '2026-03-01', 检验日期: '2026-03-02~2026-03-20', 签发日期: '2026-03-25', CMA: '992100000001', 检验结论: '符合',
};

/** A sound report of one page: fields, then one table. A test changes one fact. */
export function aReport(rows: readonly (readonly BuiltCell[])[], fields: Readonly<Record<string, string | null>> = {}): ReportPages {
  const cover = Object.entries({ ...FIELDS, ...fields }).flatMap(([label, value]) => (value === null ? [] : [[label, value]]));
  return { pageCount: 1, pages: [aPage(1, [aTable(cover, 60), aTable(rows, 400)])] };
}

export const kindOf = (code: string): Kind => baseEdition().kinds.find((k) => k.code === code)!;

/** Compares on 2026-06-01, every limit confirmed, one year of validity. */
export function compared(pages: ReportPages, kind: string, parameters: Parameters = {}, changes: Partial<ComparisonRequest> = {}): ReportComparison {
  return compareReport({ pages, kind: kindOf(kind), edition: baseEdition(), parameters, on: day('2026-06-01'), confirmed: 'all', validity: { months: 12, source: 'test' }, model: null, ...changes });
}

/** `B13-01 PASS`, one line per indicator a row was found for. */
export const outcomes = (c: ReportComparison): Record<string, string> => Object.fromEntries(c.indicators.filter((i) => i.row !== null).map((i) => [i.judgement.code, i.judgement.outcome]));
export const doubtsOf = (c: ReportComparison, code: string): string[] => c.indicators.find((i) => i.judgement.code === code)!.reading?.doubts.slice() ?? [];
export const itemOf = (c: ReportComparison, code: string): string | null => {
  const row = c.indicators.find((i) => i.judgement.code === code)!.row;
  return row ? [...row.parents, row.item].join('/') : null;
};
