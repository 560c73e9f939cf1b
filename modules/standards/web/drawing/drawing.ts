import { axisFor, type Sense } from '#web/kit/axis.ts';
import type { Lang } from '#web/i18n.ts';
import type { IndicatorView } from '../../contract/reading.ts';
import { bare, figure } from '../written.ts';

/** Words the drawing needs from the catalogue: classes, and the product's parameter values. */
export type Named = { grade(label: string): string; parameter(label: string): string };
export type Drawn = Pick<IndicatorView, 'scale' | 'limits' | 'comparator'>;

export type Band = { readonly at: number; readonly text: string; readonly level?: 1 | 2 | 3; readonly name?: string };
export type Line = { readonly label: string; readonly text: string; readonly ends: readonly number[] };

/** How the limits of an indicator are shown without any product. */
export type Drawing =
  /** Limits that build on each other: one limit, stars, or the classes 合格品 < 一等品 < 优等品. `from` is where the axis begins if not at zero. */
  | { readonly form: 'bands'; readonly sense: Sense; readonly bands: readonly Band[]; readonly log: boolean; readonly cut: boolean }
  /** Limits of which the product's parameter or declared class picks one: each on its own line of one axis. */
  | { readonly form: 'lines'; readonly sense: Sense; readonly lines: readonly Line[]; readonly log: boolean }
  /** Grades, wordings and papers have no axis. */
  | { readonly form: 'words'; readonly lines: readonly { readonly label: string; readonly text: string }[] };

/** Classes that build on each other; all others (I/II/III, C1/C2) are different products. */
const ORDERED = ['合格品', '一等品', '优等品'];
const SENSES = { lower: 'at-most', higher: 'at-least', band: 'within' } as const;

export function drawingOf(lang: Lang, { scale, limits, comparator }: Drawn, named: Named): Drawing {
  const chosen = limits.some((one) => one.role === 'parameter' || (one.role === 'grade' && !ORDERED.includes(one.label)));
  const label = (role: string, text: string): string => (role === 'parameter' ? named.parameter(text) : role === 'grade' ? named.grade(text) : '');
  if (scale === null) return { form: 'words', lines: limits.map((one) => ({ label: chosen ? label(one.role, one.label) : '', text: one.text })) };
  const sense = SENSES[scale.better];
  if (chosen) {
    const ends = (of: string): readonly number[] => scale.ticks.filter((tick) => tick.label === of).map((tick) => Number(tick.at));
    const lines = limits.map((one) => ({ label: label(one.role, one.label), text: `${comparator === 'absLe' ? '±' : ''}${bare(lang, one.text)}`, ends: ends(one.label) }));
    return { form: 'lines', sense, lines, log: axisFor(sense, lines.flatMap((line) => line.ends), scale.log).log };
  }
  const bands = bandsOf(scale.ticks, sense, named);
  const axis = axisFor(sense, bands.map((band) => band.at), scale.log);
  const moved = axis.log || sense === 'within' ? bands : spread(bands);
  return { form: 'bands', sense, bands: labelled(sense, moved, scale.log), log: axis.log, cut: moved !== bands };
}

/**
 * What stands under a tick beside its figure: the stars or the class, where there is room, and always where the zone is too
 * narrow to hold them itself.
 */
function labelled(sense: Sense, bands: readonly Placed[], log: boolean): readonly Band[] {
  const sorted = [...bands].sort((a, b) => a.at - b.at);
  const { at } = axisFor(sense, sorted.map((band) => band.at), log);
  const places = sorted.map((band) => at(band.at));
  const gap = Math.min(100, ...places.slice(1).map((place, index) => place - (places[index] ?? 0)));
  return sorted.map(({ name, beside, ...band }, index) => {
    const place = places[index] ?? 0;
    const width = sense === 'at-least' ? (places[index + 1] ?? 100) - place : place - (places[index - 1] ?? 0);
    const inside = name !== undefined && width > (name.startsWith('★') ? 13 : 18);
    const under = beside !== undefined && (!inside || (name?.startsWith('★') === true && gap >= 24)) ? ` ${beside}` : '';
    return { ...band, text: `${band.text}${under}`, ...(inside ? { name } : {}) };
  });
}

type Ticks = NonNullable<IndicatorView['scale']>['ticks'];

type Placed = Band & { readonly beside?: string };

/** One band per place: the limit that gates and the first star are often the same figure, and so may be two stars. */
function bandsOf(ticks: Ticks, sense: Sense, named: Named): Placed[] {
  const places = [...new Set(ticks.map((tick) => tick.at))];
  return places.map((at) => {
    const here = ticks.filter((tick) => tick.at === at);
    const stars = here.filter((tick) => tick.role === 'star').map((tick) => '★'.repeat(Number(tick.label))).join('/');
    const grades = here.filter((tick) => tick.role === 'grade').map((tick) => named.grade(tick.label)).join('/');
    const level = Math.max(0, ...here.map((tick) => (tick.role === 'star' ? Number(tick.label) : tick.role === 'grade' ? ORDERED.indexOf(tick.label) + 1 : 0)));
    const printed = sense === 'within' ? figure(endPrinted(here[0]?.text ?? '', at)) : bare('zh-CN', here[0]?.text ?? '');
    const beside = stars !== '' ? stars : grades;
    return { at: Number(at), text: printed, ...(level === 0 ? {} : { level: level as 1 | 2 | 3 }), ...(beside === '' ? {} : { beside, name: stars === '' ? grades : '★'.repeat(level) }) };
  });
}

/** The end as the standard prints it (`-4.0 ~ 1.0`, `± 30`), found by its value. */
function endPrinted(text: string, at: string): string {
  const ends = text.startsWith('±') ? [text.replace(/^±\s*/, '')] : text.split(' ~ ');
  const own = ends.find((end) => Number(end) === Math.abs(Number(at)) || Number(end) === Number(at)) ?? at;
  return Number(at) < 0 && !own.startsWith('-') ? `-${own}` : own;
}

/** What one label under a tick needs, as a share of the axis that the kit's ruler fits to the largest limit. */
const ROOM = 0.15;

/**
 * Limits that stand close together (1.5, 1.7, 1.9) would print their figures over each other on an axis from zero. Then the
 * axis begins later; the page says that it does.
 */
function spread(bands: readonly Placed[]): readonly Placed[] {
  const at = bands.map((band) => band.at).sort((a, b) => a - b);
  const [low, high] = [at[0] ?? 0, at.at(-1) ?? 0];
  if (at.length < 2 || low <= 0) return bands;
  const gap = Math.min(...at.slice(1).map((one, index) => one - (at[index] ?? 0)));
  const start = Math.min(high - gap / (1.25 * ROOM), low - gap * 0.4);
  return start <= 0 ? bands : bands.map((band) => ({ ...band, at: band.at - start }));
}
