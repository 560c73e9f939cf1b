import type { TestPlatform } from '#app/test-kit/platform.ts';

/** A job that failed as often as it may; its id. No task of that name is run in tests. */
export async function aFailedJob(t: TestPlatform): Promise<string> {
  const { rows } = await t.everything.pool.query<{ id: string }>(`select (graphile_worker.add_job('nobody-does-this', payload := '{"secret": "瓷砖 A-17"}'::json, max_attempts := 1)).id`);
  const id = rows[0]!.id;
  await t.everything.pool.query(`update graphile_worker._private_jobs set attempts = 1, last_error = 'Error: the paper could not be written\n at secret-place.ts' where id = $1`, [id]);
  return id;
}
