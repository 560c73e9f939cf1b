/* Codes that stand beside a password, or in place of what was lost. */

/** Letters and digits that cannot be taken for one another on paper: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 20 signs of 5 bits: a hundred bits, which nobody guesses. */
const LENGTH = 20;
export const RECOVERY_CODES = 10;
export const RECOVERY_CODE_BYTES = LENGTH;

/** A recovery code from random bytes (one for each sign), in four groups as it is written down. */
export function recoveryCodeFrom(bytes: Uint8Array): string {
  if (bytes.length !== LENGTH) throw new Error(`a recovery code is made of ${LENGTH} bytes`);
  const signs = [...bytes].map((byte) => ALPHABET[byte & 31]!).join('');
  return signs.replace(/(.{5})(?=.)/g, '$1-');
}

export type TypedCode = { readonly kind: 'one-time'; readonly code: string } | { readonly kind: 'recovery'; readonly code: string };

/** What somebody typed where a code is asked: six digits of an authenticator, or a recovery code however it is spaced. Undefined for neither. */
export function codeTyped(text: string): TypedCode | undefined {
  const signs = text.toUpperCase().replace(/[\s-]/g, '');
  if (/^\d{6}$/.test(signs)) return { kind: 'one-time', code: signs };
  const written = signs.replaceAll('O', '0').replace(/[IL]/g, '1');
  return written.length === LENGTH && [...written].every((sign) => ALPHABET.includes(sign)) ? { kind: 'recovery', code: written } : undefined;
}
