import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Glyph } from './marks.ts';
import { linesOf } from './text.ts';

/** Characters of one line at the given starts, 10 points high. */
const line = (...placed: readonly (readonly [text: string, x: number, width: number])[]): string =>
  linesOf(placed.map(([text, x, width]): Glyph => ({ text, x, y: 100, width, height: 10, direction: 0, hidden: false, covered: false }))).map((l) => l.text).join('|');

test('a full-width opening bracket set close stands behind the narrow letter its empty half begins before', () => {
  assert.equal(line(['A', 0, 6], ['g', 6, 5.5], ['t', 11.5, 3.4], ['（', 10.6, 10], ['%', 20.6, 9], ['）', 29.6, 10]), 'Agt（%）');
  assert.equal(line(['1', 0, 3], ['（', -1, 10], ['个', 9, 10]), '1（个');
});

test('a bracket with its full box, and one as wide as its ink, keep their places too', () => {
  assert.equal(line(['t', 0, 3.4], ['（', 3.4, 10], ['%', 13.4, 9]), 't（%');
  assert.equal(line(['t', 0, 3.4], ['（', 3.4, 5], ['%', 8.4, 9], ['）', 17.4, 5]), 't（%）');
  assert.equal(line(['“', 0, 10], ['甲', 10, 10], ['”', 20, 10]), '“甲”');
});
