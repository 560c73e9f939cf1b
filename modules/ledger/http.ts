import { ok } from '#kernel/result.ts';
import { serve } from '#platform/http/serve.ts';
import { contract } from './contract/index.ts';
import { policy } from './policy.ts';
import { entriesOfSubject } from './store/entries.ts';

export const routes = serve(contract, policy, {
  reads: { entriesOf: async (call, input) => ok(await entriesOfSubject(call.tx, call.cityId!, input.subject, input.page, input.size)) },
});
