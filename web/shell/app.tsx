import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { JSX } from 'react';
import { unsettled } from '#web/submit.ts';
import { router } from './router.tsx';

/** A refusal is an answer and is not asked again; a lost connection is, twice. Writes decide for themselves (web/submit.ts). */
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => count < 2 && unsettled(error), retryDelay: (count) => 400 * 3 ** count },
    mutations: { retry: false },
  },
});

export const App = (): JSX.Element => (
  <QueryClientProvider client={queries}>
    <RouterProvider router={router} />
  </QueryClientProvider>
);
