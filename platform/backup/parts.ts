import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';

const LINE_END = 0x0a;

export type Written = { readonly bytes: number; readonly sha256: string };

/** Writes a part of a backup to the disk, readable by its owner alone, hashing on the way; answers once the disk has it. */
export async function writePart(file: string, source: AsyncIterable<Uint8Array>): Promise<Written & { readonly lines: number }> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    let lines = 0;
    for await (const piece of source) {
      hash.update(piece);
      for (let at = piece.indexOf(LINE_END); at !== -1; at = piece.indexOf(LINE_END, at + 1)) lines += 1;
      await handle.appendFile(piece);
      bytes += piece.length;
    }
    await handle.sync();
    return { bytes, lines, sha256: hash.digest('hex') };
  } finally {
    await handle.close();
  }
}

/** Reads a part and throws at its end where it is not the one that the manifest names. */
export async function* readPart(file: string, expected: Written): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
    yield piece as Buffer;
  }
  if (bytes !== expected.bytes || hash.digest('hex') !== expected.sha256) throw new Error(`${file} is not what the manifest says: the backup was altered or is damaged`);
}

/** Makes a folder's entries last. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
