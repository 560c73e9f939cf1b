import { sql, type RawBuilder } from 'kysely';
import type { Json } from '#kernel/canonical.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Notice, NoticeCode } from '../domain/notice.ts';

/** Counting stops here; the bell says 99+. */
export const MOST_COUNTED = 100;

export async function insertNotification(tx: Tx, id: string, notice: Notice, now: Date): Promise<void> {
  await sql`/* prepared */ insert into notifications.notification (id, organisation_id, city_id, code, class, basis, subject_kind, subject_id, facts, path, cause, created_at)
    values (${id}, ${notice.organisationId}, ${notice.cityId}, ${notice.code}, ${notice.kind.class}, ${notice.kind.class === 'legal' ? notice.kind.basis : null}, ${notice.subjectKind}, ${notice.subjectId}, ${JSON.stringify(notice.facts)}, ${notice.path}, ${notice.cause ?? null}, ${now})
    on conflict do nothing`.execute(tx);
}

export type Reader = { readonly personId: string; readonly organisationId: string };

/** Not read by this reader, told by ids or by columns: neither at one stroke nor by itself. */
export const unread = (reader: { readonly personId: string | RawBuilder<unknown>; readonly organisationId: string | RawBuilder<unknown> }) => sql`n.organisation_id = ${reader.organisationId}
  and n.id > coalesce((select up_to from notifications.read_up_to u where u.person_id = ${reader.personId} and u.organisation_id = n.organisation_id), '00000000-0000-0000-0000-000000000000')
  and not exists (select from notifications.read_one r where r.person_id = ${reader.personId} and r.notification_id = n.id)`;

/** How many this reader has not read; 100 stands for more. */
export async function countUnread(tx: Tx, reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (select from notifications.notification n where ${unread(reader)} limit ${MOST_COUNTED}) few`.execute(tx);
  return rows[0]!.count;
}

export type NotificationRow = {
  id: string; code: NoticeCode; facts: Readonly<Record<string, string | number | boolean | null>>; subjectKind: string; subjectId: string; path: string | null;
  city: { slug: string; nameZh: string; nameEn: string } | null; at: Date; unread: boolean;
};

/** One page, the newest first. */
export async function listNotifications(tx: Tx, reader: Reader, onlyUnread: boolean, page: number, size: number): Promise<{ rows: NotificationRow[]; total: number }> {
  const where = onlyUnread ? unread(reader) : sql`n.organisation_id = ${reader.organisationId}`;
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from notifications.notification n where ${where}`.execute(tx);
  const { rows } = await sql<{ id: string; code: NoticeCode; facts: string; subject_kind: string; subject_id: string; path: string | null; slug: string | null; name_zh: string; name_en: string; created_at: Date; unread: boolean }>`
    select n.id, n.code, n.facts, n.subject_kind, n.subject_id, n.path, c.slug, c.name_zh, c.name_en, n.created_at, (${unread(reader)}) as unread
    from notifications.notification n left join identity_read.city c on c.id = n.city_id
    where ${where} order by n.id desc limit ${size} offset ${(page - 1) * size}`.execute(tx);
  return {
    total: counted[0]!.total,
    rows: rows.map((r) => ({
      id: r.id, code: r.code, facts: JSON.parse(r.facts) as NotificationRow['facts'] & Json, subjectKind: r.subject_kind, subjectId: r.subject_id, path: r.path,
      city: r.slug === null ? null : { slug: r.slug, nameZh: r.name_zh, nameEn: r.name_en }, at: r.created_at, unread: r.unread,
    })),
  };
}

/** Which of these are this organisation's. */
export async function ownAmong(tx: Tx, organisationId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select id from notifications.notification where organisation_id = ${organisationId} and id = any(${ids}::uuid[])`.execute(tx);
  return new Set(rows.map((r) => r.id));
}

export async function readThese(tx: Tx, personId: string, ids: readonly string[], now: Date): Promise<void> {
  await sql`insert into notifications.read_one (person_id, notification_id, read_at) select ${personId}, id, ${now} from unnest(${ids}::uuid[]) as id on conflict do nothing`.execute(tx);
}

/** Marks everything up to this one as read. The mark never goes back. */
export async function readUpTo(tx: Tx, reader: Reader, id: string): Promise<void> {
  await sql`insert into notifications.read_up_to (person_id, organisation_id, up_to) values (${reader.personId}, ${reader.organisationId}, ${id})
    on conflict (person_id, organisation_id) do update set up_to = greatest(notifications.read_up_to.up_to, excluded.up_to)`.execute(tx);
}
