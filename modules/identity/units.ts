/** The people of a unit, wired: who gives which role in it. All acts run in the caller's transaction. */
import { refuse, type Result } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import type { ReadCall, WriteCall } from '#platform/database/call.ts';
import { grantingRole } from './domain/granting.ts';
import { changeRoles as change, type ChangeRolesRefusal } from './operations/change-roles.ts';
import { decideProposal as decide, type DecideProposalRefusal } from './operations/decide-proposal.ts';
import { invite as ask, type Giver, type InviteInput, type InviteRefusal } from './operations/invite.ts';
import { makeInvitationLink as makeLink, type MakeLinkRefusal } from './operations/make-invitation-link.ts';
import { withdrawInvitation as withdraw } from './operations/withdraw-invitation.ts';
import type { Role } from '#kernel/policy.ts';
import { addRoles, setRoles } from './store/grants.ts';
import { countOpenInvitations, insertInvitation, lockInvitation, lockInvitationForMail, putInvitationToken, setInvitationWithdrawn } from './store/invitations.ts';
import { decideOnProposal, insertProposal, lockProposal } from './store/proposals.ts';
import { lockMembers, unitById, type StoredUnit } from './store/units.ts';
import { newToken } from './tokens.ts';

export type { InviteInput } from './operations/invite.ts';

/** A unit in which the caller may give roles: their own, or one of the city in the path. Undefined where it does not exist for them. */
export async function givingIn(call: ReadCall, unitId: string): Promise<{ unit: StoredUnit; giver: Giver } | undefined> {
  const { actor } = call;
  const unit = await unitById(call.tx, unitId);
  if (actor === null || unit === undefined || (call.cityId !== null && unit.homeCityId !== call.cityId)) return undefined;
  const as = grantingRole(actor, { id: unit.id, cityId: unit.homeCityId });
  return as === null ? undefined : { unit, giver: { personId: actor.personId, as } };
}

export async function invite(call: WriteCall, unitId: string, input: InviteInput): Promise<Result<{ invitationId: string; awaitsConfirmation: boolean }, InviteRefusal | 'not-found'>> {
  const giving = await givingIn(call, unitId);
  if (giving === undefined) return refuse('not-found', 'unit');
  const { unit, giver } = giving;
  return ask(
    {
      now: call.now, newId, unit, giver, record: call.record, emit: call.emit,
      openInvitations: () => countOpenInvitations(call.tx, unit.id, call.now),
      insertInvitation: (one) => insertInvitation(call.tx, { ...one, organisationId: unit.id, invitedBy: giver.personId, invitedAs: giver.as }, call.now),
      insertProposal: async (one) => void (await insertProposal(call.tx, { ...one, organisationId: unit.id, proposedBy: giver.personId, proposedAs: giver.as }, call.now)),
    },
    input,
  );
}

/** The link for the inviter's own hands. */
export async function makeInvitationLink(call: WriteCall, unitId: string, invitationId: string): Promise<Result<{ token: string; endsAt: string }, MakeLinkRefusal>> {
  if ((await givingIn(call, unitId)) === undefined) return refuse('not-found', 'invitation');
  return makeLink(linkNeeds(call, (id) => lockInvitation(call.tx, unitId, id)), { invitationId, channel: 'inviter' });
}

const linkNeeds = (call: WriteCall, lock: (id: string) => ReturnType<typeof lockInvitation>): Parameters<typeof makeLink>[0] => ({
  now: call.now, newToken, lock, record: call.record, putToken: (id, channel, hash) => putInvitationToken(call.tx, id, channel, hash, call.now),
});

export type InvitationLetter = { readonly mail: string; readonly name: string; readonly organisationName: string; readonly roles: readonly Role[]; readonly endsAt: string; readonly token: string };

/**
 * What a letter of invitation needs, with a link made for it at this moment; undefined where no mail was asked for or the invitation no
 * longer stands. For whoever is told `identity.invited@1`: the event itself carries neither address nor link.
 */
export async function invitationLetter(call: WriteCall, invitationId: string): Promise<InvitationLetter | undefined> {
  const held = await lockInvitationForMail(call.tx, invitationId);
  if (held === undefined || held.mail === null) return undefined;
  const made = await makeLink(linkNeeds(call, async () => held), { invitationId, channel: 'mail' });
  return made.ok ? { mail: held.mail, name: held.name, organisationName: held.organisationName, roles: held.roles, ...made.value } : undefined;
}

export async function withdrawInvitation(call: WriteCall, unitId: string, invitationId: string): Promise<Result<{ invitationId: string }, 'not-found' | 'invitation-used' | 'invitation-ended'>> {
  const giving = await givingIn(call, unitId);
  if (giving === undefined) return refuse('not-found', 'invitation');
  return withdraw({ now: call.now, lock: (id) => lockInvitation(call.tx, unitId, id), withdraw: (id) => setInvitationWithdrawn(call.tx, id, giving.giver.personId, call.now), record: call.record }, { invitationId });
}

export async function changeRoles(call: WriteCall, unitId: string, input: { membershipId: string; roles: readonly Role[] }): Promise<Result<{ roles: Role[]; proposed: Role[] }, ChangeRolesRefusal>> {
  const giving = await givingIn(call, unitId);
  if (giving === undefined) return refuse('not-found', 'membership');
  const { unit, giver } = giving;
  return change(
    {
      newId, unit, giver, record: call.record, emit: call.emit, lockMembers: () => lockMembers(call.tx, unit.id),
      setRoles: (id, roles) => setRoles(call.tx, id, roles, { by: giver.personId, as: giver.as }, call.now),
      propose: (one) => insertProposal(call.tx, { ...one, organisationId: unit.id, proposedBy: giver.personId, proposedAs: giver.as }, call.now),
    },
    input,
  );
}

export async function decideProposal(call: WriteCall, unitId: string, input: { proposalId: string; confirms: boolean; reason: string | null }): Promise<Result<{ decision: 'confirmed' | 'refused' | 'withdrawn' }, DecideProposalRefusal>> {
  const giving = await givingIn(call, unitId);
  if (giving === undefined) return refuse('not-found', 'proposal');
  const { unit, giver } = giving;
  return decide(
    {
      unit, giver, record: call.record, emit: call.emit,
      lock: (id) => lockProposal(call.tx, unit.id, id),
      decide: (id, decision, reason) => decideOnProposal(call.tx, id, decision, { personId: giver.personId, as: giver.as }, reason, call.now),
      give: (proposal, membershipId) => addRoles(call.tx, membershipId, proposal.roles, { by: proposal.proposedBy, as: proposal.proposedAs, confirmedBy: giver.personId, confirmedAs: giver.as }, call.now),
    },
    input,
  );
}

