import { deflateRawSync, crc32 } from 'node:zlib';

/** Small honest files of each kind, and the means to make dishonest ones. For tests only. */
const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

export const bytes = (...parts: (string | Uint8Array | readonly number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? ascii(part) : Uint8Array.from(part)))));

export const aPdf = (inside = 'report'): Uint8Array => bytes(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n(${inside})\nendobj\nstartxref\n9\n%%EOF\n`);

export function aPng(...more: Uint8Array[]): Uint8Array {
  return bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], pngChunk('IHDR', bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])), ...more, pngChunk('IDAT', bytes([1, 2, 3])), pngChunk('IEND', bytes()));
}

export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = bytes(type, data);
  return bytes(u32be(data.length), body, u32be(crc32(body)));
}

/** SOI, the given segments, a scan of a few bytes (with a stuffed FF), EOI. */
export function aJpeg(...segments: Uint8Array[]): Uint8Array {
  return bytes([0xff, 0xd8], jpegSegment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])), ...segments, jpegSegment(0xda, bytes([1, 1, 0, 0, 63, 0])), [0x12, 0xff, 0x00, 0x34], [0xff, 0xd9]);
}

export const jpegSegment = (mark: number, data: Uint8Array): Uint8Array => bytes([0xff, mark, (data.length + 2) >> 8, (data.length + 2) & 255], data);

export const workbookEntries: readonly ZipEntry[] = [
  { name: '[Content_Types].xml', text: '<Types/>' },
  { name: 'xl/workbook.xml', text: '<workbook/>' },
];

export const anXlsx = (...more: ZipEntry[]): Uint8Array => aZip([...workbookEntries, ...more]);

export type ZipEntry = { name: string; text: string; flags?: number; attributes?: number; claimsUnpacked?: number; startsAt?: number };

export function aZip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const { name, text, flags = 0, attributes = 0, claimsUnpacked = text.length, startsAt } of entries) {
    const packed = deflateRawSync(text);
    const common = bytes(u16(20), u16(flags), u16(8), u32(0), u32(crc32(text)), u32(packed.length), u32(claimsUnpacked), u16(name.length), u16(0));
    const local = bytes('PK\u0003\u0004', common, name, packed);
    central.push(bytes('PK\u0001\u0002', u16(20), common, u16(0), u16(0), u16(0), u32(attributes), u32(startsAt ?? at), name));
    locals.push(local);
    at += local.length;
  }
  const directory = bytes(...central);
  return bytes(...locals, directory, 'PK\u0005\u0006', u16(0), u16(0), u16(entries.length), u16(entries.length), u32(directory.length), u32(at), u16(0));
}

const u16 = (n: number): Uint8Array => bytes([n & 255, (n >> 8) & 255]);
const u32 = (n: number): Uint8Array => bytes([n & 255, (n >>> 8) & 255, (n >>> 16) & 255, n >>> 24]);
const u32be = (n: number): Uint8Array => u32(n).toReversed();

export async function* inPieces(all: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}
