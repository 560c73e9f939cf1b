import type { Limit, Measured } from '#web/kit/bullet.tsx';
import type { Sense } from '#web/kit/axis.ts';
import type { Scale } from '#modules/standards/contract/reading.ts';
import { figure } from './figures.ts';

/* Where a value of a judgement stands on a drawn axis. For drawing only: no verdict passes through here. */

export const SENSES: Readonly<Record<Scale['better'], Sense>> = { lower: 'at-most', higher: 'at-least', band: 'within' };

/** Classes that build on each other, lenient to strict; all others are different products. */
const ORDERED = ['合格品', '一等品', '优等品'];

/** The value of a judgement (`0.07`, `<5`, `≥10`, `39~45`, `0.64, 0.66`) as the kit draws it; null where it is no number. */
export function measuredOf(value: string | null): Measured | null {
  if (value === null) return null;
  const number = (text: string): number | undefined => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined);
  const each = value.split(', ').map((one) => number(one.replace(/^[<>≤≥]/, '')));
  if (each.length > 1) return each.some((one) => one === undefined) ? null : { form: 'each', at: each as number[] };
  const ends = value.split('~').map((one) => number(one.replace(/^[<>]/, '')));
  if (ends.length === 2) return ends[0] === undefined || ends[1] === undefined ? null : { form: 'range', from: ends[0], to: ends[1] };
  const [at] = each;
  if (at === undefined) return null;
  return { form: /^[<≤]/.test(value) ? 'below' : /^[>≥]/.test(value) ? 'above' : 'point', at };
}

/** One mark per place: the limit that gates and the first star are often the same figure. `star` writes the stars reached there. */
export function limitsOf(scale: Scale): readonly Limit[] {
  const places = [...new Set(scale.ticks.map((tick) => tick.at))];
  return places.map((at) => {
    const here = scale.ticks.filter((tick) => tick.at === at);
    const stars = here.filter((tick) => tick.role === 'star').map((tick) => Number(tick.label));
    const classes = here.filter((tick) => tick.role === 'grade').map((tick) => ORDERED.indexOf(tick.label) + 1);
    const level = Math.max(0, ...stars, ...classes);
    const printed = scale.better === 'band' ? at : (here[0]?.text ?? at).replace(/^[≤<≥>]\s*/, '');
    return { at: Number(at), text: `${figure(printed)}${stars.length > 0 ? ` ${'★'.repeat(Math.max(...stars))}` : ''}`, ...(level === 0 ? {} : { level: level as 1 | 2 | 3 }) };
  });
}

/** Figures under marks that stand too close would print over each other; the more lenient keeps its figure. `at` gives the place in percent. */
export function legible(limits: readonly Limit[], at: (value: number) => number, lenientIsHigh: boolean): readonly Limit[] {
  const order = [...limits].sort((a, b) => (lenientIsHigh ? b.at - a.at : a.at - b.at));
  const kept: number[] = [];
  const texts = new Map<Limit, string>();
  for (const limit of order) {
    const place = at(limit.at);
    const room = limit.text.length > 7 ? 20 : 15;
    const fits = kept.every((other) => Math.abs(other - place) >= room);
    if (fits) kept.push(place);
    texts.set(limit, fits ? limit.text : '');
  }
  return limits.map((limit) => ({ ...limit, text: texts.get(limit) ?? '' }));
}
