import { addDays, type LegalDay } from '#kernel/date.ts';

/**
 * The three days on which one is reminded of something, counted from its day: `[-7, -3, -1]` before a deadline, `[1, 3, 7]` after the day from which
 * an answer is awaited. They are the platform's judgement of what helps; no law sets them, and nothing begins or ends with a reminder.
 */
export type Steps = readonly [number, number, number];

/** Whether they lead up to the day, and so end with it. */
const before = (steps: Steps): boolean => steps[2] <= 0;

/** An answer that nobody gives is asked for no longer than this. Days. */
const LONGEST = 90;

/** The days for which anything can be due today: nothing outside them needs to be looked at. */
export function reach(steps: Steps, today: LegalDay): { readonly from: LegalDay; readonly to: LegalDay } {
  return { from: before(steps) ? today : addDays(today, -LONGEST), to: addDays(today, -steps[0]) };
}

/**
 * Which of the three reminders is to be given today, 1 to 3; undefined where none is. Of several whose day has come while nobody looked
 * only the latest is given; what was given is never given again; a deadline that has passed is not reminded of.
 * @param given the last one that was given, 0 for none
 */
export function reminderDue(day: LegalDay, steps: Steps, today: LegalDay, given: number): 1 | 2 | 3 | undefined {
  if (before(steps) && today > day) return undefined;
  const due = steps.filter((distance) => addDays(day, distance) <= today).length;
  return due > given ? (due as 1 | 2 | 3) : undefined;
}
