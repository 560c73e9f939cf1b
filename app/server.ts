import { Hono } from 'hono';
import { actorOfToken, tokenHash } from '#modules/identity/index.ts';
import { tokenOf } from '#modules/identity/cookie.ts';
import { judgeAccess, type Actor } from '#kernel/policy.ts';
import { newId } from '#platform/clock.ts';
import { addressesOf } from '#platform/http/addresses.ts';
import { addressOf } from '#platform/http/client-address.ts';
import { badInputBody, refusalBody } from '#platform/http/errors.ts';
import { fenceHeaders } from '#platform/http/fence.ts';
import { judgeJson } from '#platform/http/json-text.ts';
import { isOurs, judgeTarget } from '#platform/http/target.ts';
import type { RequestContext } from '#platform/http/serve.ts';
import type { ByteRoute } from '#platform/module.ts';
import { isUnavailable } from '#platform/database/unavailable.ts';
import { apiHandler, RETRY_SECONDS } from './api.ts';
import { isToken, metrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { API_DOCS, site } from './site.ts';
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
  /** The one header by which a trusted proxy names the client; null where people reach this server directly. */
  readonly clientHeader?: string | null;
  /** What a collector of metrics must bear; null where nobody may read them. */
  readonly metricsToken?: string | null;
};

/** `incoming` is Node's own request, behind `listen`. */
type Env = { Variables: { context: RequestContext }; Bindings: { incoming?: { url?: string; socket?: { remoteAddress?: string } } } };

/** Signs of life are asked for by machines that know no name of ours, only an address. */
const SIGNS_OF_LIFE: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);
/** Answers that the operator sees in sums: not signed in or wrongly, not allowed, too many. */
const REFUSED: ReadonlySet<number> = new Set([401, 403, 429]);

