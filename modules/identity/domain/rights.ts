import { judgeAccess, type Actor, type Role, type Rule } from '#kernel/policy.ts';

/**
 * Whether a role opens a route, asked of the same judgement that lets requests in: what is told to people cannot differ from what they may do.
 * What is open to whoever is signed in, or to the public, is no right of a role.
 */
export function opens(rule: Rule, role: Role): boolean {
  return typeof rule.who !== 'string' && judgeAccess(rule, holderOf(role), null) === 'allowed';
}

const holderOf = (role: Role): Actor => ({ personId: '', personName: '', sessionId: '', membershipId: '', organisationId: '', organisationName: '', organisationKind: null, homeCityId: null, roles: [role], fresh: true });
