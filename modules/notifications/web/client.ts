import { queryOptions } from '@tanstack/react-query';
import type { contract } from '#modules/notifications/contract/index.ts';
import { clientOf } from '#web/client.ts';
import routes from 'virtual:contract/notifications';

export const notifications = clientOf<typeof contract>(routes);
export type Notice = Awaited<ReturnType<typeof notifications.mine>>['rows'][number];

export const NOTIFICATIONS = ['notifications'] as const;
export const PAGE_SIZE = 20;
/** What the panel under the bell shows. */
export const FEW = 6;

/** The bell looks once a minute while the window is seen. */
export const bellQuery = queryOptions({ queryKey: [...NOTIFICATIONS, 'bell'], queryFn: ({ signal }) => notifications.mine({ unread: 'false', page: 1, size: FEW }, { signal }), refetchInterval: 60_000, refetchOnWindowFocus: true });
export const listQuery = (unread: boolean, page: number) =>
  queryOptions({ queryKey: [...NOTIFICATIONS, 'list', unread, page], queryFn: ({ signal }) => notifications.mine({ unread: unread ? 'true' : 'false', page, size: PAGE_SIZE }, { signal }) });
