import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftUntil, presses } from './remaining.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const now = at('2026-11-23T14:03:27');

for (const [until, left] of [
  ['2026-11-23T14:03:27', { word: 'over' }],
  ['2026-11-23T14:03:28', { word: 'minutes', minutes: 1 }],
  ['2026-11-23T15:03:00', { word: 'minutes', minutes: 60 }],
  ['2026-11-23T17:00:00', { word: 'today', hour: '17:00' }],
  ['2026-11-24T09:30:00', { word: 'hours', hours: 19 }],
  ['2026-11-26T17:00:00', { word: 'days', days: 3 }],
] as const) {
  test(`until ${until} is ${left.word}`, () => assert.deepEqual(leftUntil(at(until), now), left));
}

test('only what ends within two days presses', () => {
  assert.equal(presses(at('2026-11-25T14:03:26'), now), true);
  assert.equal(presses(at('2026-11-25T14:03:27'), now), false);
});
