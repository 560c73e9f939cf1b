import type { LegalDay } from '#kernel/date.ts';
import { NOTICE_CLASSES, type NoticeClass } from '#kernel/notice.ts';
import { wayOf, type Way } from './channels.ts';

/** The hour of a digest where nobody chose one, in the city's zone. */
export const USUAL_HOUR = 8;
/** So many lines a digest names; of the rest it says how many. */
export const DIGEST_LINES = 40;

/** Whether a person's digest is due: once a day, from their hour on. After a stop it comes late rather than not at all, and never twice. */
export function digestDue(now: { readonly day: LegalDay; readonly hour: number }, hour: number, lastDay: LegalDay | null): boolean {
  return now.hour >= hour && (lastDay === null || lastDay < now.day);
}

/** What goes into a person's digest. */
export const digestClasses = (chosen: Readonly<Partial<Record<NoticeClass, Way>>>): readonly NoticeClass[] => NOTICE_CLASSES.filter((one) => wayOf('mail', one, chosen[one]) === 'digest');
