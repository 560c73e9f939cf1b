import { canonical, type Json } from '#kernel/canonical.ts';
import { isPublicKey, suiteOf, type SuiteId } from './suite.ts';

/**
 * A signing key as it lies in the browser and in the offline copy: the private part only under a passphrase. AES-256-GCM with a key
 * derived by PBKDF2-HMAC-SHA-256; everything else in the copy is authenticated with it.
 */
export type KeyCopy = {
  readonly format: 'qingcai-key-1';
  readonly suite: SuiteId;
  readonly publicKey: string;
  readonly person: string;
  readonly organisation: string;
  readonly city: string;
  readonly kdf: 'PBKDF2-SHA-256';
  readonly iterations: number;
  /** Lower-case hex: 16 bytes, 12 bytes, and the sealed private key with its tag. */
  readonly salt: string;
  readonly iv: string;
  readonly sealed: string;
};

/** Rounds of PBKDF2 for a new copy; each guess at a passphrase costs as much. A copy with fewer is not opened, one with more than the most would only hang the page. */
export const ITERATIONS = 1_000_000;
const MOST_ITERATIONS = 20_000_000;

/** What the sealing authenticates besides the private key. */
export const copyHeader = ({ sealed: _, ...header }: KeyCopy): string => canonical(header as unknown as Json);

const hex = (value: unknown, least: number, most = least): value is string => typeof value === 'string' && /^([0-9a-f]{2})*$/.test(value) && value.length >= least * 2 && value.length <= most * 2;
const named = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

/** A copy read back from a file; undefined where it is none, or weaker than we make them. */
export function keyCopyOf(given: unknown): KeyCopy | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const copy = given as Record<string, unknown>;
  const suite = typeof copy['suite'] === 'number' ? suiteOf(copy['suite']) : undefined;
  const { publicKey, person, organisation, city, iterations, salt, iv, sealed } = copy;
  if (copy['format'] !== 'qingcai-key-1' || copy['kdf'] !== 'PBKDF2-SHA-256' || suite === undefined) return undefined;
  if (typeof publicKey !== 'string' || !isPublicKey(suite, publicKey) || !named(person) || !named(organisation) || !named(city)) return undefined;
  if (typeof iterations !== 'number' || !Number.isSafeInteger(iterations) || iterations < ITERATIONS || iterations > MOST_ITERATIONS) return undefined;
  if (!hex(salt, 16) || !hex(iv, 12) || !hex(sealed, 17, 200)) return undefined;
  return { format: 'qingcai-key-1', suite, publicKey, person, organisation, city, kdf: 'PBKDF2-SHA-256', iterations, salt, iv, sealed };
}
