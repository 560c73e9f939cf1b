import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

export type StoredFailure = { readonly id: string; readonly task: string; readonly attempts: number; readonly mostAttempts: number; readonly runAt: string; readonly error: string; readonly givenUp: boolean };

/** Jobs that failed since they were last put into the queue and are not under way, the oldest first; never what they carry. */
export async function failedJobs(tx: Tx): Promise<StoredFailure[]> {
  const { rows } = await sql<{ id: string; task: string; attempts: number; max_attempts: number; run_at: Date; last_error: string }>`
    select j.id, t.identifier as task, j.attempts, j.max_attempts, j.run_at, j.last_error from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.last_error is not null and j.attempts > 0 and j.locked_at is null order by j.run_at, j.id limit 100`.execute(tx);
  // The first line names the fault; what follows may quote a value.
  return rows.map((row) => ({ id: row.id, task: row.task, attempts: row.attempts, mostAttempts: row.max_attempts, runAt: row.run_at.toISOString(), error: row.last_error.split('\n')[0]!.slice(0, 200), givenUp: row.attempts >= row.max_attempts }));
}

/** The task of the job that was put back; undefined where there is none that failed. */
export async function putBack(tx: Tx, jobId: string): Promise<string | undefined> {
  const { rows } = await sql<{ task: string }>`
    select t.identifier as task from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.id = ${jobId}::bigint and j.last_error is not null and j.attempts > 0 and j.locked_at is null for update of j`.execute(tx);
  const task = rows[0]?.task;
  if (task !== undefined) await sql`select graphile_worker.reschedule_jobs(array[${jobId}::bigint], run_at := now(), attempts := 0)`.execute(tx);
  return task;
}
