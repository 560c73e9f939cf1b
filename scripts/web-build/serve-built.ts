import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { webPages } from '#platform/http/page.ts';

/** What a test lets the API answer, by method and path: `GET /cities`. Anything else is 404. */
export type Answers = Readonly<Record<string, (request: Request) => unknown | Promise<unknown>>>;
export type Served = { readonly origin: string; close(): Promise<void> };

/** The built web on a free port under its real headers, with an API made of answers. For tests of pages alone; journeys use the real server. */
export async function serveBuilt(answers: Answers, webFolder = join(import.meta.dirname, '../../dist/web')): Promise<Served> {
  const pages = webPages({ webFolder, publicOrigin: 'http://localhost' });
  const server = createServer(
    getRequestListener(
      async (request) => {
        const { pathname } = new URL(request.url);
        if (pathname.startsWith('/api/')) return answer(answers[`${request.method} ${pathname.slice(4)}`], request);
        return (await pages(request)) ?? new Response('', { status: 405 });
      },
      { overrideGlobalObjects: false },
    ),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { origin, close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))) };
}

async function answer(how: Answers[string] | undefined, request: Request): Promise<Response> {
  const body = how === undefined ? refusal('not-found', 404) : await how(request);
  return body instanceof Response ? body : Response.json(body);
}

export const refusal = (code: string, status: number, data: object = {}): Response => Response.json({ defined: true, code, status, message: code, data }, { status });
