import { legalDayAt } from '#kernel/date.ts';
import { ok } from '#kernel/result.ts';
import { ownLogin } from '#modules/identity/index.ts';
import { regulations } from '#modules/regulations/index.ts';
import { newId } from '#platform/clock.ts';
import type { WriteCall } from '#platform/database/call.ts';
import type { JobHandler, Wired } from '#platform/module.ts';
import { erasePerson } from '#platform/personal/erase.ts';
import { gather } from '#platform/personal/gather.ts';
import { termsOn } from './domain/terms.ts';
import { lockErasure, putOutcomes, restrict, saveState } from './store/erasures.ts';
import { insertPart, lockExport, removeEnded, settleExport } from './store/exports.ts';
import { personOf } from './store/people.ts';

const acting = (wired: Wired, act: (call: WriteCall) => Promise<void>): Promise<unknown> =>
  wired.write({ actor: null, cityId: null, requestId: newId() }, async (call) => {
    await act(call);
    return ok(undefined);
  });

/** The copies themselves are no more of the person than what they are copies of. */
const COPIES: ReadonlySet<string> = new Set(['privacy.export_part']);

/** Makes the copy that a person asked for; removes copies whose time has passed. Doing it twice has one effect. */
const gatherExport: JobHandler = async (payload, wired) => {
  const { exportId } = payload as { exportId: string };
  await acting(wired, async (call) => {
    const removed = await removeEnded(call.tx, call.now);
    const asked = await lockExport(call.tx, exportId);
    const person = asked === undefined ? undefined : await personOf(call.tx, asked.personId);
    if (person === undefined) return call.record({ kind: 'export-made', subject: exportId, body: { again: true, removed }, cityId: null });
    let parts = 0;
    const rows = await gather(call.tx, wired.dataMap, person, {
      except: COPIES,
      closed: { 'identity.person.login': () => ownLogin(call.tx, person.id) },
      give: ({ table, rows: some }) => insertPart(call.tx, exportId, parts++, JSON.stringify({ table, rows: some })),
    });
    await settleExport(call.tx, exportId, rows, call.now);
    call.record({ kind: 'export-made', subject: exportId, body: { rows: rows ?? null, removed }, cityId: null });
  });
};

/** Counts what an erasure would do, for those who decide on it. */
const countErasure: JobHandler = async (payload, wired) => {
  const { erasureId } = payload as { erasureId: string };
  await acting(wired, async (call) => {
    const erasure = await lockErasure(call.tx, erasureId);
    const person = erasure?.state === 'asked' ? await personOf(call.tx, erasure.personId) : undefined;
    if (person !== undefined) await putOutcomes(call.tx, erasureId, (await erasePerson(call.tx, wired.dataMap, person, termsOn(regulations().parameters, legalDayAt(call.now)), call.now, false)).outcomes);
    call.record({ kind: 'erasure-counted', subject: erasureId, body: { again: person === undefined }, cityId: null });
  });
};

/** Carries out an erasure that two people have agreed to. What the law keeps stays, and its names and telephones are shown to nobody but who watches over the purchase. */
const erase: JobHandler = async (payload, wired) => {
  const { erasureId } = payload as { erasureId: string };
  await acting(wired, async (call) => {
    const erasure = await lockErasure(call.tx, erasureId);
    const person = erasure?.state === 'agreed' ? await personOf(call.tx, erasure.personId) : undefined;
    if (person === undefined) return call.record({ kind: 'erasure-done', subject: erasureId, body: { again: true }, cityId: null });
    const { outcomes, kept } = await erasePerson(call.tx, wired.dataMap, person, termsOn(regulations().parameters, legalDayAt(call.now)), call.now, true);
    await putOutcomes(call.tx, erasureId, outcomes);
    await restrict(call.tx, erasureId, kept);
    await saveState(call.tx, erasureId, 'done', call.now);
    const sum = (of: 'erased' | 'kept'): number => outcomes.reduce((all, one) => all + one[of], 0);
    call.record({ kind: 'erasure-done', subject: erasureId, body: { erased: sum('erased'), kept: sum('kept'), restricted: kept.length }, cityId: null });
  });
};

export const jobs: Readonly<Record<string, JobHandler>> = { 'privacy.gather': gatherExport, 'privacy.count': countErasure, 'privacy.erase': erase };
