import type { Role } from '#kernel/policy.ts';
import type { ReadCall } from '#platform/database/call.ts';
import type { ServedRoute } from '#platform/http/serve.ts';
import type { MembershipRights, Right } from './contract/rights.ts';
import { opens } from './domain/rights.ts';
import { myAdministrators, rolesHeldBy, type HeldRole } from './store/grants.ts';
import { listCities } from './store/cities.ts';
import { membershipsOf } from './store/people.ts';

/** A route's summary says it in both languages, with ` · ` between them. */
function right(route: ServedRoute): Right {
  const [zh = '', en = zh] = route.summary.split(' · ', 2);
  return { operation: `${route.module}.${route.name}`, module: route.module, text: { 'zh-CN': zh, en }, acts: route.method !== 'GET', of: typeof route.rule.who === 'string' ? 'own' : reachOf(route) };
}
const reachOf = ({ rule }: ServedRoute): Right['of'] => ('reach' in rule ? rule.reach : 'own');

/** What a role opens, generated from the policy of all routes. */
export const rightsOf = (served: readonly ServedRoute[], role: Role): Right[] => served.filter((route) => opens(route.rule, role)).map(right);

/** The calling person's memberships with their roles: since when, given by whom, what each opens, whom to ask for more. */
export async function myRights(call: ReadCall, served: readonly ServedRoute[]): Promise<{ memberships: MembershipRights[]; everyone: Right[] }> {
  const { personId } = call.actor!;
  const memberships = await membershipsOf(call.tx, personId);
  const held = await rolesHeldBy(call.tx, personId);
  const administrators = await myAdministrators(call.tx);
  const cities = await listCities(call.tx);
  return {
    memberships: memberships.map((one) => {
      const city = cities.find((known) => known.id === one.cityId);
      return {
        membershipId: one.id, organisationName: one.organisationName, kind: one.kind, citySlug: one.citySlug, cityName: city === undefined ? null : { 'zh-CN': city.nameZh, en: city.nameEn },
        roles: held.filter((role) => role.membershipId === one.id).map((role) => ({ ...given(role), rights: rightsOf(served, role.role) })),
        administrators: administrators.filter((person) => person.organisationId === one.organisationId).map((person) => person.name), otherwise: one.cityId === null ? 'operator' as const : 'city' as const,
      };
    }),
    everyone: served.filter((route) => route.rule.who === 'signed-in').map(right),
  };
}

const given = (role: HeldRole) => ({
  role: role.role, since: role.since.toISOString(),
  grantedBy: role.grantedAs === null ? null : { name: role.grantedBy ?? '', as: role.grantedAs },
  confirmedBy: role.confirmedAs === null ? null : { name: role.confirmedBy ?? '', as: role.confirmedAs },
});
