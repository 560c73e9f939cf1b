import type { BothTexts } from '#kernel/wire.ts';
import type { Words } from '#platform/wording.ts';
import { addressOf } from './domain/notice.ts';
import type { CourseRow, SentRow } from './store/record.ts';

/** A code whose wording was taken away later still tells that something happened, and where. */
export const spoken = (words: Words, row: { readonly code: string; readonly facts: Parameters<Words['both']>[1] }): BothTexts => words.both(words.has(row.code) ? row.code : 'notifications.notice.unworded', row.facts);

/** What became of a message. */
export const courseView = (row: CourseRow) => ({
  id: row.id, at: row.created_at.toISOString(), channel: row.channel, kind: row.kind, class: row.class,
  address: row.sent_to,
  state: row.state, reason: row.reason, answer: row.answer, attempts: row.attempts,
  nextAt: row.state === 'waiting' ? row.not_before.toISOString() : null, settledAt: row.settled_at?.toISOString() ?? null,
});

export const sentView = (words: Words, row: SentRow) => ({
  ...courseView(row), basis: row.basis, path: addressOf(row.path, row.slug),
  text: row.code !== null && row.facts !== null ? spoken(words, { code: row.code, facts: row.facts }) : words.both(row.kind === 'notice' ? 'notifications.notice.unworded' : `notifications.sent.${row.kind}`),
});
