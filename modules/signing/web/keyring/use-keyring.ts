import { queryOptions, useQuery } from '@tanstack/react-query';
import type { KeyCopy } from '../../domain/key-copy.ts';
import { keysKey, keysQuery, type MyKey, type MyKeys } from '../client.ts';
import { copiesOf } from './keyring.ts';

/** A key of the reader with its sealed copy, where this browser (or, for a person of the demonstration, the server) has it. */
export type HeldKey = { readonly key: MyKey; readonly copy: KeyCopy | null };
export type Keyring = { readonly mine: MyKeys; readonly held: readonly HeldKey[]; /** Keys that can sign now, here. */ readonly ready: readonly (HeldKey & { readonly copy: KeyCopy })[] };

export const copiesKey = (city: string) => [...keysKey(city), 'copies'] as const;

/** The reader's keys in this city as the server certifies them, joined with what lies in this browser. */
export function useKeyring(city: string): { data: Keyring | undefined; error: Error | null } {
  const mine = useQuery(keysQuery(city));
  const holder = mine.data?.holder;
  const copies = useQuery(queryOptions({ queryKey: [...copiesKey(city), holder?.person, holder?.organisation], enabled: holder !== undefined, staleTime: Infinity, queryFn: () => copiesOf(holder!) }));
  if (mine.data === undefined || copies.data === undefined) return { data: undefined, error: mine.error ?? copies.error };
  const found = copies.data;
  const held = mine.data.keys.map((key) => ({ key, copy: found.get(key.certificate.publicKey) ?? (key.demonstrationCopy as KeyCopy | null) }));
  const ready = held.flatMap((one) => (one.key.state === 'live' && one.copy !== null ? [{ key: one.key, copy: one.copy }] : []));
  return { data: { mine: mine.data, held, ready }, error: null };
}
