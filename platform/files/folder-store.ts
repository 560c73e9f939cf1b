import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { ok, refuse } from '#kernel/result.ts';
import type { Content } from './content.ts';
import { examine } from './examine.ts';
import { type FileKind, kindByName, mayBeDeclared, usualKinds } from './file-kind.ts';
import { type FileLimits, type FileStore, type Sha256, isSha256 } from './store.ts';
import { newIncoming, sweepIncoming } from './incoming.ts';
import { receive } from './receive.ts';

export type FolderStore = FileStore & {
  /** What broken-off writers had left in `incoming/` and was removed at the start. */
  readonly swept: number;
  /** The address of every file that is there, in order. */
  all(): AsyncIterable<Sha256>;
  /** Takes a file from another store, unexamined: it was examined when that one took it in. Its length; 'altered' where its content is not of that hash. */
  bring(sha256: Sha256, content: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>): Promise<number | 'altered'>;
};

/**
 * A file store in a folder: `aa/bb/<hash>`, mode 0600, and `incoming/` for files on their way in.
 * A file takes its place by one rename after its bytes are on the disk, and is acknowledged after the folders are:
 * a crash or a power cut leaves the whole file or none, and at worst a file in `incoming/` that the next start sweeps.
 * No content is ever executed or interpreted here.
 */
export async function folderStore(folder: string): Promise<FolderStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const swept = await sweepIncoming(incoming);

  const pathOf = (sha256: Sha256): string => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  async function opened(sha256: Sha256): Promise<FileHandle | undefined> {
    if (!isSha256(sha256)) return undefined;
    try {
      return await open(pathOf(sha256), constants.O_RDONLY | constants.O_NOFOLLOW);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw fault;
    }
  }

  async function place(from: string, sha256: Sha256): Promise<void> {
    const to = pathOf(sha256);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    // The same content may already be there; replacing it by itself changes nothing, and heals it where the disk had altered it.
    await rename(from, to);
    // A folder lasts only when the one that names it is on the disk too; another put may have made it and not yet flushed it.
    for (const at of [dirname(to), dirname(dirname(to)), folder]) await sync(at);
  }

  const put: FileStore['put'] = async (content, limits) => {
    const named = namedKind(limits);
    if (!named.ok) return named;
    const part = newIncoming(incoming);
    const file = await open(part.path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      const received = await receive(content, file, limits);
      if (!received.ok) return received;
      const found = await examine(contentOfFile(file, received.value.bytes));
      if (!found.ok) return found;
      const agreed = agree(found.value, named.value, limits);
      if (!agreed.ok) return agreed;
      const judged = await limits.judge?.(found.value, contentOfFile(file, received.value.bytes));
      if (judged?.ok === false) return judged;
      await file.sync();
      await place(part.path, received.value.sha256);
      return ok({ ...received.value, kind: found.value });
    } finally {
      await file.close();
      await rm(part.path, { force: true });
      part.done();
    }
  };

  async function bring(sha256: Sha256, content: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>): Promise<number | 'altered'> {
    const part = newIncoming(incoming);
    const file = await open(part.path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const piece of content as AsyncIterable<Uint8Array>) {
        hash.update(piece);
        await file.appendFile(piece);
        bytes += piece.length;
      }
      if (hash.digest('hex') !== sha256) return 'altered';
      await file.sync();
      await place(part.path, sha256);
      return bytes;
    } finally {
      await file.close();
      await rm(part.path, { force: true });
      part.done();
    }
  }

  async function* all(): AsyncGenerator<Sha256> {
    const pair = /^[0-9a-f]{2}$/;
    for (const first of (await readdir(folder)).filter((name) => pair.test(name)).sort()) {
      for (const second of (await readdir(join(folder, first))).filter((name) => pair.test(name)).sort()) {
        yield* (await readdir(join(folder, first, second))).filter(isSha256).sort();
      }
    }
  }

  return {
    swept,
    put,
    bring,
    all,
    async open(sha256) {
      const file = await opened(sha256);
      return file && (Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>);
    },
    async read(sha256, maxBytes) {
      const file = await opened(sha256);
      if (file === undefined) return undefined;
      try {
        const { size } = await file.stat();
        if (size > maxBytes) throw new RangeError(`stored file ${sha256} has ${size} bytes, more than the ${maxBytes} asked for`);
        const bytes = new Uint8Array(await file.readFile());
        if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`stored file ${sha256} was altered`);
        return bytes;
      } finally {
        await file.close();
      }
    },
    async space() {
      const { blocks, bavail, bsize } = await statfs(folder);
      return { total: blocks * bsize, free: bavail * bsize };
    },
    async has(sha256) {
      const file = await opened(sha256);
      await file?.close();
      return file !== undefined;
    },
    async verify(sha256) {
      const file = await opened(sha256);
      if (file === undefined) return 'absent';
      const hash = createHash('sha256');
      for await (const piece of file.createReadStream()) hash.update(piece as Buffer);
      return hash.digest('hex') === sha256 ? 'intact' : 'altered';
    },
  };
}

/** The name is judged before a byte is taken: an upload that cannot end well need not begin. */
function namedKind(limits: FileLimits) {
  const named = kindByName(limits.name);
  if (named === undefined || !(limits.kinds ?? usualKinds).includes(named)) return refuse('file-type-not-allowed');
  if (limits.declaredBytes !== undefined && limits.declaredBytes > limits.maxBytes) return refuse('file-too-large', undefined, { maxBytes: limits.maxBytes });
  return ok(named);
}

function agree(found: FileKind, named: FileKind, limits: FileLimits) {
  if (!(limits.kinds ?? usualKinds).includes(found)) return refuse('file-type-not-allowed', undefined, { found });
  if (found !== named) return refuse('file-extension-mismatch', undefined, { found, named });
  if (!mayBeDeclared(found, limits.declaredType)) return refuse('file-declared-type-mismatch', undefined, { found });
  return ok(found);
}

const contentOfFile = (file: FileHandle, bytes: number): Content => ({
  bytes,
  async read(at, length) {
    const into = new Uint8Array(Math.max(0, Math.min(length, bytes - at)));
    let filled = 0;
    while (filled < into.length) {
      const { bytesRead } = await file.read(into, filled, into.length - filled, at + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return into.subarray(0, filled);
  },
});

async function sync(folder: string): Promise<void> {
  // Windows cannot open a folder to flush it; NTFS writes the rename to its journal.
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
