import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { faultOf, statusOf } from '#web/refusal.ts';
import { LoadFailed, Reading } from './empty.tsx';

/** What is asked from the server, in its three states. 403 and 404 are the page's own and go to the error page of the shell. */
export function Loaded<T>({ query, children, lines = 4 }: { query: UseQueryResult<T>; children: (data: T) => ReactNode; lines?: number }): JSX.Element {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.isError) return <Reading lines={lines} />;
  if ([401, 403, 404].includes(statusOf(query.error))) throw query.error;
  return <LoadFailed fault={faultOf(query.error)} onRetry={() => void query.refetch()} />;
}
