import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Vault } from '#platform/vault.ts';

export type Challenged = { readonly personId: string; readonly organisationId: string; readonly cityId: string };
const MINUTES = 15;

/** Something fresh for a new key to sign: instant, chance, and the server's mark by which it knows it again without keeping it. */
export function newChallenge(vault: Vault, who: Challenged, now: Date): string {
  const said = `${now.toISOString()}.${randomBytes(16).toString('hex')}`;
  return `${said}.${markOf(vault, who, said)}`;
}

/** Whether the server gave this challenge to this person, for this organisation and city, within the last quarter of an hour. */
export function challengeHolds(vault: Vault, who: Challenged, now: Date, challenge: string): boolean {
  const end = challenge.lastIndexOf('.');
  const [said, mark] = [challenge.slice(0, end), challenge.slice(end + 1)];
  const expected = markOf(vault, who, said);
  if (mark.length !== expected.length || !timingSafeEqual(Buffer.from(mark), Buffer.from(expected))) return false;
  const age = now.getTime() - Date.parse(said.slice(0, 24));
  return age >= 0 && age < MINUTES * 60_000;
}

const markOf = (vault: Vault, who: Challenged, said: string): string => vault.mark('signing key', `${who.personId} ${who.organisationId} ${who.cityId} ${said}`).toString('hex');
