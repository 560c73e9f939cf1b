import type { Result } from '#kernel/result.ts';
import type { Content } from './content.ts';
import type { FileKind } from './file-kind.ts';

/** SHA-256 of the content, 64 lower-case hexadecimal digits. It is the file's only address. */
export type Sha256 = string;

export type StoredFile = { readonly sha256: Sha256; readonly bytes: number; readonly kind: FileKind };

export type FileLimits = {
  /** Bytes; one more is refused as soon as it arrives. */
  readonly maxBytes: number;
  /** The name as the sender gave it: its extension must agree with the content. */
  readonly name: string;
  /** The media type as the sender declared it, where he did. */
  readonly declaredType?: string | undefined;
  /** The length as the sender declared it (Content-Length); a file of another length was cut. */
  readonly declaredBytes?: number | undefined;
  /** Kinds let in here; the usual ones where absent. */
  readonly kinds?: readonly FileKind[] | undefined;
  /** Judges the whole content once its kind is known, before it is kept: what only a reader can find out. */
  readonly judge?: ((kind: FileKind, content: Content) => Promise<Result<void, FileRefusal>>) | undefined;
};

export type FileRefusal =
  | 'file-empty'
  | 'file-too-large'
  /** The sending broke off, or the length differs from the declared one, or the format's own end is missing. */
  | 'file-cut-short'
  | 'file-type-not-allowed'
  /** The content is of an allowed kind, but the name says another. */
  | 'file-extension-mismatch'
  /** The content is of an allowed kind, but the declared media type says another. */
  | 'file-declared-type-mismatch'
  /** Something of another kind is hidden in it: junk before or after, markup in a picture. */
  | 'file-mixed-content'
  /** A container that lies about its entries: escapes, links, overlaps, macros, passwords, or unpacks to too much. */
  | 'file-unsafe-container'
  /** A picture whose head promises more pixels than any camera has: it is small on the disk and fills a reader's memory. */
  | 'file-picture-too-large'
  /** A PDF that opens only with a password. */
  | 'file-encrypted';

/** Content-addressed: what is put can be read under its hash, is never altered, and is stored once. */
export type FileStore = {
  /** Takes a file in. Nothing of it remains where it is refused or where the sending fails. Faults of the disk are thrown. */
  put(content: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>, limits: FileLimits): Promise<Result<StoredFile, FileRefusal>>;
  /** The content as a stream, unchecked; undefined where absent. */
  open(sha256: Sha256): Promise<ReadableStream<Uint8Array> | undefined>;
  /** The whole content, hashed again on the way; throws where it was altered or is larger than `maxBytes`. */
  read(sha256: Sha256, maxBytes: number): Promise<Uint8Array | undefined>;
  has(sha256: Sha256): Promise<boolean>;
  /** Bytes of the disk it lies on: in all, and free for us. */
  space(): Promise<{ readonly total: number; readonly free: number }>;
  /** Hashes the stored content again. */
  verify(sha256: Sha256): Promise<'intact' | 'altered' | 'absent'>;
};

export const isSha256 = (text: string): text is Sha256 => /^[0-9a-f]{64}$/.test(text);
