import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ReadingValue } from '#modules/standards/rules.ts';
import { intervalText } from '#modules/standards/rules.ts';
import { readValue } from './value.ts';

/** A value in one line: `12`, `<5`, `39~45 mean 43`, `[0.64 0.66]`, `0.12±0.006`, or its form. */
function line(value: ReadingValue): string {
  switch (value.form) {
    case 'interval': return intervalText(value.interval);
    case 'range': return `${value.low.toFixed()}~${value.high.toFixed()}${value.mean ? ` mean ${value.mean.toFixed()}` : ''}`;
    case 'specimens': return `[${value.values.map((v) => v.toFixed()).join(' ')}]`;
    case 'uncertain': return `${value.value.toFixed()}±${value.plusMinus.toFixed()}`;
    case 'grade': return `grade ${value.grade}`;
    case 'text': return `text ${value.text}`;
    default: return value.form;
  }
}

/** printed → value, doubts, unit, conditions. */
const PRINTED: readonly (readonly [string, string, string?, string?, string?])[] = [
  // Plain figures, full width, units behind the figure
  ['12', '12'], ['１．２', '1.2'], ['-1.6', '-1.6'], ['−1.6', '-1.6'], ['+0.3', '0.3'], ['98.0%', '98', '', '%'], ['15.2 kPa', '15.2', '', 'kPa'], ['2036N', '2036', '', 'N'], ['12（g/L）', '12', '', 'g/L'],
  // Censored: intervals, never points
  ['<0.01', '<0.01'], ['＜5', '<5'], ['小于5', '<5'], ['≥10', '≥10'], ['>4 h', '>4', '', 'h'], ['不大于5', '≤5'], ['不小于5', '≥5'], ['≦5', '≤5'], ['大于等于7', '≥7'],
  // Not detected
  ['未检出', 'not-detected'], ['ND', 'not-detected'], ['N.D.', 'not-detected'], ['低于检出限', 'not-detected'], ['未检出（检出限10）', '<10'], ['ND < 0.124 mg/m³', '<0.124', '', 'mg/m³'], ['N.D.(<0.01)', '<0.01'], ['未检出，<5 mg/kg', '<5', '', 'mg/kg'], ['低于检出限0.005mg/m3', '<0.005', '', 'mg/m3'], ['ND（见备注3）', 'not-detected', 'words-beside-value'],
  // Not tested: never zero
  ['', 'not-tested'], ['——', 'not-tested'], ['/', 'not-tested'], ['------', 'not-tested'], ['N/A', 'not-tested'], ['不适用', 'not-tested'],
  // Ranges with every dash
  ['39~45', '39~45'], ['39～45', '39~45'], ['9.4-10.0', '9.4~10'], ['0.05 – 0.08', '0.05~0.08'], ['0.05—0.08', '0.05~0.08'], ['5至8', '5~8'], ['5 to 8', '5~8'], ['-0.01~+0.02', '-0.01~0.02'], ['-4.0 ~ +1.0', '-4~1'], ['-0--+0.07', '0~0.07', 'double-dash'], ['45~39', 'text 45~39', 'several-values'],
  // Mean with range
  ['43 39~45', '39~45 mean 43'], ['43（39～45）', '39~45 mean 43'], ['0.07, 0.05~0.08', '0.05~0.08 mean 0.07'], ['平均值43，单个值39~45', '39~45 mean 43'], ['平均值 0.07', '0.07'],
  // Specimens, both directions
  ['0.64, 0.66, 0.61', '[0.64 0.66 0.61]'], ['0.64、0.66、0.61', '[0.64 0.66 0.61]'], ['12,13,15', '[12 13 15]'], ['618/702', '[618 702]'], ['纵向702 横向618', '[702 618]'], ['<5,<5,<5', '<5'], ['0.64 0.66 0.61', '[0.64 0.66 0.61]', 'several-values'],
  // Powers of ten
  ['2.1×10^-2', '0.021'], ['1.2×10⁻²', '0.012'], ['1.2E3', '1200'], ['1.2x10^3', '1200'], ['10^-3', '0.001'], ['1.9×103', '1900', 'lost-superscript'], ['8×10-6', '0.000008', 'lost-superscript'],
  // Commas
  ['1,200', '1200'], ['1,200 次', '1200', '', '次'], ['350,400', '350400', 'thousands-or-list'], ['0，05', '0.05', 'decimal-comma'], ['12,13', '12.13', 'decimal-comma'], ['7, 5', '[7 5]', 'decimal-comma'],
  // Uncertainty and tolerance
  ['0.120±0.006', '0.12±0.006'], ['0.120±0.006 (k=2)', '0.12±0.006'], ['600 +/- 2', '600±2'], ['1200+15 -3', 'text 1200+15 -3', 'tolerance-as-result,several-values'],
  // Conditions before and behind
  ['75mm厚墙体2.82', '2.82', '', '', '75mm厚墙体'], ['150mm厚墙体≥4', '≥4', '', '', '150mm厚墙体'], ['1200(100mm厚)', '1200', '', '', '100mm厚'], ['3.2（28d）', '3.2', '', '', '28d'], ['Dry method 0.64-0.65', '0.64~0.65', '', '', 'Dry method'],
  // Harmless and harmful words
  ['-25℃，无裂纹', '-25', '', '℃'], ['600h不起泡、不剥落、无裂纹', '600', '', 'h'], ['2000次，通过', '2000', '', '次'], ['-25℃有裂纹', '-25', '', '℃', '有裂纹'], ['12（不合格）', '12', '', '', '不合格'], ['约12', '12', '', '', '约'], ['12*', '12', '', '', '*'],
  // Words alone, broken figures
  ['无渗漏', 'text 无渗漏'], ['符合', 'text 符合'], ['12 00', 'text 12 00', 'several-values'], ['12.0.1', 'text 12.0.1', 'several-values'], ['长(-2,2) 宽(-2,0) 厚(-1,1)', 'text 长(-2,2) 宽(-2,0) 厚(-1,1)'],
];

