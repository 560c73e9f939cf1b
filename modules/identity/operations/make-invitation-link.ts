import { ok, refuse, type Result } from '#kernel/result.ts';
import { faultOfAccepting, invitationState, type InvitationLife } from '../domain/invitation.ts';
import type { Recorded } from './invite.ts';

export type Channel = 'inviter' | 'mail';

export type MakeLinkNeeds = {
  readonly now: Date;
  readonly newToken: () => { readonly token: string; readonly hash: Uint8Array };
  /** The invitation, held until the end. */
  readonly lock: (id: string) => Promise<(InvitationLife & { readonly id: string; readonly organisationId: string }) | undefined>;
  /** Takes the place of the link that left by this way before. */
  readonly putToken: (id: string, channel: Channel, hash: Uint8Array) => Promise<void>;
  readonly record: Recorded;
};

export type MakeLinkRefusal = 'not-found' | 'invitation-unconfirmed' | 'invitation-used' | 'invitation-ended';

/** Makes the one-time link of an invitation, known from here on only to whoever is given it: the database keeps its hash. */
export async function makeInvitationLink(needs: MakeLinkNeeds, input: { invitationId: string; channel: Channel }): Promise<Result<{ token: string; endsAt: string }, MakeLinkRefusal>> {
  const invitation = await needs.lock(input.invitationId);
  if (invitation === undefined) return refuse('not-found', 'invitation');
  const fault = faultOfAccepting(invitationState(invitation, needs.now));
  if (fault !== null) return refuse(fault, 'invitation');
  const { token, hash } = needs.newToken();
  await needs.putToken(invitation.id, input.channel, hash);
  needs.record({ kind: 'invitation-link-made', subject: `organisation:${invitation.organisationId}`, body: { invitation: invitation.id, channel: input.channel }, cityId: null });
  return ok({ token, endsAt: invitation.endsAt.toISOString() });
}
