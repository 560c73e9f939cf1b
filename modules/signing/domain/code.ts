/** Crockford's letters: without I, L, O and U, so that nobody misreads a code on paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve letters in three groups, 60 bits: cannot be guessed, can be typed. `random` needs 12 bytes. */
export const checkCodeOf = (random: Uint8Array): string => [0, 4, 8].map((at) => lettersOf(random.subarray(at, at + 4))).join('-');

/** Serial number of a signing key, unique in its city: `K` and eight letters. `random` needs 8 bytes. */
export const serialOf = (random: Uint8Array): string => `K-${lettersOf(random.subarray(0, 4))}-${lettersOf(random.subarray(4, 8))}`;

const lettersOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => LETTERS.charAt(byte % 32)).join('');

export const CHECK_CODE = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/;
export const SERIAL = /^K-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/** A code as somebody typed it from paper: without hyphens, in small letters, with the letters that are easily taken for figures. Undefined where it is none. */
export function typedCode(text: string): string | undefined {
  const letters = text.toUpperCase().replaceAll(/[\s\-–—－]/g, '').replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  const code = [0, 4, 8].map((at) => letters.slice(at, at + 4)).join('-');
  return letters.length === 12 && CHECK_CODE.test(code) ? code : undefined;
}
