import { queryOptions } from '@tanstack/react-query';
import { API } from '#web/http.ts';

/** Figures of a city for its home page. A figure nobody counts yet is null and is shown as a blank, never as zero. */
export type Overview = {
  readonly asOf: string | null;
  readonly orders: { readonly amount: string; readonly count: number; readonly accepted: number } | null;
  readonly suppliers: { readonly count: number; readonly makers: number; readonly distributors: number } | null;
  readonly products: { readonly count: number; readonly kinds: number; readonly kindsInAll: number } | null;
  readonly standard: { readonly kinds: number; readonly indicators: number; readonly confirmed: number } | null;
};
const NOTHING_COUNTED: Overview = { asOf: null, orders: null, suppliers: null, products: null, standard: null };

/** 404: this release has no module that counts. That is a blank, not a fault. */
export const overviewQuery = (city: string) =>
  queryOptions({
    queryKey: ['overview', city],
    queryFn: async ({ signal }): Promise<Overview> => {
      const response = await fetch(`${API}/${city}/overview`, { signal });
      if (response.status === 404) return NOTHING_COUNTED;
      if (!response.ok) throw new Error(`overview ${response.status}`);
      return { ...NOTHING_COUNTED, ...((await response.json()) as Partial<Overview>) };
    },
    staleTime: 60_000,
  });

/** `1.31 亿元` or `131.00 million yuan`: digits are moved, never computed with; what is cut off is not rounded up. */
export function inLargeUnits(amount: string, lang: 'zh-CN' | 'en'): { figure: string; unit: string } {
  const whole = amount.split('.')[0] ?? '0';
  const [zeros, unit] = lang === 'en' ? ([6, 'million yuan'] as const) : whole.length > 8 ? ([8, '亿元'] as const) : ([4, '万元'] as const);
  const padded = whole.padStart(zeros + 1, '0');
  return { figure: `${padded.slice(0, -zeros)}.${padded.slice(-zeros, -zeros + 2)}`, unit };
}
