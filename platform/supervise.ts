import { setTimeout } from 'node:timers/promises';
import type { Logger } from './log.ts';

/** Something that runs beside us and may end: a process of the database, the runner of the jobs. `ended` may reject. */
export type Child = { readonly ended: Promise<unknown>; stop(): Promise<void> };

/** How long is waited before the first, second, … start; milliseconds. */
const WAITS = [100, 500, 1_000, 2_000, 5_000];
/** A child that lived this long begins anew at the first wait. Milliseconds. */
const LONG_LIFE = 60_000;

/**
 * Keeps a child running: one that ends without being asked is started again, later each time it does not live long. Every end, every
 * failed start and every return leaves a line in the log.
 */
export function supervise(name: string, first: Child, start: () => Promise<Child>, log: Logger, waits: readonly number[] = WAITS): { stop(): Promise<void> } {
  const asked = new AbortController();
  let child = first;
  let lives = true;
  let starting: Promise<unknown> = Promise.resolve();
  const pause = (millis: number): Promise<unknown> => setTimeout(millis, undefined, { signal: asked.signal, ref: false }).catch(() => {});
  const again = async (): Promise<void> => {
    child = await start();
    lives = true;
  };
  const watch = async (): Promise<void> => {
    for (let tries = 0; ; ) {
      const since = performance.now();
      const how = await child.ended.then((status) => (status === undefined ? undefined : String(status)), String);
      lives = false;
      if (asked.signal.aborted) return;
      if (performance.now() - since > LONG_LIFE) tries = 0;
      log.error({ child: name, how }, 'ended without being asked; it is started again');
      for (let runs = false; !runs; tries += 1) {
        await pause(waits[Math.min(tries, waits.length - 1)]!);
        if (asked.signal.aborted) return;
        runs = await (starting = again()).then(() => true, (fault: unknown) => (log.error({ child: name, fault: String(fault) }, 'could not be started and will be tried again'), false));
      }
      log.warn({ child: name }, 'runs again');
    }
  };
  const watching = watch();
  return {
    async stop() {
      asked.abort();
      // A start under way is waited for, so that what it started is stopped too.
      await starting.catch(() => {});
      if (lives) await child.stop();
      await watching;
    },
  };
}
