import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { actorOfToken, tokenHash } from '#modules/identity/index.ts';
import { tokenOf } from '#modules/identity/cookie.ts';
import { judgeAccess, type Actor } from '#kernel/policy.ts';
import { newId } from '#platform/clock.ts';
import { refusalBody } from '#platform/http/errors.ts';
import type { RequestContext } from '#platform/http/serve.ts';
import type { ByteRoute } from '#platform/module.ts';
import { apiHandler, openApi } from './api.ts';
import { site } from './site.ts';
import type { Platform } from './wire.ts';

/** The largest body of a JSON request; files go by their own route. */
const JSON_LIMIT = 1_000_000;

export type ServerOptions = {
  /** The one origin under which people reach the platform: rules cookies, the Origin check and links. */
  readonly publicOrigin: string;
  /** Where the built web lies; null serves the API alone. */
  readonly webFolder: string | null;
  /** False while the platform starts or stops: /readyz says so. */
  ready(): boolean;
};

type Env = { Variables: { context: RequestContext } };

/** Headers of every API answer, refusals and faults included. */
const API_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The HTTP face of the platform: health, API, files, pages. Reads from top to bottom as a request passes. */
export function httpApp(platform: Platform, options: ServerOptions): Hono<Env> {
  const { words } = platform.serve;
  const { log } = platform.wired;
  const app = new Hono<Env>();
  const api = apiHandler(platform);
  const secure = options.publicOrigin.startsWith('https:');
  const refuse = (code: string, status: number, facts: Record<string, string | number> = {}): Response =>
    new Response(refusalBody(code, status, words, facts), { status, headers: { 'Content-Type': 'application/json', ...API_HEADERS } });

  app.get('/healthz', (c) => c.json({ alive: true }));
  app.get('/readyz', async (c) => {
    const database = await platform.wired.database.pool.query('select 1').then(() => true, () => false);
    const ready = options.ready() && database;
    return c.json({ ready, database }, ready ? 200 : 503);
  });

  app.use('/api/*', async (c, next) => {
    const begun = performance.now();
    await next();
    for (const [name, value] of Object.entries(API_HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    if (secure) c.res.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
    const context = c.get('context') as RequestContext | undefined;
    log.info({ request: context?.requestId, method: c.req.method, route: c.req.path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id'), status: c.res.status, millis: Math.round(performance.now() - begun) }, 'answered');
  });
  app.get('/api/openapi.json', async (c) => c.json(await openApi(platform, options.publicOrigin)));

  app.use('/api/*', async (c, next) => {
    const writes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    // A browser names the page that sends; only our own may write. Whoever sends without a page names the origin too.
    if (writes && c.req.header('Origin') !== options.publicOrigin) return refuse('origin-refused', 403);
    const token = tokenOf(c.req.header('Cookie'));
    const actor: Actor | null = token === undefined ? null : ((await actorOfToken(platform.wired.database.kysely, tokenHash(token))) ?? null);
    const key = c.req.header('Idempotency-Key');
    c.set('context', {
      requestId: newId(), actor, answer: { headers: new Headers() }, address: '',
      idempotencyKey: key !== undefined && /^[\x21-\x7e]{8,200}$/.test(key) ? key : null,
    });
    return next();
  });

  for (const module of platform.modules) for (const route of module.byteRoutes ?? []) mount(app, platform, route, refuse);

  app.all('/api/*', async (c) => {
    // Behind Node's server every request but GET has a body object; what counts is whether bytes were announced.
    const announced = Number(c.req.header('Content-Length') ?? 0) > 0 || c.req.header('Transfer-Encoding') !== undefined;
    if (announced && !/^application\/json(;|$)/i.test(c.req.header('Content-Type') ?? '')) return refuse('media-type', 415);
    const body = await boundedBody(c.req.raw);
    if (body === 'too-large') return refuse('too-large', 413, { limit: '1 MB' });
    const request = body === undefined ? c.req.raw : new Request(c.req.raw.url, { method: c.req.method, headers: c.req.raw.headers, ...(body.byteLength === 0 ? {} : { body }) });
    return (await api(request, c.get('context'))) ?? refuse('not-found', 404);
  });

  if (options.webFolder !== null) site(app as unknown as Hono, { webFolder: options.webFolder, publicOrigin: options.publicOrigin });
  app.notFound(() => refuse('not-found', 404));
  app.onError((error, c) => {
    const fault = (c.get('context') as RequestContext | undefined)?.requestId ?? newId();
    log.error({ request: fault, fault: error.stack ?? error.message }, 'a request failed');
    return refuse('fault', 500, { fault });
  });
  return app;
}

function mount(app: Hono<Env>, platform: Platform, route: ByteRoute, refuse: (code: string, status: number) => Response): void {
  app.on(route.method, `/api${route.path}`, async (c) => {
    const context = c.get('context');
    const slug = c.req.param('city');
    const city = slug === undefined ? null : ((await platform.serve.cityBySlug(slug)) ?? null);
    if (slug !== undefined && city === null) return refuse('city-unknown', 404);
    const access = judgeAccess(route.rule, context.actor, city?.id ?? null);
    if (access !== 'allowed') return refuse(access, access === 'sign-in-needed' ? 401 : 403);
    return route.handle({ city, request: context, params: c.req.param(), url: new URL(c.req.url), raw: c.req.raw, wired: platform.wired });
  });
}

/** The body of a JSON request, read no further than the limit. */
async function boundedBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined | 'too-large'> {
  if (request.method === 'GET' || request.method === 'HEAD' || request.body === null) return undefined;
  if (Number(request.headers.get('Content-Length') ?? 0) > JSON_LIMIT) return 'too-large';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body) {
    size += part.byteLength;
    if (size > JSON_LIMIT) return 'too-large';
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export type Listening = { readonly port: number; stop(): Promise<void> };

/** Listens until stopped; stopping lets requests under way finish for ten seconds. */
export function listen(app: Hono<Env>, port: number, host: string): Promise<Listening> {
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer({ requestTimeout: 120_000, headersTimeout: 20_000, maxHeaderSize: 16_384 }, (request, response) => void answer(request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        stop: () => new Promise((done) => {
          const cut = setTimeout(() => server.closeAllConnections(), 10_000);
          server.close(() => {
            clearTimeout(cut);
            done();
          });
          server.closeIdleConnections();
        }),
      }),
    );
  });
}
