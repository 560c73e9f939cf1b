import type { Json } from '#kernel/canonical.ts';
import type { DomainEvent } from '#kernel/event.ts';
import type { OrganisationKind, Role } from '#kernel/policy.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { powerful } from '../domain/granting.ts';
import { invitationEnd, MOST_INVITATIONS } from '../domain/invitation.ts';
import { loginOf } from '../domain/login.ts';
import { faultOfRoles } from '../domain/roles.ts';

export type Unit = { readonly id: string; readonly kind: OrganisationKind; readonly name: string; readonly homeCityId: string | null; readonly demo: boolean };
/** Who gives, and in which of their roles. */
export type Giver = { readonly personId: string; readonly as: Role };
/** People and organisations belong to no city: what is done about them stands in the platform's own chain. */
export type Recorded = (entry: { kind: string; subject: string; body: Json; cityId: null }) => void;

export type NewInvitation = { readonly id: string; readonly name: string; readonly login: string | null; readonly mail: string | null; readonly roles: readonly Role[]; readonly endsAt: Date };
export type NewProposal = { readonly id: string; readonly invitationId: string | null; readonly membershipId: string | null; readonly roles: readonly Role[] };

export type InviteNeeds = {
  readonly now: Date;
  readonly newId: () => string;
  readonly unit: Unit;
  readonly giver: Giver;
  readonly openInvitations: () => Promise<number>;
  readonly insertInvitation: (invitation: NewInvitation) => Promise<void>;
  readonly insertProposal: (proposal: NewProposal) => Promise<void>;
  readonly record: Recorded;
  readonly emit: (event: DomainEvent) => void;
};

export type InviteInput = { readonly name: string; readonly login: string | null; readonly mail: string | null; readonly roles: readonly Role[] };
export type InviteRefusal = 'role-of-another-kind' | 'login-not-usable' | 'invitations-too-many';

/**
 * Invites somebody into a unit. Where a powerful role is among them, the invitation waits for a second person's yes. Name and
 * addresses stay out of the ledger and out of events; no link is made here.
 */
export async function invite(needs: InviteNeeds, input: InviteInput): Promise<Result<{ invitationId: string; awaitsConfirmation: boolean }, InviteRefusal>> {
  const { unit } = needs;
  const roles = [...new Set(input.roles)];
  if (roles.length === 0 || faultOfRoles(unit.kind, roles) !== null) return refuse('role-of-another-kind', 'roles');
  const login = input.login === null ? null : loginOf(input.login);
  if (login === undefined) return refuse('login-not-usable', 'login');
  if ((await needs.openInvitations()) >= MOST_INVITATIONS) return refuse('invitations-too-many', undefined, { most: MOST_INVITATIONS });
  const invitationId = needs.newId();
  await needs.insertInvitation({ id: invitationId, name: input.name, login, mail: input.mail, roles, endsAt: invitationEnd(needs.now) });
  const second = powerful(roles);
  if (second.length > 0) {
    const proposalId = needs.newId();
    await needs.insertProposal({ id: proposalId, invitationId, membershipId: null, roles: second });
    needs.emit({ name: 'identity.role-proposed@1', subject: unit.id, cityId: null, body: { proposal: proposalId, organisation: unit.id, roles: second } });
  } else {
    needs.emit({ name: 'identity.invited@1', subject: invitationId, cityId: null, body: { invitation: invitationId, organisation: unit.id } });
  }
  needs.record({ kind: 'invitation-made', subject: `organisation:${unit.id}`, body: { invitation: invitationId, roles, as: needs.giver.as, awaitsConfirmation: second.length > 0 }, cityId: null });
  return ok({ invitationId, awaitsConfirmation: second.length > 0 });
}
