import type { Json } from '#kernel/canonical.ts';

/**
 * What passes between the pool and its worker. To the worker (standard input): two lengths, a head in JSON,
 * the file's bytes. From the worker (descriptor 3): one byte for the kind, a length, a body. The pool trusts
 * nothing of it but the length, and that only up to its own cap.
 */
export type RequestHead = { readonly fn: string; readonly args: Json };

/** `up` says that the fences let our own code run, before any of the entry is loaded. */
export const replyKind = { up: 5, ready: 0, json: 1, bytes: 2, failed: 3, tooLarge: 4 } as const;
export const replyDescriptor = 3;
export const replyHeadBytes = 5;

/** Why a function failed: `code` where it threw an object with a code in our words, else what is known of the fault. */
export type Failure = { readonly code: string | null; readonly cause: string };

export function requestFrame(head: RequestHead, bytes: Uint8Array): [Buffer, Uint8Array] {
  const json = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(json.length, 0);
  lengths.writeUInt32LE(bytes.length, 4);
  return [Buffer.concat([lengths, json]), bytes];
}

export function replyHead(kind: number, length: number): Buffer {
  const head = Buffer.alloc(replyHeadBytes);
  head.writeUInt8(kind, 0);
  head.writeUInt32LE(length, 1);
  return head;
}

export const readReplyHead = (head: Buffer): { kind: number; length: number } => ({ kind: head.readUInt8(0), length: head.readUInt32LE(1) });

/** A code as functions in a worker may throw it: kebab-case, short. Anything else is a fault, not an answer. */
export const isFailureCode = (code: unknown): code is string => typeof code === 'string' && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code) && code.length <= 64;
