import type { DomainEvent } from '#kernel/event.ts';
import { UNIT_ADMINISTRATOR, type Role } from '#kernel/policy.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { changeOfRoles } from '../domain/granting.ts';
import { faultOfRoles } from '../domain/roles.ts';
import type { Giver, NewProposal, Recorded, Unit } from './invite.ts';

export type HeldMembership = { readonly id: string; readonly personId: string; readonly roles: readonly Role[] };

export type ChangeRolesNeeds = {
  readonly newId: () => string;
  readonly unit: Unit;
  readonly giver: Giver;
  /** All memberships of the unit that have not ended, held until the end: the last administrator is counted under lock. */
  readonly lockMembers: () => Promise<readonly HeldMembership[]>;
  readonly setRoles: (membershipId: string, change: { now: readonly Role[]; given: readonly Role[]; taken: readonly Role[] }) => Promise<void>;
  /** False where a proposal for this membership is open already. */
  readonly propose: (proposal: NewProposal) => Promise<boolean>;
  readonly record: Recorded;
  readonly emit: (event: DomainEvent) => void;
};

export type ChangeRolesRefusal = 'not-found' | 'own-roles' | 'role-of-another-kind' | 'last-administrator' | 'proposal-open';

/** Whether the unit would be left without an administrator if this member no longer were one. */
export const isLastAdministrator = (members: readonly HeldMembership[], membershipId: string): boolean =>
  members.find((one) => one.id === membershipId)?.roles.includes(UNIT_ADMINISTRATOR) === true && !members.some((one) => one.id !== membershipId && one.roles.includes(UNIT_ADMINISTRATOR));

/** Changes what a member of the unit may do. Powerful roles that are added wait for a second person; nobody changes their own. */
export async function changeRoles(needs: ChangeRolesNeeds, input: { membershipId: string; roles: readonly Role[] }): Promise<Result<{ roles: Role[]; proposed: Role[] }, ChangeRolesRefusal>> {
  const { unit, giver } = needs;
  const members = await needs.lockMembers();
  const member = members.find((one) => one.id === input.membershipId);
  if (member === undefined) return refuse('not-found', 'membership');
  if (member.personId === giver.personId) return refuse('own-roles', 'roles');
  const wanted = [...new Set(input.roles)];
  if (faultOfRoles(unit.kind, wanted) !== null) return refuse('role-of-another-kind', 'roles');
  const change = changeOfRoles(member.roles, wanted);
  if (change.taken.includes(UNIT_ADMINISTRATOR) && isLastAdministrator(members, member.id)) return refuse('last-administrator', 'roles');
  if (change.given.length + change.taken.length > 0) await needs.setRoles(member.id, change);
  if (change.proposed.length > 0) {
    const proposalId = needs.newId();
    if (!(await needs.propose({ id: proposalId, invitationId: null, membershipId: member.id, roles: change.proposed }))) return refuse('proposal-open', 'roles');
    needs.emit({ name: 'identity.role-proposed@1', subject: unit.id, cityId: null, body: { proposal: proposalId, organisation: unit.id, roles: change.proposed } });
  }
  needs.record({ kind: 'roles-changed', subject: `organisation:${unit.id}`, body: { membership: member.id, given: change.given, taken: change.taken, proposed: change.proposed, as: giver.as }, cityId: null });
  needs.emit({ name: 'identity.roles-changed@1', subject: member.id, cityId: null, body: { membership: member.id, organisation: unit.id } });
  return ok({ roles: change.now, proposed: change.proposed });
}
