import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ROLES, type Role } from '#kernel/policy.ts';
import { newId } from '#platform/clock.ts';
import { modules } from './modules.ts';
import { routesOf, worldsOf, type Subject } from './test-kit/matrix.ts';
import { testPlatform, type TestPerson, type TestPlatform } from './test-kit/platform.ts';

/** Every route × every role × whose thing, with the expected answer from the policy alone. */
const t: TestPlatform = await testPlatform();
const routes = routesOf(modules);

const KINDS_OF_CITY = ['buyer', 'centre', 'housing', 'finance', 'unit'];
const SUBJECTS: readonly Subject[] = ['own', 'other-organisation', 'other-city', 'unknown'];

/** Someone of each role who owns nothing, in Huzhou; and someone of each city body in the other city. */
const strangers = new Map<Role, TestPerson>();
const foreigners = new Map<Role, TestPerson>();
for (const role of ROLES) {
  strangers.set(role, await t.person(role));
  if (KINDS_OF_CITY.includes(role.split('.')[0]!)) foreigners.set(role, await t.person(role, { city: t.yunxi }));
}

let asked = 0;

const worlds = await worldsOf(t, modules);

for (const [name, world] of worlds) {
  describe(name, () => {
    const mine = routes.filter((r) => r.module === name);

    for (const route of mine) {
      test(`${route.method} ${route.name}`, async () => {
        const send = async (as: TestPerson | undefined, role: Role | null, subject: Subject): Promise<{ status: number; code: string } | null> => {
          const sample = await world.sample(route.name, role, subject);
          if (sample === null) return null;
          asked += 1;
          const answer = await t.request(route.method, sample.path, { as, body: sample.body, key: newId(), ...(sample.bytes === undefined ? {} : { bytes: sample.bytes }), ...(sample.headers === undefined ? {} : { headers: sample.headers }) });
          assert.ok(answer.status < 500, `${route.name} as ${role ?? 'nobody'} on ${subject}: ${answer.status} ${JSON.stringify(answer.body)}`);
          return { status: answer.status, code: String(answer.body?.code ?? '') };
        };
        const rule = route.rule;
        const inCity = (await world.sample(route.name, rule.who === 'anyone' || rule.who === 'signed-in' ? null : rule.who[0]!, 'own'))?.path.startsWith(`/api/${t.huzhou.slug}/`) === true;

        const nobody = await send(undefined, null, 'own');
        assert.ok(nobody !== null, `${route.name} gives no sample for its own case`);
        if (rule.who === 'anyone') assert.ok(![403].includes(nobody.status) && nobody.code !== 'sign-in-needed', `anyone may ask ${route.name}: ${nobody.status}`);
        else assert.equal(nobody.status, 401, `${route.name} needs a session`);
        if (rule.who === 'anyone' || rule.who === 'signed-in') return;

        for (const role of ROLES) {
          if (rule.who.includes(role)) continue;
          const refused = await send(strangers.get(role), role, 'own');
          assert.equal(refused?.status, 403, `${role} may not ask ${route.name}`);
        }
        for (const role of rule.who) {
          const person = world.people[role];
          assert.ok(person !== undefined, `${name} lends nobody with the role ${role}`);
          const subjects: Partial<Record<Subject, { status: number; code: string } | null>> = {};
          for (const subject of SUBJECTS) subjects[subject] = await send(person, role, subject);
          assert.ok(subjects.own !== undefined && subjects.own !== null && ![401, 403, 404].includes(subjects.own.status), `${role} may ask ${route.name} of its own: ${JSON.stringify(subjects.own)}`);
          for (const subject of ['other-city', 'unknown'] as const) {
            if (subjects[subject] !== null) assert.equal(subjects[subject]?.status, 404, `${role}, ${route.name}, ${subject}`);
          }
          if (subjects['other-organisation'] !== null) {
            if (rule.reach === 'own') assert.equal(subjects['other-organisation']?.status, 404, `${role}, ${route.name}, another organisation's`);
            else assert.ok(![401, 403, 404].includes(subjects['other-organisation']!.status), `${role} reaches the whole city by ${route.name}`);
          }
          const foreigner = foreigners.get(role);
          if (foreigner !== undefined && inCity) assert.equal((await send(foreigner, role, 'own'))?.status, 403, `${role} of another city, ${route.name}`);
        }
      });
    }
  });
}

test('the matrix asked every route', () => {
  assert.ok(routes.length > 0);
  assert.ok(asked >= routes.length, `${asked} requests for ${routes.length} routes`);
});
