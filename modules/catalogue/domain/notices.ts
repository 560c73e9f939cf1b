import type { NoticeCatalogue } from '#kernel/notice.ts';

/** What a supplier is told of its product, by the centre's act. */
export const listingNotices: NoticeCatalogue = {
  'catalogue.notice.list': { class: 'progress' },
  'catalogue.notice.return': { class: 'task' },
  'catalogue.notice.refuse': { class: 'task' },
  'catalogue.notice.suspend': { class: 'task' },
  'catalogue.notice.restore': { class: 'progress' },
};
