import { type Result, ok, refuse } from '#kernel/result.ts';
import { type Content, holdsForeign, holdsMarkup, pieces } from './content.ts';
import { endOfDirectory, readDirectory } from './container.ts';
import { type Beginning, type FileKind, beginningBytes, isForbiddenInText, kindByBeginning } from './file-kind.ts';
import type { FileRefusal } from './store.ts';

type Examined<T = FileKind> = Result<T, FileRefusal>;

/**
 * What a whole file is, by its own bytes. It is not read further than its frame: whether a PDF makes sense
 * is found out in a confined process. Refuses a file without its format's end, and one that another reader
 * would take for another kind.
 */
export async function examine(content: Content): Promise<Examined> {
  const beginning: Beginning = kindByBeginning(await content.read(0, beginningBytes));
  switch (beginning) {
    case 'pdf': return examinePdf(content);
    case 'png': return examinePng(content);
    case 'jpeg': return examineJpeg(content);
    case 'zip': return examineContainer(content);
    case 'csv': case 'xml': return examineText(content, beginning);
    case undefined: return refuse('file-type-not-allowed');
  }
}

async function examinePdf(content: Content): Promise<Examined> {
  if (holdsMarkup(await content.read(0, beginningBytes))) return refuse('file-mixed-content');
  if ((await endOfDirectory(content)) !== undefined) return refuse('file-mixed-content');
  const from = Math.max(0, content.bytes - 4096);
  const tail = new TextDecoder('latin1').decode(await content.read(from, content.bytes - from));
  // %%EOF alone ends the character maps inside too; the file's own end mark stands behind the place of its table (ISO 32000-1, 7.5.5).
  const end = [...tail.matchAll(/startxref\s+\d+\s+%%EOF/g)].at(-1);
  if (end === undefined) return refuse('file-cut-short');
  // Writers pad with line ends, spaces or zeros after the end mark; anything else belongs to another file.
  return /^[\s\0]*$/.test(tail.slice(end.index + end[0].length)) ? ok('pdf') : refuse('file-mixed-content');
}

async function examinePng(content: Content): Promise<Examined> {
  for (let at = 8, chunks = 0; ; chunks++) {
    const head = await content.read(at, 8);
    if (head.length < 8) return refuse('file-cut-short');
    const length = new DataView(head.buffer, head.byteOffset, 8).getUint32(0);
    const type = new TextDecoder('latin1').decode(head.subarray(4));
    if (!/^[A-Za-z]{4}$/.test(type) || (chunks === 0) !== (type === 'IHDR') || chunks > 100_000) return refuse('file-type-not-allowed');
    const next = at + 12 + length;
    if (next > content.bytes) return refuse('file-cut-short');
    if (type === 'IHDR') {
      const size = await content.read(at + 8, 8);
      const sides = new DataView(size.buffer, size.byteOffset, size.byteLength);
      if (length !== 13 || sides.getUint32(0) * sides.getUint32(4) > MOST_PIXELS) return tooLarge();
    }
    if (/^[tzi][ETX]/.test(type) && (await holdsForeign(content, at + 8, next - 4))) return refuse('file-mixed-content');
    if (type === 'IEND') return next === content.bytes ? ok('png') : refuse('file-mixed-content');
    at = next;
  }
}

/** More than any camera sold has; a picture of that many takes up 800 MB when it is unpacked. */
const MOST_PIXELS = 200_000_000;
const tooLarge = () => refuse('file-picture-too-large', undefined, { megapixels: MOST_PIXELS / 1_000_000 });

/** Whether a JPEG segment is the head of a frame, which holds height and width (ITU-T T.81, table B.1). */
const isFrame = (type: number): boolean => type >= 0xc0 && type <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(type);

async function examineJpeg(content: Content): Promise<Examined> {
  let at = 2;
  for (;;) {
    const head = await content.read(at, 4);
    if (head.length < 4) return refuse('file-cut-short');
    const [mark, type, high, low] = head as unknown as [number, number, number, number];
    if (mark !== 0xff) return refuse('file-type-not-allowed');
    if (type === 0xff) { at += 1; continue; } // fill byte
    const next = at + 2 + high * 256 + low;
    if (next > content.bytes) return refuse('file-cut-short');
    // Notes (COM) and application segments may hold anything that the picture's reader skips.
    if ((type === 0xfe || (type & 0xf0) === 0xe0) && (await holdsForeign(content, at + 4, next))) return refuse('file-mixed-content');
    if (isFrame(type)) {
      const frame = await content.read(at + 4, 5);
      const sides = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
      if (frame.length === 5 && sides.getUint16(1) * sides.getUint16(3) > MOST_PIXELS) return tooLarge();
    }
    at = next;
    if (type === 0xda) break;
  }
  const end = await endOfScan(content, at);
  if (end === undefined) return refuse('file-cut-short');
  // Telephones append previews and notes of their own after the end; only another kind of file there is refused.
  return (await holdsForeign(content, end, content.bytes)) ? refuse('file-mixed-content') : ok('jpeg');
}

/** The place after the end mark (FF D9). In scan data FF is always followed by 00, a restart mark or another segment. */
async function endOfScan(content: Content, from: number): Promise<number | undefined> {
  let last = 0;
  for await (const { at, bytes } of pieces(content, from)) {
    for (let n = 0; n < bytes.length; n++) {
      if (last === 0xff && bytes[n] === 0xd9) return at + n + 1;
      last = bytes[n] ?? 0;
    }
  }
  return undefined;
}

async function examineContainer(content: Content): Promise<Examined> {
  const directory = await readDirectory(content);
  if (directory === 'cut-short') return refuse('file-cut-short');
  if (directory === 'unsafe') return refuse('file-unsafe-container');
  const names = new Set(directory.entries.map((entry) => entry.name));
  if (names.has('OFD.xml')) return ok('ofd');
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) return refuse('file-type-not-allowed');
  // A workbook with macros under the name of one without, or one that fetches cells from elsewhere when it is opened.
  return directory.entries.some((entry) => /vbaproject|\.bin$|activex|^xl\/externallinks\//i.test(entry.name) && !/printersettings/i.test(entry.name))
    ? refuse('file-unsafe-container')
    : ok('xlsx');
}

/** Text is UTF-8, or GB 18030 as Chinese office suites write a CSV; without control characters, so not UTF-16 or binary. */
async function examineText(content: Content, kind: 'csv' | 'xml'): Promise<Examined> {
  const decoders = new Map(['utf-8', 'gb18030'].map((name) => [name, new TextDecoder(name, { fatal: true })]));
  for await (const { at, bytes } of pieces(content)) {
    if (bytes.some(isForbiddenInText)) return refuse('file-type-not-allowed');
    const more = at + bytes.length < content.bytes;
    for (const [name, decoder] of decoders) {
      try {
        decoder.decode(bytes, { stream: more });
      } catch {
        decoders.delete(name);
      }
    }
    if (decoders.size === 0) return refuse('file-type-not-allowed');
  }
  return ok(kind);
}
