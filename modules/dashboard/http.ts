import { legalDayAt } from '#kernel/date.ts';
import { ok } from '#kernel/result.ts';
import { editionInForce } from '#modules/standards/index.ts';
import { serve } from '#platform/http/serve.ts';
import { contract } from './contract/index.ts';
import { policy } from './policy.ts';
import { cityFigures } from './store/figures.ts';

export const routes = serve(contract, policy, {
  reads: {
    overview: async (call) => {
      const figures = await cityFigures(call.tx, call.cityId!);
      const inForce = await editionInForce(call.tx, call.cityId!, legalDayAt(call.now));
      const kinds = inForce?.edition.kinds.length ?? 0;
      return ok({
        asOf: call.now.toISOString(),
        orders: { amount: figures.amount, count: figures.orders, accepted: figures.accepted },
        suppliers: { count: figures.makers + figures.distributors, makers: figures.makers, distributors: figures.distributors },
        products: { count: figures.products, kinds: figures.kinds, kindsInAll: kinds },
        standard: inForce === undefined ? null : { kinds, indicators: inForce.edition.kinds.reduce((n, kind) => n + kind.indicators.length, 0), confirmed: inForce.confirmed.size },
      });
    },
  },
});
