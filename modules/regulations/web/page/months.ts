import type { CalendarView } from '../../contract/index.ts';

export type DayKind = 'working' | 'weekend' | 'holiday' | 'worked' | 'unknown';
export type DayCell = { readonly on: string; readonly day: number; readonly kind: DayKind; readonly name: { readonly 'zh-CN': string; readonly en: string } | null };
export type Month = { readonly month: number; /** Empty places before the first, a week beginning on Monday. */ readonly before: number; readonly days: readonly DayCell[] };

const written = (year: number, month: number, day: number): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
/** 0 is Monday. A day is no instant: counted in UTC, the reader's zone has no part in it. */
const weekday = (year: number, month: number, day: number): number => (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;

/** The twelve months of a year as they are drawn: what the notice arranges, weekends, and days that nobody knows yet. */
export function monthsOf(calendar: CalendarView, year: number): readonly Month[] {
  const holidays = calendar.years.flatMap((one) => one.holidays);
  const kindOf = (on: string, weekend: boolean): Pick<DayCell, 'kind' | 'name'> => {
    if (on < calendar.knownFrom || on > calendar.knownUntil) return { kind: 'unknown', name: null };
    const holiday = holidays.find(({ from, to }) => from <= on && on <= to);
    if (holiday !== undefined) return { kind: 'holiday', name: holiday.name };
    const instead = holidays.find(({ worked }) => worked.includes(on));
    if (instead !== undefined) return { kind: 'worked', name: instead.name };
    return { kind: weekend ? 'weekend' : 'working', name: null };
  };
  return Array.from({ length: 12 }, (_, at) => {
    const month = at + 1;
    const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return {
      month, before: weekday(year, month, 1),
      days: Array.from({ length: count }, (__, index) => {
        const on = written(year, month, index + 1);
        return { on, day: index + 1, ...kindOf(on, weekday(year, month, index + 1) >= 5) };
      }),
    };
  });
}
