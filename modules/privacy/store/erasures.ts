import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';
import type { ErasureState } from '../domain/erasure-life.ts';
import type { Erasure } from '../domain/judge-agreement.ts';

export type OutcomeRow = { readonly table: string; readonly column: string; readonly keep: string; readonly erased: number; readonly kept: number; readonly until: string | null };
export type ErasureRow = Erasure & {
  readonly askedAt: Date; readonly firstAt: Date | null; readonly secondAt: Date | null; readonly refusedAt: Date | null; readonly reason: string | null; readonly doneAt: Date | null; readonly serves: number; readonly outcomes: OutcomeRow[];
};

const fields = sql`e.id, e.person_id as "personId", e.state, e.first_by as "firstBy", e.asked_at as "askedAt", e.first_at as "firstAt", e.second_at as "secondAt", e.refused_at as "refusedAt", e.reason, e.done_at as "doneAt",
  coalesce((select jsonb_agg(jsonb_build_object('table', o.table_name, 'column', o.column_name, 'keep', o.keep, 'erased', o.erased, 'kept', o.kept, 'until', o.kept_until) order by o.table_name, o.column_name) from privacy.outcome o where o.erasure_id = e.id), '[]') as outcomes`;

/** The last request of a person; undefined where they made none. */
export async function lastErasureOf(tx: Tx, personId: string): Promise<ErasureRow | undefined> {
  const { rows } = await sql<ErasureRow>`select ${fields} from privacy.erasure e where e.person_id = ${personId} order by e.asked_at desc, e.id desc limit 1`.execute(tx);
  return rows[0];
}

/** The requests of everybody, the open ones first. */
export async function listErasures(tx: Tx): Promise<ErasureRow[]> {
  const { rows } = await sql<ErasureRow>`select ${fields} from privacy.erasure e order by (e.state in ('asked', 'agreed-once', 'agreed')) desc, e.asked_at desc, e.id desc limit 100`.execute(tx);
  return rows;
}

/** False where one is under way already. */
export async function insertErasure(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
  const { rows } = await sql`select from privacy.erasure where person_id = ${personId} and state in ('asked', 'agreed-once', 'agreed') for update`.execute(tx);
  if (rows.length > 0) return false;
  await sql`insert into privacy.erasure (id, person_id, state, asked_at) values (${id}, ${personId}, 'asked', ${now})`.execute(tx);
  return true;
}

export async function lockErasure(tx: Tx, id: string): Promise<Erasure | undefined> {
  const { rows } = await sql<Erasure>`select id, person_id as "personId", state, first_by as "firstBy" from privacy.erasure where id = ${id} for update`.execute(tx);
  return rows[0];
}

/** The open request of a person, held until the transaction ends. */
export async function lockOpenErasureOf(tx: Tx, personId: string): Promise<Erasure | undefined> {
  const { rows } = await sql<Erasure>`select id, person_id as "personId", state, first_by as "firstBy" from privacy.erasure where person_id = ${personId} and state in ('asked', 'agreed-once', 'agreed') for update`.execute(tx);
  return rows[0];
}

export async function saveAgreement(tx: Tx, id: string, change: { to: ErasureState; second: boolean; by: string }, now: Date): Promise<void> {
  if (change.second) await sql`update privacy.erasure set state = ${change.to}, second_by = ${change.by}, second_at = ${now} where id = ${id}`.execute(tx);
  else await sql`update privacy.erasure set state = ${change.to}, first_by = ${change.by}, first_at = ${now} where id = ${id}`.execute(tx);
}

export async function saveState(tx: Tx, id: string, state: 'withdrawn' | 'done', now: Date): Promise<void> {
  await sql`update privacy.erasure set state = ${state}, done_at = ${state === 'done' ? now : null} where id = ${id}`.execute(tx);
}

export async function saveRefusal(tx: Tx, id: string, by: string, reason: string, now: Date): Promise<void> {
  await sql`update privacy.erasure set state = 'refused', refused_by = ${by}, refused_at = ${now}, reason = ${reason} where id = ${id}`.execute(tx);
}

/** What becomes of each column, in place of what was counted before. */
export async function putOutcomes(tx: Tx, id: string, outcomes: readonly OutcomeRow[]): Promise<void> {
  await sql`delete from privacy.outcome where erasure_id = ${id}`.execute(tx);
  const rows = outcomes.map((one) => ({ table_name: one.table, column_name: one.column, keep: one.keep, erased: one.erased, kept: one.kept, kept_until: one.until }));
  await sql`insert into privacy.outcome (erasure_id, table_name, column_name, keep, erased, kept, kept_until)
    select ${id}, table_name, column_name, keep, erased, kept, kept_until from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (table_name text, column_name text, keep text, erased int, kept int, kept_until date)`.execute(tx);
}

export async function restrict(tx: Tx, erasureId: string, rows: readonly { table: string; key: string }[]): Promise<void> {
  await sql`insert into privacy.restricted (table_name, row_key, erasure_id) select "table", key, ${erasureId} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x ("table" text, key text) on conflict do nothing`.execute(tx);
}
