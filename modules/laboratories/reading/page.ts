import type { Box, Cell, CellDoubt, Page, Table } from '../domain/pages.ts';
import { boxOf, turning } from './geometry.ts';
import { gridsOf, type Grid, type GridCell } from './grid.ts';
import { middleOf, type Glyph, type Marks } from './marks.ts';
import { joinRulings, type Ruling } from './rulings.ts';
import { joined, linesOf } from './text.ts';

/** Outside tables a gap of this many font heights separates two fields on one line. */
const FIELDS_APART = 1.4;
/** Narrower than this (points), or lower than a third of it, is a figure or a seal, not a table. */
const SMALLEST_TABLE = 40;
/** More joined rulings than any report's table has: a drawing, or an attack. */
const MOST_RULINGS = 3000;
const MOST_GLYPHS = 40_000;

/** True where a page holds more marks than any report: it is refused before time is spent on it. */
export const tooDense = (marks: Marks): boolean => marks.glyphs.length > MOST_GLYPHS || marks.rulings.length > MOST_RULINGS * 20;

/** Rebuilds one page from its marks: tables from the drawn rulings, each character in the cell it stands in, the rest as lines. */
export function pageOf(marks: Marks, number: number, width: number, height: number): Page | 'page-too-dense' {
  if (tooDense(marks)) return 'page-too-dense';
  const quarters = readingDirection(marks.glyphs);
  const { there, boxBack } = turning(quarters, width, height);
  const turned = marks.glyphs.map((g): Glyph => {
    const [x, y] = there(g.x, g.y);
    return { ...g, x, y, direction: ((g.direction - quarters + 4) % 4) as Glyph['direction'] };
  });
  const rulings = joinRulings(marks.rulings.map((r) => turnedRuling(r, there)));
  if (rulings.length > MOST_RULINGS) return 'page-too-dense';
  const grids = gridsOf(rulings).filter((grid) => grid.xs.at(-1)! - grid.xs[0]! >= SMALLEST_TABLE && grid.ys.at(-1)! - grid.ys[0]! >= SMALLEST_TABLE / 3);
  const homes = new Map<GridCell, Glyph[]>();
  const loose: Glyph[] = [];
  for (const glyph of turned) {
    const home = cellAt(grids, glyph);
    if (!home) {
      if (glyph.direction === 0) loose.push(glyph);
    } else if (homes.has(home)) homes.get(home)!.push(glyph);
    else homes.set(home, [glyph]);
  }
  return {
    number,
    width,
    height,
    tables: grids.map((grid) => tableOf(grid, homes, turned, boxBack)).sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x),
    lines: linesOf(loose, FIELDS_APART).map((l) => ({ text: l.text, box: boxBack(boxOf(l.left, l.top, l.right, l.bottom)), doubts: l.doubts })),
  };
}

function readingDirection(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const g of glyphs) if (g.text.trim() !== '') counts[g.direction] = (counts[g.direction] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}

function turnedRuling(r: Ruling, there: (x: number, y: number) => readonly [number, number]): Ruling {
  const [x1, y1] = r.axis === 'h' ? there(r.from, r.at) : there(r.at, r.from);
  const [x2, y2] = r.axis === 'h' ? there(r.to, r.at) : there(r.at, r.to);
  return Math.abs(x1 - x2) > Math.abs(y1 - y2)
    ? { axis: 'h', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }
    : { axis: 'v', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) };
}

/** The smallest cell around the middle of a character: tables may stand inside a page frame. */
function cellAt(grids: readonly Grid[], glyph: Glyph): GridCell | undefined {
  const [x, y] = middleOf(glyph);
  let best: GridCell | undefined;
  for (const grid of grids) {
    if (x < grid.xs[0]! || x > grid.xs.at(-1)! || y < grid.ys[0]! || y > grid.ys.at(-1)!) continue;
    for (const cell of grid.cells) {
      if (x < cell.left || x >= cell.right || y < cell.top || y >= cell.bottom) continue;
      if (!best || area(cell) < area(best)) best = cell;
    }
  }
  return best;
}

const area = (c: GridCell): number => (c.right - c.left) * (c.bottom - c.top);

function tableOf(grid: Grid, homes: ReadonlyMap<GridCell, readonly Glyph[]>, glyphs: readonly Glyph[], boxBack: (box: Box) => Box): Table {
  const crossing = glyphs.filter((g) => g.direction === 0 && g.text.trim() !== '' && grid.xs.some((x) => x > g.x + 0.2 * g.height && x < g.x + g.width - 0.2 * g.height));
  return {
    box: boxBack(boxOf(grid.xs[0]!, grid.ys[0]!, grid.xs.at(-1)!, grid.ys.at(-1)!)),
    rows: grid.ys.length - 1,
    columns: grid.xs.length - 1,
    edges: grid.xs.map((x) => Math.round(x * 10) / 10),
    cells: grid.cells.map((cell) => cellOf(cell, homes.get(cell) ?? [], crossing, boxBack)),
  };
}

function cellOf(cell: GridCell, glyphs: readonly Glyph[], crossing: readonly Glyph[], boxBack: (box: Box) => Box): Cell {
  const upright = glyphs.filter((g) => g.direction === 0);
  const sideways = glyphs.filter((g) => g.direction !== 0 && g.text.trim() !== '');
  const lines = linesOf(upright);
  const doubts = new Set<CellDoubt>(lines.flatMap((l) => l.doubts));
  const side = sidewaysText(sideways);
  if (!cell.rectangular) doubts.add('not-rectangular');
  if (sideways.length > 0) doubts.add('turned');
  if (crossing.some((g) => crosses(g, cell))) doubts.add('crosses-ruling');
  const texts = [...lines.map((l) => l.text), ...(side === '' ? [] : [side])];
  return {
    row: cell.row,
    column: cell.column,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    box: boxBack(boxOf(cell.left, cell.top, cell.right, cell.bottom)),
    text: joined(texts),
    lines: texts,
    doubts: [...doubts],
  };
}

const crosses = (g: Glyph, cell: GridCell): boolean => {
  const y = g.y - 0.35 * g.height;
  if (y < cell.top || y > cell.bottom) return false;
  const over = 0.2 * g.height;
  return (g.x < cell.left - over && g.x + g.width > cell.left + over) || (g.x < cell.right - over && g.x + g.width > cell.right + over);
};

/** Text that stands across its table, as labels beside merged rows do. */
function sidewaysText(glyphs: readonly Glyph[]): string {
  const down = glyphs.filter((g) => g.direction === 1).sort((a, b) => b.x - a.x || a.y - b.y);
  const up = glyphs.filter((g) => g.direction === 3).sort((a, b) => a.x - b.x || b.y - a.y);
  return [...down, ...up].map((g) => g.text).join('');
}
