import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { type Result, ok, refuse } from '#kernel/result.ts';
import { beginningBytes, kindByBeginning } from './file-kind.ts';
import type { FileLimits, FileRefusal, Sha256 } from './store.ts';

type Received = Result<{ sha256: Sha256; bytes: number }, FileRefusal>;
type Arrival = { readonly piece: Uint8Array } | { readonly end: 'whole' | 'broken-off' };

/**
 * Writes what arrives to the file, hashing on the way, and stops the sender as soon as the answer is known:
 * too much, or a beginning that no allowed kind has. A sender that fails is a file cut short; a disk that fails is thrown.
 */
export async function receive(content: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>, file: FileHandle, limits: FileLimits): Promise<Received> {
  const source = (content as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const hash = createHash('sha256');
  let head = new Uint8Array(0);
  let bytes = 0;
  let whole = false;
  try {
    for (;;) {
      const arrival = await next(source);
      if ('end' in arrival) {
        whole = true;
        if (arrival.end === 'broken-off' || (limits.declaredBytes !== undefined && bytes !== limits.declaredBytes)) {
          return refuse('file-cut-short', undefined, { bytes, declaredBytes: limits.declaredBytes ?? null });
        }
        return bytes === 0 ? refuse('file-empty') : ok({ sha256: hash.digest('hex'), bytes });
      }
      const { piece } = arrival;
      bytes += piece.length;
      if (bytes > limits.maxBytes) return refuse('file-too-large', undefined, { maxBytes: limits.maxBytes });
      if (head.length < beginningBytes) {
        head = joined(head, piece.subarray(0, beginningBytes - head.length));
        if (head.length >= beginningBytes && kindByBeginning(head) === undefined) return refuse('file-type-not-allowed');
      }
      hash.update(piece);
      await writeAll(file, piece);
    }
  } finally {
    // Tells the sender to stop; it may itself have failed, which changes nothing any more.
    if (!whole) await source.return?.()?.catch(() => undefined);
  }
}

async function next(source: AsyncIterator<Uint8Array>): Promise<Arrival> {
  try {
    const { done, value } = await source.next();
    return done === true ? { end: 'whole' } : { piece: value };
  } catch {
    return { end: 'broken-off' };
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

async function writeAll(file: FileHandle, piece: Uint8Array): Promise<void> {
  let written = 0;
  while (written < piece.length) written += (await file.write(piece, written)).bytesWritten;
}
