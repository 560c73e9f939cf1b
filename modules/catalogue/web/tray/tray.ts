import { useSyncExternalStore } from 'react';

/** Products chosen for comparison, kept in this browser per city: all of one kind, at most four. */
export type Chosen = { readonly listingId: string; readonly kind: string; readonly name: string; readonly supplier: string };
export const MOST = 4;

const keyOf = (city: string): string => `qc-compare-${city}`;
const listeners = new Set<() => void>();
/** What was last read, so that the same text gives the same list (a store must not change between two looks). */
const known = new Map<string, { readonly text: string; readonly list: readonly Chosen[] }>();

/** Storage may be off or hold anything; only whole entries of one kind count. */
export function chosenIn(text: string): readonly Chosen[] {
  try {
    const kept: unknown = JSON.parse(text);
    if (!Array.isArray(kept)) return [];
    const whole = kept.filter((one): one is Chosen => typeof one === 'object' && one !== null && ['listingId', 'kind', 'name', 'supplier'].every((part) => typeof (one as Record<string, unknown>)[part] === 'string'));
    return whole.filter((one) => one.kind === whole[0]?.kind).slice(0, MOST);
  } catch {
    return [];
  }
}

function read(city: string): readonly Chosen[] {
  let text = known.get(city)?.text ?? '[]';
  try {
    text = localStorage.getItem(keyOf(city)) ?? '[]';
  } catch {
    // storage is off: the choice lasts as long as the page
  }
  const before = known.get(city);
  if (before?.text === text) return before.list;
  const list = chosenIn(text);
  known.set(city, { text, list });
  return list;
}

function put(city: string, list: readonly Chosen[]): void {
  const text = JSON.stringify(list);
  known.set(city, { text, list });
  try {
    localStorage.setItem(keyOf(city), text);
  } catch {
    // as above
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

/** What ticking a product makes of the choice: another kind begins anew, a fifth is refused. */
export function withChosen(list: readonly Chosen[], one: Chosen): { readonly list: readonly Chosen[]; readonly said: 'full' | 'changed' | null } {
  if (list.some((other) => other.listingId === one.listingId)) return { list, said: null };
  if (list.length > 0 && list[0]?.kind !== one.kind) return { list: [one], said: 'changed' };
  return list.length >= MOST ? { list, said: 'full' } : { list: [...list, one], said: null };
}

export type Tray = { readonly list: readonly Chosen[]; has(listingId: string): boolean; add(one: Chosen): 'full' | 'changed' | null; remove(listingId: string): void; clear(): void };

export function useTray(city: string): Tray {
  const list = useSyncExternalStore(subscribe, () => read(city));
  return {
    list,
    has: (listingId) => list.some((one) => one.listingId === listingId),
    add: (one) => {
      const next = withChosen(list, one);
      put(city, next.list);
      return next.said;
    },
    remove: (listingId) => put(city, list.filter((one) => one.listingId !== listingId)),
    clear: () => put(city, []),
  };
}
