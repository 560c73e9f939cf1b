import { queryOptions } from '@tanstack/react-query';
import { identity } from '#web/identity-client.ts';

export { identity };

export const accountQuery = queryOptions({ queryKey: ['identity', 'account'], queryFn: ({ signal }) => identity.account({}, { signal }) });
/** What the account page asks anew after each change. */
export const ACCOUNT = [accountQuery.queryKey] as const;

export type Account = Awaited<ReturnType<typeof identity.account>>;
