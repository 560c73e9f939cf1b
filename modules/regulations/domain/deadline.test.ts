import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, day, type LegalDay } from '#kernel/date.ts';
import { must } from '#kernel/result.ts';
import { regulations } from '../data/regulations.ts';
import { isWorkingDay, workingDayFrom } from './calendar.ts';
import { deadlineFor } from './deadline-for.ts';
import { deadlineOf, keptAtLeastUntil, latestBefore } from './deadline.ts';

const { calendar } = regulations();

describe('a working day', () => {
  const days: readonly [string, boolean | undefined, string][] = [
    ['2026-09-18', true, 'an ordinary Friday'],
    ['2026-09-19', false, 'an ordinary Saturday'],
    ['2026-09-20', true, 'a Sunday that 国办发明电〔2025〕7号 has worked for National Day'],
    ['2026-09-25', false, 'Mid-Autumn Festival, a Friday'],
    ['2026-10-07', false, 'the last day of National Day'],
    ['2026-10-08', true, 'the day after it'],
    ['2026-10-10', true, 'a Saturday worked instead'],
    ['2026-01-04', true, 'a Sunday worked after New Year'],
    ['2025-12-31', true, 'the last day of 2025: the notice for 2026 moved nothing into December'],
    ['2026-12-24', true, 'the last day that is known'],
    ['2026-12-25', undefined, 'the last week of the year waits for the next notice'],
    ['2027-01-01', undefined, 'a year without a notice'],
    ['2024-12-31', undefined, 'before the first notice at hand'],
  ];
  for (const [on, working, why] of days) it(`${on}: ${String(working)} (${why})`, () => assert.equal(isWorkingDay(calendar, day(on)), working));
});

describe('the last day of a period', () => {
  const cases: readonly [string, string, string, string | null, string][] = [
    // parameter, start, last day, moved from, the rule
    ['challenge', '2026-11-02', '2026-11-11', null, '财政部令第94号 a10, a42: seven working days, the day of the start not counted'],
    ['challenge', '2026-09-18', '2026-09-29', null, 'a Sunday that is worked counts, the festival does not'],
    ['challenge', '2026-09-30', '2026-10-15', null, 'National Day does not count, the Saturday worked instead does'],
    ['complaint', '2026-02-09', '2026-03-06', null, 'a17: fifteen working days across the Spring Festival'],
    ['contract-signed', '2026-09-03', '2026-10-08', '2026-10-03', '政府采购法 a46; 民法典 a203: the thirtieth day is a holiday'],
    ['contract-signed', '2026-04-01', '2026-05-06', '2026-05-01', 'to the day after the whole holiday, not the day after the first day of it'],
    ['contract-signed', '2026-08-21', '2026-09-20', null, 'the thirtieth day is a Sunday that is worked: not moved'],
    ['contract-signed', '2026-08-20', '2026-09-20', '2026-09-19', 'a Saturday moves to the worked Sunday after it'],
    ['bid-preparation', '2026-03-02', '2026-03-23', '2026-03-22', '政府采购法 a35: twenty days'],
    ['suspension', '2026-06-01', '2026-07-01', null, '财政部令第94号 a28: thirty days'],
    ['contract-announced', '2026-09-30', '2026-10-09', null, '条例 a50: two working days'],
    ['clarification-before-closing', '2026-10-20', '2026-10-05', null, '条例 a31: at least fifteen days before; a day before is not moved'],
    ['keep-procurement-documents', '2026-11-22', '2041-11-22', null, '政府采购法 a42: fifteen years, no working day asked'],
  ];
  for (const [parameter, start, last, moved, rule] of cases) {
    it(`${parameter} from ${start}: ${last} (${rule})`, () => {
      const given = must(deadlineFor(regulations(), parameter, day(start)));
      assert.equal(given.lastDay, last);
      assert.equal(given.movedFrom, moved);
    });
  }

  it('is refused where the holidays it needs are not published, and says until when they are', () => {
    const refused = deadlineFor(regulations(), 'complaint-decided', day('2026-11-22'));
    assert.deepEqual(refused, { ok: false, refusal: { code: 'calendar-unknown', field: 'from', facts: { from: '2025-01-01', until: '2026-12-24' } } });
    assert.equal(deadlineFor(regulations(), 'contract-signed', day('2026-11-24')).ok, true, 'ends on the last known day');
    assert.equal(deadlineFor(regulations(), 'contract-signed', day('2026-11-25')).ok, false, 'ends on the first unknown one');
  });

  it('is refused for a proportion, an unknown code and a day before the text was in force', () => {
    const codeOf = (parameter: string, from: string) => { const given = deadlineFor(regulations(), parameter, day(from)); return given.ok ? 'ok' : given.refusal.code; };
    assert.equal(codeOf('bid-bond-limit', '2026-01-05'), 'no-period');
    assert.equal(codeOf('nothing', '2026-01-05'), 'not-found');
    assert.equal(codeOf('challenge', '2018-02-28'), 'not-in-force');
  });

  it('of months and years is the corresponding day, or the last of the month (民法典 a202)', () => {
    assert.equal(must(deadlineOf(calendar, day('2026-01-31'), { count: 1, unit: 'month' })).lastDay, '2026-02-28');
    assert.equal(must(deadlineOf(calendar, day('2025-11-10'), { count: 1, unit: 'year' })).lastDay, '2026-11-10');
    assert.equal(keptAtLeastUntil(day('2024-02-29'), 15), '2039-02-28');
  });

  it('counts working days backwards too, and refuses beyond the first known day', () => {
    assert.equal(must(latestBefore(calendar, day('2026-10-09'), { count: 3, unit: 'working-day' })).lastDay, '2026-09-29');
    assert.equal(latestBefore(calendar, day('2025-01-03'), { count: 3, unit: 'working-day' }).ok, false);
    assert.equal(must(latestBefore(calendar, day('2026-10-20'), { count: 1, unit: 'month' })).lastDay, '2026-09-20');
  });

  it('holds for any start: it is a working day, none earlier would do, and a longer period never ends earlier', () => {
    const start = fc.integer({ min: 0, max: 500 }).map((n) => addDays(day('2025-01-01'), n));
    fc.assert(fc.property(start, fc.integer({ min: 1, max: 40 }), fc.constantFrom('day' as const, 'working-day' as const), (from, count, unit) => {
      const given = must(deadlineOf(calendar, from, { count, unit }));
      assert.equal(isWorkingDay(calendar, given.lastDay), true);
      assert.equal(given.firstDay, addDays(from, 1));
      const worked = (until: LegalDay): number => { let n = 0; for (let on = addDays(from, 1); on <= until; on = addDays(on, 1)) if (isWorkingDay(calendar, on) === true) n += 1; return n; };
      if (unit === 'working-day') assert.equal(worked(given.lastDay), count);
      else assert.equal(given.lastDay, workingDayFrom(calendar, addDays(from, count)));
      assert.ok(must(deadlineOf(calendar, from, { count: count + 1, unit })).lastDay >= given.lastDay);
    }), { numRuns: 300 });
  });
});
