import type { CellDoubt } from '../domain/pages.ts';
import type { Glyph } from './marks.ts';

/** A printed line: its characters in order, with where it stands. `top` and `bottom` are of the font, not the ink. */
export type TextLine = { readonly text: string; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly doubts: readonly CellDoubt[] };

/** A white gap this wide (of the font's height) between two characters is a printed space. */
const SPACE = 0.22;
/** Chinese characters are set apart for looks (样 品 名 称); only a wider gap separates words. */
const HAN_SPACE = 0.6;
/** A character of less than this share of its line's height, standing off the baseline, is raised or lowered. */
const SMALL = 0.86;
const RAISED = 0.14;

const HAN = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** Skia writes 色 as ⾊ U+2F8A; only the radicals are folded, because folding more would flatten ³ and （）. */
const RADICALS = /[\u2e80-\u2fdf]/g;
/** Chinese punctuation is set close together: its boxes overlap without its ink. */
const PUNCTUATION = /[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65·“”‘’…—]/;
/** Their ink fills the right half of a full-width box; set close, the box begins before the character in front of it ends: t（. */
const OPENING = /^[\uff08\u3008\u300a\u300c\u300e\u3010\u3014\uff3b\uff5b“‘]$/;
const UNKNOWN = /[\p{Co}\p{Cc}\ufffd]/u;

