import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfjsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Unreadable } from '../domain/pages.ts';

/* The reader runs in this very process, which is itself the confined one: no second worker, no fetch. */
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = pdfjsWorker;

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => join(home, name) + sep;

/**
 * Opens PDF bytes without network: fonts, character maps and decoders come from the package on disk;
 * scripts of the document are never run (pdfjs runs them only where a viewer asks), forms in XFA are not built.
 */
export async function openDocument(bytes: Uint8Array): Promise<Result<PDFDocumentProxy, Unreadable>> {
  if (bytes.length === 0) return refuse('empty-file');
  if (!startsAsPdf(bytes)) return refuse('not-a-pdf');
  if (!endsAsPdf(bytes)) return refuse('broken-pdf');
  try {
    const task = pdfjs.getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
      wasmUrl: folder('wasm'),
      iccUrl: folder('iccs'),
      useSystemFonts: false,
      disableFontFace: true,
      fontExtraProperties: true,
      enableXfa: false,
      stopAtErrors: true,
      maxImageSize: 40_000_000,
      verbosity: 0,
    });
    return ok(await task.promise);
  } catch (fault) {
    return refuse(faultOf(fault));
  }
}

/** What pdfjs throws, in our words. Anything it cannot read is a broken file, never our fault to hide. */
const faultOf = (fault: unknown): Unreadable => ((fault as { name?: string } | null)?.name === 'PasswordException' ? 'encrypted-pdf' : 'broken-pdf');

/** ISO 32000-1 annex H: readers accept the header within the first 1024 bytes. */
const startsAsPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');

/**
 * A file cut off in the middle would be mended by pdfjs and shown as a shorter report: it must be refused instead.
 * ISO 32000-1 annex H: the end mark stands within the last 1024 bytes; twice that is allowed for what mail adds.
 */
const endsAsPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).toString('latin1').includes('%%EOF');
