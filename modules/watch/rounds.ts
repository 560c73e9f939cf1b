import { ok } from '#kernel/result.ts';
import { lastOfPlatform, waitingEntries } from '#modules/ledger/index.ts';
import { newId } from '#platform/clock.ts';
import { slowStatements } from '#platform/database/slow.ts';
import type { Round } from '#platform/jobs/rounds.ts';
import type { Wired } from '#platform/module.ts';
import { ANSWERS_KEPT } from './domain/keeping.ts';
import { forgetAnswers } from './store/answers.ts';
import { keepObservation, queues, statistics } from './store/observation.ts';
import { addRefusals } from './store/refusals.ts';

const nobody = () => ({ actor: null, cityId: null, requestId: newId() });

/** Looks at queues, disk and statements, and puts the refusals of the last seconds where the operator sees them. */
export const observing: Round<Wired> = {
  everyMillis: 10_000,
  fault: 'the platform could not be observed',
  async turn(wired) {
    const space = await wired.files.space();
    const refused = wired.refusals.take();
    await wired.write(nobody(), async ({ tx }) => {
      const slow = await statistics(tx);
      const entries = await waitingEntries(tx);
      const lastBackup = await lastOfPlatform(tx, 'platform.backup-made');
      await keepObservation(tx, {
        ...(await queues(tx)), entriesWaiting: entries.count, oldestEntryAt: entries.oldestAt?.toISOString() ?? null, lastBackupAt: lastBackup?.toISOString() ?? null, diskFree: space.free, diskTotal: space.total,
        slow: slow ?? slowStatements().slice(0, 20), slowFrom: slow === undefined ? 'process' : 'pg_stat_statements',
      });
      if (refused.length > 0) await addRefusals(tx, refused.map((one) => ({ id: newId(), ...one })));
      return ok(undefined);
    }, 'an observation of sums; what it counts is recorded where it happened');
    return false;
  },
};

const AT_ONCE = 5_000;

/** Forgets stored answers whose time is over. */
export const forgetting: Round<Wired> = {
  everyMillis: 3_600_000,
  fault: 'old stored answers could not be removed',
  async turn(wired) {
    let gone = 0;
    await wired.write(nobody(), async ({ tx }) => {
      gone = await forgetAnswers(tx, ANSWERS_KEPT.days, AT_ONCE);
      return ok(undefined);
    }, 'what the answered requests did is in the ledger');
    return gone === AT_ONCE;
  },
};
