import type { NoticeCatalogue } from '#kernel/notice.ts';

const ACCEPTANCE_OF_OFFER = '民法典第四百八十条：承诺应当以通知的方式作出';
const REVOCATION_OF_OFFER = '民法典第四百七十七条：撤销要约的意思表示应当在受要约人作出承诺之前到达';
const NOT_CONFORMING = '民法典第六百二十一条：数量或者质量不符合约定的，买受人应当通知出卖人';

/** What the two sides of an order are told. */
export const orderNotices = {
  'orders.notice.placed': { class: 'task' },
  'orders.notice.confirmed': { class: 'legal', basis: ACCEPTANCE_OF_OFFER },
  'orders.notice.declined': { class: 'task' },
  'orders.notice.cancelled': { class: 'legal', basis: REVOCATION_OF_OFFER },
  'orders.notice.delivered': { class: 'task' },
  'orders.notice.delivered-part': { class: 'task' },
  'orders.notice.line-settled': { class: 'progress' },
  'orders.notice.line-replenish': { class: 'legal', basis: NOT_CONFORMING },
  'orders.notice.line-replace': { class: 'legal', basis: NOT_CONFORMING },
  'orders.notice.line-return': { class: 'legal', basis: NOT_CONFORMING },
  'orders.notice.line-reduction': { class: 'legal', basis: NOT_CONFORMING },
  'orders.notice.reduction-agreed': { class: 'task' },
  'orders.notice.reduction-not-agreed': { class: 'task' },
  'orders.notice.accepted': { class: 'progress' },
  'orders.notice.closed': { class: 'progress' },
  'orders.notice.required-soon': { class: 'deadline' },
  'orders.notice.unanswered': { class: 'deadline' },
  'orders.notice.unaccepted': { class: 'deadline' },
} as const satisfies NoticeCatalogue;

export type OrderNotice = keyof typeof orderNotices;
