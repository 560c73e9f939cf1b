import { legalDayAt, type LegalDay } from '#kernel/date.ts';
import { ok } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import type { Round } from '#platform/jobs/rounds.ts';
import type { DeadlineSource, Wired } from '#platform/module.ts';
import { reach, reminderDue } from './domain/reminders.ts';
import { notify } from './index.ts';
import { givenFor, keyOf, noteGiven } from './store/reminders.ts';

/** So many things are looked at in one transaction. */
const BATCH = 500;

/**
 * Reminds of what comes near and of answers that are awaited. What was given stands in rows of its own, so that it does not matter how often this
 * runs, in how many processes, or how long nobody ran it.
 */
export const reminding: Round<Wired> = {
  everyMillis: 600_000,
  fault: 'reminders could not be given and will be tried again',
  async turn(wired) {
    await remind(wired);
    return false;
  },
};

/** Gives every reminder that is due today, or on the day that a test tells. */
export async function remind(wired: Wired, told?: LegalDay): Promise<void> {
  for (const source of wired.deadlines) {
    for (let after: string | null = null; ; ) {
      after = await remindBatch(wired, source, after, told);
      if (after === null) break;
    }
  }
}

/** The last thing that was looked at; null where nothing is left. */
async function remindBatch(wired: Wired, source: DeadlineSource, after: string | null, told: LegalDay | undefined): Promise<string | null> {
  let last: string | null = null;
  await wired.write({ actor: null, cityId: null, requestId: newId() }, async (call) => {
    const today = told ?? legalDayAt(call.now);
    const open = await source.open(call.tx, { ...reach(source.steps, today), after, limit: BATCH });
    const given = await givenFor(call.tx, source.code, open.map(({ organisationId, subjectId, day }) => ({ organisationId, subjectId, day })));
    for (const one of open) {
      const due = reminderDue(one.day, source.steps, today, given.get(keyOf(one)) ?? 0);
      if (due === undefined || !(await noteGiven(call.tx, source.code, one, due, call.now))) continue;
      await notify(call, { organisationId: one.organisationId, cityId: one.cityId, code: source.code, kind: { class: 'deadline' }, subjectKind: one.subjectKind, subjectId: one.subjectId, facts: { ...one.facts, day: one.day, nth: due }, path: one.path });
      call.record({ kind: 'reminded', subject: `${one.subjectKind}:${one.subjectId}`, body: { code: source.code, organisation: one.organisationId, day: one.day, nth: due }, cityId: one.cityId });
    }
    last = open.length < BATCH ? null : open.at(-1)!.subjectId;
    return ok(undefined);
  }, 'nobody was to be reminded');
  return last;
}
