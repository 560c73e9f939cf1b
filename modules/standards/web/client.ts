import { queryOptions } from '@tanstack/react-query';
import type { contract } from '#modules/standards/contract/index.ts';
import { clientOf } from '#web/client.ts';
import routes from 'virtual:contract/standards';

export const standards = clientOf<typeof contract>(routes);

/** Everything of this module that may show something else after a decision. */
export const standardsKey = (city: string) => ['standards', city] as const;

export const editionQuery = (city: string) => queryOptions({ queryKey: [...standardsKey(city), 'edition'], queryFn: ({ signal }) => standards.edition({ city }, { signal }), staleTime: 60_000 });
export const kindQuery = (city: string, kind: string) => queryOptions({ queryKey: [...standardsKey(city), 'kind', kind], queryFn: ({ signal }) => standards.kind({ city, kind }, { signal }), staleTime: 60_000 });
/** Asked again when the officer comes back to the window: a colleague may have decided meanwhile. */
export const deskQuery = (city: string) => queryOptions({ queryKey: [...standardsKey(city), 'desk'], queryFn: ({ signal }) => standards.limitDesk({ city }, { signal }), staleTime: 10_000, refetchOnWindowFocus: true });
