import { day } from '#kernel/date.ts';
import { typeset } from '#platform/paper/typeset.ts';

/** A cell: its text (`^{-2}` is set raised), and how many rows and columns it covers. */
export type KitCell = string | { readonly text: string; readonly rows?: number; readonly columns?: number };

export type KitTable = {
  /** Column widths in parts of the page. */
  readonly widths: readonly number[];
  readonly head: readonly (readonly KitCell[])[];
  readonly body: readonly (readonly KitCell[])[];
  /** Repeat the head on each continuation page. */
  readonly repeat?: boolean;
  /** Leave the outer side rulings away. */
  readonly openSides?: boolean;
};

export type KitReport = {
  readonly lines?: readonly string[];
  readonly fields?: readonly (readonly [string, string])[];
  readonly tables: readonly KitTable[];
  readonly landscape?: boolean;
  /** Height of a body row in points. */
  readonly rowHeight?: number;
};

const template = `
#set page(paper: "a4", flipped: data.landscape, margin: 50pt)
#set text(size: 10pt)
#let piece(p) = if p.raised { super(typographic: false, p.text) } else { [#p.text] }
#let filled(c) = table.cell(rowspan: c.rows, colspan: c.columns)[#for p in c.pieces { piece(p) }]
#for line in data.lines [#line \\ ]
#if data.fields.len() > 0 [#table(columns: (90pt, 1fr), ..data.fields.flatten().map(t => [#t]))]
#for t in data.tables [
  #table(
    columns: t.widths.map(w => w * 1fr),
    rows: if t.rowHeight > 0 { t.rowHeight * 1pt } else { auto },
    align: center + horizon,
    stroke: if t.openSides { (x, y) => (left: if x > 0 { 0.5pt }, right: none, top: 0.5pt, bottom: 0.5pt) } else { 0.5pt },
    table.header(repeat: t.repeat, ..t.head.flatten().map(filled)),
    ..t.body.flatten().map(filled)
  )
]
`;

/** Sets a report with rulings and text layer. One of three producers in the tests: Typst, Chromium, and bytes written by hand. */
export function typstReport(report: KitReport): Promise<Uint8Array> {
  return typeset({
    template,
    title: 'test report',
    date: day('2026-03-25'),
    data: {
      landscape: report.landscape ?? false,
      lines: report.lines ?? [],
      fields: (report.fields ?? []).map(([label, value]) => [label, value]),
      tables: report.tables.map((t) => ({ widths: t.widths, repeat: t.repeat ?? false, openSides: t.openSides ?? false, rowHeight: report.rowHeight ?? 0, head: t.head.map((row) => row.map(cellOf)), body: t.body.map((row) => row.map(cellOf)) })),
    },
  });
}

function cellOf(cell: KitCell) {
  const { text, rows = 1, columns = 1 } = typeof cell === 'string' ? { text: cell } : cell;
  const pieces = text.split(/(\^\{[^}]*\})/).filter((p) => p !== '').map((p) => (p.startsWith('^{') ? { raised: true, text: p.slice(2, -1) } : { raised: false, text: p }));
  return { rows, columns, pieces };
}

/** The cover fields most reports carry, complete and in order; a test changes one. */
export const coverFields = (changes: Readonly<Record<string, string>> = {}): (readonly [string, string])[] =>
  Object.entries({ 报告编号: 'T-2026-001', 样品名称: '合成树脂乳液内墙涂料', 型号规格: 'N-100 20kg/桶', 商标: '试山', 委托单位: '试验涂料厂', 生产单位: '试验涂料厂', 检验类别: '委托检验', 来样日期: '2026-03-01', 检验日期: '2026-03-02~2026-03-20', 签发日期: '2026-03-25', 检验依据: 'GB/T 9756-2018、GB/T 23986-2009、GB/T 23993-2009、GB/T 23990-2009、GB/T 30647-2014、GB/T 23991-2009、GB/T 9266-2009', 检验结论: '所检项目符合标准要求', ...changes });
