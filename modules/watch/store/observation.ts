import { sql } from 'kysely';
import type { Database, Tx } from '#platform/database/pool.ts';
import type { SlowStatement } from '#platform/database/slow.ts';

export type Observation = {
  readonly jobsWaiting: number; readonly jobsFailed: number; readonly eventsWaiting: number; readonly entriesWaiting: number; readonly oldestEntryAt: string | null;
  readonly databaseBytes: number; readonly diskFree: number; readonly diskTotal: number; readonly lastBackupAt: string | null;
  readonly slow: readonly SlowStatement[]; readonly slowFrom: 'pg_stat_statements' | 'process';
};

/** Sums over the queues, on the duty of a job: it sees that something waits, and reads no more of it. */
export async function queues(tx: Tx): Promise<Pick<Observation, 'jobsWaiting' | 'jobsFailed' | 'eventsWaiting' | 'databaseBytes'>> {
  const { rows } = await sql<{ jobs: string; failed: string; events: string; bytes: string }>`select
    (select count(*) from graphile_worker._private_jobs where attempts < max_attempts) as jobs,
    (select count(*) from graphile_worker._private_jobs where last_error is not null and attempts > 0) as failed,
    (select count(*) from platform.outbox_pending) as events,
    pg_database_size(current_database()) as bytes`.execute(tx);
  const row = rows[0]!;
  return { jobsWaiting: Number(row.jobs), jobsFailed: Number(row.failed), eventsWaiting: Number(row.events), databaseBytes: Number(row.bytes) };
}

/** PostgreSQL's own statistics of this role's statements, where the extension is there and may be read; it keeps no parameters. */
export async function statistics(tx: Tx): Promise<SlowStatement[] | undefined> {
  const { rows: [there] } = await sql<{ view: string | null }>`select to_regclass('pg_stat_statements')::text as view`.execute(tx);
  if (there?.view == null) return undefined;
  const { rows } = await sql<{ text: string; times: string; most: number; total: number }>`
    select left(query, 600) as text, calls as times, max_exec_time as most, total_exec_time as total from pg_stat_statements
    where userid = (select oid from pg_roles where rolname = current_user) order by total_exec_time desc limit 20`.execute(tx);
  return rows.map((row) => ({ text: row.text, times: Number(row.times), mostMillis: Math.round(row.most), totalMillis: Math.round(row.total) }));
}

export async function keepObservation(tx: Tx, body: Observation): Promise<void> {
  await sql`insert into watch.observation (id, seen_at, body) values (1, now(), ${JSON.stringify(body)}::jsonb) on conflict (id) do update set seen_at = excluded.seen_at, body = excluded.body`.execute(tx);
}

type Seen = { readonly now: Date; readonly at: Date; readonly body: Observation };

export async function observationOf(tx: Tx): Promise<Seen | undefined> {
  const { rows } = await sql<Seen>`select now() as now, seen_at as at, body from watch.observation`.execute(tx);
  return rows[0];
}

/** The last observation; undefined where none was made yet. */
export const lastObservation = (database: Database): Promise<Seen | undefined> => observationOf(database.kysely);
