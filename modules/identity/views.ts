import { roleFits, ROLES } from '#kernel/policy.ts';
import type { ReadCall } from '#platform/database/call.ts';
import type { Invitation } from './contract/invitations.ts';
import type { InvitationView, ProposalView, UnitPeople } from './contract/shapes.ts';
import { faultOfDeciding, powerful } from './domain/granting.ts';
import { invitationState } from './domain/invitation.ts';
import type { Giver } from './operations/invite.ts';
import { invitationsOf, type StoredInvitation } from './store/invitations.ts';
import { openProposals, type ProposalRow } from './store/proposals.ts';
import { membersOf, type StoredUnit } from './store/units.ts';

/** A unit with its people, and what this reader may do with each. */
export async function unitPeople(call: ReadCall, unit: StoredUnit, giver: Giver): Promise<UnitPeople> {
  const members = await membersOf(call.tx, unit.id);
  const roles = ROLES.filter((role) => roleFits(unit.kind, role));
  return {
    unit: { id: unit.id, name: unit.name, kind: unit.kind, demo: unit.demo },
    members: members.map((one) => ({ id: one.id, name: one.name, roles: one.roles, since: one.since.toISOString(), self: one.personId === giver.personId, may: { changeRoles: one.personId !== giver.personId } })),
    invitations: (await invitationsOf(call.tx, unit.id)).map((one) => invitationView(one, call.now)),
    proposals: (await openProposals(call.tx, unit.id, call.now)).map((one) => proposalView(one, giver.personId)),
    roles, powerful: powerful(roles),
    seconds: members.filter((one) => one.roles.includes('unit.administrator') && one.personId !== giver.personId).length,
  };
}

function invitationView(one: StoredInvitation, now: Date): InvitationView {
  const state = invitationState(one, now);
  return {
    id: one.id, name: one.name, login: one.login, mail: one.mail, roles: one.roles, state, invitedBy: { name: one.invitedByName, as: one.invitedAs }, invitedAt: one.invitedAt.toISOString(), endsAt: one.endsAt.toISOString(),
    acceptedBy: one.acceptedByName, may: { makeLink: state === 'open', withdraw: state === 'open' || state === 'awaiting-confirmation' },
  };
}

function proposalView(one: ProposalRow, personId: string): ProposalView {
  const fault = faultOfDeciding(one, personId);
  return {
    id: one.id, forName: one.forName, invited: one.invitationId !== null, roles: one.roles, proposedBy: { name: one.proposedByName, as: one.proposedAs }, proposedAt: one.proposedAt.toISOString(),
    may: { confirm: fault === null, refuse: fault === null, withdraw: one.proposedBy === personId },
  };
}

/** An invitation as the invited person sees it: without the addresses it was sent to. */
export const invitationShown = (one: StoredInvitation, now: Date): Invitation => ({
  id: one.id, organisationName: one.organisationName, kind: one.organisationKind, demo: one.demo, citySlug: one.citySlug, name: one.name, roles: one.roles,
  invitedBy: { name: one.invitedByName, as: one.invitedAs }, endsAt: one.endsAt.toISOString(), state: invitationState(one, now),
});
