import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';

/*
 * What the confined pool `documents.drawing` runs: a stranger's file in, the picture of a page out, so that a person can look
 * at it beside the record without the file itself ever being opened by their browser. The drawing library is a native addon.
 */

export type Undrawable = 'encrypted-pdf' | 'broken-file' | 'no-such-page';

/** A picture larger than this in pixels is not taken apart: 40 million are 160 MB of memory. */
const MOST_PIXELS = 40_000_000;

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => join(home, name) + sep;

/** How many pages a PDF has. */
export async function pageCount(bytes: Uint8Array): Promise<Result<number, Undrawable>> {
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const pages = opened.value.numPages;
  await opened.value.loadingTask.destroy();
  return ok(pages);
}

/** One page of a PDF (counted from 1) as a PNG of the given width in pixels. */
export async function drawPage(bytes: Uint8Array, args: Json): Promise<Result<Uint8Array, Undrawable>> {
  const { page, width } = args as { page: number; width: number };
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const document = opened.value;
  try {
    if (page > document.numPages) return refuse('no-such-page');
    const pdfPage = await document.getPage(page);
    const natural = pdfPage.getViewport({ scale: 1 });
    const scale = Math.min(width / natural.width, Math.sqrt(MOST_PIXELS / (natural.width * natural.height)));
    const viewport = pdfPage.getViewport({ scale });
    const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)));
    await pdfPage.render({ canvas: canvas as never, viewport, background: '#ffffff' }).promise;
    return ok(new Uint8Array(await canvas.encode('png')));
  } catch {
    return refuse('broken-file');
  } finally {
    await document.loadingTask.destroy();
  }
}

/** A picture drawn anew, no wider than asked: what was hidden behind its pixels stays behind. */
export async function drawPicture(bytes: Uint8Array, args: Json): Promise<Result<Uint8Array, Undrawable>> {
  const { width } = args as { width: number };
  try {
    const picture = await loadImage(Buffer.from(bytes));
    if (picture.width * picture.height > MOST_PIXELS || picture.width < 1 || picture.height < 1) return refuse('broken-file');
    const scale = Math.min(1, width / picture.width);
    const canvas = createCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    return ok(new Uint8Array(await canvas.encode('png')));
  } catch {
    return refuse('broken-file');
  }
}

/** Opens PDF bytes without network and without running anything of theirs; fonts and character maps come from the package. */
async function openPdf(bytes: Uint8Array): Promise<Result<PDFDocumentProxy, Undrawable>> {
  try {
    const task = pdfjs.getDocument({
      data: new Uint8Array(bytes), cMapUrl: folder('cmaps'), cMapPacked: true, standardFontDataUrl: folder('standard_fonts'), wasmUrl: folder('wasm'), iccUrl: folder('iccs'),
      useSystemFonts: false, disableFontFace: true, enableXfa: false, stopAtErrors: true, maxImageSize: MOST_PIXELS, verbosity: 0,
    });
    return ok(await task.promise);
  } catch (fault) {
    return refuse((fault as { name?: string } | null)?.name === 'PasswordException' ? 'encrypted-pdf' : 'broken-file');
  }
}
