import { queryOptions, useQuery } from '@tanstack/react-query';
import type { City } from '#modules/identity/contract/cities.ts';
import type { Membership, Session } from '#modules/identity/contract/session.ts';
import { identity } from '#web/identity-client.ts';

export type { City, Membership, Session };

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session> => {
    const asked = performance.now();
    const session = await identity.session({}, { signal });
    setServerTime(session.serverTime, asked);
    return session;
  },
  staleTime: 60_000,
});

export const citiesQuery = queryOptions({ queryKey: ['cities'], queryFn: ({ signal }): Promise<readonly City[]> => identity.cities({}, { signal }), staleTime: 3_600_000 });

export const useSession = (): Session | undefined => useQuery(sessionQuery).data;

/** A body without a home city (a supplier, a bank) acts in every city that admits it. */
export const servesCity = (who: Membership, slug: string): boolean => who.citySlug === null || who.citySlug === slug;

/** Legal deadlines are counted on the server's clock: its instant, and the local moment (monotonic) at which it was that instant. */
let clock = { server: Date.now(), local: performance.now() };

function setServerTime(iso: string, asked: number): void {
  const server = Date.parse(iso);
  if (!Number.isNaN(server)) clock = { server, local: (asked + performance.now()) / 2 };
}

/** The server's present instant in milliseconds; before its first answer, this machine's. */
export const serverNow = (): number => clock.server + (performance.now() - clock.local);
