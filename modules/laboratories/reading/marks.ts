import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, compose, EVERYWHERE, extentOf, holds, IDENTITY, matrixOf, narrowed, type Extent, type Matrix } from './geometry.ts';
import { rulingsOfPath, type Ruling } from './rulings.ts';

/** One drawn character: `x`,`y` is the start of its baseline, y downwards; `direction` in quarter turns clockwise. */
export type Glyph = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the font in points, not of the ink. */
  readonly height: number;
  readonly direction: 0 | 1 | 2 | 3;
  readonly hidden: boolean;
  readonly covered: boolean;
};

/** An opaque area or a picture, as page coordinates; `order` tells what it was drawn over. */
type Cover = Extent & { readonly order: number; readonly picture: boolean };

export type Marks = { readonly glyphs: readonly Glyph[]; readonly rulings: readonly Ruling[] };

/** The middle of a character's ink, roughly. */
export const middleOf = (g: Pick<Glyph, 'x' | 'y' | 'width' | 'height' | 'direction'>): readonly [number, number] => [
  g.direction === 0 ? g.x + g.width / 2 : g.direction === 2 ? g.x - g.width / 2 : g.x + (g.direction === 1 ? 1 : -1) * 0.35 * g.height,
  g.direction === 0 ? g.y - 0.35 * g.height : g.direction === 2 ? g.y + 0.35 * g.height : g.y + (g.direction === 1 ? 1 : -1) * (g.width / 2),
];

/** What pdfjs hands over of a font: enough to place its characters. */
export type Font = { readonly fontMatrix?: ArrayLike<number>; readonly vertical?: boolean };
type PdfGlyph = { readonly unicode?: string; readonly width?: number; readonly isSpace?: boolean; readonly vmetric?: readonly number[] };
export type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly (readonly unknown[] | null)[] };

type State = {
  matrix: Matrix;
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  fill: string;
  stroke: string;
  alpha: number;
  opaque: boolean;
  clip: Extent;
};

/** With more areas than this on a page nobody can say what is seen: all its text is in doubt. */
const MOST_COVERS = 4000;
const WHITE = /^#f[a-f0-9]f[a-f0-9]f[a-f0-9]$/i;
/** Diagonal watermarks and the text around a seal are decoration, not the report's words. */
const UPRIGHT_TOLERANCE = 0.035;

/**
 * Replays a page's drawing operators and keeps what a reader of tables needs: every character where it stands,
 * and every straight line, whether stroked or drawn as a thin filled rectangle.
 */
