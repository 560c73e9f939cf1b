import { ROLES, type Role } from '#kernel/policy.ts';
import { modules } from '#app/modules.ts';
import { routesOf, worldsOf, type RouteUnderTest, type Sample, type World } from '#app/test-kit/matrix.ts';
import { testPlatform, type Answer, type TestCity, type TestPerson, type TestPlatform } from '#app/test-kit/platform.ts';
import { newId } from '#platform/clock.ts';

/** A request that was answered well, and who sent it. */
export type GoodRequest = { readonly route: RouteUnderTest; readonly role: Role | null; readonly by: TestPerson | undefined; readonly sample: Sample; /** Whether a picture was drawn for it. */ readonly drawn: boolean };

export type FencedWorld = {
  readonly t: TestPlatform;
  readonly worlds: ReadonlyMap<string, World>;
  /** Everybody who owns something, by module and role, and somebody of each role who owns nothing, in either city. */
  readonly people: readonly { readonly who: string; readonly person: TestPerson; readonly role: Role }[];
  readonly good: readonly GoodRequest[];
};

const CITY_BODIES = ['buyer', 'centre', 'housing', 'finance'];

export const send = (t: TestPlatform, route: RouteUnderTest, as: TestPerson | undefined, sample: Sample): Promise<Answer> =>
  t.request(route.method, sample.path, { as, body: sample.body, key: newId(), ...(sample.bytes === undefined ? {} : { bytes: sample.bytes }), ...(sample.headers === undefined ? {} : { headers: sample.headers }) });

/** Two cities with everything that the modules' test kits lend, after each route was asked well by each role that may. */
export async function fencedWorld(): Promise<FencedWorld> {
  const t = await testPlatform();
  const worlds = await worldsOf(t, modules);
  const people: { who: string; person: TestPerson; role: Role }[] = [];
  for (const [module, world] of worlds) for (const [role, person] of Object.entries(world.people)) people.push({ who: `${module}'s ${role}`, person, role: role as Role });
  for (const role of ROLES) {
    people.push({ who: `a ${role} with nothing`, person: await t.person(role), role });
    if (CITY_BODIES.includes(role.split('.')[0]!)) people.push({ who: `a ${role} of the other city`, person: await t.person(role, { city: t.yunxi }), role });
  }
  const good: GoodRequest[] = [];
  for (const route of routesOf(modules)) {
    // Signing out and ending sessions would take the senders away.
    if (route.rule.who === 'signed-in' && route.method !== 'GET') continue;
    const world = worlds.get(route.module)!;
    for (const role of typeof route.rule.who === 'string' ? [null] : route.rule.who) {
      const sample = await world.sample(route.name, role, 'own');
      if (sample === null) continue;
      const by = role !== null ? world.people[role] : route.rule.who === 'signed-in' ? people[0]!.person : undefined;
      const answer = await send(t, route, by, sample);
      if (answer.status < 300) good.push({ route, role, by, sample, drawn: answer.headers.get('Content-Type')?.startsWith('image/') === true });
    }
  }
  await t.drain();
  return { t, worlds, people, good };
}

/** The city each caller of the raw tests stands in. */
export const placesOf = (t: TestPlatform): readonly (TestCity | null)[] => [t.huzhou, t.yunxi, null];
