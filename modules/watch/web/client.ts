import { queryOptions } from '@tanstack/react-query';
import type { contract } from '#modules/watch/contract/index.ts';
import { clientOf } from '#web/client.ts';
import routes from 'virtual:contract/watch';

export const watch = clientOf<typeof contract>(routes);
export type Health = Awaited<ReturnType<typeof watch.health>>;
export type FailedJob = Health['failed'][number];
export type Slow = NonNullable<Health['observation']>['slow'][number];
export type Entry = Awaited<ReturnType<typeof watch.audit>>['entries'][number];
export type Refusal = Awaited<ReturnType<typeof watch.refusals>>['rows'][number];

export const WATCH = ['watch'] as const;
export const PAGE_SIZE = 50;

/** Looked at again every ten seconds, as often as the platform looks at itself. */
export const healthQuery = queryOptions({ queryKey: [...WATCH, 'health'], queryFn: ({ signal }) => watch.health({}, { signal }), refetchInterval: 10_000 });
export const securityQuery = (page: number) => queryOptions({ queryKey: [...WATCH, 'security', page], queryFn: ({ signal }) => watch.securityActs({ page, size: PAGE_SIZE }, { signal }) });
export const refusalsQuery = (page: number) => queryOptions({ queryKey: [...WATCH, 'refusals', page], queryFn: ({ signal }) => watch.refusals({ page, size: PAGE_SIZE }, { signal }) });
export type Asked = { readonly kind: string; readonly subject: string; readonly organisationId: string; readonly since: string };
export const auditQuery = (asked: Asked, page: number) => {
  const { kind, subject, organisationId, since } = asked;
  const given = { ...(kind === '' ? {} : { kind }), ...(subject === '' ? {} : { subject }), ...(organisationId === '' ? {} : { organisationId }), ...(since === '' ? {} : { since: `${since}T00:00:00+08:00` }) };
  return queryOptions({ queryKey: [...WATCH, 'audit', given, page], queryFn: ({ signal }) => watch.audit({ ...given, page, size: PAGE_SIZE }, { signal }) });
};
