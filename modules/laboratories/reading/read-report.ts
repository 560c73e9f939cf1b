import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Page, ReportPages, Unreadable } from '../domain/pages.ts';
import { openDocument } from './document.ts';
import { matrixOf } from './geometry.ts';
import { marksOf, type Font, type Operators } from './marks.ts';
import { pageOf } from './page.ts';

/** A test report of building materials has some ten pages; this many is another kind of document. */
export const MOST_PAGES = 80;
/** Fewer visible characters than this over the whole file: what is seen is a picture. */
const FEWEST_CHARACTERS = 20;

/**
 * PDF bytes → pages with rebuilt tables, each cell with its place. Coordinates in PDF points from the top left.
 * Refuses what is no text-layer PDF; a scan whose text was guessed by a machine (invisible text) counts as a scan.
 */
export async function readReport(bytes: Uint8Array, mostPages = MOST_PAGES): Promise<Result<ReportPages, Unreadable>> {
  const opened = await openDocument(bytes);
  if (!opened.ok) return opened;
  const document = opened.value;
  try {
    if (document.numPages > mostPages) return refuse('too-many-pages', undefined, { pages: document.numPages, most: mostPages });
    const pages: Page[] = [];
    let visible = 0;
    let hidden = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const drawn = await drawnPage(document, number);
      if (drawn === undefined) return refuse('broken-pdf', undefined, { page: number });
      const marks = marksOf(drawn.operators, matrixOf(drawn.viewport.transform), drawn.fontOf, drawn.shown);
      for (const glyph of marks.glyphs) {
        if (glyph.text.trim() === '') continue;
        if (glyph.hidden) hidden++;
        else visible++;
      }
      const page = pageOf(marks, number, drawn.viewport.width, drawn.viewport.height);
      if (page === 'page-too-dense') return refuse('page-too-dense', undefined, { page: number });
      pages.push(page);
    }
    if (visible < FEWEST_CHARACTERS || hidden > visible) return refuse('no-text-layer');
    return ok({ pageCount: document.numPages, pages });
  } finally {
    await document.loadingTask.destroy();
  }
}

/** What pdfjs says of a page; undefined where it cannot read it: its exceptions are the file's fault, ours are not caught. */
async function drawnPage(document: PDFDocumentProxy, number: number) {
  try {
    const page = await document.getPage(number);
    const operators = (await page.getOperatorList()) as unknown as Operators;
    const layers = await document.getOptionalContentConfig();
    const fontOf = (name: string): Font | undefined => {
      const source = name.startsWith('g_') ? page.commonObjs : page.objs;
      return source.has(name) ? (source.get(name) as Font) : undefined;
    };
    return { operators, fontOf, shown: (group: unknown): boolean => layers.isVisible(group), viewport: page.getViewport({ scale: 1 }) };
  } catch {
    return undefined;
  }
}
