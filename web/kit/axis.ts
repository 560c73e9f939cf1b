/** Where a value stands on a drawn axis, in percent of its width. For drawing only: a verdict never passes through here. */
export type Axis = { readonly at: (value: number) => number; readonly low: number; readonly high: number; readonly log: boolean };

/** How a value is held against limits: at most, at least, or within both ends. */
export type Sense = 'at-most' | 'at-least' | 'within';

/** Limits more than twelve times apart cannot share a linear axis: the strict end would be a smear at its edge. */
const FAR_APART = 12;

/**
 * One limit stands at 1/1.6 of the width, so that ticks align down a column of indicators; several limits share the axis with
 * the most lenient at 80 %. `at-least` limits far apart, or `log`, take a logarithmic axis.
 */
export function axisFor(sense: Sense, limits: readonly number[], log = false): Axis {
  const low = Math.min(...limits);
  const high = Math.max(...limits);
  if (sense === 'within') return within(low, high);
  if ((log || (sense === 'at-least' && low > 0 && high / low > FAR_APART)) && low > 0) return logarithmic(low / 3.5, high * 2.1);
  if (high <= 0) return linear(low * 1.6, 0);
  return linear(0, limits.length === 1 ? high * 1.6 : high * 1.25);
}

/** An interval far from zero is drawn around itself; one that begins near zero is drawn from zero. */
function within(low: number, high: number): Axis {
  const span = high - low || Math.abs(high) || 1;
  const zeroIsNear = low >= 0 && low <= span;
  return linear(zeroIsNear ? 0 : low - span * 0.5, high + span * 0.5);
}

function linear(low: number, high: number): Axis {
  const width = high - low || 1;
  return { low, high, log: false, at: (value) => share((value - low) / width) };
}

function logarithmic(low: number, high: number): Axis {
  const from = Math.log(low);
  const width = Math.log(high) - from;
  return { low, high, log: true, at: (value) => (value <= 0 ? 0 : share((Math.log(value) - from) / width)) };
}

const share = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 10000) / 100;

/** Anchor of each label so that neighbours on a narrow axis do not run into each other. `room` is what one label needs, in percent. */
export function anchors(places: readonly number[], room: number): readonly ('start' | 'middle' | 'end')[] {
  return places.map((place, index) => {
    const before = places[index - 1];
    const after = places[index + 1];
    if (after !== undefined && after - place < room) return 'end';
    if (before !== undefined && place - before < room) return 'start';
    if (place < room / 2) return 'start';
    return place > 100 - room / 2 ? 'end' : 'middle';
  });
}
