import { dec } from '#kernel/decimal.ts';
import type { Indicator, LimitValue, Parameters } from '#modules/standards/domain/model.ts';
import { BANDS, DETECTION_LIMITS, RADIOACTIVITY } from './bands.ts';
import { aimedLimit, declaredClass, meets } from './limits.ts';
import type { Stream } from './random.ts';

export type Aim = { readonly parameters: Parameters; readonly star: 0 | 1 | 2 | 3 };

/** A figure that satisfies the indicator for this product and proves its star and no higher one. Plain ASCII, in the indicator's unit. */
export function figureFor(indicator: Indicator, aim: Aim, stream: Stream): string {
  const limit = aimedLimit(indicator.limit, aim.parameters, aim.star);
  if (limit === undefined) throw new Error(`${indicator.code}: no limit for ${JSON.stringify(aim.parameters)}`);
  const figure = indicator.limit.form === 'by-star' ? starFigure(indicator, aim.star, stream) : plainFigure(indicator, limit, stream);
  if (limit !== null && !meets(indicator, limit, figure)) throw new Error(`${indicator.code}: the demonstration prints ${figure} against ${JSON.stringify(limit)}`);
  return figure;
}

function plainFigure(indicator: Indicator, limit: LimitValue | null, stream: Stream): string {
  const band = /[内外]照射指数/.test(indicator.nameZh) ? RADIOACTIVITY : BANDS[indicator.code];
  if (band !== undefined) return stream.between(...band);
  if (limit === null || limit === true) throw new Error(`${indicator.code}: no limit to take a figure from`);
  if (typeof limit !== 'string') {
    const [low, high] = [Number(limit[0]), Number(limit[1])];
    return stream.between(low + (high - low) * 0.3, low + (high - low) * 0.7, placesOf(limit[0]));
  }
  const end = Number(limit);
  const places = Math.max(placesOf(limit), Math.abs(end) < 10 ? 1 : 0, Math.abs(end) < 1 ? 2 : 0, Math.abs(end) < 0.1 ? 3 : 0);
  switch (indicator.comparator) {
    case 'le':
    case 'lt':
      // A cold-bend or cold-flex test is run at the temperature of the requirement; passing it is the figure.
      return end < 0 ? stream.pick([limit, String(end - 5)]) : stream.between(end * (indicator.unit === 'W/(m.K)' ? 0.9 : 0.8), end * (indicator.unit === 'W/(m.K)' ? 0.98 : 0.95), places);
    case 'ge':
    case 'gt':
      // A tightness test is held at the pressure of the requirement, a heat resistance test at its temperature.
      if (indicator.valueType === 'passAtCondition' || indicator.nameZh === '耐热性') return limit;
      return stream.between(end * 1.06, Math.min(end * 1.24, indicator.unit === '%' && end < 100 ? 99.4 : Infinity), end >= 100 ? 0 : Math.max(placesOf(limit), 1));
    case 'absLe':
      return `${stream.pick(['', '-'])}${stream.between(end * 0.2, end * 0.6, placesOf(limit))}`;
    default:
      throw new Error(`${indicator.code}: no figure for ${indicator.comparator}`);
  }
}

/** Between the limit of this star and that of the next; beyond the mildest where no star is aimed at. */
function starFigure(indicator: Indicator, star: 0 | 1 | 2 | 3, stream: Stream): string {
  if (indicator.limit.form !== 'by-star') throw new Error(`${indicator.code} has no stars`);
  const [mild, middle, strict] = indicator.limit.stars.map(Number);
  if (mild === undefined || middle === undefined || strict === undefined) throw new Error(`${indicator.code} has no figures for its stars`);
  const rising = indicator.comparator === 'ge' || indicator.comparator === 'gt';
  const [own, next] = [[rising ? mild * 0.86 : mild * 1.2, mild], [mild, middle], [middle, strict], [strict, rising ? Math.min(strict * 1.12, indicator.unit === '%' ? 99.6 : Infinity) : strict * 0.55]][star] as [number, number];
  const places = Math.max(...indicator.limit.stars.map((value) => placesOf(String(value))), mild < 10 && mild > 1 ? 1 : 0);
  // Two neighbouring stars may share a limit; then the figure lies a little beyond it.
  const far = own === next ? own * (rising ? 1.04 : 0.96) : own + (next - own) * 0.7;
  const near = own + (far - own) * 0.2;
  return stream.between(Math.min(near, far), Math.max(near, far), places);
}

/** Places as written: the 1.0 of a standard has one. */
const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** `25000` as `2.5×10⁴`, `0.026` as `2.6×10⁻²`, with real raised figures in the text. */
export function scientific(figure: string): string {
  const [digits = '', exponent = '0'] = dec(figure).toExponential().split('e');
  const raised = [...exponent.replace('+', '')].map((sign) => (sign === '-' ? '⁻' : RAISED.charAt(Number(sign)))).join('');
  return `${digits.includes('.') ? digits : `${digits}.0`}×10${raised}`;
}