/** The HTTP face of the platform: health, API, files, pages. Reads from top to bottom as a request passes. */
export function httpApp(platform: Platform, options: ServerOptions): Hono<Env> {
  const { words } = platform.serve;
  const { log } = platform.wired;
  const app = new Hono<Env>();
  const api = apiHandler(platform);
  const header = options.clientHeader ?? null;
  const addresses = addressesOf(addressesOfApi(platform));
  const fence = Object.entries(fenceHeaders(options.publicOrigin));
  const json = (body: string, status: number, headers: Record<string, string> = {}): Response => new Response(body, { status, headers: { 'Content-Type': 'application/json', ...headers } });
  const refuse: Refuse = (code, status, facts = {}) => json(refusalBody(code, status, words, facts), status);
  const badInput = (rule: string, field?: string): Response => json(rule === 'unreadable' ? refusalBody('unreadable', 400, words) : badInputBody(rule, field, words), 400);
  /** What an address says of itself, or the refusal of a method that it does not know. */
  const methodsOf = (method: string, known: readonly string[]): Response => {
    const Allow = known.join(', ');
    return method === 'OPTIONS' ? new Response(null, { status: 204, headers: { Allow } }) : json(refusalBody('method-not-allowed', 405, words), 405, { Allow });
  };

  app.use('*', async (c, next) => {
    await next();
    for (const [name, value] of fence) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.use('*', async (c, next) => {
    const url = new URL(c.req.url);
    // Node's own request still has the address as it came; a request made in process has no other than its own.
    const fault = judgeTarget(c.env?.incoming?.url ?? `${url.pathname}${url.search}`);
    if (fault !== undefined) return refuse(fault, fault === 'target-too-long' ? 414 : 400);
    if (!SIGNS_OF_LIFE.has(url.pathname) && !isOurs(c.req.header('Host') ?? url.host, options.publicOrigin)) return refuse('host-refused', 421);
    return next();
  });

  app.get('/healthz', (c) => c.json({ alive: true }));
  app.get('/readyz', async (c) => {
    const database = await platform.wired.database.pool.query('select 1').then(() => true, () => false);
    const ready = options.ready() && database;
    return c.json({ ready, database }, ready ? 200 : 503);
  });

  const measured = metrics(platform.wired.database);
  app.get('/metrics', async (c) => {
    // Without a token nobody reads them; an address that is not there tells nothing of it.
    if (!isToken(c.req.header('Authorization'), options.metricsToken ?? null)) return refuse('not-found', 404);
    return new Response(await measured.text(), { headers: { 'Content-Type': measured.type, 'Cache-Control': 'no-store' } });
  });

  app.use('/api/*', async (c, next) => {
    const begun = performance.now();
    await next();
    const context = c.get('context') as RequestContext | undefined;
    const route = addresses.at(c.req.path)?.template ?? '(unknown)';
    const millis = performance.now() - begun;
    measured.request(c.req.method, route, c.res.status, millis);
    if (REFUSED.has(c.res.status)) platform.wired.refusals.note({ route: `${c.req.method} ${route}`, status: c.res.status, personId: context?.actor?.personId ?? null, organisationId: context?.actor?.organisationId ?? null });
    log.info({ request: context?.requestId, method: c.req.method, route: c.req.path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id'), status: c.res.status, millis: Math.round(millis) }, 'answered');
  });
  let described: Promise<string> | undefined;
  app.get('/api/openapi.json', async () => {
    described ??= openApi(platform, options.publicOrigin).then((document) => JSON.stringify(document));
    return json(await described, 200);
  });
  const web = options.webFolder === null ? null : { webFolder: options.webFolder, publicOrigin: options.publicOrigin };
  if (web !== null) site(app as unknown as Hono, web, API_DOCS);

  app.use('/api/*', async (c, next) => {
    // A browser names the page that sends; only our own may write. Whoever sends without a page names the origin too.
    if (!LOOKS.has(c.req.method) && !isFromUs(c.req.raw.headers, options.publicOrigin)) return refuse('origin-refused', 403);
    const token = tokenOf(c.req.header('Cookie'));
    const actor: Actor | null = token === undefined ? null : ((await actorOfToken(platform.wired.database.kysely, tokenHash(token))) ?? null);
    const key = c.req.header('Idempotency-Key');
    c.set('context', {
      requestId: newId(), actor, answer: { headers: new Headers() }, publicOrigin: options.publicOrigin,
      address: addressOf(c.env?.incoming?.socket?.remoteAddress, header === null ? null : (c.req.header(header) ?? null)),
      cookie: c.req.header('Cookie') ?? '', userAgent: c.req.header('User-Agent') ?? '',
      idempotencyKey: key !== undefined && /^[\x21-\x7e]{8,200}$/.test(key) ? key : null,
    });
    return next();
  });

  for (const module of platform.modules) for (const route of module.byteRoutes ?? []) mount(app, platform, route, refuse);

  app.all('/api/*', async (c) => {
    const here = addresses.at(c.req.path);
    if (here === undefined) return refuse('not-found', 404);
    if (c.req.method === 'OPTIONS' || !here.methods.includes(c.req.method)) return methodsOf(c.req.method, here.methods);
    const strange = strangeQuery(new URL(c.req.url).searchParams, LOOKS.has(c.req.method), here.parameters);
    if (strange !== undefined) return badInput(...strange);
    // Behind Node's server every request but GET has a body object; what counts is whether bytes were announced.
    const announced = Number(c.req.header('Content-Length') ?? 0) > 0 || c.req.header('Transfer-Encoding') !== undefined;
    if (announced && !isJson(c.req.raw.headers)) return refuse('media-type', 415);
    const body = await boundedBody(c.req.raw);
    if (body === 'too-large') return refuse('too-large', 413, { limit: '1 MB' });
    if (body !== undefined && body.byteLength > 0) {
      const fault = judgeJson(body, here.parameters);
      if (fault !== undefined) return badInput(fault.rule, 'field' in fault ? fault.field : undefined);
    }
    const request = new Request(c.req.raw.url, { method: c.req.method === 'HEAD' ? 'GET' : c.req.method, headers: c.req.raw.headers, ...(body === undefined || body.byteLength === 0 ? {} : { body }) });
    const answer = (await api(request, c.get('context'))) ?? refuse('not-found', 404);
    return c.req.method === 'HEAD' ? new Response(null, answer) : answer;
  });

  if (web !== null) {
    site(app as unknown as Hono, web);
    app.all('*', (c) => methodsOf(c.req.method, PAGE_METHODS));
  }
  app.notFound(() => refuse('not-found', 404));
  app.onError((error, c) => {
    const fault = (c.get('context') as RequestContext | undefined)?.requestId ?? newId();
    if (isUnavailable(error)) {
      log.warn({ request: fault, fault: String(error) }, 'a request found the database or the disk away');
      const away = refuse('unavailable', 503);
      away.headers.set('Retry-After', RETRY_SECONDS);
      return away;
    }
    log.error({ request: fault, fault: error.stack ?? error.message }, 'a request failed');
    return refuse('fault', 500, { fault });
  });
  return app;
}

const PAGE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
const LOOKS: ReadonlySet<string> = new Set(PAGE_METHODS);

type Refuse = (code: string, status: number, facts?: Record<string, string | number>) => Response;

/** Every address below /api that some module serves, and the two that describe them. */
const addressesOfApi = (platform: Platform): { method: string; path: string }[] => [
  { method: 'GET', path: '/api/openapi.json' }, { method: 'GET', path: API_DOCS },
  ...platform.modules.flatMap((module) => [
    ...Object.values(module.routes?.contract ?? {}).map((procedure) => ({ method: procedure['~orpc'].route.method ?? 'POST', path: `/api${procedure['~orpc'].route.path ?? ''}` })),
    ...(module.byteRoutes ?? []).map(({ method, path }) => ({ method, path: `/api${path}` })),
  ]),
];

/** Whether a write comes from our own page, or from a program that names our origin. A browser also says whether the page was ours. */
function isFromUs(headers: Headers, publicOrigin: string): boolean {
  const site = headers.get('Sec-Fetch-Site');
  return headers.get('Origin') === publicOrigin && (site === null || site === 'same-origin');
}

/** JSON is UTF-8 (RFC 8259, 8.1) and comes as it is: what is packed could unpack to any size. */
const isJson = (headers: Headers): boolean => /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i.test(headers.get('Content-Type') ?? '') && ['', 'identity'].includes(headers.get('Content-Encoding')?.toLowerCase() ?? '');

/** What a query may not do: stand on a write, say one thing twice or in brackets, or repeat what the address has said. */
function strangeQuery(query: URLSearchParams, looks: boolean, parameters: readonly string[]): [rule: string, field: string] | undefined {
  const seen = new Set<string>();
  for (const name of query.keys()) {
    if (!looks || /[[\]]/.test(name) || name === '__proto__') return ['unknown-field', name];
    if (parameters.includes(name)) return ['in-the-address', name];
    if (seen.has(name)) return ['twice', name];
    seen.add(name);
  }
  return undefined;
}

function mount(app: Hono<Env>, platform: Platform, route: ByteRoute, refuse: Refuse): void {
  app.on(route.method, `/api${route.path}`, async (c) => {
    const context = c.get('context');
    const slug = c.req.param('city');
    const city = slug === undefined ? null : ((await platform.serve.cityBySlug(slug)) ?? null);
    if (slug !== undefined && city === null) return refuse('city-unknown', 404);
    const access = judgeAccess(route.rule, context.actor, city?.id ?? null);
    if (access !== 'allowed') return refuse(access, access === 'sign-in-needed' ? 401 : 403);
    const taken = platform.serve.buckets.take(route.limits?.(context) ?? []);
    if (!taken.ok) {
      const refused = refuse('too-many', 429, { seconds: taken.retrySeconds });
      refused.headers.set('Retry-After', String(taken.retrySeconds));
      return refused;
    }
    const answer = await route.handle({ city, request: context, params: c.req.param(), url: new URL(c.req.url), raw: c.req.raw, wired: platform.wired });
    // Whoever asks for the headers alone reads nothing; the file behind must not stay open.
    if (c.req.method === 'HEAD') await answer.body?.cancel();
    return answer;
  });
}

/** The body of a JSON request, read no further than the limit. */
async function boundedBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined | 'too-large'> {
  if (LOOKS.has(request.method) || request.body === null) return undefined;
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
