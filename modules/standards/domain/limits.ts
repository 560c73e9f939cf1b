import { declaredGrade, selectedKeys } from './parameters.ts';
import { QUALITY_ORDER } from './grades.ts';
import type { Indicator, LimitValue, Parameters } from './model.ts';

/** A limit that may hold for this product, with the key, class or star it stands under. */
export type Candidate = { readonly key: string; readonly value: LimitValue };

/** The limits that may hold for a product, and why there is more than one or none. */
export type Applicable =
  /** One limit holds. */
  | { readonly form: 'one'; readonly limit: Candidate }
  /** The product does not say enough: each of these may be the one. */
  | { readonly form: 'open'; readonly parameter: string; readonly declared: string | null; readonly limits: readonly Candidate[] }
  /** Classes of a product standard, none declared. `ordered` where each later class is stricter and the first already makes the product conform. */
  | { readonly form: 'classes'; readonly limits: readonly Candidate[]; readonly ordered: boolean }
  /** Only stars: nothing here gates. */
  | { readonly form: 'stars-only' }
  /** The declared value is not among those the standard has a limit for. */
  | { readonly form: 'none'; readonly parameter: string; readonly declared: string };

const declaredOf = (parameters: Parameters, name: string): string | undefined => {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return value === undefined || value.trim() === '' ? undefined : value;
};

/** The limits below the stars that may hold for a product with these parameters. */
export function applicable(indicator: Indicator, parameters: Parameters): Applicable {
  const { limit } = indicator;
  switch (limit.form) {
    case 'base': return { form: 'one', limit: { key: '', value: limit.base } };
    case 'by-star': return limit.base === null ? { form: 'stars-only' } : { form: 'one', limit: { key: '', value: limit.base } };
    case 'by-grade': {
      const declared = declaredGrade(limit.grades.map((one) => one.grade), declaredOf(parameters, 'grade'));
      const found = limit.grades.find((one) => one.grade === declared);
      const limits = limit.grades.map(({ grade, value }) => ({ key: grade, value }));
      const ordered = limits.every((one, at) => one.key === QUALITY_ORDER[at]);
      return found === undefined ? { form: 'classes', limits, ordered } : { form: 'one', limit: { key: found.grade, value: found.value } };
    }
    case 'by-parameter': {
      const keys = Object.keys(limit.values);
      const declared = declaredOf(parameters, limit.param);
      const selected = declared === undefined ? keys : selectedKeys(keys, declared, parameters);
      const limits = selected.flatMap((key) => {
        const value = limit.values[key];
        return value === undefined ? [] : [{ key, value }];
      });
      const [only] = limits;
      if (only === undefined) return { form: 'none', parameter: limit.param, declared: declared ?? '' };
      if (declared !== undefined && limits.length === 1) return { form: 'one', limit: only };
      return { form: 'open', parameter: limit.param, declared: declared ?? null, limits };
    }
  }
}

/** Every limit of an indicator in any of its forms. */
export function everyLimit(indicator: Indicator): readonly LimitValue[] {
  const { limit } = indicator;
  switch (limit.form) {
    case 'base': return [limit.base];
    case 'by-parameter': return Object.values(limit.values);
    case 'by-grade': return limit.grades.map((one) => one.value);
    case 'by-star': return [...(limit.base === null ? [] : [limit.base]), ...limit.stars];
  }
}

/** Whether the indicator has a limit below the stars: only these gate a purchase. */
export const gates = (indicator: Indicator): boolean => indicator.limit.form !== 'by-star' || indicator.limit.base !== null;
