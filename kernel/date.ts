import { Temporal } from 'temporal-polyfill';

/** A legal day in China, `2026-11-22`. Not an instant: a day has no zone and no hour. */
export type LegalDay = string & { readonly __legalDay: never };

/** All legal days and printed instants are Beijing time. */
export const ZONE = 'Asia/Shanghai';

/** A legal day from `YYYY-MM-DD`; undefined where no such day exists. */
export function legalDayOf(text: string): LegalDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as LegalDay;
  } catch {
    return undefined;
  }
}

/** A legal day that must be valid: for data files and tests. */
export function day(text: string): LegalDay {
  const value = legalDayOf(text);
  if (value === undefined) throw new Error(`not a day: ${text}`);
  return value;
}

/** The legal day on which an instant falls in Beijing. */
export function legalDayAt(instant: Date): LegalDay {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString() as LegalDay;
}

/** The hour of an instant in Beijing, 0 to 23. */
export const hourAt = (instant: Date): number => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE).hour;

/** `2026-11-22 14:00:05` in Beijing time. */
export function writtenInstant(instant: Date): string {
  const z = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);
  return `${z.toPlainDate().toString()} ${z.toPlainTime().toString({ smallestUnit: 'second' })}`;
}

export const addDays = (from: LegalDay, days: number): LegalDay => Temporal.PlainDate.from(from).add({ days }).toString() as LegalDay;
export const addMonths = (from: LegalDay, months: number): LegalDay => Temporal.PlainDate.from(from).add({ months }).toString() as LegalDay;
export const addYears = (from: LegalDay, years: number): LegalDay => Temporal.PlainDate.from(from).add({ years }).toString() as LegalDay;
export const daysBetween = (from: LegalDay, to: LegalDay): number => Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (on: LegalDay): number => Temporal.PlainDate.from(on).dayOfWeek;
