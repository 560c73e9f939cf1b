import type { Logger } from '#platform/log.ts';
import type { Tx } from '#platform/database/pool.ts';
import { chainBatch } from './store/sequence.ts';

/** Entries are chained within this time of their commit, so that many share one batch. Milliseconds. */
const GATHER = 25;
/** How often the sequencer looks by itself, for entries that another process left. Milliseconds. */
const LOOK = 1_000;

export type Sequencer = { nudge(): void; stop(): Promise<void> };

/** Chains committed entries in batches until stopped. Several may run: the database lets one chain at a time. */
export function startSequencer(database: Tx, log: Logger): Sequencer {
  let stopped = false;
  let wake: (() => void) | undefined;
  let nudged = false;
  const pause = (millis: number): Promise<void> => new Promise((resolve) => {
    const timer = setTimeout(done, millis);
    function done(): void {
      clearTimeout(timer);
      wake = undefined;
      resolve();
    }
    wake = done;
  });
  const loop = async (): Promise<void> => {
    while (!stopped) {
      nudged = false;
      try {
        while ((await chainBatch(database)) > 0) continue;
      } catch (error) {
        if (!stopped) log.error({ fault: String(error) }, 'the sequencer could not chain a batch and will try again');
        await pause(LOOK);
      }
      if (!stopped && !nudged) await pause(LOOK);
      if (!stopped && nudged) await pause(GATHER);
    }
  };
  const running = loop();
  return {
    nudge() {
      if (nudged) return;
      nudged = true;
      wake?.();
    },
    async stop() {
      stopped = true;
      wake?.();
      await running;
    },
  };
}
