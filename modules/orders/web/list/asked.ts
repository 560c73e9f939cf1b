/** What a reader asks of the list; it stands in the address, so that it can be sent to a colleague and found again. */
export type Asked = {
  readonly stage: (typeof STAGES)[number];
  readonly q: string;
  /** Days in Beijing, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly sort: (typeof SORTS)[number];
  readonly page: number;
};
export const STAGES = ['all', 'mine', 'open', 'done'] as const;
export const SORTS = ['newest', 'oldest', 'largest', 'smallest', 'required'] as const;
export const SIZE = 20;
export const NOTHING: Asked = { stage: 'all', q: '', from: null, to: null, sort: 'newest', page: 1 };

/** Reads the address; what is not understood is as good as not asked. */
export function askedOf(search: Readonly<Record<string, unknown>>): Asked {
  const text = (name: string): string => (typeof search[name] === 'string' || typeof search[name] === 'number' ? String(search[name]).trim() : '');
  const dayOf = (name: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text(name)) ? text(name) : null);
  const page = Number(text('page'));
  return {
    stage: STAGES.find((one) => one === text('stage')) ?? 'all', q: text('q').slice(0, 60), from: dayOf('from'), to: dayOf('to'),
    sort: SORTS.find((one) => one === text('sort')) ?? 'newest', page: Number.isInteger(page) && page > 0 && page <= 10_000 ? page : 1,
  };
}

/** Writes the address: only what differs from the plain list. */
export function searchOf(asked: Asked): Record<string, string | number> {
  return Object.fromEntries(Object.entries(asked).filter(([name, value]) => value !== null && value !== NOTHING[name as keyof Asked])) as Record<string, string | number>;
}
