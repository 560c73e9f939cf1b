import { addDays, type LegalDay } from '#kernel/date.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { deadlineOf, keptAtLeastUntil, latestBefore, type Period } from './deadline.ts';
import type { LegalCalendar, Parameter } from './model.ts';
import { valueOn } from './parameter-on.ts';

export type DeadlineFor = { readonly lastDay: LegalDay; readonly firstDay: LegalDay | null; readonly movedFrom: LegalDay | null; readonly runs: 'forward' | 'backward' };

/** The last day of a period that the law names, under the value in force on the day it runs from. */
export function deadlineFor(
  { parameters, calendar }: { readonly parameters: readonly Parameter[]; readonly calendar: LegalCalendar }, code: string, from: LegalDay,
): Result<DeadlineFor, 'not-found' | 'no-period' | 'not-in-force' | 'calendar-unknown'> {
  const parameter = parameters.find((one) => one.code === code);
  if (parameter === undefined) return refuse('not-found', 'parameter');
  const value = valueOn(parameter, from);
  if (value === undefined) return refuse('not-in-force', 'from', { since: parameter.values[0]!.from });
  if (parameter.runs === null || value.unit === 'percent') return refuse('no-period', 'parameter');
  const period: Period = { count: Number(value.value), unit: value.unit };
  if (parameter.group === 'keeping') return ok({ firstDay: addDays(from, 1), lastDay: keptAtLeastUntil(from, period.count), movedFrom: null, runs: 'forward' });
  if (parameter.runs === 'backward') {
    const before = latestBefore(calendar, from, period);
    return before.ok ? ok({ lastDay: before.value.lastDay, firstDay: null, movedFrom: null, runs: 'backward' }) : before;
  }
  const after = deadlineOf(calendar, from, period);
  return after.ok ? ok({ ...after.value, runs: 'forward' }) : after;
}
