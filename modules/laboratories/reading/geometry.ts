import type { Box } from '../domain/pages.ts';

/** A PDF matrix [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first and `outer` after it. */
export const compose = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const apply = (m: Matrix, x: number, y: number): readonly [number, number] => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];

/** The six numbers of whatever array-like the PDF reader hands over. */
export function matrixOf(value: unknown): Matrix {
  const list = value as ArrayLike<number>;
  return [list[0] ?? 1, list[1] ?? 0, list[2] ?? 0, list[3] ?? 1, list[4] ?? 0, list[5] ?? 0];
}

/** A region along the axes. */
export type Extent = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export const EVERYWHERE: Extent = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
export const holds = (e: Extent, x: number, y: number): boolean => x >= e.left && x <= e.right && y >= e.top && y <= e.bottom;

/** The region of a bounding box [x1 y1 x2 y2] under a matrix. */
export function extentOf(bounds: unknown, matrix: Matrix): Extent {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = Array.from(bounds as ArrayLike<number>);
  const corners = [apply(matrix, x1, y1), apply(matrix, x2, y1), apply(matrix, x1, y2), apply(matrix, x2, y2)];
  const [xs, ys] = [corners.map((c) => c[0]), corners.map((c) => c[1])];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** What a further clip leaves; a clip without extent leaves nothing it can name, so all is kept. */
export function narrowed(clip: Extent, bounds: unknown, matrix: Matrix): Extent {
  if (!bounds) return clip;
  const e = extentOf(bounds, matrix);
  return { left: Math.max(clip.left, e.left), top: Math.max(clip.top, e.top), right: Math.min(clip.right, e.right), bottom: Math.min(clip.bottom, e.bottom) };
}

/** Two hundredths of a point are nobody's business. */
const hundredth = (n: number): number => Math.round(n * 100) / 100;

export const boxOf = (left: number, top: number, right: number, bottom: number): Box => ({
  x: hundredth(left),
  y: hundredth(top),
  width: hundredth(right - left),
  height: hundredth(bottom - top),
});

/**
 * Whole quarter turns that bring a page printed sideways upright, and the way back for boxes.
 * `quarters` is the direction in which its text runs: 1 = top to bottom, 3 = bottom to top.
 */
export function turning(quarters: number, width: number, height: number) {
  const there = (x: number, y: number): readonly [number, number] =>
    quarters === 1 ? [y, width - x] : quarters === 2 ? [width - x, height - y] : quarters === 3 ? [height - y, x] : [x, y];
  const back = (x: number, y: number): readonly [number, number] =>
    quarters === 1 ? [width - y, x] : quarters === 2 ? [width - x, height - y] : quarters === 3 ? [y, height - x] : [x, y];
  const boxBack = (box: Box): Box => {
    const [x1, y1] = back(box.x, box.y);
    const [x2, y2] = back(box.x + box.width, box.y + box.height);
    return boxOf(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  };
  return { there, boxBack };
}
