import { Decimal as DecimalJs } from 'decimal.js';

/** Exact decimal arithmetic for measured values and money; 60 significant digits, half to even where rounding is asked for. */
export const Decimal = DecimalJs.clone({ precision: 60, rounding: DecimalJs.ROUND_HALF_EVEN, toExpNeg: -30, toExpPos: 40 });
export type Decimal = DecimalJs;

const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A decimal from its written form; undefined where the text is not a finite number in plain ASCII notation. */
export function decimalOf(text: string): Decimal | undefined {
  const trimmed = text.trim();
  return plain.test(trimmed) ? new Decimal(trimmed) : undefined;
}

/** A decimal that must be valid: for constants of data files already checked by their schema. Throws on anything else. */
export function dec(text: string | number): Decimal {
  const value = decimalOf(String(text));
  if (value === undefined) throw new Error(`not a decimal: ${text}`);
  return value;
}

/** Plain notation with every digit, never exponential: what may be stored and shown. */
export const written = (value: Decimal): string => value.toFixed();
