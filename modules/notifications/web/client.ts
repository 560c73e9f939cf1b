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

export const tellingQuery = queryOptions({
  queryKey: [...NOTIFICATIONS, 'settings'], queryFn: ({ signal }) => notifications.telling({}, { signal }),
  // A code is on its way for a few seconds; afterwards nothing changes by itself.
  refetchInterval: ({ state }) => (state.data?.channels.some((one) => one.claim?.codeSent === false) === true ? 2_000 : false),
});
export const TELLING = [tellingQuery.queryKey] as const;
export type Telling = Awaited<ReturnType<typeof notifications.telling>>;

export const sentQuery = (page: number) => queryOptions({ queryKey: [...NOTIFICATIONS, 'sent', page], queryFn: ({ signal }) => notifications.sent({ page, size: PAGE_SIZE }, { signal }) });
export type Sent = Awaited<ReturnType<typeof notifications.sent>>['rows'][number];

export const MESSAGES = [...NOTIFICATIONS, 'messages'] as const;
export const messagesQuery = (state: Course['state'] | undefined, page: number) =>
  queryOptions({ queryKey: [...MESSAGES, state ?? 'all', page], queryFn: ({ signal }) => notifications.messages({ ...(state === undefined ? {} : { state }), page, size: PAGE_SIZE }, { signal }) });
export type Message = Awaited<ReturnType<typeof notifications.messages>>['rows'][number];
/** What became of a message, one's own or anybody's. */
export type Course = Omit<Message, 'mayAgain'>;
