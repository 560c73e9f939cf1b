import type { Logger } from '#platform/log.ts';
import type { Database } from '#platform/database/pool.ts';
import { startRounds, type Rounds } from '#platform/jobs/rounds.ts';
import { BATCH, chainBatch } from './store/sequence.ts';

/** Entries are chained within this time of their commit, so that many share one batch. Milliseconds. */
const GATHER = 25;

export type Sequencer = Rounds;

/**
 * Chains committed entries in batches until stopped. Several may run: the database lets one chain at a time.
 * `stop` chains what was committed before it, so that a server that ends in order leaves no entry waiting.
 */
export function startSequencer(database: Database, log: Logger): Sequencer {
  const rounds = startRounds(async () => (await chainBatch(database)) > 0, GATHER, log, 'the sequencer could not chain a batch and will try again');
  return {
    ...rounds,
    async stop() {
      await rounds.stop();
      try {
        // A batch that is not full has reached the end; other processes that go on writing cannot hold the stop up.
        while ((await chainBatch(database)) === BATCH) continue;
      } catch (error) {
        log.warn({ fault: String(error) }, 'the last entries could not be chained; the next start chains them');
      }
    },
  };
}
