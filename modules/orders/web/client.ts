import { queryOptions } from '@tanstack/react-query';
import type { contract } from '#modules/orders/contract/index.ts';
import { clientOf } from '#web/client.ts';
import routes from 'virtual:contract/orders';
import { SIZE, type Asked } from './list/asked.ts';

export const orders = clientOf<typeof contract>(routes);

/** Everything of this module that may show something else after an act. */
export const ordersKey = (city: string) => ['orders', city] as const;

export const ordersQuery = (city: string, { stage, q, from, to, sort, page }: Asked, size = SIZE) =>
  queryOptions({
    queryKey: [...ordersKey(city), 'list', { stage, q, from, to, sort, page, size }],
    queryFn: ({ signal }) => orders.orders({ city, stage, sort, page, size, ...(q === '' ? {} : { q }), ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }, { signal }),
    staleTime: 10_000,
    refetchOnWindowFocus: true,
    placeholderData: (before) => before,
  });

/** Asked again when the reader comes back to the window: the other side, or a colleague, may have acted. */
export const orderQuery = (city: string, order: string) => queryOptions({ queryKey: [...ordersKey(city), 'order', order], queryFn: ({ signal }) => orders.order({ city, order }, { signal }), staleTime: 5_000, refetchOnWindowFocus: true });
