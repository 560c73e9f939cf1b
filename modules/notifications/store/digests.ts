import { sql } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import type { RefusalFacts } from '#kernel/result.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { NoticeClass } from '#kernel/notice.ts';
import type { Way } from '../domain/channels.ts';
import { USUAL_HOUR } from '../domain/digest.ts';
import { unread } from './notifications.ts';

export type DigestReader = { readonly person_id: string; readonly hour: number | null; readonly last_day: LegalDay | null; readonly up_to: string | null; readonly city_id: string | null; readonly chosen: Readonly<Partial<Record<NoticeClass, Way>>> };

/** Everybody with a confirmed mail address whose hour has come and whose digest of this day has not been thought of yet, with the city they belong to where there is one. */
export async function digestReaders(tx: Tx, now: { readonly day: LegalDay; readonly hour: number }, limit: number): Promise<readonly DigestReader[]> {
  const { rows } = await sql<DigestReader>`
    select c.person_id, s.digest_hour as hour, d.last_day, d.up_to,
      (select o.home_city_id from identity_read.membership m join identity_read.organisation o on o.id = m.organisation_id where m.person_id = c.person_id and o.home_city_id is not null limit 1) as city_id,
      coalesce((select jsonb_object_agg(p.class, p.way) from notifications.preference p where p.person_id = c.person_id and p.channel = 'mail'), '{}') as chosen
    from notifications.contact c left join notifications.setting s on s.person_id = c.person_id left join notifications.digest d on d.person_id = c.person_id
    where c.channel = 'mail' and (d.last_day is null or d.last_day < ${now.day}) and coalesce(s.digest_hour, ${USUAL_HOUR}) <= ${now.hour} order by c.person_id limit ${limit}`.execute(tx);
  return rows;
}

export type DigestRow = { readonly id: string; readonly code: string; readonly facts: RefusalFacts; readonly path: string | null; readonly slug: string | null };

/** What a person has not read of these classes in their organisations: after the last digest, up to the newest of this one, and not from before they could be reached. */
export async function digestRows(tx: Tx, personId: string, classes: readonly NoticeClass[], between: { readonly after: string | null; readonly upTo: string | null }, limit: number): Promise<readonly DigestRow[]> {
  if (classes.length === 0) return [];
  const { rows } = await sql<Omit<DigestRow, 'facts'> & { facts: string }>`
    select n.id, n.code, n.facts, n.path, y.slug
    from notifications.contact c join identity_read.membership m on m.person_id = c.person_id join notifications.notification n on n.organisation_id = m.organisation_id
      left join identity_read.city y on y.id = n.city_id
    where c.person_id = ${personId} and c.channel = 'mail' and n.created_at > c.confirmed_at and n.class = any(${[...classes]})
      and (${between.after}::uuid is null or n.id > ${between.after}) and (${between.upTo}::uuid is null or n.id <= ${between.upTo}) and ${unread({ personId: sql`c.person_id`, organisationId: sql`m.organisation_id` })}
    order by n.id desc limit ${limit}`.execute(tx);
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as RefusalFacts }));
}

export async function saveDigest(tx: Tx, personId: string, day: LegalDay, upTo: string | null): Promise<void> {
  await sql`insert into notifications.digest (person_id, last_day, up_to) values (${personId}, ${day}, ${upTo})
    on conflict (person_id) do update set last_day = excluded.last_day, up_to = coalesce(excluded.up_to, notifications.digest.up_to)`.execute(tx);
}
