import type { DeadlineSource } from '#platform/module.ts';
import { requiredSoon, unaccepted, unanswered, type Awaited } from './store/awaited.ts';

const due = (one: Awaited) => ({
  organisationId: one.organisation_id, cityId: one.city_id, subjectKind: 'order', subjectId: one.id, day: one.day,
  facts: { number: one.number, from: one.other }, path: `/work/orders/${one.id}`,
});

/** What an order waits for. The days are the platform's judgement of what helps both sides; the contract alone says what is late. */
export const deadlines: readonly DeadlineSource[] = [
  { code: 'orders.notice.required-soon', steps: [-7, -3, -1], open: async (tx, range) => (await requiredSoon(tx, range)).map(due) },
  { code: 'orders.notice.unanswered', steps: [1, 3, 7], open: async (tx, range) => (await unanswered(tx, range)).map(due) },
  { code: 'orders.notice.unaccepted', steps: [1, 3, 7], open: async (tx, range) => (await unaccepted(tx, range)).map(due) },
];
