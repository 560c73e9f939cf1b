import type { LegalDay } from '#kernel/date.ts';

/** Crockford's base 32: no I, L, O, U, so that a number read over the telephone is not mistaken. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const ORDER_NUMBER = /^DD-\d{8}-[0-9A-HJKMNP-TV-Z]{5}$/;

/** `DD-20261122-7K3QX`: the day, and five letters from `random` (at least five bytes), so that numbers tell nobody how many orders there are. Unique per city by the database; a taken one is drawn again. */
export function orderNumber(on: LegalDay, random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, 5), (byte) => LETTERS[byte & 31]).join('');
  return `DD-${on.replaceAll('-', '')}-${letters}`;
}
