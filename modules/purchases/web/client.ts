import { queryOptions } from '@tanstack/react-query';
import type { contract } from '#modules/purchases/contract/index.ts';
import { clientOf } from '#web/client.ts';
import routes from 'virtual:contract/purchases';

export const purchases = clientOf<typeof contract>(routes);

/** Everything of this module that may show something else after an act. */
export const basketKey = (city: string) => ['purchases', city] as const;

export const requestsQuery = (city: string) => queryOptions({ queryKey: [...basketKey(city), 'requests'], queryFn: ({ signal }) => purchases.requests({ city }, { signal }) });
export const ruleQuery = (city: string) => queryOptions({ queryKey: [...basketKey(city), 'rule'], queryFn: ({ signal }) => purchases.approvalRule({ city }, { signal }) });

/** Asked again when the reader comes back to the window: colleagues share the basket. */
export const basketQuery = (city: string) => queryOptions({ queryKey: [...basketKey(city), 'basket'], queryFn: ({ signal }) => purchases.basket({ city }, { signal }), staleTime: 5_000, refetchOnWindowFocus: true });
