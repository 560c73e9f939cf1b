import type { Content } from './content.ts';

/** What may at most come out of a container (APPNOTE.TXT 6.3 for the layout). */
const most = { entries: 10_000, unpackedBytes: 512 * 1024 * 1024, entryBytes: 256 * 1024 * 1024, directoryBytes: 8 * 1024 * 1024 };
const endBytes = 22;
const longestComment = 0xffff;

export type ContainerEntry = { readonly name: string; readonly start: number; readonly packed: number; readonly unpacked: number };
export type Directory = { readonly entries: readonly ContainerEntry[] };

/**
 * Where a ZIP reader would find the end of a directory: the last end mark whose comment reaches exactly
 * to the end of the file. Used both to read a container and to find one hidden in another kind of file.
 */
export async function endOfDirectory(content: Content): Promise<{ at: number; record: DataView } | undefined> {
  const from = Math.max(0, content.bytes - endBytes - longestComment);
  const tail = await content.read(from, content.bytes - from);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + endBytes + view.getUint16(at + 20, true) === tail.length) {
      return { at: from + at, record: new DataView(tail.buffer, tail.byteOffset + at, endBytes) };
    }
  }
  return undefined;
}

/**
 * The entries as the container's directory lists them, nothing unpacked. `cut-short` where the directory is
 * missing; `unsafe` where it lies: more than one disk, ZIP64, bytes that no entry owns before the first or
 * between directory and end, entries that overlap, escape their folder, are links or locked, or unpack to too much.
 */
export async function readDirectory(content: Content): Promise<Directory | 'cut-short' | 'unsafe'> {
  const end = await endOfDirectory(content);
  if (end === undefined) return 'cut-short';
  const count = end.record.getUint16(10, true);
  const size = end.record.getUint32(12, true);
  const start = end.record.getUint32(16, true);
  const oneDisk = end.record.getUint16(4, true) === 0 && end.record.getUint16(6, true) === 0 && end.record.getUint16(8, true) === count;
  if (!oneDisk || start + size !== end.at || size > most.directoryBytes || count > most.entries || count === 0) return 'unsafe';
  const entries = listed(await content.read(start, size), count);
  return entries !== undefined && (await inOrder(content, entries, start)) ? { entries } : 'unsafe';
}

function listed(bytes: Uint8Array, count: number): ContainerEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ContainerEntry[] = [];
  let at = 0;
  let unpacked = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameBytes = view.getUint16(at + 28, true);
    const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const isLink = (view.getUint32(at + 38, true) >>> 28) === 0xa;
    if (next > bytes.length || (flags & 0x2041) !== 0 || (method !== 0 && method !== 8) || isLink) return undefined;
    const entry = {
      name: new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    };
    unpacked += entry.unpacked;
    if (entry.unpacked > most.entryBytes || unpacked > most.unpackedBytes || escapes(entry.name)) return undefined;
    entries.push(entry);
    at = next;
  }
  if (at !== bytes.length || new Set(entries.map((e) => e.name.toLowerCase())).size !== entries.length) return undefined;
  return entries;
}

const escapes = (name: string): boolean => name === '' || /[\\\0:]|^\/|(^|\/)\.\.(\/|$)/.test(name);

/** The first entry stands at byte 0, and each begins after the one before has ended (no shared bytes: the overlap bomb). */
async function inOrder(content: Content, entries: readonly ContainerEntry[], end: number): Promise<boolean> {
  let free = 0;
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    if (free === 0 ? entry.start !== 0 : entry.start < free) return false;
    const head = await content.read(entry.start, 30);
    if (head.length < 30) return false;
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    if (view.getUint32(0, true) !== 0x04034b50) return false;
    free = entry.start + 30 + view.getUint16(26, true) + view.getUint16(28, true) + entry.packed;
  }
  return free <= end;
}
