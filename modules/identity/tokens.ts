import { createHash, randomBytes } from 'node:crypto';

/** A session token and the hash under which it is kept: 256 random bits, base64url. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
