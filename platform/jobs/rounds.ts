import type { Logger } from '#platform/log.ts';

/** How often rounds begin by themselves, for work that another process left. Milliseconds. */
const LOOK = 1_000;

/** Work of a module that is found in its own rows rather than in a queue: each turn takes some of what is due, and says whether more may be left. */
export type Round<Lent> = { readonly everyMillis?: number; readonly fault: string; turn(lent: Lent): Promise<boolean> };

export type Rounds = { nudge(): void; stop(): Promise<void> };

/**
 * Runs `turn` until it says that nothing is left (false), then waits for a nudge or for the next look, until stopped.
 * @param gather after a nudge, wait this long so that much work shares one turn; milliseconds
 * @param fault what the log says where a turn throws; the next look tries again
 * @param look how long it rests without a nudge; milliseconds
 */
export function startRounds(turn: () => Promise<boolean>, gather: number, log: Logger, fault: string, look = LOOK): Rounds {
  let stopped = false;
  let nudged = false;
  let wake: (() => void) | undefined;
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
        while (!stopped && (await turn())) continue;
      } catch (error) {
        if (!stopped) log.error({ fault: String(error) }, fault);
        if (!stopped) await pause(look);
        continue;
      }
      if (!stopped && !nudged) await pause(look);
      if (!stopped && nudged && gather > 0) await pause(gather);
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
