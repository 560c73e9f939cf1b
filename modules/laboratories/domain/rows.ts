import { headsOf, type Column, type Head, type Role } from './heads.ts';
import type { Cell, Page, ReportPages, Table } from './pages.ts';
import { halfWidth, saysNothing, tight } from './plain.ts';
import type { RowDoubt, TestRow } from './report.ts';

type Draft = Omit<TestRow, 'index'>;
type Carry = { columns: readonly Column[]; edges: readonly number[]; last: Draft | undefined };

/** Column edges of a continuation page may shift this much (points) between pages of one table. */
const SAME_EDGES = 6;

/** The results of all tables in reading order. A table without a head goes on from the page before where its columns are the same. */
export function rowsOf(report: ReportPages): TestRow[] {
  const rows: Draft[] = [];
  let carry: Carry | undefined;
  for (const page of report.pages) {
    page.tables.forEach((table, at) => {
      const heads = headsOf(table);
      const continued: Carry | undefined = heads.length === 0 && at === 0 && carry && sameEdges(carry.edges, table.edges) ? carry : undefined;
      if (heads.length === 0 && !continued) return;
      const found = rowsOfTable(page, table, heads, continued, carry?.last);
      rows.push(...found.rows);
      carry = { columns: found.columns, edges: table.edges, last: found.rows.at(-1) ?? carry?.last };
    });
  }
  return rows.map((row, index) => ({ ...row, index }));
}

/** Wordings that fill a whole row and are no group of items. */
const CLOSING = /^(?:以下空白|本页以下空白|下空|end(?:ofreport)?|\*+|注\d*[::]|备注|说明[::]|检[验测]结论|结论[::]|检[验测]依据|note[s:]|conclusion|remarks?[::])/i;

function rowsOfTable(page: Page, table: Table, heads: readonly Head[], continued: Carry | undefined, before: Draft | undefined): { rows: Draft[]; columns: readonly Column[] } {
  const rows: Draft[] = [];
  let columns = continued?.columns ?? heads[0]!.columns;
  let section: string[] = [];
  let row = continued ? 0 : heads[0]!.row;
  const grid = new Map<string, Cell>();
  for (const cell of table.cells) for (let r = cell.row; r < cell.row + cell.rowSpan; r++) for (let c = cell.column; c < cell.column + cell.columnSpan; c++) grid.set(`${r} ${c}`, cell);
  const across = (r: number, from: number, to: number): Cell[] => [...new Set(Array.from({ length: to - from }, (_, i) => grid.get(`${r} ${from + i}`)).filter((c) => c !== undefined))];
  const done = new Set<string>();

  for (; row < table.rows; row++) {
    const head = heads.find((h) => h.row === row);
    if (head) {
      columns = head.columns;
      row += head.height - 1;
      continue;
    }
    const cells = across(row, 0, table.columns);
    const filled = cells.filter((c) => tight(c.text) !== '');
    const wide = filled[0];
    if (wide && filled.length === 1 && wide.columnSpan >= table.columns - 1 && wide.row === row) {
      if (/续/.test(wide.text) && tight(wide.text).length < 10) continue;
      section = CLOSING.test(tight(wide.text)) || wide.text.length > 40 ? [] : [wide.text.trim()];
      if (/^(?:以下空白|本页以下空白)/.test(tight(wide.text))) break;
      continue;
    }
    const label = filled[0];
    if (label && /^(?:以下空白|检[验测]结论|检[验测]依据|备注|说明|审核|批准|主检|签发日期|样品名称)[::]?$/.test(tight(label.text)) && label.column === 0) continue;
    const at = (role: Role): Cell[] => columns.filter((c) => c.role === role).flatMap((c) => across(row, c.from, c.to));
    for (const column of columns.filter((c) => c.role === 'result')) {
      for (const cell of across(row, column.from, column.to)) {
        const items = at('item');
        const key = `${cell.row} ${cell.column} ${items.map((i) => `${i.row},${i.column}`).join(';')}`;
        if (done.has(key)) continue;
        done.add(key);
        const draft = draftOf({ page, row, column, cell, items, at, section, before: rows.at(-1) ?? before, fresh: row === cell.row });
        if (draft) rows.push(draft);
      }
    }
  }
  return { rows: joinedSpecimens(rows), columns };
}

