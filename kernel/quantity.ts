import { dec } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { folded, signatureOf } from './quantity/spelling.ts';
import { DIMENSIONS, WORDS } from './quantity/units.ts';

/** A unit of measure: its canonical symbol, the quantity it belongs to, and how many base units of that quantity it holds. */
export type Unit = { readonly symbol: string; readonly dimension: string; readonly factor: Decimal };

const bySymbol = new Map<string, Unit>();
const bySignature = new Map<string, Unit>();
for (const [dimension, units] of Object.entries(DIMENSIONS)) {
  for (const [symbol, factor] of Object.entries(units)) {
    const unit: Unit = { symbol, dimension, factor: dec(factor) };
    bySymbol.set(symbol, unit);
    const signature = signatureOf(symbol);
    if (signature !== undefined && !bySignature.has(signature)) bySignature.set(signature, unit);
  }
}

/** The unit with this canonical symbol, as the digital standard writes it. */
export const unitOfSymbol = (symbol: string): Unit | undefined => bySymbol.get(symbol);

/** The unit a printed form means (`mg/m³`, `W/(m ·K)`, `Kpa`, `N/mm²`); undefined where it is empty, truncated (`N/`) or unknown. Never guesses. */
export function unitOf(printed: string): Unit | undefined {
  const exact = bySymbol.get(printed.trim());
  if (exact !== undefined) return exact;
  const text = folded(printed);
  const word = bySymbol.get(text) ?? bySymbol.get(WORDS.get(text) ?? WORDS.get(text.toLowerCase()) ?? '');
  if (word !== undefined) return word;
  const signature = signatureOf(printed);
  return signature === undefined ? undefined : bySignature.get(signature);
}

/** The value in another unit of the same quantity; undefined across quantities (mg/L is no mg/m3). Exact but for a quotient that does not terminate. */
export function convert(value: Decimal, from: Unit, to: Unit): Decimal | undefined {
  if (from.dimension !== to.dimension) return undefined;
  return from.symbol === to.symbol ? value : value.times(from.factor).div(to.factor);
}