/** The figure in the dress a laboratory gives it: below detection, a series, a range, a power of ten, a grade. */
export function printedResult(indicator: Indicator, aim: Aim, stream: Stream, censored: 'words' | 'sign'): string {
  const limit = aimedLimit(indicator.limit, aim.parameters, aim.star);
  if (indicator.comparator === 'match') return typeof limit !== 'string' || limit.length > 12 || censored === 'sign' ? '合格' : limit;
  if (indicator.comparator === 'gradeGe') return gradeResult(indicator, limit);
  const detection = DETECTION_LIMITS[indicator.code];
  if (detection !== undefined && (BANDS[indicator.code] === undefined || stream.whole(0, 3) > 0)) return censored === 'words' && stream.whole(0, 1) === 1 ? `未检出（检出限${detection}）` : `<${detection}`;
  const figure = figureFor(indicator, aim, stream);
  if (indicator.aggregate === 'each' || indicator.aggregate === 'mean-of-3') {
    const step = (times: number): string => dec(figure).plus(times).toFixed(placesOf(figure));
    return indicator.aggregate === 'each' ? `${figure}、${step(stream.whole(2, 6))}` : `${figure}、${step(3)}、${step(7)}`;
  }
  if (indicator.aggregate === 'max') return `${dec(figure).times('0.6').toFixed(Math.max(placesOf(figure), 2))}～${figure}`;
  if (indicator.aggregate === 'min' && indicator.valueType === 'number') return `${figure}～${dec(figure).times(BANDS[indicator.code] === undefined ? '1.38' : '1.12').toFixed(placesOf(figure))}`;
  if (indicator.comparator === 'absLe' || (indicator.comparator === 'between' && !figure.startsWith('-') && limit !== null && Array.isArray(limit) && dec(String(limit[0])).isNegative())) {
    return figure.startsWith('-') || dec(figure).isZero() ? figure : `+${figure}`;
  }
  if (indicator.unit === 'cm/s' || (indicator.valueType === 'count' && dec(figure).gte('1e4'))) return scientific(roundedTo2(figure));
  return figure;
}

/** Two significant figures, downward: a rounded-up count could claim what was not reached. */
const roundedTo2 = (figure: string): string => dec(figure).toSignificantDigits(2, 1).toFixed();

function gradeResult(indicator: Indicator, limit: LimitValue | null | undefined): string {
  if (typeof limit !== 'string') throw new Error(`${indicator.code}: no grade to print`);
  if (indicator.unit === 'P-grade') return `P${limit}`;
  if (indicator.unit === 'risk group') return limit;
  return `${limit}级`;
}

/** The laboratory's own column of requirements: the limit of the product standard as it would word it. */
export function printedRequirement(indicator: Indicator, aim: Aim): string {
  const limit = indicator.limit.form === 'by-star' ? indicator.limit.base : aimedLimit(indicator.limit, aim.parameters, aim.star);
  if (limit === null || limit === undefined || limit === true) return '';
  if (typeof limit !== 'string') return `${limit[0]}～${dec(limit[0]).isNegative() ? '+' : ''}${limit[1]}`;
  const own = indicator.limit.form === 'by-grade' ? declaredClass(indicator.limit, aim.parameters)?.grade : undefined;
  const grade = own === undefined ? '' : `（${/^[一-鿿]/.test(own) ? own : `${own}类`}）`;
  switch (indicator.comparator) {
    case 'le': return `≤${limit}${grade}`;
    case 'lt': return `<${limit}${grade}`;
    case 'ge': return `≥${indicator.unit === 'cm/s' ? scientific(limit) : limit}${grade}`;
    case 'gt': return `>${limit}${grade}`;
    case 'absLe': return `±${limit}`;
    case 'gradeGe': return `不低于${gradeResult(indicator, limit)}`;
    default: return limit;
  }
}

const PRINTED_UNITS: Readonly<Record<string, string>> = { '1': '', grade: '', 'P-grade': '', 'risk group': '', um: 'μm', degC: '℃', 'ug/L': 'μg/L', 'ug/m3': 'μg/m³', 'uS/mm': 'μS/mm', 'ohm/km': 'Ω/km', 'Mohm.m2': 'MΩ·m²' };

/** A canonical unit as a laboratory prints it: `kg/m3` as kg/m³, `W/(m2.K)` as W/(m²·K). Empty where there is none to print. */
export const printedUnit = (unit: string): string => PRINTED_UNITS[unit] ?? unit.replace(/m3/g, 'm³').replace(/m2/g, 'm²').replace(/s2/g, 's²').replaceAll('.', '·').replace('CO2e', 'CO₂e');