const SUPERSCRIPT: Readonly<Record<string, string>> = { '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '-': '⁻', '−': '⁻', '–': '⁻', '+': '⁺' };

type Row = { baseline: number; height: number; glyphs: Glyph[] };

/**
 * Characters → lines, top to bottom. `apart` is the gap, in font heights, at which one line is cut in two pieces
 * (used outside tables, where several fields stand beside one another).
 */
export function linesOf(glyphs: readonly Glyph[], apart = Number.POSITIVE_INFINITY): TextLine[] {
  const rows = rowsOf(withoutDoubles(glyphs.filter((g) => g.text !== '')));
  return rows.flatMap((row) => pieces(row, apart).map((piece) => written(piece, row))).filter((line) => line.text !== '');
}

/** Bold is often made by drawing a character twice, a hair apart: that is one character. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  const seen = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const key = `${glyph.text} ${Math.round(glyph.y)}`;
    const near = [key, `${glyph.text} ${Math.round(glyph.y) - 1}`, `${glyph.text} ${Math.round(glyph.y) + 1}`].flatMap((k) => seen.get(k) ?? []);
    if (near.some((other) => Math.abs(other.x - glyph.x) < 0.12 * glyph.height && Math.abs(other.y - glyph.y) < 0.12 * glyph.height)) continue;
    kept.push(glyph);
    (seen.get(key) ?? seen.set(key, []).get(key)!).push(glyph);
  }
  return kept;
}

function rowsOf(glyphs: readonly Glyph[]): Row[] {
  const rows: Row[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && Math.abs(glyph.y - row.baseline) <= 0.12 * Math.max(glyph.height, row.height)) {
      row.glyphs.push(glyph);
      if (glyph.height > row.height) [row.height, row.baseline] = [glyph.height, glyph.y];
    } else rows.push({ baseline: glyph.y, height: glyph.height, glyphs: [glyph] });
  }
  for (const small of [...rows].sort((a, b) => a.height - b.height)) {
    const home = rows.filter((row) => row !== small && belongs(small, row)).sort((a, b) => Math.abs(a.baseline - small.baseline) - Math.abs(b.baseline - small.baseline))[0];
    if (!home) continue;
    home.glyphs.push(...small.glyphs);
    rows.splice(rows.indexOf(small), 1);
  }
  return rows.sort((a, b) => a.baseline - b.baseline);
}

/** A row of raised or lowered characters belongs to the line it stands in: near its baseline, in its gaps or at its end. */
function belongs(small: Row, line: Row): boolean {
  const lift = line.baseline - small.baseline;
  if (small.height > line.height * 1.02 || lift > 0.62 * line.height || lift < -0.4 * line.height) return false;
  if (small.height > line.height * SMALL && small.glyphs.length >= line.glyphs.length) return false;
  return small.glyphs.every((s) => s.text.trim() === '' || line.glyphs.every((g) => g.text.trim() === '' || s.x + s.width <= g.x + 0.3 * s.width || g.x + g.width <= s.x + 0.3 * s.width));
}

/** Where the ink of a character begins, as far as the order of characters needs it. */
const inkFrom = (g: Glyph): number => (OPENING.test(g.text) && g.width > 0.75 * g.height ? g.x + g.width / 2 : g.x);

function pieces(row: Row, apart: number): Glyph[][] {
  const sorted = [...row.glyphs].sort((a, b) => inkFrom(a) - inkFrom(b));
  const cut: Glyph[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of sorted) {
    const blank = glyph.text.trim() === '';
    if (blank && cut.length > 0 && glyph.x - end <= apart * row.height) cut.at(-1)!.push(glyph);
    else if (!blank) {
      if (cut.length > 0 && glyph.x - end <= apart * row.height) cut.at(-1)!.push(glyph);
      else cut.push([glyph]);
      end = Math.max(end, glyph.x + glyph.width);
    }
  }
  return cut;
}

function written(glyphs: readonly Glyph[], row: Row): TextLine {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  let pendingSpace = false;
  let raisedBefore = false;
  const doubts = new Set<CellDoubt>();
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      pendingSpace = true;
      continue;
    }
    const printed = folded(glyph.text);
    const gap = glyph.x - end;
    const han = HAN.test(printed) || HAN.test(text.at(-1) ?? '');
    if (text !== '' && (gap > (han ? HAN_SPACE : SPACE) * row.height || (pendingSpace && (!han || gap > 0)))) text += ' ';
    if (end - glyph.x > 0.5 * Math.min(glyph.width, row.height) && glyph.width > 0 && !PUNCTUATION.test(printed) && !PUNCTUATION.test(text.at(-1) ?? '')) doubts.add('overprinted');
    if (glyph.hidden) doubts.add('hidden-text');
    if (glyph.covered) doubts.add('covered');
    if (UNKNOWN.test(printed)) doubts.add('unknown-glyph');
    const lift = row.baseline - glyph.y;
    const raised = lift > RAISED * row.height && (glyph.height < SMALL * row.height || (lift > 0.25 * row.height && gap < SPACE * row.height && /^[\d+\-−–]$/.test(printed)));
    if (raised && text !== '') {
      const trimmed = text.trimEnd();
      if (raisedBefore) text = trimmed + (/\^[^ ]*$/.test(trimmed) ? printed : (SUPERSCRIPT[printed] ?? printed));
      else text = /[\d)）]$/.test(trimmed) ? `${trimmed}^${printed}` : trimmed + (SUPERSCRIPT[printed] ?? `^${printed}`);
    } else {
      if (raisedBefore && /\^[+\-−–]?\d*$/.test(text) && /^[\d.]/.test(printed)) text += ' ';
      text += printed;
    }
    raisedBefore = raised && text !== '';
    pendingSpace = false;
    end = Math.max(end, glyph.x + glyph.width);
  }
  const left = glyphs[0]!.x;
  return { text: text.trim(), left, right: end, top: row.baseline - 0.85 * row.height, bottom: row.baseline + 0.15 * row.height, doubts: [...doubts] };
}

const folded = (text: string): string => text.replace(RADICALS, (radical) => radical.normalize('NFKC')).replace(/[\u00a0\u2002-\u200a\u3000]/g, ' ').replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '');

/**
 * Wrapped lines of one cell as one text: nothing between Chinese characters or after a joining sign, else a space,
 * so that a number cut in two by the wrap never becomes another number unseen.
 */
export function joined(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (text === '') return line;
    const [before, after] = [text.at(-1)!, line[0]!];
    const tight = HAN.test(before) || HAN.test(after) || /[(·/*×^~～\-–]/.test(before) || /[)·/*×,;]/.test(after);
    return tight ? text + line : `${text} ${line}`;
  }, '');
}
