/** Closed lists that cross the wire; the domain is held against them by its types. */
export const INVITATION_STATES = ['awaiting-confirmation', 'open', 'accepted', 'withdrawn', 'refused', 'expired'] as const;
