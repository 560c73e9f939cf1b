/*
 * Figures and instants as they are printed. kernel/money and kernel/date say the same with exact arithmetic, but they bring
 * decimal.js and a calendar into the first page; here only characters are moved.
 */

/** Thousands separators in the whole part; decimals stay as written. */
export function grouped(text: string): string {
  const [whole = '', rest] = text.split('.');
  const parted = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return rest === undefined ? parted : `${parted}.${rest}`;
}

/** `¥1,234,567.00` from an exact amount's text. */
export function money(amount: string, sign = '¥'): string {
  const negative = amount.startsWith('-');
  return `${negative ? '−' : ''}${sign}${grouped(negative ? amount.slice(1) : amount)}`;
}

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** `2026-11-22 14:00:05`, always Beijing time. */
export const instant = (when: number | string): string => beijing.format(typeof when === 'string' ? Date.parse(when) : when);
/** `2026-11-22 14:00`. */
export const minute = (when: number | string): string => instant(when).slice(0, 16);
/** `2026-11-22`. */
export const legalDay = (when: number | string): string => instant(when).slice(0, 10);
/** `14:00`. */
export const hour = (when: number | string): string => instant(when).slice(11, 16);
