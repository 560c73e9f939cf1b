/** A stream of numbers in [0, 1) that depends on its seed alone: the demonstration is the same on every machine. */
export type Stream = {
  /** A number of `decimals` places in [low, high]. */
  between(low: number, high: number, decimals: number): string;
  /** A whole number in [low, high]. */
  whole(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
};

export function streamOf(seed: string): Stream {
  let state = hashed(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    between: (low, high, decimals) => {
      const scale = 10 ** decimals;
      return (whole(Math.ceil(low * scale - 1e-9), Math.max(Math.ceil(low * scale - 1e-9), Math.floor(high * scale + 1e-9))) / scale).toFixed(decimals);
    },
    pick: (from) => {
      const chosen = from[whole(0, from.length - 1)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
  };
}

/** FNV-1a over UTF-16 units. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
