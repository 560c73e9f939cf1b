import { ok, refuse, type Result } from '#kernel/result.ts';
import { invitationState, type InvitationLife } from '../domain/invitation.ts';
import type { Recorded } from './invite.ts';

export type WithdrawNeeds = {
  readonly now: Date;
  readonly lock: (id: string) => Promise<(InvitationLife & { readonly id: string; readonly organisationId: string }) | undefined>;
  /** Its links are dead, its proposal is withdrawn with it. */
  readonly withdraw: (id: string) => Promise<void>;
  readonly record: Recorded;
};

/** Takes an invitation back that nobody has accepted. */
export async function withdrawInvitation(needs: WithdrawNeeds, input: { invitationId: string }): Promise<Result<{ invitationId: string }, 'not-found' | 'invitation-used' | 'invitation-ended'>> {
  const invitation = await needs.lock(input.invitationId);
  if (invitation === undefined) return refuse('not-found', 'invitation');
  const state = invitationState(invitation, needs.now);
  if (state === 'accepted') return refuse('invitation-used', 'invitation');
  if (state === 'withdrawn') return refuse('invitation-ended', 'invitation');
  await needs.withdraw(invitation.id);
  needs.record({ kind: 'invitation-withdrawn', subject: `organisation:${invitation.organisationId}`, body: { invitation: invitation.id }, cityId: null });
  return ok({ invitationId: invitation.id });
}
