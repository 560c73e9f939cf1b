import { z } from 'zod';
import { BothTexts, Day, Nothing, operation, refusals, Sha256 } from '#kernel/wire.ts';

const Source = z.object({ id: z.string(), name: BothTexts, issued: z.string(), inForceFrom: Day, sha256: Sha256 });

export const ParameterView = z.object({
  code: z.string(),
  group: z.enum(['tender', 'bond', 'award', 'contract', 'challenge', 'complaint', 'keeping']),
  name: BothTexts,
  runs: z.enum(['forward', 'backward']).nullable(),
  starts: BothTexts.nullable(),
  note: BothTexts.nullable(),
  /** Null where no text at hand gives a value for that day. */
  value: z.object({ from: Day, to: Day.nullable(), value: z.string(), unit: z.enum(['day', 'working-day', 'month', 'year', 'percent']), bound: z.enum(['at-least', 'at-most', 'exactly']), source: z.string(), article: z.string(), text: z.string() }).nullable(),
});
export type ParameterView = z.infer<typeof ParameterView>;

/** The dated parameters as they stand on a day; today where none is named. */
export const parameters = operation
  .route({ method: 'GET', path: '/regulations/parameters', summary: '法定参数 · Parameters the law sets', tags: ['regulations'] })
  .input(z.strictObject({ on: Day.optional() }))
  .output(z.object({ on: Day, parameters: z.array(ParameterView), sources: z.array(Source) }))
  .errors(refusals({ 'no-such-day': 422 }));

const Holiday = z.object({ name: BothTexts, from: Day, to: Day, worked: z.array(Day), text: z.string() });
export const CalendarView = z.object({
  knownFrom: Day, knownUntil: Day, knownUntilBecause: BothTexts,
  years: z.array(z.object({ year: z.number().int(), notice: z.string(), name: BothTexts, publishedOn: Day, holidays: z.array(Holiday) })),
});
export type CalendarView = z.infer<typeof CalendarView>;

export const calendar = operation.route({ method: 'GET', path: '/regulations/calendar', summary: '法定日历 · The legal calendar', tags: ['regulations'] }).input(Nothing).output(CalendarView);

/** The last day of a period of the law that begins on a day (or, backward, the last day before one). */
export const deadline = operation
  .route({ method: 'GET', path: '/regulations/deadline', summary: '推算期限 · Work out a deadline', tags: ['regulations'] })
  .input(z.strictObject({ parameter: z.string().max(100), from: Day }))
  .output(z.object({ lastDay: Day, firstDay: Day.nullable(), movedFrom: Day.nullable(), runs: z.enum(['forward', 'backward']) }))
  .errors(refusals({ 'no-such-day': 422, 'no-period': 422, 'not-in-force': 422, 'calendar-unknown': 422 }));

export const contract = { parameters, calendar, deadline };
