import { addDays, weekdayOf, type LegalDay } from '#kernel/date.ts';
import type { Holiday, LegalCalendar } from './model.ts';

/** Whether the arrangement of this day is published. */
export const known = (calendar: LegalCalendar, on: LegalDay): boolean => calendar.knownFrom <= on && on <= calendar.knownUntil;

const everyHoliday = (calendar: LegalCalendar): readonly Holiday[] => calendar.years.flatMap((year) => year.holidays);

/** The holiday a day belongs to; undefined on every other day. */
export const holidayOn = (calendar: LegalCalendar, on: LegalDay): Holiday | undefined => everyHoliday(calendar).find(({ from, to }) => from <= on && on <= to);

/**
 * Whether a day is worked: Monday to Friday but for the holidays, and the weekend days that the State Council's notice has worked instead.
 * Undefined where no notice is published for it.
 */
export function isWorkingDay(calendar: LegalCalendar, on: LegalDay): boolean | undefined {
  if (!known(calendar, on)) return undefined;
  if (holidayOn(calendar, on) !== undefined) return false;
  return weekdayOf(on) <= 5 || everyHoliday(calendar).some(({ worked }) => worked.includes(on));
}

/** The first working day on or after a day; undefined where the calendar ends before one is found. */
export function workingDayFrom(calendar: LegalCalendar, from: LegalDay): LegalDay | undefined {
  for (let on = from; ; on = addDays(on, 1)) {
    const working = isWorkingDay(calendar, on);
    if (working === undefined) return undefined;
    if (working) return on;
  }
}

/** What is wrong with the calendar's data: one line each. */
export function faultsOfCalendar(calendar: LegalCalendar): string[] {
  const faults: string[] = [];
  const { years } = calendar;
  years.forEach((year, at) => {
    if (at > 0 && year.year !== years[at - 1]!.year + 1) faults.push(`${year.year} does not follow ${years[at - 1]!.year}`);
    for (const { from, to, worked, name } of year.holidays) {
      if (to < from) faults.push(`${name.en} ${year.year} ends before it begins`);
      for (const on of worked) if (weekdayOf(on) <= 5) faults.push(`${on} is worked as any ${name.en}: it is no weekend day`);
    }
  });
  if (years.length === 0 || calendar.knownFrom < `${years[0]!.year}-01-01` || calendar.knownUntil > `${years.at(-1)!.year}-12-31`) faults.push('the calendar claims days of a year without a notice');
  return faults;
}
