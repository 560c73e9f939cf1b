import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler, type CompileDocArgs, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { Json } from '#kernel/canonical.ts';
import type { LegalDay } from '#kernel/date.ts';
import { coverageOf, FAMILY, missingGlyphs, readFonts, SECOND_FAMILY } from './fonts.ts';

/**
 * A paper to be written: a template of ours and the data of others.
 * The template sees the data as the value `data`; a text of the data is shown as it stands and is never evaluated,
 * so `#`, `$`, `*`, brackets and quotes in a company's name are only letters.
 */
export type TypstDocument = {
  /** Typst markup, written by us. It may not import packages: the writer has no network. */
  readonly template: string;
  /** JSON values only, never markup. */
  readonly data: Json;
  readonly title: string;
  /** The date the file says it was made. An argument, so that the same paper is the same bytes. */
  readonly date: LegalDay;
  /** SVG drawings by name, shown by `#picture("name", width: …)`. */
  readonly pictures?: Readonly<Record<string, string>>;
};

/** Text of the data for which no font has a glyph. A character left out silently would change what a paper says. */
export class MissingGlyphs extends Error {
  readonly characters: readonly string[];
  constructor(characters: readonly string[]) {
    super(`no glyph for ${characters.map((sign) => `${JSON.stringify(sign)} U+${sign.codePointAt(0)?.toString(16).toUpperCase()}`).join(', ')}`);
    this.characters = characters;
  }
}

const prelude = `#let data = json(bytes(sys.inputs.data))
#let picture(name, ..size) = image(bytes(sys.inputs.at("picture-" + name)), format: "svg", ..size)
#set document(title: sys.inputs.title, date: auto)
#set text(font: ("${FAMILY}", "${SECOND_FAMILY}"), lang: "zh", region: "cn", fallback: false, cjk-latin-spacing: none)
`;

type Press = { readonly compiler: NodeCompiler; readonly covers: (codePoint: number) => boolean; printed: number };
let warm: Press | undefined;

/** Two fonts of 10 MB are read once; a compiler kept warm sets a page in a few milliseconds. */
function press(): Press {
  if (warm === undefined) {
    const fontBlobs = readFonts();
    const workspace = join(tmpdir(), 'qingcai-paper');
    mkdirSync(workspace, { recursive: true });
    warm = { compiler: NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] }), covers: coverageOf(fontBlobs[0] as Buffer), printed: 0 };
  }
  return warm;
}

/**
 * Writes a paper as PDF 1.7 with its text layer. The same document gives the same bytes.
 * @throws MissingGlyphs where a character has no glyph; Error with the compiler's words where the template is wrong.
 */
export async function typeset(source: TypstDocument): Promise<Uint8Array> {
  const { compiler } = ready();
  const compiled = compiler.compile(argumentsOf(source));
  const fault: NodeError | null = compiled.takeError();
  const document = compiled.result;
  if (fault !== null || document === null) throw new Error(`the template does not compile: ${JSON.stringify(fault?.shortDiagnostics)}`);
  return new Uint8Array(compiler.pdf(document, { creationTimestamp: Date.parse(`${source.date}T00:00:00Z`) / 1000 }));
}

/** Draws a page as SVG whose letters are outlines: a stamp that can be seen and leaves no text among the text of a report. */
export function draw(source: Omit<TypstDocument, 'date'>): string {
  const { compiler } = ready();
  return compiler.plainSvg(argumentsOf(source));
}

function ready(): Press {
  const used = press();
  used.printed += 1;
  // Memoised results older than the last ten papers are let go, so that a long import stays small.
  if (used.printed % 25 === 0) used.compiler.evictCache(10);
  return used;
}

function argumentsOf(source: Omit<TypstDocument, 'date'>): CompileDocArgs {
  if (/["']?@[a-z]+\//.test(source.template)) throw new Error('a template may not import packages: the writer has no network');
  const data = JSON.stringify(source.data);
  const missing = missingGlyphs(textsOf(source.data).join('') + source.title, press().covers);
  if (missing.length > 0) throw new MissingGlyphs(missing);
  const pictures = Object.entries(source.pictures ?? {}).map(([name, svg]) => [`picture-${name}`, svg]);
  return { mainFileContent: prelude + source.template, inputs: { data, title: source.title, ...Object.fromEntries(pictures) } };
}

function textsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((part: Json) => textsOf(part));
}
