/** Taking an invitation, wired: with an account, or with a new one. All acts run in the caller's transaction. */
import { refuse, type Result } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import type { ReadCall, WriteCall } from '#platform/database/call.ts';
import { takeSeat } from '#platform/database/duty.ts';
import { passwords } from '#platform/passwords.ts';
import type { Invitation } from './contract/invitations.ts';
import { powerful } from './domain/granting.ts';
import { acceptInvitation as accept, joinByInvitation as join, type AcceptNeeds, type AcceptRefusal, type JoinRefusal } from './operations/accept-invitation.ts';
import { invitationBehind, invitationById, invitationsToMe, lockInvitation, setInvitationAccepted, type Pointed, type StoredInvitation } from './store/invitations.ts';
import { insertMembership, insertPerson, isMember } from './store/people.ts';
import { tokenHash } from './tokens.ts';
import { invitationShown } from './views.ts';

type Joined = { membershipId: string; organisationId: string };

/** Whoever holds the invitation sits in the inviting unit from here to the end of the transaction: what it shows and changes is the unit's. */
function needs(call: WriteCall, personId: string | null, point: () => Promise<Pointed | undefined>): AcceptNeeds {
  let held: StoredInvitation | undefined;
  return {
    now: call.now, newId, record: call.record, emit: call.emit,
    async lock() {
      const found = await point();
      if (found === undefined) return undefined;
      await takeSeat(call.tx, { personId, organisationId: found.organisationId });
      held = await lockInvitation(call.tx, found.organisationId, found.id);
      return held;
    },
    isMember: (person, organisationId) => isMember(call.tx, person, organisationId),
    async join(invitation, person, membershipId) {
      const { invitedBy, invitedAs, confirmedBy, confirmedAs } = held!;
      const second = powerful(invitation.roles);
      await insertMembership(call.tx, { id: membershipId, personId: person, organisationId: invitation.organisationId, roles: invitation.roles }, call.now, (role) => ({
        by: invitedBy, as: invitedAs, ...(second.includes(role) && confirmedBy !== null && confirmedAs !== null ? { confirmedBy, confirmedAs } : {}),
      }));
      await setInvitationAccepted(call.tx, invitation.id, person, call.now);
    },
  };
}

/** The calling person takes the invitation behind a link. */
export function acceptInvitation(call: WriteCall, token: string): Promise<Result<Joined, AcceptRefusal>> {
  const { personId } = call.actor!;
  return accept(needs(call, personId, () => invitationBehind(call.tx, tokenHash(token))), personId);
}

/** The calling person takes an invitation that was made out to their account. */
export async function acceptOwnInvitation(call: WriteCall, invitationId: string): Promise<Result<Joined, AcceptRefusal | 'not-found'>> {
  const { personId } = call.actor!;
  const mine = (await invitationsToMe(call.tx)).find((one) => one.id === invitationId);
  return mine === undefined ? refuse('not-found', 'invitation') : accept(needs(call, personId, async () => mine), personId);
}

/** Somebody without an account makes one and takes the invitation behind a link. */
export const joinByInvitation = (call: WriteCall, input: { token: string; name: string; login: string; password: string; passwordHash?: string }): Promise<Result<Joined, JoinRefusal>> =>
  join(
    {
      ...needs(call, null, () => invitationBehind(call.tx, tokenHash(input.token))),
      hashPassword: (password) => (input.passwordHash === undefined ? passwords.hash(password) : Promise.resolve(input.passwordHash)),
      insertPerson: (person) => insertPerson(call.tx, person, call.now),
    },
    input,
  );

/** An invitation as its holder sees it; the transaction sits in the inviting unit from here on. */
async function look(call: ReadCall, found: Pointed): Promise<Invitation | undefined> {
  await takeSeat(call.tx, { personId: call.actor?.personId ?? null, organisationId: found.organisationId });
  const one = await invitationById(call.tx, found.id);
  return one === undefined ? undefined : invitationShown({ ...one, invitedByName: found.invitedByName }, call.now);
}

export async function invitationOfHash(call: ReadCall, hash: Uint8Array): Promise<Invitation | undefined> {
  const found = await invitationBehind(call.tx, hash);
  return found === undefined ? undefined : look(call, found);
}

/** What is made out to the calling person's account. */
export async function myInvitations(call: ReadCall): Promise<Invitation[]> {
  const mine: Invitation[] = [];
  for (const found of await invitationsToMe(call.tx)) {
    const shown = await look(call, found);
    if (shown !== undefined) mine.push(shown);
  }
  return mine;
}
