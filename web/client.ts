import { createORPCClient, ORPCError } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { API, newKey } from '#web/http.ts';

/** What a caller may add to one call: the key of the intent, where the same submit is sent again (see web/submit.ts). */
export type CallContext = { readonly key?: string };

/**
 * A typed client of one module's contract, without its schemas:
 * `clientOf<typeof contract>(routes)` with `import routes from 'virtual:contract/<module>'` and `import type { contract }`.
 */
export function clientOf<C extends AnyContractRouter>(routes: AnyContractRouter): JsonifiedClient<ContractRouterClient<C, CallContext>> {
  const link = new OpenAPILink<CallContext>(routes, {
    url: `${location.origin}${API}`,
    headers: ({ context }, path) => (isWrite(routes, path) ? { 'idempotency-key': context.key ?? newKey() } : {}),
  });
  return createORPCClient(link);
}

function isWrite(routes: AnyContractRouter, path: readonly string[]): boolean {
  let at: unknown = routes;
  for (const step of path) at = (at as Record<string, unknown>)[step];
  const method = (at as { '~orpc'?: { route?: { method?: string } } } | undefined)?.['~orpc']?.route?.method;
  return method !== 'GET';
}

export { ORPCError };
