import { Decimal, dec, decimalOf } from './decimal.ts';

/** Yuan with exactly two decimals, as text: `1234567.00`. Money never passes through a binary float. */
export type Money = string & { readonly __money: never };

const MONEY = /^-?\d{1,15}\.\d{2}$/;

export const isMoney = (text: string): text is Money => MONEY.test(text);

/** Money from a person's or a file's text; undefined where it has more than two decimals or is not a number. */
export function moneyOf(text: string): Money | undefined {
  const value = decimalOf(text);
  if (value === undefined || value.decimalPlaces() > 2 || value.abs().gte('1e15')) return undefined;
  return value.toFixed(2) as Money;
}

/** Rounds to the fen, half up, the custom of Chinese accounts for a line total. */
export const toFen = (value: Decimal): Money => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2) as Money;

/** unit price × quantity, rounded to the fen once. */
export const lineTotal = (unitPrice: string, quantity: string): Money => toFen(dec(unitPrice).times(dec(quantity)));

export const sumMoney = (amounts: readonly string[]): Money =>
  amounts.reduce<Decimal>((total, amount) => total.plus(dec(amount)), new Decimal(0)).toFixed(2) as Money;

/** `¥1,234,567.00`, as it is printed everywhere. */
export function formatMoney(amount: string): string {
  const [whole = '0', fen = '00'] = dec(amount).abs().toFixed(2).split('.');
  return `${dec(amount).isNegative() ? '−' : ''}¥${groupThousands(whole)}.${fen}`;
}

/** Thousands separators for the whole part; decimals stay as written. */
export function groupThousands(text: string): string {
  const [whole = '', rest] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}
