import { POWERFUL_ROLES, UNIT_ADMINISTRATOR, type Role } from '#kernel/policy.ts';

/** A unit as the right to give its roles sees it. `cityId` is null where no city owns it. */
export type GrantedUnit = { readonly id: string; readonly cityId: string | null };
export type Granter = { readonly personId: string; readonly organisationId: string | null; readonly homeCityId: string | null; readonly roles: readonly Role[] };

/**
 * In which of their roles this person may give roles in this unit: its own administrator; in a unit of a city also the city's housing
 * officer and the centre's reviewer; in one that no city owns also the platform's administrator. Null where in none.
 */
export function grantingRole(by: Granter, unit: GrantedUnit): Role | null {
  if (by.organisationId === unit.id && by.roles.includes(UNIT_ADMINISTRATOR)) return UNIT_ADMINISTRATOR;
  if (unit.cityId === null) return by.roles.includes('operator.administrator') ? 'operator.administrator' : null;
  if (by.homeCityId !== unit.cityId) return null;
  return (['housing.officer', 'centre.reviewer'] as const).find((role) => by.roles.includes(role)) ?? null;
}

/** The roles among these that one person alone does not give. */
export const powerful = (roles: readonly Role[]): Role[] => roles.filter((role) => POWERFUL_ROLES.includes(role));

/** What a change of roles does: at once, and only after a second person's yes. Taking away needs no second person. */
export function changeOfRoles(held: readonly Role[], wanted: readonly Role[]): { readonly now: Role[]; readonly given: Role[]; readonly taken: Role[]; readonly proposed: Role[] } {
  const added = wanted.filter((role) => !held.includes(role));
  const proposed = powerful(added);
  const given = added.filter((role) => !proposed.includes(role));
  const taken = held.filter((role) => !wanted.includes(role));
  return { now: [...held.filter((role) => wanted.includes(role)), ...given], given, taken, proposed };
}

export type Proposal = { readonly proposedBy: string; /** Who would get the roles; null while an invitation has not been accepted. */ readonly forPerson: string | null };

/** Why this person may not decide on a proposal; null where they may. Its proposer may withdraw it, never confirm it; nobody decides on their own roles. */
export function faultOfDeciding(proposal: Proposal, personId: string): 'own-proposal' | 'own-roles' | null {
  if (proposal.forPerson === personId) return 'own-roles';
  return proposal.proposedBy === personId ? 'own-proposal' : null;
}
