import { hour, legalDay } from './written.ts';

const DAY = 86_400_000;

export type Left =
  | { readonly word: 'over' }
  | { readonly word: 'minutes'; readonly minutes: number }
  | { readonly word: 'today'; readonly hour: string }
  | { readonly word: 'hours'; readonly hours: number }
  | { readonly word: 'days'; readonly days: number };

/**
 * What is left until an instant, in the words a person counts in: minutes in the last hour, 今天 17:00 on the same Beijing day,
 * hours below one day, else whole days begun (2.2 days are 还有 2 日). Both in milliseconds; `now` is the server's.
 */
export function leftUntil(until: number, now: number): Left {
  const left = until - now;
  if (left <= 0) return { word: 'over' };
  if (left < 3_600_000) return { word: 'minutes', minutes: Math.ceil(left / 60_000) };
  if (legalDay(until) === legalDay(now)) return { word: 'today', hour: hour(until) };
  if (left < DAY) return { word: 'hours', hours: Math.floor(left / 3_600_000) };
  return { word: 'days', days: Math.floor(left / DAY) };
}

/** Ochre is rationed: only what is over in less than two days calls. */
export const presses = (until: number, now: number): boolean => until - now < 2 * DAY;
