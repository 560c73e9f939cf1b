import { createCanvas } from '@napi-rs/canvas';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Unreadable } from '../domain/pages.ts';
import { openDocument } from './document.ts';

/** No picture larger than this in pixels, whatever scale is asked for: 40 million are 160 MB of memory. */
const MOST_PIXELS = 40_000_000;

/**
 * The picture of one page as PNG, `scale` pixels per PDF point (2 is crisp on a screen), so that a person may hold
 * the cell against the value read from it: a box of the reading times `scale` is its place in pixels. Pages count from 1.
 */
export async function renderPage(bytes: Uint8Array, page: number, scale: number): Promise<Result<Uint8Array, Unreadable | 'no-such-page' | 'picture-too-large'>> {
  const opened = await openDocument(bytes);
  if (!opened.ok) return opened;
  const document = opened.value;
  try {
    if (!Number.isInteger(page) || page < 1 || page > document.numPages) return refuse('no-such-page', 'page', { pages: document.numPages });
    const pdfPage = await document.getPage(page);
    const viewport = pdfPage.getViewport({ scale });
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    if (!(scale > 0) || width * height > MOST_PIXELS || width < 1 || height < 1) return refuse('picture-too-large', 'scale');
    const canvas = createCanvas(width, height);
    await pdfPage.render({ canvas: canvas as never, viewport, background: '#ffffff' }).promise;
    return ok(new Uint8Array(await canvas.encode('png')));
  } finally {
    await document.loadingTask.destroy();
  }
}
