import fc from 'fast-check';
import type { Sample } from '#app/test-kit/matrix.ts';
import { newId } from '#platform/clock.ts';
import { ORIGIN } from '#app/test-kit/platform.ts';
import { aPdf, aPng, anXlsx } from '#platform/files/test-kit.ts';
import { aChange, anything, changed, fitting, isReuse, reuse, TRICKY, type Change } from './arbitraries.ts';
import type { Asker, World } from './world.ts';
import type { Route } from './routes.ts';

/** What is to be sent, before ids of earlier replies are put in. Plain data, so that fast-check can make it smaller. */
export type Plan = {
  readonly route: number; readonly who: number; readonly stranger: boolean;
  readonly from: 'sample' | 'schema'; readonly sample: number;
  readonly path: Readonly<Record<string, string>>; readonly keepPath: boolean;
  readonly query: Readonly<Record<string, unknown>>; readonly strangeQuery: string | null;
  readonly body: unknown; readonly changes: readonly Change[]; readonly spoiled: Spoil | null;
  readonly header: HeaderTrick | null; readonly method: string | null;
};

const SPOILS = ['cut', 'twice', 'proto', 'deep', 'list', 'half-character', 'huge', 'not-utf8', 'empty', 'two', 'mark'] as const;
type Spoil = (typeof SPOILS)[number];
const HEADERS = ['other-type', 'no-type', 'charset', 'packed', 'no-key', 'bad-key', 'same-key', 'other-origin', 'no-origin', 'cross-site', 'forged-cookie', 'two-cookies', 'other-host', 'wrong-length', 'language'] as const;
type HeaderTrick = (typeof HEADERS)[number];

/** Null that many times for one of the others. */
const sometimes = <T>(often: number, one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.oneof({ weight: often, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one });

/** Any request to any of the routes. */
export function aPlan(world: World): fc.Arbitrary<Plan> {
  const { schemas } = world;
  return fc.nat(world.routes.length - 1).chain((index) => {
    const route = world.routes[index]!;
    const step = (name: string): fc.Arbitrary<string> => fc.oneof({ weight: 5, arbitrary: name === 'city' ? fc.constantFrom('huzhou', 'huzhou', 'huzhou', 'yunxi') : reuse(name) }, { weight: 2, arbitrary: fc.constantFrom(...TRICKY) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) });
    const asked = route.parameters.filter((one) => one.in === 'query');
    return fc.record({
      route: fc.constant(index), who: fc.nat(999), stranger: fc.boolean(),
      from: fc.constantFrom('sample' as const, 'sample' as const, 'schema' as const), sample: fc.nat(99),
      path: fc.record(Object.fromEntries(route.parameters.filter((one) => one.in === 'path').map(({ name }) => [name, step(name)]))) as fc.Arbitrary<Record<string, string>>,
      keepPath: fc.boolean(),
      query: fc.record(Object.fromEntries(asked.map(({ name, schema }) => [name, fc.oneof({ weight: 3, arbitrary: fitting(schema, schemas, name) }, { weight: 1, arbitrary: anything })])), { requiredKeys: [] }),
      strangeQuery: sometimes(12, fc.oneof(fc.constantFrom(...TRICKY), fc.constantFrom('page=1&page=2', 'city=yunxi', '__proto__=1', 'a[b]=1', 'page[]=1', '%', '%00=1', 'x='.repeat(3000)))),
      body: route.body === undefined ? fc.constant(undefined) : route.body === 'bytes' ? fc.nat(6) : fitting(route.body, schemas),
      changes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: fc.array(aChange, { minLength: 1, maxLength: 2 }) }),
      spoiled: sometimes(8, fc.constantFrom(...SPOILS)),
      header: sometimes(6, fc.constantFrom(...HEADERS)),
      method: sometimes(25, fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND')),
    });
  });
}

export type Sent = { readonly route: Route; readonly asker: Asker; readonly method: string; readonly target: string; readonly headers: Record<string, string>; readonly bytes: Uint8Array<ArrayBuffer> | undefined; readonly address: string };

/** The request of a plan in this world; `idFor` gives an id of an earlier reply. */
export function sentOf(plan: Plan, world: World, idFor: (name: string, n: number) => string): Sent {
  const route = world.routes[plan.route]!;
  const named = world.askers.of(route);
  const askers = plan.stranger ? world.askers.all : named;
  const asker = askers[plan.who % askers.length]!;
  const samples = world.samples.get(route.id) ?? [];
  const sample = plan.from === 'sample' && samples.length > 0 ? samples[plan.sample % samples.length] : undefined;
  const method = plan.method ?? route.method;
  const bytes = bytesOf(plan, route, sample, (value) => filled(value, idFor));
  return { route, asker, method, target: targetOf(plan, route, sample, idFor), headers: headersOf(plan, route, method, asker, sample, bytes), bytes: method === 'GET' || method === 'HEAD' ? undefined : bytes, address: `10.0.${plan.who % 250}.${plan.sample}` };
}

/** Ids put in where the plan asked for them. */
function filled(value: unknown, idFor: (name: string, n: number) => string): unknown {
  if (isReuse(value)) {
    const [, name, n] = value.split('|');
    return idFor(name!, Number(n));
  }
  if (Array.isArray(value)) return value.map((one) => filled(one, idFor));
  if (typeof value !== 'object' || value === null) return value;
  // defineProperty: an assignment to __proto__ would change the object instead of adding the key that is to be sent.
  const copy = {};
  for (const [name, one] of Object.entries(value)) Object.defineProperty(copy, name, { value: filled(one, idFor), enumerable: true, configurable: true, writable: true });
  return copy;
}

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E');

