import { apply, type Matrix } from './geometry.ts';

/** A straight line along an axis: horizontal at y = `at` from x = `from` to `to`, or vertical at x = `at`. */
export type Ruling = { readonly axis: 'h' | 'v'; readonly at: number; readonly from: number; readonly to: number };

/** A filled shape this thin (points) is a line, not an area. The boldest table borders in use are 3 pt. */
const THIN = 3.2;
/** Shorter strokes are ticks, dashes of letters, or arrowheads. */
const SHORT = 2;
/** Double rulings and neighbouring segments drawn a hair apart are one line. */
const SAME_LINE = 2.4;
/** A gap this small inside a line is the joint of two borders. */
const JOINT = 3;

const MOVE = 0, LINE = 1, CURVE = 2, QUADRATIC = 3;

/** The rulings a path draws, in page coordinates: each stroked segment along an axis, each thin filled shape as its centre line. Shapes with curves are letters and seals. */
export function rulingsOfPath(path: ArrayLike<number>, matrix: Matrix, drawn: { stroked: boolean; filled: boolean }): Ruling[] {
  const found: Ruling[] = [];
  let points: (readonly [number, number])[] = [];
  let closed = false;
  let curved = false;
  const finish = (): void => {
    if (points.length > 1) {
      const shape = drawn.filled && !curved ? thinShape(points) : undefined;
      if (shape) found.push(shape);
      else if (drawn.stroked && !curved) {
        const ring = closed ? [...points, points[0]!] : points;
        for (let i = 1; i < ring.length; i++) {
          const segment = segmentOf(ring[i - 1]!, ring[i]!);
          if (segment) found.push(segment);
        }
      }
    }
    points = [];
    closed = false;
    curved = false;
  };
  for (let i = 0; i < path.length; ) {
    const op = path[i++];
    const point = (skip: number): void => {
      i += skip;
      points.push(apply(matrix, path[i] ?? 0, path[i + 1] ?? 0));
      i += 2;
    };
    if (op === MOVE) {
      finish();
      point(0);
    } else if (op === LINE) point(0);
    else if (op === CURVE || op === QUADRATIC) {
      curved = true;
      point(op === CURVE ? 4 : 2);
    } else closed = true;
  }
  finish();
  return found;
}

function thinShape(points: readonly (readonly [number, number])[]): Ruling | undefined {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (height <= THIN && width > Math.max(height, SHORT)) return { axis: 'h', at: (top + bottom) / 2, from: left, to: right };
  if (width <= THIN && height > Math.max(width, SHORT)) return { axis: 'v', at: (left + right) / 2, from: top, to: bottom };
  return undefined;
}

function segmentOf(a: readonly [number, number], b: readonly [number, number]): Ruling | undefined {
  const [dx, dy] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
  if (dx > SHORT && dy <= dx * 0.01) return { axis: 'h', at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) };
  if (dy > SHORT && dx <= dy * 0.01) return { axis: 'v', at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) };
  return undefined;
}

/** A whole ruling shorter than this (points) bounds no cell a value fits in: it is a stroke of a letter or of a seal. */
const LEAST_RULING = 7;

/** Joins the pieces of one line, however the producer cut it: same place within 2.4 pt, touching within 3 pt. */
export function joinRulings(rulings: readonly Ruling[]): Ruling[] {
  return [...joinAxis(rulings.filter((r) => r.axis === 'h')), ...joinAxis(rulings.filter((r) => r.axis === 'v'))].filter((r) => r.to - r.from >= LEAST_RULING);
}

function joinAxis(rulings: readonly Ruling[]): Ruling[] {
  const joined: Ruling[] = [];
  for (const group of clusters(rulings, (r) => r.at, SAME_LINE)) {
    const length = group.reduce((sum, r) => sum + (r.to - r.from), 0);
    const at = group.reduce((sum, r) => sum + r.at * (r.to - r.from), 0) / length;
    let open: { from: number; to: number } | undefined;
    for (const r of [...group].sort((a, b) => a.from - b.from)) {
      if (open && r.from <= open.to + JOINT) open.to = Math.max(open.to, r.to);
      else {
        if (open) joined.push({ axis: r.axis, at, ...open });
        open = { from: r.from, to: r.to };
      }
    }
    if (open) joined.push({ axis: group[0]!.axis, at, ...open });
  }
  return joined;
}

/** Values that lie within `reach` of the first of their group, in order: a chain of near values cannot creep. */
export function clusters<T>(items: readonly T[], key: (item: T) => number, reach: number): T[][] {
  const groups: T[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((a, b) => key(a) - key(b))) {
    if (key(item) - start <= reach) groups.at(-1)!.push(item);
    else {
      groups.push([item]);
      start = key(item);
    }
  }
  return groups;
}
