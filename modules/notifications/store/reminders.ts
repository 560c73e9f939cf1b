import { sql } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import type { Tx } from '#platform/database/pool.ts';

export type Reminded = { readonly organisationId: string; readonly subjectId: string; readonly day: LegalDay };

export const keyOf = (one: Reminded): string => `${one.organisationId} ${one.subjectId} ${one.day}`;

/** How many reminders these things have had, by key; held against another process that looks at the same time. */
export async function givenFor(tx: Tx, code: string, things: readonly Reminded[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<Reminded & { given: number }>`
    select r.organisation_id as "organisationId", r.subject_id as "subjectId", r.day, r.given
    from jsonb_to_recordset(${JSON.stringify(things)}::jsonb) as x ("organisationId" uuid, "subjectId" text, day date)
      join notifications.reminder r on r.organisation_id = x."organisationId" and r.code = ${code} and r.subject_id = x."subjectId" and r.day = x.day`.execute(tx);
  return new Map(rows.map((row) => [keyOf(row), row.given]));
}

/** Notes that a reminder is given. False where somebody else has just given it. */
export async function noteGiven(tx: Tx, code: string, thing: Reminded, given: number, now: Date): Promise<boolean> {
  const done = await sql`insert into notifications.reminder (organisation_id, code, subject_id, day, given, given_at) values (${thing.organisationId}, ${code}, ${thing.subjectId}, ${thing.day}, ${given}, ${now})
    on conflict (organisation_id, code, subject_id, day) do update set given = excluded.given, given_at = excluded.given_at where notifications.reminder.given < excluded.given`.execute(tx);
  return done.numAffectedRows === 1n;
}
