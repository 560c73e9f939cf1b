import type { NoticeCatalogue } from '#kernel/notice.ts';

/** What an organisation is told of its people's keys: at once, since a key that nobody enrolled must be revoked at once. */
export const signingNotices = {
  'signing.notice.key-enrolled': { class: 'task' },
  'signing.notice.key-revoked': { class: 'task' },
} as const satisfies NoticeCatalogue;
