/** How long a proof that it is the person still counts for a grave act. Our own judgement; no law sets it. */
export const FRESH_MINUTES = 5;

/** Whether somebody who last proved at `touchedAt` that it is them may do a grave act at this instant. */
export const freshlyTouched = (touchedAt: Date, now: Date): boolean => now.getTime() < touchedAt.getTime() + FRESH_MINUTES * 60_000;
