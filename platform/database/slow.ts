export type SlowStatement = { readonly text: string; readonly times: number; readonly mostMillis: number; readonly totalMillis: number };

/** From here on a statement counts as slow. Milliseconds. */
export const SLOW = 250;
/** Different texts that are kept; the one that took least in all goes first. */
const MOST = 50;
const LONGEST = 600;

const seen = new Map<string, { times: number; most: number; total: number }>();

/** Keeps the text of a slow statement of this process, without its parameters: those may be anybody's. */
export function noteDuration(text: string, millis: number): void {
  if (millis < SLOW) return;
  const key = text.replaceAll(/'(?:[^']|'')*'/g, "'…'").replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST);
  const known = seen.get(key);
  seen.set(key, { times: (known?.times ?? 0) + 1, most: Math.max(known?.most ?? 0, millis), total: (known?.total ?? 0) + millis });
  if (seen.size <= MOST) return;
  const least = [...seen].toSorted(([, a], [, b]) => a.total - b.total)[0]![0];
  seen.delete(least);
}

/** The slow statements of this process since its start, those that took most in all first. */
export const slowStatements = (): SlowStatement[] =>
  [...seen].map(([text, { times, most, total }]) => ({ text, times, mostMillis: Math.round(most), totalMillis: Math.round(total) })).toSorted((a, b) => b.totalMillis - a.totalMillis);
