/** How long an invitation stands: a rule of this platform, from no law. */
export const INVITATION_DAYS = 7;
/** Open invitations of one unit at a time. */
export const MOST_INVITATIONS = 100;


export type InvitationState = 'awaiting-confirmation' | 'open' | 'accepted' | 'withdrawn' | 'refused' | 'expired';

export type InvitationLife = {
  readonly endsAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** What became of the proposal of its powerful roles; `none` where it has none. */
  readonly proposal: 'none' | 'open' | 'confirmed' | 'refused' | 'withdrawn';
};

/** Where an invitation stands at an instant. Its end is half-open: at the very instant it has expired. */
export function invitationState(invitation: InvitationLife, now: Date): InvitationState {
  if (invitation.acceptedAt !== null) return 'accepted';
  if (invitation.withdrawnAt !== null) return 'withdrawn';
  if (invitation.proposal === 'refused') return 'refused';
  if (now.getTime() >= invitation.endsAt.getTime()) return 'expired';
  return invitation.proposal === 'open' ? 'awaiting-confirmation' : 'open';
}

export const invitationEnd = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * 86_400_000);

/** Why an invitation in this state cannot be accepted; null where it can. */
export function faultOfAccepting(state: InvitationState): 'invitation-unconfirmed' | 'invitation-used' | 'invitation-ended' | null {
  if (state === 'open') return null;
  if (state === 'awaiting-confirmation') return 'invitation-unconfirmed';
  return state === 'accepted' ? 'invitation-used' : 'invitation-ended';
}
