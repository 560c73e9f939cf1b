import { queryOptions } from '@tanstack/react-query';
import type { contract } from '#modules/catalogue/contract/index.ts';
import type { contract as standardsContract } from '#modules/standards/contract/index.ts';
import { clientOf } from '#web/client.ts';
import routes from 'virtual:contract/catalogue';
import standardsRoutes from 'virtual:contract/standards';
import { SIZE, type Asked } from './shelf/asked.ts';

export const catalogue = clientOf<typeof contract>(routes);
const standards = clientOf<typeof standardsContract>(standardsRoutes);

/** Everything of this module that may show something else after an act. */
export const catalogueKey = (city: string) => ['catalogue', city] as const;

export const shelfQuery = (city: string, { q, category, kind, star, proven, supplier, from, to, sort, page }: Asked) =>
  queryOptions({
    queryKey: [...catalogueKey(city), 'shelf', { q, category, kind, star, proven, supplier, from, to, sort, page }],
    queryFn: ({ signal }) =>
      catalogue.shelf(
        {
          city, sort, page, size: SIZE, ...(q === '' ? {} : { q }), ...(kind !== null ? { kind } : category !== null ? { category } : {}), ...(star === null ? {} : { star }), ...(proven === null ? {} : { proven }),
          ...(supplier === null ? {} : { supplier }), ...(from === null ? {} : { priceFrom: from }), ...(to === null ? {} : { priceTo: to }),
        },
        { signal },
      ),
    staleTime: 15_000,
    placeholderData: (before) => before,
  });

export const productQuery = (city: string, listingId: string) => queryOptions({ queryKey: [...catalogueKey(city), 'product', listingId], queryFn: ({ signal }) => catalogue.product({ city, listingId }, { signal }), staleTime: 10_000 });

/** Asked again by itself while the report is being read. */
export const comparisonQuery = (city: string, listingId: string, reportId: string) =>
  queryOptions({
    queryKey: [...catalogueKey(city), 'comparison', listingId, reportId],
    queryFn: ({ signal }) => catalogue.comparison({ city, listingId, reportId }, { signal }),
    staleTime: 10_000,
    refetchInterval: (query) => (query.state.data?.comparison.state === 'queued' ? 1500 : false),
  });

export const figuresQuery = (city: string) => queryOptions({ queryKey: [...catalogueKey(city), 'figures'], queryFn: ({ signal }) => catalogue.figures({ city }, { signal }), staleTime: 60_000 });
export const myProductsQuery = (city: string) => queryOptions({ queryKey: [...catalogueKey(city), 'mine'], queryFn: ({ signal }) => catalogue.myProducts({ city }, { signal }), staleTime: 10_000, refetchOnWindowFocus: true });
/** Asked again when the reviewer comes back to the window: a colleague may have decided meanwhile. */
export const reviewQuery = (city: string) => queryOptions({ queryKey: [...catalogueKey(city), 'review'], queryFn: ({ signal }) => catalogue.reviewQueue({ city }, { signal }), staleTime: 10_000, refetchOnWindowFocus: true });
export const formQuery = (city: string, kind: string) => queryOptions({ queryKey: [...catalogueKey(city), 'form', kind], queryFn: ({ signal }) => catalogue.productForm({ city, kind }, { signal }), staleTime: 60_000 });

/** Names of categories and kinds, as the pages of the standard ask for them too: one answer serves both. */
export const editionQuery = (city: string) => queryOptions({ queryKey: ['standards', city, 'edition'], queryFn: ({ signal }) => standards.edition({ city }, { signal }), staleTime: 60_000 });
