import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The one family of every paper. Its full TTF holds ≤ ³ × ± ℃ and rare Han; the web subsets of the same family do not. */
export const FAMILY = 'Noto Sans SC';

/** Stands in for the few signs the family lacks: raised plus and minus (10⁻²) and lowered figures (CO₂). Built into the compiler. */
export const SECOND_FAMILY = 'Libertinus Serif';
const IN_SECOND_FAMILY = new Set([...'⁻⁺₀₁₂₃₄₅₆₇₈₉'].map((sign) => sign.codePointAt(0)));

const files = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

export function readFonts(): Buffer[] {
  const root = fileURLToPath(new URL('.', import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json')));
  return files.map((file) => readFileSync(root + file));
}

/** The characters of a text for which no font has a glyph. The compiler would leave them out without a word, so the writer asks first. */
export function missingGlyphs(text: string, covers: (codePoint: number) => boolean): string[] {
  const missing = new Set<string>();
  for (const sign of text) {
    const codePoint = sign.codePointAt(0) ?? 0;
    if (sign !== '\n' && !covers(codePoint) && !IN_SECOND_FAMILY.has(codePoint)) missing.add(sign);
  }
  return [...missing];
}

/** Which code points a TrueType font maps to a glyph: its `cmap` table, formats 4 and 12 (ISO/IEC 14496-22, 5.2.1). */
export function coverageOf(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableOf(font, 'cmap');
  const covered = new Set<number>();
  for (let n = 0; n < font.readUInt16BE(cmap + 2); n += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + n * 8 + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) addFormat4(font, subtable, covered);
    if (format === 12) addFormat12(font, subtable, covered);
  }
  return (codePoint) => covered.has(codePoint);
}

function tableOf(font: Buffer, tag: string): number {
  for (let n = 0; n < font.readUInt16BE(4); n += 1) {
    const entry = 12 + n * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function addFormat4(font: Buffer, at: number, covered: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6);
  const ends = at + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  for (let n = 0; n < doubled; n += 2) {
    const start = font.readUInt16BE(starts + n);
    const end = font.readUInt16BE(ends + n);
    const delta = font.readUInt16BE(deltas + n);
    const offset = font.readUInt16BE(offsets + n);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const stored = offset === 0 ? code : font.readUInt16BE(offsets + n + offset + (code - start) * 2);
      if (stored !== 0 && ((stored + delta) & 0xffff) !== 0) covered.add(code);
    }
  }
}

function addFormat12(font: Buffer, at: number, covered: Set<number>): void {
  for (let n = 0; n < font.readUInt32BE(at + 12); n += 1) {
    const group = at + 16 + n * 12;
    for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code += 1) covered.add(code);
  }
}