for (const [printed, value, doubts = '', unit = '', conditions = ''] of PRINTED) {
  test(`reads ${JSON.stringify(printed)}`, () => {
    const read = readValue(printed);
    assert.equal(line(read.value), value);
    assert.deepEqual([read.doubts.join(), read.unit ?? '', read.conditions.join()], [doubts, unit, conditions]);
  });
}

test('the kind of the indicator says what is looked for, its limit does not', () => {
  const graded = { valueType: 'grade', comparator: 'gradeGe', aggregate: 'reported' } as const;
  for (const printed of ['A1', 'A(A2-s1,d0)', 'P8', 'RG0', '3级', 'Class 5']) assert.equal(line(readValue(printed, graded).value), `grade ${printed}`);
  assert.equal(line(readValue('——', graded).value), 'not-tested');
  const text = { valueType: 'text', comparator: 'match', aggregate: 'reported' } as const;
  assert.equal(line(readValue('0.9MPa 无渗漏', text).value), 'text 0.9MPa 无渗漏');
  const least = { valueType: 'number', comparator: 'ge', aggregate: 'min' } as const;
  assert.equal(line(readValue('平均值 43 最小值 39', least).value), '39');
  assert.equal(line(readValue('平均值 43 最小值 39', { ...least, aggregate: 'mean' }).value), '43');
  assert.equal(readValue('平均值 43 最小值 39', { ...least, aggregate: 'max' }).doubts.join(), 'several-values');
});

test('any figure comes back as itself, and censored it never is a point', () => {
  fc.assert(fc.property(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 5 }), (digits, decimals) => {
    const printed = (digits / 10 ** decimals).toFixed(decimals);
    const read = readValue(printed);
    assert.equal(read.doubts.length, 0);
    assert.ok(read.value.form === 'interval' && read.value.interval.low!.eq(printed) && read.value.interval.high!.eq(printed));
    const below = readValue(`<${printed}`).value;
    assert.ok(below.form === 'interval' && below.interval.low === null && below.interval.highOpen && below.interval.high!.eq(printed));
  }));
});

test('no printed text makes the reader throw, and what holds no digit is never a number', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-~±×^()<>≥≤ /％%ABab无合格mg℃第、；') }), (printed) => {
    const read = readValue(printed);
    if (!/\d/.test(printed)) assert.ok(!['interval', 'range', 'specimens', 'uncertain'].includes(read.value.form));
  }), { numRuns: 3000 });
});

/** Rows printed in real reports: what each result reads as. The file's `expected` judges printed requirements, which we never believe. */
const CELLS: Readonly<Record<string, string>> = {
  '-0.01~+0.02 Max -0.1~+0.3': 'doubt', '+1.1~+3.2 Max +0.3': 'doubt', '0.3': '0.3', Eligible: 'text Eligible', '2371': '2371', 'Fully resistance': 'text Fully resistance', 'Class GA': 'text Class GA', '0.6': '0.6',
  '-0--+0.07': 'doubt', '9.4-10.0': '9.4~10', '1685': '1685', qualified: 'text qualified', 'Class 5': 'doubt', '0.09': '0.09', '2036N': '2036', '51': '51', '3.8': '3.8', '0.039': '0.039', '15.2': '15.2', '2.0': '2', '4.5': '4.5', '0.127': '0.127', '3.2': '3.2',
  '1200(100mm厚)': 'doubt', '150mm厚墙体≥4': 'doubt', '39.0': '39', '长(-2,2) 宽(-2,0) 厚(-1,1)': 'text 长(-2,2) 宽(-2,0) 厚(-1,1)', '1.9×103': 'doubt', '95.1': '95.1', '547': '547', Pass: 'text Pass', '-1.6': '-1.6', '1.4': '1.4', '557': '557', 'ND < 0.124 mg/m³': '<0.124',
};

test('results printed in real reports', (t) => {
  const folder = process.env['QINGCAI_REFERENCE'];
  const file = folder === undefined ? undefined : join(folder, 'reports/report-cells.json');
  if (file === undefined || !existsSync(file)) {
    assert.notEqual(process.env['QINGCAI_REFERENCE_REQUIRED'], '1', 'reports/report-cells.json is required here');
    return t.skip('reports/report-cells.json needs QINGCAI_REFERENCE');
  }
  const cells = (JSON.parse(readFileSync(file, 'utf8')) as { item: string; result: string }[]).filter((c) => c.item !== '(header dates)');
  assert.ok(cells.length >= 30);
  for (const cell of cells) {
    const read = readValue(cell.result);
    const wanted = CELLS[cell.result];
    const told = read.doubts.length > 0 || read.conditions.length > 0 ? 'doubt' : line(read.value);
    assert.equal(told, wanted, `${cell.item}: ${cell.result}`);
  }
});
