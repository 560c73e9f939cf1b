import { dec, decimalOf, written } from '#kernel/decimal.ts';
import { refuse, ok, type Result } from '#kernel/result.ts';

export type QuantityRefusal = 'quantity-not-a-number' | 'quantity-not-positive' | 'quantity-too-fine' | 'quantity-too-large' | 'quantity-not-whole';

/** Things that are counted, not measured: half of one cannot be ordered (GB 50854 writes bills of quantities the same way). */
const COUNTED: ReadonlySet<string> = new Set(['个', '套', '台', '件', '块', '片', '根', '支', '樘', '扇', '部', '组', '张', '只', '副', '盏', '系统']);

/** Digits behind the point that an order keeps. */
export const QUANTITY_DECIMALS = 6;
/** Below this: fourteen digits before the point is what is stored. */
const QUANTITY_LIMIT = '1e12';

export const counted = (unit: string): boolean => COUNTED.has(unit);

/** A quantity in its shortest written form (`4800.50` becomes `4800.5`), above zero, fine enough to be kept exactly, whole where the unit is counted. */
export function quantityOf(text: string, unit: string, field: string): Result<string, QuantityRefusal> {
  const value = decimalOf(text);
  if (value === undefined) return refuse('quantity-not-a-number', field);
  if (value.lte(0)) return refuse('quantity-not-positive', field);
  if (value.gte(QUANTITY_LIMIT)) return refuse('quantity-too-large', field);
  if (counted(unit) && !value.isInteger()) return refuse('quantity-not-whole', field, { unit });
  if (value.decimalPlaces() > QUANTITY_DECIMALS) return refuse('quantity-too-fine', field, { decimals: QUANTITY_DECIMALS });
  return ok(written(value));
}

/** A stored or typed quantity without the zeros behind it: `4800.000000` is `4800`. */
export const plain = (text: string): string => written(dec(text));

export const plus = (a: string, b: string): string => written(dec(a).plus(dec(b)));
export const minus = (a: string, b: string): string => written(dec(a).minus(dec(b)));
export const isZero = (a: string): boolean => dec(a).isZero();
export const more = (a: string, b: string): boolean => dec(a).gt(dec(b));
export const same = (a: string, b: string): boolean => dec(a).eq(dec(b));
