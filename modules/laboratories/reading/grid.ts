import { clusters, type Ruling } from './rulings.ts';

/** A cell of a ruled table before its text: grid place, span, and the region it covers in points. */
export type GridCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly rectangular: boolean;
};

export type Grid = { readonly xs: readonly number[]; readonly ys: readonly number[]; readonly cells: readonly GridCell[] };

const TOUCH = 3.5;
const SAME_EDGE = 2.5;
/** An outer edge that only the horizontal rulings reach: tables without side borders. */
const OPEN_SIDE = 8;
/** A ruling is a wall between two cells when it covers this share of their common side. */
const WALL = 0.6;

/** The ruled tables of a page: rulings that touch one another belong together; a missing piece of a ruling merges two cells. */
export function gridsOf(rulings: readonly Ruling[]): Grid[] {
  return components(rulings).flatMap((component) => gridOf(component) ?? []);
}

function components(rulings: readonly Ruling[]): Ruling[][] {
  const parent = rulings.map((_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  const horizontal = rulings.flatMap((r, i) => (r.axis === 'h' ? [i] : []));
  const vertical = rulings.flatMap((r, i) => (r.axis === 'v' ? [i] : []));
  for (const h of horizontal) {
    for (const v of vertical) {
      const [a, b] = [rulings[h]!, rulings[v]!];
      if (b.at >= a.from - TOUCH && b.at <= a.to + TOUCH && a.at >= b.from - TOUCH && a.at <= b.to + TOUCH) parent[root(h)] = root(v);
    }
  }
  const groups = new Map<number, Ruling[]>();
  rulings.forEach((r, i) => void (groups.get(root(i))?.push(r) ?? groups.set(root(i), [r])));
  return [...groups.values()];
}

const centres = (values: readonly number[]): number[] => clusters(values, (v) => v, SAME_EDGE).map((g) => g.reduce((a, b) => a + b, 0) / g.length);

function gridOf(rulings: readonly Ruling[]): Grid | undefined {
  const hs = rulings.filter((r) => r.axis === 'h');
  const vs = rulings.filter((r) => r.axis === 'v');
  if (hs.length < 2 || vs.length < 1) return undefined;
  const xs = centres(vs.map((r) => r.at));
  const left = Math.min(...hs.map((r) => r.from));
  const right = Math.max(...hs.map((r) => r.to));
  if (xs[0]! - left > OPEN_SIDE) xs.unshift(left);
  if (right - xs.at(-1)! > OPEN_SIDE) xs.push(right);
  const ys = centres(hs.map((r) => r.at));
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > 40_000) return undefined;

  const wall = (lines: readonly Ruling[], at: number, from: number, to: number): boolean => {
    let covered = 0;
    for (const r of lines) if (Math.abs(r.at - at) <= SAME_EDGE) covered += Math.max(0, Math.min(to, r.to) - Math.max(from, r.from));
    return covered >= WALL * (to - from);
  };
  const parent = Array.from({ length: columns * rows }, (_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column;
      if (column + 1 < columns && !wall(vs, xs[column + 1]!, ys[row]!, ys[row + 1]!)) parent[root(here + 1)] = root(here);
      if (row + 1 < rows && !wall(hs, ys[row + 1]!, xs[column]!, xs[column + 1]!)) parent[root(here + columns)] = root(here);
    }
  }
  const members = new Map<number, number[]>();
  parent.forEach((_, i) => void (members.get(root(i))?.push(i) ?? members.set(root(i), [i])));
  const cells = [...members.values()].map((places): GridCell => {
    const rowsHeld = places.map((p) => Math.floor(p / columns));
    const columnsHeld = places.map((p) => p % columns);
    const [row, lastRow] = [Math.min(...rowsHeld), Math.max(...rowsHeld)];
    const [column, lastColumn] = [Math.min(...columnsHeld), Math.max(...columnsHeld)];
    const [rowSpan, columnSpan] = [lastRow - row + 1, lastColumn - column + 1];
    return { row, column, rowSpan, columnSpan, left: xs[column]!, top: ys[row]!, right: xs[lastColumn + 1]!, bottom: ys[lastRow + 1]!, rectangular: places.length === rowSpan * columnSpan };
  });
  return cells.length < 2 ? undefined : { xs, ys, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}
