import { Logger as JobLogger, run, type TaskList } from 'graphile-worker';
import type { Json } from '#kernel/canonical.ts';
import { supervise, type Child } from '#platform/supervise.ts';
import type { Platform } from './wire.ts';

export type Worker = { stop(): Promise<void> };

/** Runs the jobs of all modules, the sequencer and the courier until stopped; a job under way is finished first. */
export async function startWorker(platform: Platform, options: { concurrency?: number } = {}): Promise<Worker> {
  const background = platform.startBackground();
  const tasks: TaskList = {};
  for (const module of platform.modules) {
    for (const [task, handle] of Object.entries(module.jobs ?? {})) tasks[task] = async (payload) => handle(payload as Json, platform.working);
  }
  const { log } = platform.wired;
  // graphile-worker tells errors of jobs with their payload; ours tells the task and the fault only.
  const logger = new JobLogger(() => (level, message) => {
    if (level === 'error') log.error({ fault: message }, 'a job failed and will be tried again');
    else if (level === 'warning') log.warn({ note: message }, 'jobs');
  });
  const start = async (): Promise<Child> => {
    const runner = await run({ pgPool: platform.wired.database.pool, taskList: tasks, concurrency: options.concurrency ?? 2, noHandleSignals: true, pollInterval: 1_000, logger });
    return { ended: runner.promise, stop: () => runner.stop() };
  };
  const runner = supervise('the runner of jobs', await start(), start, log);
  return {
    async stop() {
      await runner.stop();
      await background.stop();
    },
  };
}
