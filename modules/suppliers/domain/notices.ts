import type { NoticeCatalogue } from '#kernel/notice.ts';

/** What a supplier is told of its admission. */
export const supplierNotices = {
  'suppliers.notice.admission-admitted': { class: 'progress' },
  'suppliers.notice.admission-returned': { class: 'task' },
  'suppliers.notice.admission-refused': { class: 'task' },
} as const satisfies NoticeCatalogue;
