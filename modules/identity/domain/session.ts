/** A session ends after half an hour without a request and twelve hours after it was opened, whichever comes first. */
export const SESSION_IDLE_MINUTES = 30;
export const SESSION_ABSOLUTE_MINUTES = 12 * 60;

/** How a session was opened. */
export type Way = 'passkey' | 'password' | 'password-and-code' | 'recovery-code' | 'city-sign-on';

export type SessionLife = { readonly lastSeenAt: Date; readonly endsAt: Date; readonly endedAt: Date | null };

/** Whether a session still speaks for its person at this instant. Both ends are half-open: at the very instant it has ended. */
export function sessionAlive(session: SessionLife, now: Date): boolean {
  if (session.endedAt !== null) return false;
  if (now.getTime() >= session.endsAt.getTime()) return false;
  return now.getTime() < session.lastSeenAt.getTime() + SESSION_IDLE_MINUTES * 60_000;
}

/** When a session opened now ends at the latest. */
export const sessionEnd = (now: Date): Date => new Date(now.getTime() + SESSION_ABSOLUTE_MINUTES * 60_000);
