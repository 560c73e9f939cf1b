import { sql } from 'kysely';
import type { NoticeClass } from '#kernel/notice.ts';
import type { RefusalFacts } from '#kernel/result.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Channel } from '../domain/channels.ts';
import type { MessageState } from '../domain/message-life.ts';

export type CourseRow = {
  id: string; created_at: Date; channel: Channel; kind: 'notice' | 'digest' | 'confirmation' | 'letter'; class: NoticeClass | null; sent_to: string | null;
  state: MessageState; reason: string | null; answer: string | null; attempts: number; not_before: Date; settled_at: Date | null;
};
export type SentRow = CourseRow & { code: string | null; facts: RefusalFacts | null; path: string | null; basis: string | null; slug: string | null };

const COURSE = sql`m.id, m.created_at, m.channel, m.kind, m.class, m.sent_to, m.state, m.reason, m.answer, m.attempts, m.not_before, m.settled_at`;

/** What was sent to a person. Of an organisation they have left they see that it was sent, no longer what it said. */
export async function sentTo(tx: Tx, personId: string, page: number, size: number): Promise<{ rows: readonly SentRow[]; total: number }> {
  const counted = await sql<{ total: number }>`select count(*)::int as total from notifications.message where person_id = ${personId}`.execute(tx);
  const { rows } = await sql<Omit<SentRow, 'facts'> & { facts: string | null }>`
    select ${COURSE}, n.code, n.facts, n.path, n.basis, y.slug
    from notifications.message m
      left join notifications.notification n on n.id = m.notification_id and exists (select from identity_read.membership s where s.person_id = m.person_id and s.organisation_id = n.organisation_id)
      left join identity_read.city y on y.id = m.city_id
    where m.person_id = ${personId} order by m.id desc limit ${size} offset ${(page - 1) * size}`.execute(tx);
  return { total: counted.rows[0]!.total, rows: rows.map((row) => ({ ...row, facts: row.facts === null ? null : (JSON.parse(row.facts) as RefusalFacts) })) };
}

/** The messages of the platform without what they say, and how many are in each state. */
export async function messagesOf(tx: Tx, state: MessageState | undefined, page: number, size: number): Promise<{ rows: readonly CourseRow[]; total: number; counts: Readonly<Record<string, number>> }> {
  const counted = await sql<{ state: MessageState; count: number }>`select state, count(*)::int as count from notifications.message group by state`.execute(tx);
  const counts = Object.fromEntries(counted.rows.map((row) => [row.state, row.count]));
  const where = state === undefined ? sql`true` : sql`m.state = ${state}`;
  const { rows } = await sql<CourseRow>`
    select ${COURSE} from notifications.message m where ${where} order by m.id desc limit ${size} offset ${(page - 1) * size}`.execute(tx);
  return { rows, counts, total: state === undefined ? counted.rows.reduce((sum, row) => sum + row.count, 0) : (counts[state] ?? 0) };
}

export async function lockMessage(tx: Tx, id: string): Promise<{ state: MessageState; kind: string } | undefined> {
  const { rows } = await sql<{ state: MessageState; kind: string }>`select state, kind from notifications.message where id = ${id} for update`.execute(tx);
  return rows[0];
}

/** Back into the queue with a fresh term; the attempts stay on record. */
export async function putBack(tx: Tx, id: string, until: Date, now: Date): Promise<void> {
  await sql`update notifications.message set state = 'waiting', not_before = ${now}, until = ${until}, handing_at = null, settled_at = null, reason = null where id = ${id}`.execute(tx);
}
