import type { DataMap } from '#kernel/data-map.ts';
import { legalDayAt } from '#kernel/date.ts';
import { ok } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { regulations } from '#modules/regulations/index.ts';
import { newId } from '#platform/clock.ts';
import { serve, type Routes } from '#platform/http/serve.ts';
import { contract } from './contract/index.ts';
import { erasureLife } from './domain/erasure-life.ts';
import { termsOn } from './domain/terms.ts';
import { agreeErasure } from './operations/agree-erasure.ts';
import { askErasure } from './operations/ask-erasure.ts';
import { askExport } from './operations/ask-export.ts';
import { refuseErasure, withdrawErasure } from './operations/end-erasure.ts';
import { policy } from './policy.ts';
import { insertErasure, lastErasureOf, listErasures, lockErasure, lockOpenErasureOf, saveAgreement, saveRefusal, saveState } from './store/erasures.ts';
import { exportsOf, insertExport } from './store/exports.ts';
import { nameOf, servesHowMany } from './store/people.ts';
import { erasureView, mapView } from './views.ts';

/** The map is that of the whole platform, which only the wiring has. */
const routesWith = (map: DataMap): Routes =>
  serve(contract, policy, {
    reads: {
      map: async (call) => {
        const terms = termsOn(regulations().parameters, legalDayAt(call.now));
        return ok({ ...mapView(map), terms: { purchaseYears: parseInt(terms.purchase, 10), logMonths: parseInt(terms['network-log'], 10) } });
      },
      mine: async (call) => {
        const { personId } = call.actor!;
        const exports = await exportsOf(call.tx, personId, call.now);
        const erasure = await lastErasureOf(call.tx, personId);
        const open = erasure !== undefined && !erasureLife.final.includes(erasure.state);
        return ok({
          exports: exports.map((one) => ({ ...one, askedAt: one.askedAt.toISOString(), readyAt: one.readyAt?.toISOString() ?? null, endsAt: one.endsAt.toISOString() })),
          erasure: erasure === undefined ? null : erasureView(map, erasure), serves: await servesHowMany(call.tx, personId),
          may: { export: !exports.some((one) => one.state === 'asked'), erase: !open, withdraw: erasure !== undefined && next(erasureLife, erasure.state, 'withdraw') !== undefined },
        });
      },
      erasures: async (call) => {
        const rows = await listErasures(call.tx);
        const view = async (row: (typeof rows)[number]) => {
          const open = next(erasureLife, row.state, 'refuse') !== undefined && row.personId !== call.actor!.personId;
          return { ...erasureView(map, row), person: await nameOf(call.tx, row.personId), serves: await servesHowMany(call.tx, row.personId), may: { agree: open && row.firstBy !== call.actor!.personId, refuse: open } };
        };
        const shown = [];
        for (const row of rows) shown.push(await view(row));
        return ok({ rows: shown });
      },
    },
    writes: {
      askExport: (call) => {
        const { personId } = call.actor!;
        return askExport({
          now: call.now, newId, record: call.record, insert: (one) => insertExport(call.tx, one, call.now), later: (exportId) => call.later({ task: 'privacy.gather', payload: { exportId } }),
          underWay: async () => (await exportsOf(call.tx, personId, call.now)).some((one) => one.state === 'asked'),
        }, personId);
      },
      askErasure: (call) =>
        askErasure({ newId, record: call.record, insert: (id, personId) => insertErasure(call.tx, id, personId, call.now), later: (erasureId) => call.later({ task: 'privacy.count', payload: { erasureId } }) }, call.actor!.personId),
      withdrawErasure: (call) =>
        withdrawErasure({ record: call.record, lockOpen: () => lockOpenErasureOf(call.tx, call.actor!.personId), save: (id) => saveState(call.tx, id, 'withdrawn', call.now) }),
      agreeErasure: (call, input) =>
        agreeErasure({
          record: call.record, lock: (id) => lockErasure(call.tx, id), serves: (personId) => servesHowMany(call.tx, personId), save: (id, change) => saveAgreement(call.tx, id, change, call.now),
          later: (erasureId) => call.later({ task: 'privacy.erase', payload: { erasureId } }),
        }, call.actor!.personId, input.erasure),
      refuseErasure: (call, input) => {
        const by = call.actor!.personId;
        return refuseErasure({ record: call.record, lock: (id) => lockErasure(call.tx, id), save: (id, reason) => saveRefusal(call.tx, id, by, reason, call.now) }, by, { erasureId: input.erasure, reason: input.reason });
      },
    },
  });

export const routes: Routes = { contract, policy, router: (module, wiring) => routesWith(wiring.dataMap).router(module, wiring) };
