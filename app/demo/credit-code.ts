import { streamOf } from './random.ts';

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character of a unified social credit code over its first 17 characters (GB 32100-2015, 4.6). */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * SIGNS.indexOf(first17.charAt(at)), 0);
  return SIGNS.charAt((31 - (sum % 31)) % 31);
}

/**
 * A code that looks like a unified social credit code and cannot be one: its check character is wrong on purpose,
 * and its division 339999 is assigned to no place, so no real organisation is ever meant.
 */
export function inventedCreditCode(seed: string, prefix: '91' | '12' | '11' = '91'): string {
  const stream = streamOf(`credit code ${seed}`);
  let code = `${prefix}339999`;
  while (code.length < 17) code += stream.pick([...SIGNS]);
  return code + SIGNS.charAt((SIGNS.indexOf(checkCharacter(code)) + 1 + stream.whole(0, 28)) % 31);
}
