import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { touchShown } from '#web/touch/needed.ts';
import { API, newKey, refusedFrom, Refused } from '#web/http.ts';

/** What a caller may add to one call: the key of the intent, where the same submit is sent again (see web/submit.ts). */
export type CallContext = { readonly key?: string };

type Route = { readonly method?: string; readonly path: string };
type Asked = Readonly<Record<string, unknown>> | undefined;
type Options = { readonly context?: CallContext; readonly signal?: AbortSignal };

/**
 * A typed client of one module's contract, without its schemas:
 * `clientOf<typeof contract>(routes)` with `import routes from 'virtual:contract/<module>'` and `import type { contract }`.
 * The types are the contract's own; what runs here only fills an address and sends JSON, since a public page cannot carry more.
 * Every write sends an Idempotency-Key. Rejects with `Refused`.
 */
export function clientOf<C extends AnyContractRouter>(routes: AnyContractRouter): JsonifiedClient<ContractRouterClient<C, CallContext>> {
  const client: Record<string, (input?: Asked, options?: Options) => Promise<unknown>> = {};
  for (const [name, procedure] of Object.entries(routes)) {
    const { route } = (procedure as unknown as { '~orpc': { route: Route } })['~orpc'];
    client[name] = (input, options = {}) => send(route, input ?? {}, options);
  }
  return client as unknown as JsonifiedClient<ContractRouterClient<C, CallContext>>;
}

async function send({ method = 'POST', path }: Route, input: Readonly<Record<string, unknown>>, { context, signal }: Options): Promise<unknown> {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  const looks = method === 'GET';
  const query = looks && rest.size > 0 ? `?${new URLSearchParams([...rest].map(([name, value]) => [name, String(value)])).toString()}` : '';
  const body = !looks && rest.size > 0 ? JSON.stringify(Object.fromEntries(rest)) : null;
  const key = looks ? undefined : (context?.key ?? newKey());
  let response: Response;
  try {
    response = await fetch(`${API}${address}${query}`, {
      method, body, credentials: 'same-origin', ...(signal === undefined ? {} : { signal }),
      headers: { ...(key === undefined ? {} : { 'idempotency-key': key }), ...(body === null ? {} : { 'content-type': 'application/json' }) },
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Refused('offline', 0, {});
  }
  const answer = await response.json().catch(() => undefined) as unknown;
  if (response.ok) return answer;
  const refused = refusedFrom(response.status, answer);
  // A grave act: once the person has shown that it is them, the same request goes again, under the same key.
  if (refused.code === 'fresh-touch-needed' && (await touchShown())) return send({ method, path }, input, { context: key === undefined ? {} : { key }, ...(signal === undefined ? {} : { signal }) });
  throw refused;
}
