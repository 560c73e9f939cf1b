import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Vault } from '#platform/vault.ts';

/** What a challenge is for; an answer for one purpose, or for one person, is none for another. */
export type Asked = { readonly purpose: 'sign-in' | 'touch' | 'enrol'; readonly personId: string | null };

/** How long somebody may take over their device. */
const MINUTES = 5;
const RANDOM = 24;
const END = 8;
const MARK = 32;

/**
 * A challenge for a passkey: random bytes, the instant it ends, and the platform's mark over both and what it is for. Nothing is stored
 * until it is answered, so that whoever only asks costs the database nothing.
 */
export function newChallenge(vault: Vault, asked: Asked, now: Date): Uint8Array<ArrayBuffer> {
  const body = Buffer.alloc(RANDOM + END);
  randomBytes(RANDOM).copy(body);
  body.writeBigUInt64BE(BigInt(now.getTime() + MINUTES * 60_000), RANDOM);
  return new Uint8Array(Buffer.concat([body, markOf(vault, asked, body)]));
}

/** The end and the digest of a challenge that this platform made for this purpose and that has not ended; undefined for any other. */
export function challengeRead(vault: Vault, asked: Asked, challenge: string, now: Date): { digest: Buffer; endsAt: Date } | undefined {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.byteLength !== RANDOM + END + MARK) return undefined;
  const body = bytes.subarray(0, RANDOM + END);
  if (!timingSafeEqual(markOf(vault, asked, body), bytes.subarray(RANDOM + END))) return undefined;
  const endsAt = new Date(Number(body.readBigUInt64BE(RANDOM)));
  return endsAt.getTime() <= now.getTime() ? undefined : { digest: createHash('sha256').update(bytes).digest(), endsAt };
}

const markOf = (vault: Vault, { purpose, personId }: Asked, body: Buffer): Buffer => vault.mark(`challenge ${purpose}`, `${personId ?? ''} ${body.toString('base64url')}`);
