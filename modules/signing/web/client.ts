import { queryOptions } from '@tanstack/react-query';
import type { contract } from '#modules/signing/contract/index.ts';
import { clientOf } from '#web/client.ts';
import routes from 'virtual:contract/signing';

export const signing = clientOf<typeof contract>(routes);
export type MyKeys = Awaited<ReturnType<typeof signing.myKeys>>;
export type MyKey = MyKeys['keys'][number];
export type Check = Awaited<ReturnType<typeof signing.check>>;
export type Holder = MyKeys['holder'];

export const keysKey = (city: string) => ['signing', city, 'keys'] as const;
export const keysQuery = (city: string) => queryOptions({ queryKey: keysKey(city), queryFn: ({ signal }) => signing.myKeys({ city }, { signal }), staleTime: 10_000 });
export const checkQuery = (city: string, code: string) => queryOptions({ queryKey: ['signing', city, 'check', code], queryFn: ({ signal }) => signing.check({ city, code }, { signal }), staleTime: 60_000, retry: false });
