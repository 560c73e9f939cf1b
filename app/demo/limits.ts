import { dec } from '#kernel/decimal.ts';
import type { Indicator, Limit, LimitValue, Parameters } from '#modules/standards/domain/model.ts';

/** The limit that a product of these parameters is made to meet, aimed at a star; undefined where the parameter is missing. */
export function aimedLimit(limit: Limit, parameters: Parameters, star: 0 | 1 | 2 | 3): LimitValue | null | undefined {
  if (limit.form === 'base') return limit.base;
  if (limit.form === 'by-star') return star === 0 ? limit.base : limit.stars[star - 1];
  if (limit.form === 'by-grade') return declaredClass(limit, parameters)?.value;
  const own = parameters[limit.param];
  if (own === undefined) return undefined;
  const entries = Object.entries(limit.values);
  const key = entries.find(([word]) => word === own) ?? entries.find(([word]) => own.startsWith(`${word}-`)) ?? entries.find(([word]) => inRange(own, word));
  return key?.[1];
}

/** The class a product declares; `II A` declares one class in each of two vocabularies. */
export const declaredClass = (limit: Limit & { form: 'by-grade' }, parameters: Parameters): { grade: string; value: LimitValue } | undefined =>
  limit.grades.find(({ grade }) => (parameters['grade'] ?? '').split(' ').includes(grade));

/** `16` lies in `14-20`, `9.5` in `>=7.5`, `1.75` in `v<=2.5`. */
function inRange(own: string, key: string): boolean {
  // `M10` against `>M5`: the same mark before both figures.
  const mark = /^[A-Z](?=\d)/.exec(own)?.[0];
  if (mark !== undefined && key.includes(mark)) return inRange(own.slice(1), key.replace(mark, ''));
  if (!/^\d+(\.\d+)?$/.test(own)) return false;
  const span = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(key);
  if (span !== null) return dec(own).gte(span[1] ?? '0') && dec(own).lte(span[2] ?? '0');
  const bounds = /^(?:(\d+(?:\.\d+)?)<)?(?:v)?(<=|<|>=|>)(\d+(?:\.\d+)?)$/.exec(key.replaceAll('≤', '<=').replaceAll('≥', '>='));
  if (bounds === null) return false;
  const [, above, sign, end = '0'] = bounds;
  if (above !== undefined && dec(own).lte(above)) return false;
  return sign === '<=' ? dec(own).lte(end) : sign === '<' ? dec(own).lt(end) : sign === '>=' ? dec(own).gte(end) : dec(own).gt(end);
}

/** The author's own test of a figure, so that no listed product is printed with a figure that fails. It judges nothing but this data. */
export function meets(indicator: Indicator, limit: LimitValue, figure: string): boolean {
  if (limit === true || indicator.comparator === 'present' || indicator.comparator === 'match' || indicator.comparator === 'gradeGe') return true;
  const value = dec(figure);
  if (typeof limit !== 'string') return value.gte(limit[0]) && value.lte(limit[1]);
  switch (indicator.comparator) {
    case 'le': return value.lte(limit);
    case 'lt': return value.lt(limit);
    case 'ge': return value.gte(limit);
    case 'gt': return value.gt(limit);
    case 'absLe': return value.abs().lte(limit);
    case 'between': return false;
  }
}
