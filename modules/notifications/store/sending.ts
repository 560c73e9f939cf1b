import { sql } from 'kysely';
import type { RefusalFacts } from '#kernel/result.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { NoticeClass } from '#kernel/notice.ts';
import type { Channel, Way } from '../domain/channels.ts';
import { masked } from '../domain/address.ts';
import type { MessageState } from '../domain/message-life.ts';

/** Longer than any attempt takes: a message whose process died before it completed anything is taken again after this. Seconds. */
const LEASE = 300;

export type Taken = { readonly id: string; readonly attempts: number };

/** Takes messages that are due, the longest waiting first, and notes an attempt of each. Nobody else takes them while the attempt can last. */
export async function takeDue(tx: Tx, limit: number, now: Date): Promise<readonly Taken[]> {
  const { rows } = await sql<Taken>`
    with due as (select id from notifications.message where state = 'waiting' and not_before <= ${now} order by not_before limit ${limit} for update skip locked)
    update notifications.message m set attempts = m.attempts + 1, not_before = ${now}::timestamptz + make_interval(secs => ${LEASE}) from due where m.id = due.id returning m.id, m.attempts`.execute(tx);
  for (const { id, attempts } of rows) await sql`insert into notifications.attempt (message_id, no, begun_at) values (${id}, ${attempts}, ${now})`.execute(tx);
  return rows;
}

export type Content = {
  id: string; kind: 'notice' | 'digest' | 'confirmation' | 'letter'; channel: Channel; attempts: number; until: Date; created_at: Date;
  city_id: string | null; city: { slug: string; nameZh: string; nameEn: string; demo: boolean } | null;
  person_id: string | null; person_name: string | null; organisation_id: string | null; organisation_name: string | null; belongs: boolean;
  notification_id: string | null; digest_day: string | null;
  code: string | null; facts: RefusalFacts; path: string | null; class: NoticeClass | null; basis: string | null; chosen: Way | null;
  /** Where it goes: the person's confirmed address, the bare one, or the one that asks for its code. */
  address: string | null; language: 'zh-CN' | 'en';
  /** Of a confirmation: whether it still belongs to the claim that stands, and how many others ask for the same address just now. */
  claim_open: boolean; others: number; late: boolean;
};

/** Everything one message needs to be spoken, as it is at this moment: who has left or withdrawn their address is not written to. */
export async function contentOf(tx: Tx, id: string, now: Date): Promise<Content> {
  const { rows } = await sql<Omit<Content, 'facts'> & { facts: string | null }>`
    select m.id, m.kind, m.channel, m.attempts, m.until, m.created_at, m.city_id, m.person_id, p.name as person_name, m.organisation_id, o.name as organisation_name, m.notification_id, m.digest_day,
      case when y.id is null then null else jsonb_build_object('slug', y.slug, 'nameZh', y.name_zh, 'nameEn', y.name_en, 'demo', y.demo) end as city,
      m.organisation_id is null or exists (select from identity_read.membership s where s.person_id = m.person_id and s.organisation_id = m.organisation_id) as belongs,
      coalesce(n.code, m.code) as code, coalesce(n.facts, h.facts) as facts, coalesce(n.path, h.path) as path, m.class, n.basis, f.way as chosen,
      case m.kind when 'confirmation' then k.address else coalesce(h.address, c.address) end as address,
      coalesce(h.language, g.language, 'zh-CN') as language,
      m.until <= ${now} as late, k.person_id is not null and k.asked_at = m.created_at and k.expires_at > ${now} as claim_open,
      (select count(*)::int from notifications.claim x where x.channel = k.channel and x.address = k.address and x.person_id <> k.person_id and x.asked_at > ${now}::timestamptz - interval '1 day') as others
    from notifications.message m left join notifications.notification n on n.id = m.notification_id
      left join notifications.content h on h.message_id = m.id
      left join identity_read.city y on y.id = m.city_id left join identity_read.person p on p.id = m.person_id left join identity_read.organisation o on o.id = m.organisation_id
      left join notifications.contact c on c.person_id = m.person_id and c.channel = m.channel
      left join notifications.claim k on k.person_id = m.person_id and k.channel = m.channel
      left join notifications.setting g on g.person_id = m.person_id
      left join notifications.preference f on f.person_id = m.person_id and f.channel = m.channel and f.class = m.class
    where m.id = ${id}`.execute(tx);
  const row = rows[0]!;
  return { ...row, facts: row.facts === null ? {} : (JSON.parse(row.facts) as RefusalFacts) };
}

/** Says that the last bytes go out now. False where another attempt has taken the message over: then they must not. */
export async function markHanding(tx: Tx, taken: Taken, to: { readonly address: string; readonly personId: string | null }, now: Date): Promise<boolean> {
  const done = await sql`update notifications.message set state = 'handing-over', handing_at = ${now}, sent_to = ${masked(to.address)} where id = ${taken.id} and attempts = ${taken.attempts} and state = 'waiting'`.execute(tx);
  if (done.numAffectedRows !== 1n) return false;
  if (to.personId !== null) {
    await sql`insert into notifications.destination (message_id, person_id, address) values (${taken.id}, ${to.personId}, ${to.address}) on conflict (message_id) do update set address = excluded.address`.execute(tx);
  }
  return true;
}

export type AttemptEnd = { readonly outcome: 'accepted' | 'refused' | 'deferred' | 'unknown' | 'stopped' | 'withheld'; readonly answer: string | null };

export async function endAttempt(tx: Tx, taken: Taken, end: AttemptEnd, now: Date): Promise<void> {
  await sql`update notifications.attempt set ended_at = ${now}, outcome = ${end.outcome}, answer = ${end.answer} where message_id = ${taken.id} and no = ${taken.attempts} and ended_at is null`.execute(tx);
}

/** Puts a message back into the queue. */
export async function putOff(tx: Tx, taken: Taken, next: Date, answer: string): Promise<boolean> {
  const done = await sql`update notifications.message set state = 'waiting', not_before = ${next}, handing_at = null, answer = ${answer} where id = ${taken.id} and attempts = ${taken.attempts} and state in ('waiting', 'handing-over')`.execute(tx);
  return done.numAffectedRows === 1n;
}

/** Ends a message. What it held of its own is removed: a bare address, a secret. False where another attempt has done so. */
export async function settle(tx: Tx, taken: Taken, to: { readonly state: MessageState; readonly answer: string | null; readonly reason: string | null }, now: Date): Promise<boolean> {
  const done = await sql`update notifications.message set state = ${to.state}, answer = coalesce(${to.answer}, answer), reason = ${to.reason}, settled_at = ${now}
    where id = ${taken.id} and attempts = ${taken.attempts} and state in ('waiting', 'handing-over')`.execute(tx);
  if (done.numAffectedRows !== 1n) return false;
  await sql`delete from notifications.content where message_id = ${taken.id}`.execute(tx);
  return true;
}

/** Messages whose process died between handing over and the answer: nobody will learn it any more. */
export async function lostAnswers(tx: Tx, now: Date): Promise<readonly (Taken & { readonly city_id: string | null; readonly channel: Channel })[]> {
  const { rows } = await sql<Taken & { city_id: string | null; channel: Channel }>`select id, attempts, city_id, channel from notifications.message
    where state = 'handing-over' and handing_at < ${now}::timestamptz - make_interval(secs => ${LEASE}) order by handing_at limit 50 for update skip locked`.execute(tx);
  return rows;
}
