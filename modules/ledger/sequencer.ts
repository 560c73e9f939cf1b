import type { Logger } from '#platform/log.ts';
import type { Tx } from '#platform/database/pool.ts';
import { startRounds, type Rounds } from '#platform/jobs/rounds.ts';
import { chainBatch } from './store/sequence.ts';

/** Entries are chained within this time of their commit, so that many share one batch. Milliseconds. */
const GATHER = 25;

export type Sequencer = Rounds;

/** Chains committed entries in batches until stopped. Several may run: the database lets one chain at a time. */
export function startSequencer(database: Tx, log: Logger): Sequencer {
  return startRounds(async () => (await chainBatch(database)) > 0, GATHER, log, 'the sequencer could not chain a batch and will try again');
}
