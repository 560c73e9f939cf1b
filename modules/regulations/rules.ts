/** What higher modules and the browser may use of the regulations: pure, without the data, which the server loads (index.ts). */
export type * from './domain/model.ts';
export { parameterOn, valueOn } from './domain/parameter-on.ts';
export { holidayOn, isWorkingDay, workingDayFrom } from './domain/calendar.ts';
export { deadlineOf, keptAtLeastUntil, latestBefore } from './domain/deadline.ts';
export type { Deadline, Period } from './domain/deadline.ts';
