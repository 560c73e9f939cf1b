import type { NoticeCatalogue } from '#kernel/notice.ts';

/** What is told from here: of settled evidence, since documents stands below this module and cannot tell it. */
export const notices = {
  'documents.notice.evidence-confirmed': { class: 'progress' },
  'documents.notice.evidence-refused': { class: 'task' },
  'documents.notice.evidence-expiring': { class: 'deadline' },
} as const satisfies NoticeCatalogue;
