import { deepEqual } from 'node:assert/strict';
import type { MatrixKit, Sample, Subject } from '#app/test-kit/matrix.ts';
import { modules } from '#app/modules.ts';
import { openApi } from '#app/openapi.ts';
import { ORIGIN, testPlatform, type Answer, type TestPerson, type TestPlatform } from '#app/test-kit/platform.ts';
import { ROLES, type Role } from '#kernel/policy.ts';
import { aPdf } from '#platform/files/test-kit.ts';
import { watchTables, type Watch } from './watch.ts';
import { routesOf, type Route } from './routes.ts';
import type { Schemas } from './fits.ts';

/** Who asks: a person, or nobody. Whoever the requests have signed out is followed by a colleague. */
export type Asker = { readonly name: string; person: TestPerson | undefined };
/** A text that only some organisations may ever read. */
export type Canary = { readonly text: string; readonly readers: readonly string[] };

export type World = {
  readonly t: TestPlatform;
  readonly routes: readonly Route[];
  readonly schemas: Schemas;
  /** Those whom the route's rule names come first in `of`. */
  readonly askers: { readonly all: readonly Asker[]; of(route: Route): readonly Asker[] };
  /** Requests that are right but for whose thing they name; some of them made anew. */
  readonly samples: ReadonlyMap<string, readonly Sample[]>;
  /** After a reply: somebody else takes the seat of an asker who was signed out, and what the request has used up is made anew. */
  renew(sent: { readonly route: Route; readonly asker: Asker; readonly method: string }, answer: Answer): Promise<void>;
  readonly canaries: readonly Canary[];
  readonly watch: Watch;
  /** What the platform said of its own faults to the log. */
  readonly faults: string[];
};

const SUBJECTS: readonly Subject[] = ['own', 'other-organisation', 'other-city', 'unknown'];
type Kit = Awaited<ReturnType<MatrixKit['world']>>;

/** Everything the modules lend to the authorisation matrix, somebody of each role in each city, planted secrets, and a watch over all tables. */
export async function fuzzWorld(): Promise<World> {
  const t = await testPlatform();
  const faults: string[] = [];
  Object.assign(t.platform.wired.log, { error: (facts: unknown) => void faults.push(JSON.stringify(facts)) });
  const { routes, schemas } = routesOf(await openApi(t.platform, ORIGIN));
  const kits = new Map<string, Kit>();
  for (const module of modules) {
    if (module.routes === undefined && (module.byteRoutes ?? []).length === 0) continue;
    const { matrix } = (await import(new URL(`../../modules/${module.name}/test-kit/matrix.ts`, import.meta.url).href)) as { matrix: MatrixKit };
    kits.set(module.name, await matrix.world(t));
  }
  const nobody: Asker = { name: 'nobody', person: undefined };
  const strangers: Asker[] = [];
  for (const role of ROLES) {
    strangers.push({ name: `${role} (stranger)`, person: await t.person(role) });
    strangers.push({ name: `${role} (yunxi)`, person: await t.person(role, { city: t.yunxi }) });
  }
  const owners = new Map([...kits].map(([name, kit]) => [name, Object.entries(kit.people).map(([role, person]): Asker => ({ name: `${role} of ${name}`, person }))]));
  const all = [nobody, ...strangers, ...[...owners.values()].flat()];
  const samples = new Map<string, Sample[]>();
  for (const route of routes) samples.set(route.id, await samplesOf(route, kits.get(route.id.split('.')[0]!)!));
  const canaries = await planted(t, kits, all);
  const watch = await watchTables(t.ownerUrl);
  let writes = 0;
  return {
    t, routes, schemas, samples, canaries, watch, faults,
    async renew({ route, asker, method }, answer) {
      if (answer.status === 401 && asker.person !== undefined) asker.person = await colleague(t, asker.person);
      else if (answer.status >= 300 || method === 'GET' || method === 'HEAD' || ++writes % REMAKE_EVERY !== 0) return;
      else samples.set(route.id, await samplesOf(route, kits.get(route.id.split('.')[0]!)!));
      await watch.changes();
    },
    askers: {
      all,
      of: (route) => {
        const own = owners.get(route.id.split('.')[0]!) ?? [];
        const named = route.who === 'anyone' ? [nobody, ...own] : own.filter((asker) => route.who === 'signed-in' || asker.person!.actor.roles.some((role) => route.who.includes(role)));
        return named.length > 0 ? named : all;
      },
    },
  };
}

/** Making a thing anew takes as long as many requests, so only some of those used up are. */
const REMAKE_EVERY = 6;

/** A colleague in the same seat takes over from whoever was signed out. */
const colleague = (t: TestPlatform, from: TestPerson): Promise<TestPerson> => t.person(from.actor.roles[0]!, { with: from, roles: from.actor.roles });

async function samplesOf(route: Route, kit: Kit): Promise<Sample[]> {
  const roles: readonly (Role | null)[] = typeof route.who === 'string' ? [null] : (route.who as readonly Role[]);
  const found: Sample[] = [];
  for (const role of roles) for (const subject of SUBJECTS) {
    const sample = await kit.sample(route.id.split('.')[1]!, role, subject);
    if (sample !== null) found.push(sample);
  }
  return found;
}

/** Secrets where only their own organisation may see them, through the interface itself; and what nobody may ever read back. */
async function planted(t: TestPlatform, kits: ReadonlyMap<string, Kit>, all: readonly Asker[]): Promise<Canary[]> {
  const canaries: Canary[] = all.flatMap(({ person }) => (person === undefined ? [] : [{ text: person.cookie.split('=')[1]!, readers: [] }]));
  const supplier = kits.get('documents')!.people['supplier.clerk']!;
  const name = 'kanarie-upload-7Qx';
  const upload = await t.request('PUT', '/api/documents/files', { as: supplier, bytes: aPdf('canary') as Uint8Array<ArrayBuffer>, headers: { 'X-File-Name': `${name}.pdf`, 'Content-Type': 'application/pdf' } });
  deepEqual(upload.status, 200);
  canaries.push({ text: name, readers: [supplier.organisationId] });
  const orders = kits.get('orders')!;
  const buyer = orders.people['buyer.purchaser']!;
  const sample = await orders.sample('placeOrder', 'buyer.purchaser', 'own');
  const order = await t.request('POST', sample!.path, { as: buyer, body: { ...(sample!.body as object), internalNote: 'kanarie-internal-4Zr' } as never });
  deepEqual(order.status, 200, JSON.stringify(order.body));
  canaries.push({ text: 'kanarie-internal-4Zr', readers: [buyer.organisationId] });
  return canaries;
}
