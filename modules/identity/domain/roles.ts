import { roleFits, type OrganisationKind, type Role } from '#kernel/policy.ts';

/** A role may only be held in an organisation of its kind: no supplier is ever a reviewer. Null where all roles fit. */
export function faultOfRoles(kind: OrganisationKind, roles: readonly Role[]): Role | null {
  return roles.find((role) => !roleFits(kind, role)) ?? null;
}