type Found = { page: Page; row: number; column: Column; cell: Cell; items: readonly Cell[]; at: (role: Role) => readonly Cell[]; section: readonly string[]; before: Draft | undefined; fresh: boolean };

function draftOf(found: Found): Draft | undefined {
  const { page, column, cell, at } = found;
  const textOf = (role: Role): string | null => {
    const texts = at(role).map((c) => c.text.trim()).filter((t) => t !== '');
    return texts.length === 0 ? null : [...new Set(texts)].join(' ');
  };
  const names = found.items.map((c) => c.text.trim().replace(/[((]续[))]?\d*|^续\d*[::]?/g, '').trim());
  const own = names.filter((n) => n !== '' && !/^(?:同上|〃|″|ditto)$/i.test(n));
  const blankResult = tight(cell.text) === '';
  if (own.length === 0 && blankResult) return undefined;
  const doubts = new Set<TestRow['doubts'][number]>([...cell.doubts, ...found.items.flatMap((c) => c.doubts)]);
  let path = own;
  if (own.length === 0) {
    if (!found.before) return undefined;
    path = [...found.before.parents, found.before.item];
    doubts.add('item-inherited' satisfies RowDoubt);
  } else if (names.length > own.length && names[0] === '' && found.before && found.items[0]!.row === 0) path = [...found.before.parents.slice(-1), ...own];
  if (cell.column < column.from || cell.column + cell.columnSpan > column.to) doubts.add('merged-columns' satisfies RowDoubt);
  if (!found.fresh) doubts.add('shared-result' satisfies RowDoubt);
  const innermost = found.items.at(-1);
  if (innermost && cell.rowSpan > innermost.rowSpan + (innermost.row - cell.row)) doubts.add('shared-result' satisfies RowDoubt);
  const part = column.part;
  const item = [path.at(-1)!, ...(part !== '' && !specimenPart(part) ? [part] : [])].join(' ');
  return {
    place: { page: page.number, box: cell.box },
    number: textOf('number'),
    parents: [...found.section, ...path.slice(0, -1)],
    item,
    unit: unitCell(textOf('unit')),
    headUnit: column.bracket,
    requirement: textOf('requirement') ?? '',
    result: cell.text.trim(),
    verdict: textOf('verdict'),
    clause: textOf('clause'),
    method: textOf('method'),
    remark: textOf('remark'),
    doubts: [...doubts],
  };
}

const unitCell = (text: string | null): string | null => (text === null || saysNothing(text) ? null : text);
const specimenPart = (part: string): boolean => /^(?:试[样件]|样品|样|no\.?|#)?\s*[#(]?\d{1,2}[)#]?$/i.test(halfWidth(part));

/** Results that stand side by side under 1, 2, 3 are the specimens of one item. */
function joinedSpecimens(rows: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    const sameItem = last && last.item === row.item && last.parents.join() === row.parents.join() && last.requirement === row.requirement;
    if (last && sameItem && last.place.page === row.place.page && last.place.box.y === row.place.box.y && last.place.box.height === row.place.box.height && row.place.box.x > last.place.box.x) {
      const box = { ...last.place.box, width: row.place.box.x + row.place.box.width - last.place.box.x };
      joined[joined.length - 1] = { ...last, place: { ...last.place, box: { ...box, width: Math.round(box.width * 100) / 100 } }, result: row.result === '' ? last.result : `${last.result}; ${row.result}`, doubts: [...new Set([...last.doubts, ...row.doubts])] };
    } else joined.push(row);
  }
  return joined;
}

const sameEdges = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((edge, i) => Math.abs(edge - b[i]!) <= SAME_EDGES);
