import { queryOptions } from '@tanstack/react-query';
import type { contract } from '#modules/suppliers/contract/index.ts';
import type { QueueStatus } from '#modules/suppliers/contract/review.ts';
import { clientOf } from '#web/client.ts';
import routes from 'virtual:contract/suppliers';
import type { SupplierKind } from '../domain/model.ts';

export const suppliers = clientOf<typeof contract>(routes);

/** Everything of this module that may show something else after an act. */
export const suppliersKey = (city: string) => ['suppliers', city] as const;

export const requirementsQuery = (city: string) => queryOptions({ queryKey: [...suppliersKey(city), 'requirements'], queryFn: ({ signal }) => suppliers.requirements({ city }, { signal }), staleTime: 600_000 });

export type ListedAsked = { readonly q: string; readonly kind: SupplierKind | null; readonly page: number };
export const LISTED_SIZE = 20;
export const listedQuery = (city: string, asked: ListedAsked) =>
  queryOptions({
    queryKey: [...suppliersKey(city), 'listed', asked],
    queryFn: ({ signal }) => suppliers.listed({ city, q: asked.q, page: asked.page, size: LISTED_SIZE, ...(asked.kind === null ? {} : { kind: asked.kind }) }, { signal }),
    staleTime: 30_000,
    placeholderData: (before) => before,
  });

export const ownAdmissionQuery = (city: string) => queryOptions({ queryKey: [...suppliersKey(city), 'own'], queryFn: ({ signal }) => suppliers.ownAdmission({ city }, { signal }), staleTime: 10_000, refetchOnWindowFocus: true });

export const QUEUE_SIZE = 20;
export const queueQuery = (city: string, status: QueueStatus, page: number) =>
  queryOptions({ queryKey: [...suppliersKey(city), 'queue', status, page], queryFn: ({ signal }) => suppliers.queue({ city, status, page, size: QUEUE_SIZE }, { signal }), staleTime: 10_000, refetchOnWindowFocus: true, placeholderData: (before) => before });

/** Asked again when the reviewer comes back to the window: a colleague may have decided meanwhile. */
export const reviewQuery = (city: string, admission: string) => queryOptions({ queryKey: [...suppliersKey(city), 'review', admission], queryFn: ({ signal }) => suppliers.review({ city, admission }, { signal }), staleTime: 10_000, refetchOnWindowFocus: true });
