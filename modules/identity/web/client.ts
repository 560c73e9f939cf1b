import { queryOptions } from '@tanstack/react-query';
import { identity } from '#web/identity-client.ts';

export { identity };

export const accountQuery = queryOptions({ queryKey: ['identity', 'account'], queryFn: ({ signal }) => identity.account({}, { signal }) });
/** What the account page asks anew after each change. */
export const ACCOUNT = [accountQuery.queryKey] as const;

export type Account = Awaited<ReturnType<typeof identity.account>>;

/** Everything about people and units that may show something else after an act. */
export const PEOPLE = ['identity', 'people'] as const;

export const unitPeopleQuery = queryOptions({ queryKey: [...PEOPLE, 'own'], queryFn: ({ signal }) => identity.unitPeople({}, { signal }) });
export const cityUnitsQuery = (city: string) => queryOptions({ queryKey: [...PEOPLE, 'city', city], queryFn: ({ signal }) => identity.cityUnits({ city }, { signal }) });
export const cityUnitQuery = (city: string, unit: string) => queryOptions({ queryKey: [...PEOPLE, 'city', city, unit], queryFn: ({ signal }) => identity.cityUnit({ city, unit }, { signal }) });
export const myRightsQuery = queryOptions({ queryKey: [...PEOPLE, 'rights'], queryFn: ({ signal }) => identity.myRights({}, { signal }) });
export const myInvitationsQuery = queryOptions({ queryKey: [...PEOPLE, 'invitations'], queryFn: ({ signal }) => identity.myInvitations({}, { signal }) });

/** Where the holder of a link goes. What stands behind # is not sent to any server, nor written into its logs. */
export const invitationAddress = (token: string): string => `${location.origin}/invitation#${token}`;
