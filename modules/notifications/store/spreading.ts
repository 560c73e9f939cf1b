import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';
import type { NoticeClass } from '#kernel/notice.ts';
import type { Channel, Way } from '../domain/channels.ts';

export type ToSpread = { readonly id: string; readonly organisation_id: string; readonly city_id: string | null; readonly class: NoticeClass; readonly created_at: Date };

/** Notifications that nobody has passed on yet, the oldest first, held against other processes. */
export async function toSpread(tx: Tx, limit: number): Promise<readonly ToSpread[]> {
  const { rows } = await sql<ToSpread>`select id, organisation_id, city_id, class, created_at from notifications.notification where spread_at is null order by id limit ${limit} for update skip locked`.execute(tx);
  return rows;
}

export type Reachable = { readonly organisation_id: string; readonly person_id: string; readonly channel: Channel; readonly chosen: Readonly<Partial<Record<NoticeClass, Way>>> };

/** The people of these organisations with a confirmed address, and what each chose. */
export async function reachableIn(tx: Tx, organisationIds: readonly string[]): Promise<readonly Reachable[]> {
  const { rows } = await sql<Reachable>`
    select m.organisation_id, c.person_id, c.channel, coalesce(jsonb_object_agg(p.class, p.way) filter (where p.class is not null), '{}') as chosen
    from identity_read.membership m join notifications.contact c on c.person_id = m.person_id
      left join notifications.preference p on p.person_id = c.person_id and p.channel = c.channel
    where m.organisation_id = any(${[...organisationIds]}::uuid[]) group by 1, 2, 3`.execute(tx);
  return rows;
}

export type NewMessage = {
  readonly id: string; readonly kind: 'notice' | 'digest' | 'confirmation' | 'letter'; readonly channel: Channel; readonly cityId: string | null; readonly personId: string | null; readonly organisationId?: string | null;
  readonly notificationId?: string; readonly class?: NoticeClass; readonly digestDay?: string; readonly code?: string;
  /** What it holds of its own until it is settled; an address with its language where no person is known. */
  readonly content?: { readonly facts: string; readonly path: string | null; readonly address?: string; readonly language?: string };
  readonly until: Date;
};

/** Puts messages into the queue; the same notification reaches the same person on the same channel once, and a day has one digest. */
export async function insertMessages(tx: Tx, messages: readonly NewMessage[], now: Date): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map(({ content: _, ...m }) => ({ ...m, until: m.until.toISOString() }));
  const contents = messages.flatMap(({ id, content }) => (content === undefined ? [] : [{ id, ...content }]));
  await sql`insert into notifications.message (id, kind, class, channel, city_id, person_id, organisation_id, notification_id, digest_day, code, until, not_before, created_at)
    select id, kind, class, channel, "cityId", "personId", "organisationId", "notificationId", "digestDay", code, until, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (id uuid, kind text, class text, channel text, "cityId" uuid, "personId" uuid, "organisationId" uuid, "notificationId" uuid, "digestDay" date, code text, until timestamptz)
    on conflict do nothing`.execute(tx);
  if (contents.length === 0) return;
  await sql`insert into notifications.content (message_id, facts, path, address, language)
    select id, facts, path, address, language from jsonb_to_recordset(${JSON.stringify(contents)}::jsonb) as x (id uuid, facts text, path text, address text, language text)`.execute(tx);
}

export async function markSpread(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await sql`update notifications.notification set spread_at = ${now} where id = any(${[...ids]}::uuid[])`.execute(tx);
}
