import { addDays, addMonths, addYears, type LegalDay } from '#kernel/date.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { isWorkingDay, known, workingDayFrom } from './calendar.ts';
import type { LegalCalendar, ParameterUnit } from './model.ts';

export type Period = { readonly count: number; readonly unit: Exclude<ParameterUnit, 'percent'> };
export type Deadline = {
  /** The first day that counts: the day after the start. */
  readonly firstDay: LegalDay;
  /** The last day on which the act is in time, until 24:00, or until business ends where there are hours of business (民法典 a203). */
  readonly lastDay: LegalDay;
  /** The day the period would have ended on, where that was no working day; else null. */
  readonly movedFrom: LegalDay | null;
};

/**
 * The last day of a period that runs from a day. The day of the start does not count (民法典 a201, 财政部令第94号 a42); months and years end
 * on the corresponding day, or on the month's last (民法典 a202); where the last day is no working day, the next working day is
 * (民法典 a203, 财政部令第94号 a42). Refused where the calendar does not know the days it needs: a deadline is never guessed.
 */
export function deadlineOf(calendar: LegalCalendar, start: LegalDay, period: Period): Result<Deadline, 'calendar-unknown'> {
  const unknown = () => refuse('calendar-unknown', 'from', { from: calendar.knownFrom, until: calendar.knownUntil });
  const firstDay = addDays(start, 1);
  const ends = period.unit === 'working-day' ? afterWorkingDays(calendar, start, period.count) : calendarEnd(start, period);
  if (ends === undefined || !known(calendar, ends)) return unknown();
  const lastDay = workingDayFrom(calendar, ends);
  if (lastDay === undefined) return unknown();
  return ok({ firstDay, lastDay, movedFrom: lastDay === ends ? null : ends });
}

/**
 * The last day on which an act is still so long before an end (财政部令第87号 a27, 条例 a31: "at least 15 days before"). The day of the end does
 * not count. It is not moved: no text moves a day that lies before, and an earlier act is always in time.
 */
export function latestBefore(calendar: LegalCalendar, end: LegalDay, period: Period): Result<{ readonly lastDay: LegalDay }, 'calendar-unknown'> {
  if (period.unit !== 'working-day') return ok({ lastDay: calendarEnd(end, { ...period, count: -period.count }) });
  const lastDay = afterWorkingDays(calendar, end, -period.count);
  return lastDay === undefined ? refuse('calendar-unknown', 'from', { from: calendar.knownFrom, until: calendar.knownUntil }) : ok({ lastDay });
}

/**
 * The day until which something must at least be kept (政府采购法 a42): the corresponding day. Nothing has to be done on it, so no working day
 * is asked and no calendar is needed.
 */
export const keptAtLeastUntil = (start: LegalDay, years: number): LegalDay => addYears(start, years);

function calendarEnd(start: LegalDay, { count, unit }: Period): LegalDay {
  if (unit === 'month') return addMonths(start, count);
  return unit === 'year' ? addYears(start, count) : addDays(start, count);
}

/** The n-th working day after a day, or before it where n is negative; undefined where the calendar does not reach. */
function afterWorkingDays(calendar: LegalCalendar, start: LegalDay, count: number): LegalDay | undefined {
  const step = Math.sign(count);
  let on = start;
  for (let left = Math.abs(count); left > 0; ) {
    on = addDays(on, step);
    const working = isWorkingDay(calendar, on);
    if (working === undefined) return undefined;
    if (working) left -= 1;
  }
  return on;
}
