import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseEdition } from '../../data/base-edition.ts';
import { limitScale } from '../../domain/limit-scale.ts';
import { limitText } from '../../domain/limit-text.ts';
import { everyLimit } from '../../domain/limits.ts';
import type { Indicator } from '../../domain/model.ts';
import { axisFor } from '#web/kit/axis.ts';
import { drawingOf, type Drawing } from './drawing.ts';

const named = { grade: (label: string) => label, parameter: (label: string) => label };
const all = baseEdition().kinds.flatMap((kind) => kind.indicators);

function drawn(indicator: Indicator): Drawing {
  const { limit, comparator } = indicator;
  const text = (value: Parameters<typeof limitText>[1]): string => limitText(comparator, value);
  const limits = limit.form === 'base' ? [{ role: 'base' as const, label: 'base', text: text(limit.base) }]
    : limit.form === 'by-parameter' ? Object.entries(limit.values).map(([label, value]) => ({ role: 'parameter' as const, label, text: text(value) }))
    : limit.form === 'by-grade' ? limit.grades.map(({ grade, value }) => ({ role: 'grade' as const, label: grade, text: text(value) }))
    : [...(limit.base === null ? [] : [{ role: 'base' as const, label: 'base', text: text(limit.base) }]), ...limit.stars.map((value, at) => ({ role: 'star' as const, label: String(at + 1), text: text(value) }))];
  const scale = limitScale(indicator, {});
  return drawingOf('zh-CN', { comparator, limits, scale: scale === undefined ? null : { ...scale, ticks: [...scale.ticks] } }, named);
}
const of = (code: string): Drawing => drawn(all.find((one) => one.code === code)!);

test('stars that share the gating limit are one tick; the strict zone carries its stars below', () => {
  const drawing = of('B11-01');
  assert.ok(drawing.form === 'bands');
  assert.deepEqual(drawing.bands.map((band) => [band.text, band.level, band.name]), [['10 ★★★', 3, undefined], ['50 ★★', 2, '★★'], ['80 ★', 1, '★']]);
});

test('two stars with one figure are one band of the better star', () => {
  const drawing = of('B05-06');
  assert.ok(drawing.form === 'bands' && drawing.cut);
  assert.deepEqual(drawing.bands.map((band) => [band.level, band.name]), [[2, '★★'], [3, '★★★']]);
});

test('classes that build on each other share a band, other classes and parameters have a line each', () => {
  assert.equal(of('B11-08').form, 'bands');
  for (const code of ['A12-01', 'B17-01', 'A01-01', 'A05-07']) assert.equal(of(code).form, 'lines', code);
});

test('a tolerance has both ends, a range keeps its printed decimals, wordings have no axis', () => {
  const [tolerance, signed] = [of('A01-02'), of('B09-07')];
  assert.ok(tolerance.form === 'bands' && signed.form === 'bands');
  assert.deepEqual(tolerance.bands.map((band) => band.text), ['−30', '30']);
  assert.deepEqual(signed.bands.map((band) => band.text), ['−4.0', '1.0']);
  assert.equal(of('B08-05').form, 'words');
  assert.equal(of('C01-05').form, 'words');
});

test('every limit of the edition is drawn, with its figure, and no two labels of a band run into each other', () => {
  for (const indicator of all) {
    const drawing = drawn(indicator);
    const shown = drawing.form === 'bands' ? drawing.bands.length : drawing.lines.length;
    assert.ok(shown > 0 && shown <= everyLimit(indicator).length * 2, indicator.code);
    if (drawing.form !== 'bands') continue;
    const axis = axisFor(drawing.sense, drawing.bands.map((band) => band.at), drawing.log);
    const places = drawing.bands.map((band) => axis.at(band.at));
    places.slice(1).forEach((place, index) => {
      // 270 px wide, 6.5 px a figure, 11 px a star: half of each label must fit between two ticks that are not at the rim.
      const room = (text: string): number => ([...text].reduce((sum, sign) => sum + (sign === '★' || sign > '一' ? 11 : 6.5), 0) / 270) * 50;
      const gap = place - (places[index] ?? 0);
      assert.ok(gap + 8 >= room(drawing.bands[index]?.text ?? '') + room(drawing.bands[index + 1]?.text ?? ''), `${indicator.code}: ${drawing.bands.map((band) => band.text).join(' | ')} at ${places.join(' ')}`);
    });
  }
});