export function marksOf(operators: Operators, viewport: Matrix, fontOf: (name: string) => Font | undefined, shown: (group: unknown) => boolean): Marks {
  const glyphs: (Omit<Glyph, 'covered'> & { order: number })[] = [];
  const covers: Cover[] = [];
  let clipNext = false;
  let order = 0;
  const rulings: Ruling[] = [];
  let state: State = { matrix: viewport, font: undefined, size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0, fill: '#000000', stroke: '#000000', alpha: 1, opaque: true, clip: EVERYWHERE };
  const kept: State[] = [];
  const content: boolean[] = [];
  let text: Matrix = IDENTITY;
  let lineX = 0;
  let lineY = 0;
  let x = 0;
  let y = 0;

  const move = (dx: number, dy: number): void => {
    lineX += dx;
    lineY += dy;
    x = lineX;
    y = lineY;
  };
  const save = (): void => void kept.push({ ...state });
  const restore = (): void => void (state = kept.pop() ?? state);
  const into = (matrix: unknown): void => void (matrix && (state.matrix = compose(state.matrix, matrixOf(matrix))));

  /** Rulings cover nothing. */
  const cover = (e: Extent, picture: boolean): void => void (e.right - e.left > 3 && e.bottom - e.top > 3 && covers.push({ ...e, order, picture }));

  const show = (items: readonly (PdfGlyph | number | null)[]): void => {
    const fontMatrix = matrixOf(state.font?.fontMatrix ?? [0.001, 0, 0, 0.001, 0, 0]);
    const vertical = state.font?.vertical === true;
    for (const item of items) {
      if (item === null) continue;
      if (typeof item === 'number') {
        if (vertical) y -= (item / 1000) * state.size;
        else x -= (item / 1000) * state.size * state.scale;
        continue;
      }
      const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
      const advance = (item.width ?? 0) * fontMatrix[0] * state.size;
      const at = compose(state.matrix, text);
      if (vertical) {
        const [vw = -1000, vx = 500, vy = 880] = item.vmetric ?? [];
        keep(item, at, x - vx * 0.001 * state.size, y - vy * 0.001 * state.size, advance);
        y += vw * 0.001 * state.size - spacing;
      } else {
        keep(item, at, x, y + state.rise, advance * state.scale);
        x += (advance + spacing) * state.scale;
      }
    }
  };

  const keep = (item: PdfGlyph, at: Matrix, gx: number, gy: number, advance: number): void => {
    const printed = item.unicode ?? '';
    const [px, py] = apply(at, gx, gy);
    const [ex, ey] = apply(at, gx + advance, gy);
    const height = Math.abs(state.size) * Math.hypot(at[2], at[3]);
    const angle = Math.atan2(at[1] * Math.sign(state.size || 1), at[0] * Math.sign(state.size || 1)) / (Math.PI / 2);
    const quarter = Math.round(angle);
    if (Math.abs(angle - quarter) > UPRIGHT_TOLERANCE || height < 0.5) return;
    const [mx, my] = [(px + ex) / 2, (py + ey) / 2];
    const clipped = !holds(state.clip, mx, my);
    const hidden = clipped || state.mode === 3 || state.mode === 7 || state.alpha < 0.1 || (state.mode !== 1 && WHITE.test(state.fill));
    glyphs.push({ text: printed, x: px, y: py, width: Math.hypot(ex - px, ey - py), height, direction: (((quarter % 4) + 4) % 4) as 0 | 1 | 2 | 3, hidden, order });
  };

  operators.fnArray.forEach((op, index) => {
    order = index;
    const args = operators.argsArray[index] ?? [];
    const number = (at: number): number => Number(args[at] ?? 0);
    switch (op) {
      case OPS.save: return save();
      case OPS.restore: return restore();
      case OPS.transform: return into(args);
      case OPS.paintFormXObjectBegin: save(); return into(args[0]);
      case OPS.paintFormXObjectEnd: return restore();
      case OPS.beginGroup: save(); return into((args[0] as { matrix?: unknown } | undefined)?.matrix);
      case OPS.endGroup: return restore();
      case OPS.beginAnnotation: save(); into(args[2]); return into(args[3]);
      case OPS.endAnnotation: return restore();
      case OPS.beginMarkedContent: return void content.push(true);
      case OPS.beginMarkedContentProps: return void content.push(args[0] !== 'OC' || shown(args[1]));
      case OPS.endMarkedContent: return void content.pop();
      case OPS.setGState:
        for (const [key, value] of (args[0] ?? []) as readonly (readonly [string, unknown])[]) {
          if (key === 'ca') state.alpha = Number(value);
          if (key === 'BM') state.opaque = value === 'source-over' || value === 'normal';
          if (key === 'Font') [state.font, state.size] = [fontOf(String((value as unknown[])[0])), Number((value as unknown[])[1])];
        }
        return;
      case OPS.setFillRGBColor: return void (state.fill = String(args[0]));
      case OPS.setStrokeRGBColor: return void (state.stroke = String(args[0]));
      case OPS.setFillTransparent: return void (state.fill = '#ffffff');
      case OPS.beginText: text = IDENTITY; return void (lineX = lineY = x = y = 0);
      case OPS.setTextMatrix: text = matrixOf(args.length === 6 ? args : args[0]); return void (lineX = lineY = x = y = 0);
      case OPS.setCharSpacing: return void (state.charSpacing = number(0));
      case OPS.setWordSpacing: return void (state.wordSpacing = number(0));
      case OPS.setHScale: return void (state.scale = number(0) / 100);
      case OPS.setLeading: return void (state.leading = number(0));
      case OPS.setTextRise: return void (state.rise = number(0));
      case OPS.setTextRenderingMode: return void (state.mode = number(0));
      case OPS.setFont: [state.font, state.size] = [fontOf(String(args[0])), number(1)]; return;
      case OPS.moveText: return move(number(0), number(1));
      case OPS.setLeadingMoveText: state.leading = -number(1); return move(number(0), number(1));
      case OPS.nextLine: return move(0, -state.leading);
      case OPS.showText:
      case OPS.showSpacedText:
        if (content.every(Boolean)) show(args[0] as readonly (PdfGlyph | number | null)[]);
        return;
      case OPS.constructPath:
        if (clipNext) state.clip = narrowed(state.clip, args[2], state.matrix);
        clipNext = false;
        if (!content.every(Boolean)) return;
        rulings.push(...pathRulings(args, state));
        if (FILLED.has(Number(args[0])) && state.alpha > 0.9 && state.opaque && args[2]) cover(extentOf(args[2], state.matrix), false);
        return;
      case OPS.clip:
      case OPS.eoClip: return void (clipNext = true);
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        if (content.every(Boolean) && state.alpha > 0.1) cover(extentOf([0, 0, 1, 1], state.matrix), true);
        return;
    }
  });
  const uncertain = covers.length > MOST_COVERS;
  return { glyphs: glyphs.map(({ order: drawn, ...glyph }) => ({ ...glyph, covered: uncertain || isCovered(glyph, drawn, covers) })), rulings };
}

/**
 * Over the middle of a character, drawn after it: an area that is more than a ruling, or a picture. Pictures of nearly
 * page size are watermarks and backgrounds, transparent almost everywhere: they do not count.
 */
function isCovered(glyph: Omit<Glyph, 'covered'>, drawn: number, covers: readonly Cover[]): boolean {
  const [x, y] = middleOf(glyph);
  return covers.some((c) => c.order > drawn && holds(c, x, y) && c.bottom - c.top > 0.5 * glyph.height && c.right - c.left > 0.25 * glyph.height && !(c.picture && c.right - c.left > 350 && c.bottom - c.top > 350));
}

const STROKED: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
const FILLED: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);

function pathRulings(args: readonly unknown[], state: State): readonly Ruling[] {
  const path = (args[1] as readonly (ArrayLike<number> | null)[] | undefined)?.[0];
  if (!path || state.alpha < 0.1) return [];
  const stroked = STROKED.has(Number(args[0])) && !WHITE.test(state.stroke);
  const filled = FILLED.has(Number(args[0])) && !WHITE.test(state.fill);
  return stroked || filled ? rulingsOfPath(path, state.matrix, { stroked, filled }) : [];
}
