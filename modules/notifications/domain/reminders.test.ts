import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, day, type LegalDay } from '#kernel/date.ts';
import { reach, reminderDue, type Steps } from './reminders.ts';

const DEADLINE: Steps = [-7, -3, -1];
const AWAITED: Steps = [1, 3, 7];
const on = day('2026-12-10');
const due = (today: string, given = 0, steps = DEADLINE): number | undefined => reminderDue(on, steps, day(today), given);

test('a deadline is reminded of seven, three and one day before, and not after it', () => {
  assert.deepEqual(['2026-12-02', '2026-12-03', '2026-12-06', '2026-12-07', '2026-12-09', '2026-12-10', '2026-12-11'].map((today) => due(today)), [undefined, 1, 1, 2, 3, 3, undefined]);
  assert.equal(due('2026-12-05', 1), undefined, 'given already');
  assert.equal(due('2026-12-08', 1), 2);
  assert.equal(due('2026-12-09', 0), 3, 'after a stop over two of them, only the latest');
});

test('an answer is asked for one, three and seven days after', () => {
  assert.deepEqual(['2026-12-10', '2026-12-11', '2026-12-13', '2026-12-17', '2027-01-10'].map((today) => due(today, 0, AWAITED)), [undefined, 1, 2, 3, 3]);
  assert.equal(due('2027-01-10', 3, AWAITED), undefined);
});

test('however often and on whatever days one looks, each reminder is given once at most, in order, and nothing due is out of reach', () => {
  fc.assert(fc.property(fc.constantFrom(DEADLINE, AWAITED, [-60, -30, -7] as Steps), fc.array(fc.integer({ min: -100, max: 60 }), { maxLength: 30 }), (steps, offsets) => {
    const given: number[] = [];
    let last = 0;
    for (const offset of offsets.toSorted((a, b) => a - b)) {
      const today: LegalDay = addDays(on, offset);
      const next = reminderDue(on, steps, today, last);
      if (next === undefined) continue;
      const { from, to } = reach(steps, today);
      assert.ok(from <= on && on <= to);
      given.push((last = next));
    }
    assert.deepEqual(given, [...new Set(given)].toSorted((a, b) => a - b));
    assert.ok(given.length <= 3);
  }));
});