function targetOf(plan: Plan, route: Route, sample: Sample | undefined, idFor: (name: string, n: number) => string): string {
  const path = sample !== undefined && plan.keepPath ? sample.path.split('?')[0]! : route.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const step = filled(plan.path[name] ?? '', idFor) as string;
    return /^[\w-]+$/.test(step) ? step : encoded(step);
  });
  const query = Object.entries(plan.query).map(([name, value]) => `${encoded(name)}=${encoded(typeof value === 'string' ? (filled(value, idFor) as string) : (JSON.stringify(value) ?? ''))}`);
  const strange = plan.strangeQuery === null ? [] : [/[=%]/.test(plan.strangeQuery) && !/[^\x21-\x7e]/.test(plan.strangeQuery) ? plan.strangeQuery : `${encoded(plan.strangeQuery)}=1`];
  const all = [...query, ...strange].join('&');
  return all === '' ? path : `${path}?${all}`;
}

const FILES: readonly (() => Uint8Array)[] = [() => aPdf(), () => aPng(), () => anXlsx(), () => new Uint8Array(0), () => aPdf().subarray(0, 20), () => new TextEncoder().encode('<html>'), () => new Uint8Array(70_000)];

function bytesOf(plan: Plan, route: Route, sample: Sample | undefined, fill: (value: unknown) => unknown): Uint8Array<ArrayBuffer> | undefined {
  if (route.body === 'bytes') return new Uint8Array(FILES[Number(plan.body) % FILES.length]!());
  if (route.body === undefined && sample?.body === undefined) return plan.spoiled === null ? undefined : spoiled('{}', plan.spoiled);
  const base = sample?.body ?? plan.body;
  const value = plan.changes.reduce<unknown>((at, change) => changed(at, change), base ?? {});
  const said = JSON.stringify(fill(value)) ?? 'null';
  return plan.spoiled === null ? new TextEncoder().encode(said) : spoiled(said, plan.spoiled);
}

function spoiled(said: string, how: Spoil): Uint8Array<ArrayBuffer> {
  const inside = said.startsWith('{') ? said.slice(1) : '}';
  const first = /^"(?:[^"\\]|\\.){0,200}"/.exec(inside)?.[0] ?? '"a"';
  const more = inside === '}' ? '}' : `,${inside}`;
  const bent: Readonly<Record<Spoil, string>> = {
    cut: said.slice(0, Math.floor(said.length / 2)), twice: `{${first}:1,${first}:2${more}`, proto: `{"__proto__":{"roles":["housing.officer"]}${more}`, deep: `{"a":${'['.repeat(5000)}${']'.repeat(5000)}${more}`,
    list: `[${said}]`, 'half-character': `{"note":"\\udead"${more}`, huge: `{"note":"${'x'.repeat(1_100_000)}"${more}`, 'not-utf8': said, empty: '', two: `${said}${said}`, mark: `\ufeff${said}`,
  };
  const bytes = new TextEncoder().encode(bent[how]);
  return how === 'not-utf8' ? new Uint8Array([...bytes, 0xc0, 0xaf]) : bytes;
}

function headersOf(plan: Plan, route: Route, method: string, asker: Asker, sample: Sample | undefined, bytes: Uint8Array | undefined): Record<string, string> {
  const writes = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  const headers: Record<string, string> = {
    ...(asker.person === undefined ? {} : { Cookie: asker.person.cookie }),
    ...(writes ? { Origin: ORIGIN, 'Idempotency-Key': newId() } : {}),
    ...(route.body === 'bytes' ? { 'Content-Type': 'application/pdf', 'X-File-Name': 'a.pdf' } : bytes === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...sample?.headers,
    ...(bytes === undefined || !writes ? {} : { 'Content-Length': String(bytes.byteLength) }),
  };
  const without = (name: string): void => void delete headers[name];
  switch (plan.header) {
    case 'other-type': headers['Content-Type'] = 'text/plain'; break;
    case 'no-type': without('Content-Type'); break;
    case 'charset': headers['Content-Type'] = 'application/json; charset=utf-7'; break;
    case 'packed': headers['Content-Encoding'] = 'gzip'; break;
    case 'no-key': without('Idempotency-Key'); break;
    case 'bad-key': headers['Idempotency-Key'] = 'k'; break;
    case 'same-key': headers['Idempotency-Key'] = 'the-same-key-again'; break;
    case 'other-origin': headers['Origin'] = 'https://evil.example'; break;
    case 'no-origin': without('Origin'); break;
    case 'cross-site': headers['Sec-Fetch-Site'] = 'cross-site'; break;
    case 'forged-cookie': headers['Cookie'] = `__Host-qingcai=${'A'.repeat(43)}`; break;
    case 'two-cookies': headers['Cookie'] = `__Host-qingcai=; ${headers['Cookie'] ?? '__Host-qingcai=x'}; __Host-qingcai=%00`; break;
    case 'other-host': headers['Host'] = 'evil.example'; break;
    case 'wrong-length': if (bytes !== undefined) headers['Content-Length'] = '7'; break;
    case 'language': headers['Accept-Language'] = 'xx-'.repeat(200); break;
    case null: break;
  }
  return headers;
}
