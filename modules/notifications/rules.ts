/** The pure front door of notifications: what a notice is, for the modules that tell. */
export { CHANNELS, WAYS, waysOf, type Channel, type Way } from './domain/channels.ts';
export type { NoticeCatalogue, NoticeKind } from '#kernel/notice.ts';
export type { NoticeCode } from './domain/notice.ts';
