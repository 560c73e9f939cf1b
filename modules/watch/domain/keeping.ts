/** How long a stored answer is kept, with the reason: data, so that a change is one line. Days. */
export const ANSWERS_KEPT = { days: 30, because: 'a client may repeat a request with the same key that long; payment interfaces keep theirs 24 hours to 30 days, and the longest is taken' } as const;
