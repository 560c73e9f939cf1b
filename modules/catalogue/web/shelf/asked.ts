/** What a reader asks of the shelf; it stands in the address, so that a page can be sent to a colleague and found again. */
export type Asked = {
  readonly q: string;
  readonly category: string | null;
  readonly kind: string | null;
  readonly star: 0 | 1 | 2 | 3 | null;
  readonly proven: 'all' | 'to-prove' | null;
  readonly supplier: string | null;
  /** Prices in yuan, as typed. */
  readonly from: string | null;
  readonly to: string | null;
  readonly sort: Sort;
  readonly page: number;
};
export const SORTS = ['star', 'price-up', 'price-down', 'newest', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export const SIZE = 20;
export const NOTHING: Asked = { q: '', category: null, kind: null, star: null, proven: null, supplier: null, from: null, to: null, sort: 'star', page: 1 };

/** A price as the server takes it: yuan with at most two decimals; null where it is none. */
export function priceOf(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[¥,\s]/g, '');
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? plain : null;
}

/** Reads the address. What is not understood is as good as not asked; the router has turned figures into numbers. */
export function askedOf(search: Readonly<Record<string, unknown>>): Asked {
  const text = (name: string): string => (typeof search[name] === 'string' || typeof search[name] === 'number' ? String(search[name]).trim() : '');
  const matching = (name: string, form: RegExp): string | null => (form.test(text(name)) ? text(name) : null);
  const page = Number(text('page'));
  const star = matching('star', /^[0-3]$/);
  return {
    q: text('q').slice(0, 100),
    category: matching('category', /^[\w-]{1,40}$/),
    kind: matching('kind', /^[A-Z]\d{2}$/),
    star: star === null ? null : (Number(star) as 0 | 1 | 2 | 3),
    proven: matching('proven', /^(all|to-prove)$/) as Asked['proven'],
    supplier: matching('supplier', /^[0-9a-f-]{36}$/),
    from: priceOf(text('from')),
    to: priceOf(text('to')),
    sort: SORTS.find((one) => one === text('sort')) ?? 'star',
    page: Number.isInteger(page) && page > 0 && page <= 10_000 ? page : 1,
  };
}

/** Writes the address: only what differs from the plain shelf. */
export function searchOf(asked: Asked): Record<string, string | number> {
  return Object.fromEntries(Object.entries(asked).filter(([name, value]) => value !== null && value !== NOTHING[name as keyof Asked])) as Record<string, string | number>;
}

/** Filters beside kind and text, each of which can be taken away alone. */
export const FILTERS = ['star', 'proven', 'supplier', 'from', 'to'] as const;
export const filtersOf = (asked: Asked): readonly (typeof FILTERS)[number][] => FILTERS.filter((name) => asked[name] !== null);

/** How many products each choice of stars finds: at least so many; 0 is none. */
export function starCounts(stars: Readonly<Record<string, number>>): Readonly<Record<'0' | '1' | '2' | '3', number>> {
  const of = (star: number): number => stars[String(star)] ?? 0;
  return { 0: of(0), 1: of(1) + of(2) + of(3), 2: of(2) + of(3), 3: of(3) };
}
