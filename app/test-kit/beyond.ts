import { dec } from '#kernel/decimal.ts';
import type { Indicator, LimitValue, Parameters } from '#modules/standards/rules.ts';
import { aimedLimit } from '../demo/limits.ts';

/** The next worse class of each vocabulary that the standard has. */
const WORSE: Readonly<Record<string, string>> = { A: 'B1级', B1: 'B2级', B2: 'B3级', 3: '2级', RG0: 'RG1' };

/** A result that breaks the indicator's limit for this product, printed in the manner of the good one. Only what is below the first star breaks star limits. */
export function beyond(indicator: Indicator, parameters: Parameters, good: string): string {
  const limit = indicator.limit.form === 'by-star' ? (indicator.limit.base ?? indicator.limit.stars[0]) : aimedLimit(indicator.limit, parameters, 0);
  if (limit === undefined || limit === null || limit === true) throw new Error(`${indicator.code}: no limit to break`);
  if (indicator.comparator === 'match') return good.startsWith('合格') ? '不合格' : contrary(String(limit));
  if (indicator.comparator === 'gradeGe') return indicator.unit === 'P-grade' ? `P${Number(limit) - 2}` : (WORSE[String(limit)] ?? missing(indicator));
  const figure = broken(indicator, limit);
  // One specimen of several, or one end of a range, is enough; of three whose mean counts all move.
  if (good.includes('、')) return indicator.aggregate === 'each' ? [...good.split('、').slice(0, -1), figure].join('、') : good.split('、').map(() => figure).join('、');
  if (good.includes('～')) return Number(figure) > Number(good.split('～')[0]) ? `${good.split('～')[0]}～${figure}` : `${figure}～${good.split('～')[1]}`;
  return figure;
}

const missing = (indicator: Indicator): never => {
  throw new Error(`${indicator.code}: no worse class known`);
};

/** 无渗漏 is broken by 渗漏, 不透水 by 透水; a longer wording by 不符合. */
const contrary = (wording: string): string => (wording.length <= 6 && /^[无不]/.test(wording) ? wording.slice(1) : '不符合');

function broken(indicator: Indicator, limit: LimitValue): string {
  if (limit === true) return missing(indicator);
  if (typeof limit !== 'string') return step(limit[1], 0.2);
  switch (indicator.comparator) {
    case 'lt': case 'gt': return limit;
    case 'le': return step(limit, 0.1);
    case 'ge': return step(limit, -0.1);
    case 'absLe': return `-${step(limit, 0.2)}`;
    default: return missing(indicator);
  }
}

/** Beyond an end by a share of its size, upwards or downwards, in plain digits. */
const step = (end: string, share: number): string => dec(end).plus(dec(end).isZero() ? share : dec(end).abs().times(share)).toFixed();
