import { legalDayAt } from '#kernel/date.ts';
import { ok, refuse } from '#kernel/result.ts';
import { serve } from '#platform/http/serve.ts';
import { contract } from './contract/index.ts';
import { baseSources } from './data/base-sources.ts';
import { confirmLimits, editionInForce, withholdLimits } from './index.ts';
import { policy } from './policy.ts';
import { decisionsOf } from './store/decisions.ts';
import { editionView, kindView, limitRows } from './views.ts';

export const routes = serve(contract, policy, {
  reads: {
    edition: async (call) => {
      const inForce = await editionInForce(call.tx, call.cityId!, legalDayAt(call.now));
      return ok({ edition: inForce === undefined ? null : editionView(inForce) });
    },
    kind: async (call, input) => {
      const inForce = await editionInForce(call.tx, call.cityId!, legalDayAt(call.now));
      const kind = inForce?.edition.kinds.find((k) => k.code === input.kind);
      if (inForce === undefined || kind === undefined) return refuse('not-found', 'kind');
      return ok(kindView(inForce, kind, await decisionsOf(call.tx, call.cityId!, inForce.editionId)));
    },
    limitDesk: async (call) => {
      const inForce = await editionInForce(call.tx, call.cityId!, legalDayAt(call.now));
      if (inForce === undefined) return refuse('not-found', 'city');
      const decisions = await decisionsOf(call.tx, call.cityId!, inForce.editionId);
      return ok({
        editionId: inForce.editionId, titleZh: inForce.edition.titleZh, titleEn: inForce.edition.titleEn, demo: call.city!.demo,
        limits: limitRows(inForce, decisions, baseSources()), may: { decide: call.actor?.roles.includes('housing.officer') === true },
      });
    },
  },
  writes: {
    confirmLimits: (call, { city: _, ...input }) => confirmLimits(call, input, call.city!.demo),
    withholdLimits: (call, { city: _, ...input }) => withholdLimits(call, input, call.city!.demo),
  },
});
