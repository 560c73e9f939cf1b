import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { ORPCError, type AnyRouter } from '@orpc/server';
import { isUnavailable } from '#platform/database/unavailable.ts';
import type { RequestContext } from '#platform/http/serve.ts';
import { badInput } from '#platform/http/errors.ts';
import type { Platform } from './wire.ts';

/** All routes of all modules, as one router: `orders.place` is the operation `place` of the module `orders`. */
export function routerOf(platform: Platform): Record<string, AnyRouter> {
  return Object.fromEntries(platform.modules.filter((m) => m.routes !== undefined).map((m) => [m.name, m.routes!.router(m.name, platform.serve)]));
}

/** Answers requests below /api that the contracts describe; undefined where none matches. */
export function apiHandler(platform: Platform): (request: Request, context: RequestContext) => Promise<Response | undefined> {
  const handler = new OpenAPIHandler<RequestContext>(routerOf(platform) as never, {
    clientInterceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (error) {
          throw refined(error, options.context.requestId, platform);
        }
      },
    ],
  });
  return async (request, context) => {
    const { matched, response } = await handler.handle(request, { prefix: '/api', context });
    if (!matched) return undefined;
    for (const [name, value] of context.answer.headers) response.headers.append(name, value);
    if (response.status === 503) response.headers.set('Retry-After', RETRY_SECONDS);
    return response;
  };
}

/** What whoever was answered 503 is told to wait; a restart of the database takes about that long. */
export const RETRY_SECONDS = '2';

/** Bad input becomes a refusal with its fields; anything unforeseen becomes a fault with the request's number, told only to the log. */
function refined(error: unknown, requestId: string, platform: Platform): unknown {
  const { words } = platform.serve;
  const refused = badInput(error, words);
  if (refused !== undefined) return refused;
  if (error instanceof ORPCError && (error.status < 500 || error.code === 'busy')) return error;
  if (isUnavailable(error)) {
    platform.wired.log.warn({ request: requestId, fault: String(error) }, 'a request found the database or the disk away');
    return new ORPCError('unavailable', { status: 503, message: 'unavailable', data: { text: words.both('refusal.unavailable') } });
  }
  platform.wired.log.error({ request: requestId, fault: error instanceof Error ? (error.stack ?? error.message) : String(error), cause: error instanceof Error && error.cause !== undefined ? String(error.cause) : undefined }, 'a request failed');
  return new ORPCError('fault', { status: 500, message: 'fault', data: { fault: requestId, text: words.both('refusal.fault', { fault: requestId }) } });
}
