import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '#kernel/date.ts';
import { regulations } from '../../data/regulations.ts';
import { isWorkingDay } from '../../rules.ts';
import { monthsOf } from './months.ts';

const { calendar } = regulations();
const view = { ...calendar, years: calendar.years.map((year) => ({ ...year, holidays: year.holidays.map((one) => ({ ...one, worked: [...one.worked] })) })) };

test('the calendar that is drawn is the calendar that counts: each day of three years', () => {
  for (const year of [2025, 2026, 2027]) {
    const days = monthsOf(view, year).flatMap((month) => month.days);
    assert.equal(days.length, 365);
    for (const { on, kind } of days) assert.equal({ working: true, worked: true, weekend: false, holiday: false, unknown: undefined }[kind], isWorkingDay(calendar, day(on)), on);
  }
});

test('a month begins on its weekday, a week on Monday', () => {
  const [january, february] = monthsOf(view, 2026);
  assert.equal(january!.before, 3, '1 January 2026 is a Thursday');
  assert.equal(february!.before, 6, '1 February 2026 is a Sunday');
});
