import type { DomainEvent } from '#kernel/event.ts';
import type { OrganisationKind, Role } from '#kernel/policy.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { faultOfAccepting, invitationState, type InvitationLife } from '../domain/invitation.ts';
import { loginOf, passwordFault } from '../domain/login.ts';
import type { Recorded } from './invite.ts';

export type HeldInvitation = InvitationLife & {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly demo: boolean;
  readonly login: string | null;
  readonly roles: readonly Role[];
};

export type AcceptNeeds = {
  readonly newId: () => string;
  readonly now: Date;
  /** The invitation behind a link or with an id, held until the end; undefined where there is none. */
  readonly lock: () => Promise<HeldInvitation | undefined>;
  readonly isMember: (personId: string, organisationId: string) => Promise<boolean>;
  /** A membership with the roles of the invitation, as its inviter gave and its second person confirmed them; the link is used up. */
  readonly join: (invitation: HeldInvitation, personId: string, membershipId: string) => Promise<void>;
  readonly record: Recorded;
  readonly emit: (event: DomainEvent) => void;
};

export type AcceptRefusal = 'invitation-unknown' | 'invitation-unconfirmed' | 'invitation-used' | 'invitation-ended' | 'member-already';

/** A person with an account takes an invitation: they belong to the unit from now on, with its roles. */
export async function acceptInvitation(needs: AcceptNeeds, personId: string): Promise<Result<{ membershipId: string; organisationId: string }, AcceptRefusal>> {
  const invitation = await needs.lock();
  if (invitation === undefined) return refuse('invitation-unknown', 'token');
  const fault = faultOfAccepting(invitationState(invitation, needs.now));
  if (fault !== null) return refuse(fault, 'token');
  if (await needs.isMember(personId, invitation.organisationId)) return refuse('member-already');
  return ok(await joined(needs, invitation, personId));
}

async function joined(needs: AcceptNeeds, invitation: HeldInvitation, personId: string): Promise<{ membershipId: string; organisationId: string }> {
  const membershipId = needs.newId();
  await needs.join(invitation, personId, membershipId);
  const body = { invitation: invitation.id, membership: membershipId, organisation: invitation.organisationId };
  needs.record({ kind: 'invitation-accepted', subject: `organisation:${invitation.organisationId}`, body: { ...body, person: personId, roles: [...invitation.roles] }, cityId: null });
  needs.emit({ name: 'identity.membership-begun@1', subject: membershipId, cityId: null, body });
  return { membershipId, organisationId: invitation.organisationId };
}

export type JoinNeeds = AcceptNeeds & {
  readonly hashPassword: (password: string) => Promise<string>;
  /** False where the login is taken. */
  readonly insertPerson: (person: { id: string; name: string; login: string; passwordHash: string; demo: boolean }) => Promise<boolean>;
};

export type JoinRefusal = AcceptRefusal | 'login-not-usable' | 'login-taken' | 'password-too-short' | 'password-too-long' | 'password-is-login';

/** An invited person without an account makes one and takes the invitation with it. Whoever has no good link learns nothing, not even whether a login is taken. */
export async function joinByInvitation(needs: JoinNeeds, input: { name: string; login: string; password: string }): Promise<Result<{ membershipId: string; organisationId: string }, JoinRefusal>> {
  const invitation = await needs.lock();
  if (invitation === undefined) return refuse('invitation-unknown', 'token');
  const fault = faultOfAccepting(invitationState(invitation, needs.now));
  if (fault !== null) return refuse(fault, 'token');
  const login = loginOf(input.login);
  if (login === undefined) return refuse('login-not-usable', 'login');
  const weak = passwordFault(input.password, login);
  if (weak !== null) return refuse(weak, 'password');
  const personId = needs.newId();
  const passwordHash = await needs.hashPassword(input.password);
  if (!(await needs.insertPerson({ id: personId, name: input.name, login, passwordHash, demo: invitation.demo }))) return refuse('login-taken', 'login');
  return ok(await joined(needs, invitation, personId));
}
