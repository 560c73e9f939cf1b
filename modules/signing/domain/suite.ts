/**
 * What a signature is made with. The number stands in every key, statement and certificate, so that another suite can take over
 * without the older signatures losing their meaning. 1: Ed25519 (RFC 8032) with SHA-256. 2: SM2 (GB/T 32918.2) with SM3 (GB/T 32905).
 */
export const SUITE_IDS = [1, 2] as const;
export type SuiteId = (typeof SUITE_IDS)[number];

export const suiteOf = (id: number): SuiteId | undefined => SUITE_IDS.find((one) => one === id);

/** Names as an auditor knows them; the same in every language. */
export const SUITE_NAMES: Readonly<Record<SuiteId, { readonly signature: string; readonly hash: string }>> = { 1: { signature: 'Ed25519', hash: 'SHA-256' }, 2: { signature: 'SM2', hash: 'SM3' } };

/** Lower-case hex. Ed25519: 32 bytes. SM2: the uncompressed point, 04 and two coordinates. */
const PUBLIC_KEY: Readonly<Record<SuiteId, RegExp>> = { 1: /^[0-9a-f]{64}$/, 2: /^04[0-9a-f]{128}$/ };
export const isPublicKey = (suite: SuiteId, text: string): boolean => PUBLIC_KEY[suite].test(text);

/** Both suites sign in 64 bytes: Ed25519 as it is, SM2 as r and s of 32 bytes each. */
export const isSignature = (text: string): boolean => /^[0-9a-f]{128}$/.test(text);
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** The same interface for every suite, lent by whoever runs the check: Node on the server and the command line. */
export type SuiteCrypto = {
  /** Lower-case hex over the text in UTF-8. */
  hash(suite: SuiteId, text: string): string;
  /** False, never a fault, for anything that is not a signature of this key over this text. */
  verify(suite: SuiteId, publicKey: string, text: string, signature: string): boolean;
};
