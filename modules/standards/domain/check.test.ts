import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '#kernel/date.ts';
import { baseEdition } from '../data/base-edition.ts';
import { certificate, grade, indicatorOf, measured, readingOf, text } from '../test-kit/readings.ts';
import { check } from './check.ts';
import { OUTCOMES } from './model.ts';
import type { Indicator, Judgement, LimitValue, Outcome, Parameters, Reading } from './model.ts';

const ON = day('2026-11-22');
const judge = (code: string, reading: Reading | null, parameters: Parameters = {}, change: Partial<Indicator> = {}): Judgement =>
  check({ ...indicatorOf(code), ...change }, parameters, reading, ON, { confirmed: true });
const codes = (judgement: Judgement): readonly string[] => judgement.reasons.map((one) => one.code);

/** A table that reads like the regulation: clause, indicator, what the report prints, what follows. */
type Row = readonly [clause: string, code: string, reading: Reading | null, outcome: Outcome, reason?: string | undefined, parameters?: Parameters];
const table = (rows: readonly Row[]): void => {
  for (const [clause, code, reading, outcome, reason, parameters] of rows) {
    test(`${code} ${clause}: ${reading?.printed ?? 'no reading'} → ${outcome}`, () => {
      const judgement = judge(code, reading, parameters);
      assert.equal(judgement.outcome, outcome, JSON.stringify(judgement));
      if (reason !== undefined) assert.ok(codes(judgement).includes(reason), `${reason} in ${codes(judgement).join()}`);
    });
  }
};

// T01, T27: censored results are intervals
table([
  ['<0.01 is wholly within ≤ 0.124', 'B15-01', measured('B15-01', '<0.01'), 'PASS'],
  ['<0.124 is wholly within ≤ 0.124', 'B15-01', measured('B15-01', '<0.124'), 'PASS'],
  ['<0.2 lies across 0.124', 'B15-01', measured('B15-01', '<0.2'), 'INDETERMINATE', 'interval-straddles'],
  ['>0.124 is wholly beyond', 'B15-01', measured('B15-01', '>0.124'), 'FAIL', 'beyond-limit'],
  ['≥0.124 still holds 0.124 itself', 'B15-01', measured('B15-01', '>=0.124'), 'INDETERMINATE'],
  ['≥10 cycles satisfy ≥ 5', 'A09-05', measured('A09-05', '>=10'), 'PASS'],
  ['≥3 cycles may be 5 or not', 'A09-05', measured('A09-05', '>=3'), 'INDETERMINATE'],
  ['<3 cycles cannot be 5', 'A09-05', measured('A09-05', '<3'), 'FAIL'],
  ['a lower bound proves nothing of ≤', 'B13-01', measured('B13-01', '>=0.1'), 'INDETERMINATE'],
  ['ND without a detection limit', 'B15-01', readingOf('B15-01', 'ND', { form: 'not-detected' }), 'NEEDS_REVIEW', 'detection-limit-absent'],
]);

test('ND below 0.124 proves the first star and not the second', () => {
  assert.equal(judge('B15-01', measured('B15-01', '<0.124')).star, 1);
  assert.equal(judge('B15-01', measured('B15-01', '<0.05')).star, 2);
  assert.equal(judge('B15-01', measured('B15-01', '0.05')).star, 2);
  assert.equal(judge('B15-01', measured('B15-01', '0.025')).star, 3);
  assert.equal(judge('B15-01', measured('B15-01', '0.2')).star, 0);
});

// T02: strict and non-strict stay apart
table([
  ['≤ includes the limit', 'B13-01', measured('B13-01', '0.5'), 'PASS'],
  ['< leaves the limit out', 'A12-01', measured('A12-01', '1.0'), 'FAIL', 'beyond-limit', { grade: 'I' }],
  ['< passes just under', 'A12-01', measured('A12-01', '0.9'), 'PASS', undefined, { grade: 'I' }],
  ['> leaves the limit out', 'A12-05', measured('A12-05', '2450'), 'FAIL', undefined, { grade: 'I' }],
  ['<1.0 printed is within < 1.0', 'A12-01', measured('A12-01', '<1.0'), 'PASS', undefined, { grade: 'I' }],
  ['R9 must be above zero', 'C05-03', measured('C05-03', '-3'), 'FAIL'],
  ['zero is not above zero', 'C05-03', measured('C05-03', '0'), 'FAIL'],
]);

// T03, T05, T24: ranges and specimens by the aggregate of the indicator
table([
  ['mean 0.07 of 0.05~0.08', 'B13-01', measured('B13-01', '0.05~0.08', '0.07'), 'PASS'],
  ['single values 0.05~0.08 ≤ 0.6', 'B13-02', measured('B13-02', '0.05~0.08', '0.07'), 'PASS'],
  ['lowest of 39~45 ≥ 32', 'B13-05', measured('B13-05', '39~45', '43'), 'PASS'],
  ['lowest of 31~45 < 32', 'B13-05', measured('B13-05', '31~45', '43'), 'FAIL'],
  ['mean 43 ≥ 35 though one is 31', 'B13-04', measured('B13-04', '31~45', '43'), 'PASS'],
  ['mean somewhere in 31~45', 'B13-04', measured('B13-04', '31~45'), 'INDETERMINATE'],
  ['mean outside its own range', 'B13-04', measured('B13-04', '36~45', '50'), 'NEEDS_REVIEW', 'mean-outside-range'],
  ['0.09~0.12 holds a value above 0.1', 'C08-05', measured('C08-05', '0.09~0.12'), 'FAIL'],
  ['618 and 702: both must pass', 'B07-05', measured('B07-05', '618, 702'), 'PASS', undefined, { type: 'I-PY' }],
  ['480 and 702: one does not', 'B07-05', measured('B07-05', '480, 702'), 'FAIL', undefined, { type: 'I-PY' }],
  ['each specimen: 405, 399', 'A05-01', measured('A05-01', '405, 399'), 'FAIL'],
  ['mean of three, one low', 'A04-04', measured('A04-04', '30, 40, 38'), 'PASS', 'mean-taken'],
  ['mean of three, only two printed', 'A04-04', measured('A04-04', '40, 38'), 'NEEDS_REVIEW', 'specimen-count'],
  ['a characteristic value is not read off specimens', 'A08-02', measured('A08-02', '7.0, 8.0'), 'NEEDS_REVIEW', 'characteristic-not-computed'],
  ['no specimen at all', 'A05-01', readingOf('A05-01', '', { form: 'specimens', values: [] }), 'NEEDS_REVIEW', 'value-malformed'],
]);

// T04, T23: bands and signs
table([
  ['-1.6 lies in [-4.0, 1.0]', 'B09-07', measured('B09-07', '-1.6'), 'PASS'],
  ['1.1 does not', 'B09-07', measured('B09-07', '1.1'), 'FAIL'],
  ['the end -4.0 belongs to it', 'B09-07', measured('B09-07', '-4.0'), 'PASS'],
  ['a range must lie inside whole', 'A03-02', measured('A03-02', '-2~6'), 'FAIL'],
  ['±30 admits -30', 'A01-02', measured('A01-02', '-30'), 'PASS'],
  ['±30 does not admit -31', 'A01-02', measured('A01-02', '-31'), 'FAIL'],
  ['a shrinkage of -1.6 under ≤ 2.0 is no pass by sign', 'B08-04', measured('B08-04', '-1.6'), 'NEEDS_REVIEW', 'value-negative', { product: 'PVC-H' }],
  ['-25 °C passes -20: colder is better', 'B07-03', measured('B07-03', '-25'), 'PASS', undefined, { type: 'I-PY' }],
  ['-15 °C does not', 'B07-03', measured('B07-03', '-15'), 'FAIL', undefined, { type: 'I-PY' }],
]);

// T06: limits by parameter
table([
  ['35.2 under C35', 'A01-01', measured('A01-01', '35.2'), 'PASS', undefined, { strengthGrade: 'C35' }],
  ['35.2 under C40', 'A01-01', measured('A01-01', '35.2'), 'FAIL', undefined, { strengthGrade: 'Ｃ４０' }],
  ['35.2, grade not declared', 'A01-01', measured('A01-01', '35.2'), 'INDETERMINATE', 'parameter-missing'],
  ['55 passes every grade', 'A01-01', measured('A01-01', '55'), 'PASS', 'parameter-does-not-matter'],
  ['20 passes none', 'A01-01', measured('A01-01', '20'), 'FAIL', 'parameter-does-not-matter'],
  ['C60 has no limit here', 'A01-01', measured('A01-01', '75'), 'NEEDS_REVIEW', 'parameter-without-limit', { strengthGrade: 'C60' }],
  ['10 mm bar in 6-12', 'A05-07', measured('A05-07', '-5.5'), 'PASS', undefined, { diameter: '10' }],
  ['14 mm bar in 14-20', 'A05-07', measured('A05-07', '-5.5'), 'FAIL', undefined, { diameter: '14mm' }],
  ['13 mm lies between the rows', 'A05-07', measured('A05-07', '-5.5'), 'NEEDS_REVIEW', 'parameter-without-limit', { diameter: '13' }],
  ['thickness 7.5 is ≥7.5', 'B13-03', measured('B13-03', '1000'), 'FAIL', undefined, { thickness: '7.5 mm' }],
  ['thickness 7.4 is <7.5', 'B13-03', measured('B13-03', '1000'), 'PASS', undefined, { thickness: '7.4' }],
  ['12 means 12.0', 'B14-01', measured('B14-01', '530'), 'PASS', undefined, { thickness: '12' }],
  ['4 means 4mm', 'B07-01', measured('B07-01', '2950'), 'PASS', undefined, { thickness: '4.0 mm' }],
  ['v = 2.5 m/s is v<=2.5', 'C06-01', measured('C06-01', '82'), 'FAIL', undefined, { speed: '2.5' }],
  ['v = 3 m/s is 2.5<v<=6.0', 'C06-01', measured('C06-01', '82'), 'PASS', undefined, { speed: '3.0 m/s' }],
  ['M10 is >M5', 'A02-02', measured('A02-02', '0.18'), 'FAIL', undefined, { grade: 'M10' }],
  ['M5 is M5', 'A02-02', measured('A02-02', '0.18'), 'PASS', undefined, { grade: 'M5' }],
  ['A5 means A5.0', 'A07-01', measured('A07-01', '5.2'), 'PASS', undefined, { strengthGrade: 'A5' }],
  ['II-PY is type II', 'B07-03', measured('B07-03', '-22'), 'FAIL', undefined, { type: 'Ⅱ-PY' }],
  ['type I with base PY is I-PY', 'B07-05', measured('B07-05', '510'), 'PASS', undefined, { type: 'I', base: 'PY' }],
  ['type I with base G is I-G', 'B07-05', measured('B07-05', '400'), 'PASS', undefined, { type: 'I', base: 'G' }],
  ['type I alone leaves the base open', 'B07-05', measured('B07-05', '400'), 'INDETERMINATE', 'parameter-too-coarse', { type: 'I' }],
  ['PVC does not say PVC-U', 'C03-08', measured('C03-08', '7'), 'NEEDS_REVIEW', 'parameter-without-limit', { material: 'PVC' }],
]);

// Classes of the product standard
table([
  ['declared class III: 260 ≥ 250', 'B09-03', measured('B09-03', '260'), 'PASS', undefined, { grade: 'III' }],
  ['declared class Ⅱ: 260 < 450', 'B09-03', measured('B09-03', '260'), 'FAIL', undefined, { grade: 'Ⅱ型' }],
  ['two classes declared at once', 'B09-08', measured('B09-08', '120'), 'FAIL', undefined, { grade: 'II A' }],
  ['undeclared: 600 passes all', 'B09-03', measured('B09-03', '600'), 'PASS', 'grade-not-declared'],
  ['undeclared: 200 passes none', 'B09-03', measured('B09-03', '200'), 'FAIL', 'grade-not-declared'],
  ['undeclared: 460 passes some', 'B09-03', measured('B09-03', '460'), 'INDETERMINATE', 'grade-decides'],
  ['undeclared 合格品 is enough', 'B11-08', measured('B11-08', '2000'), 'PASS', 'grade-not-declared'],
  ['declared 优等品 is held to it', 'B11-08', measured('B11-08', '2000'), 'FAIL', undefined, { grade: '优等品' }],
]);

test('the class reached is told: 2000 cycles are 一等品', () => {
  assert.equal(judge('B11-08', measured('B11-08', '2000')).grade, '一等品');
  assert.equal(judge('B11-08', measured('B11-08', '2000'), { grade: '优等品' }).grade, '一等品');
  assert.equal(judge('B11-08', measured('B11-08', '349')).grade, null);
  assert.equal(judge('B12-06', measured('B12-06', '15')).grade, '优等品');
  assert.equal(judge('B17-01', measured('B17-01', '1.1'), { grade: 'C2' }).grade, 'C2');
  assert.equal(judge('B11-08', measured('B11-08', '2000')).limit, '≥ 350');
});

// T07, T09: units
table([
  ['mg/m³ as printed', 'B15-01', measured('B15-01', '0.1', null, { printedUnit: 'mg／m³' }), 'PASS'],
  ['desiccator mg/L never becomes mg/m3', 'B15-01', measured('B15-01', '0.1', null, { printedUnit: 'mg/L' }), 'NEEDS_REVIEW', 'unit-foreign'],
  ['perforator mg/kg neither', 'B15-01', measured('B15-01', '0.1', null, { printedUnit: 'mg/kg' }), 'NEEDS_REVIEW', 'unit-foreign'],
  ['98.0 without % where % is the unit', 'B01-04', measured('B01-04', '98.0', null, { printedUnit: null }), 'NEEDS_REVIEW', 'unit-absent'],
  ['25 % for a ratio of 0.3', 'B04-04', measured('B04-04', '25', null, { printedUnit: '%' }), 'PASS', 'unit-converted'],
  ['a ratio needs no unit', 'B04-04', measured('B04-04', '0.25', null, { printedUnit: null }), 'PASS'],
  ['a dash in the unit column is none', 'B04-04', measured('B04-04', '0.25', null, { printedUnit: '——' }), 'PASS'],
  ['0.2 MPa is 200 kPa', 'B02-02', measured('B02-02', '0.2', null, { printedUnit: 'N/mm²' }), 'PASS', 'unit-converted', { X: 'X200' }],
  ['dB is not dB(A)', 'C06-03', measured('C06-03', '60', null, { printedUnit: 'dB' }), 'NEEDS_REVIEW', 'unit-foreign'],
  ['truncated N/', 'B08-06', measured('B08-06', '26', null, { printedUnit: 'N/' }), 'NEEDS_REVIEW', 'unit-foreign', { product: 'PVC-H' }],
  ['a count needs no unit', 'A09-05', measured('A09-05', '6', null, { printedUnit: null }), 'PASS'],
  ['a count in hours is foreign', 'A09-05', measured('A09-05', '6', null, { printedUnit: 'h' }), 'NEEDS_REVIEW', 'unit-foreign'],
  ['90 min are 1.5 h', 'A09-07', measured('A09-07', '90', null, { printedUnit: 'min' }), 'PASS', 'unit-converted'],
]);

// T10: grades
table([
  ['A1 satisfies A', 'B01-07', grade('B01-07', 'A1'), 'PASS'],
  ['A(A2-s1,d0) satisfies A', 'B01-07', grade('B01-07', 'A(A2-s1,d0)'), 'PASS'],
  ['A级', 'B01-07', grade('B01-07', 'A级'), 'PASS'],
  ['full width Ａ（A2—s1，d0）级', 'B01-07', grade('B01-07', 'Ａ（A2—s1，d0）级'), 'PASS'],
  ['B1 is below A', 'B01-07', grade('B01-07', 'B1'), 'FAIL', 'grade-too-low'],
  ['A2 satisfies B1', 'B02-05', grade('B02-05', 'A2'), 'PASS'],
  ['B1(B-s1,d0,t0) satisfies B1', 'B02-05', grade('B02-05', '难燃B1级（B-s1,d0,t0）'), 'PASS'],
  ['B2 does not', 'B02-05', grade('B02-05', 'B2级'), 'FAIL'],
  ['未达到B1级 is not read as B1', 'B02-05', grade('B02-05', '未达到B1级'), 'NEEDS_REVIEW', 'grade-unknown'],
  ['E1 is no fire class', 'B02-05', grade('B02-05', 'E1'), 'NEEDS_REVIEW', 'grade-unknown'],
  ['a class that contradicts itself', 'B01-07', grade('B01-07', 'A(B-s1,d0)'), 'NEEDS_REVIEW', 'grade-unknown'],
  ['P8 under P8', 'A01-04', grade('A01-04', 'P8'), 'PASS', undefined, { design: 'P8' }],
  ['P10 under P8', 'A01-04', grade('A01-04', 'P10'), 'PASS', undefined, { design: 'P8' }],
  ['>P12 under P10', 'A01-04', grade('A01-04', '＞P12'), 'PASS', undefined, { design: 'P10' }],
  ['P6 under P8: not text order', 'A01-04', grade('A01-04', 'P6'), 'FAIL', undefined, { design: 'P8' }],
  ['8 read as a number', 'A01-04', measured('A01-04', '8'), 'PASS', undefined, { design: 'P8' }],
  ['RG0', 'C05-06', grade('C05-06', 'RG0'), 'PASS'],
  ['无危险类 is RG0', 'C05-06', grade('C05-06', '无危险类'), 'PASS'],
  ['RG1 is worse', 'C05-06', grade('C05-06', 'RG1'), 'FAIL'],
  ['Class 5, not under 3', 'B06-01', grade('B06-01', 'Class 5'), 'PASS'],
  ['≤ 3 级: 2级', 'B16-07', grade('B16-07', '2级'), 'PASS'],
  ['≤ 3 级: 4级', 'B16-07', grade('B16-07', '4级'), 'FAIL'],
  ['≥ 10 级: 9级', 'C02-04', grade('C02-04', '9级'), 'FAIL'],
  ['≥ 10 级: 10 as a number', 'C02-04', measured('C02-04', '10'), 'PASS'],
]);

test('A, coarser than A1, leaves a limit of A1 undecided', () => {
  assert.equal(judge('B01-07', grade('B01-07', 'A'), {}, { limit: { form: 'base', base: 'A1' } }).outcome, 'INDETERMINATE');
  assert.equal(judge('B01-07', grade('B01-07', 'A2'), {}, { limit: { form: 'base', base: 'A1' } }).outcome, 'FAIL');
});

test('ENF > E0 > E1', () => {
  const against = (printed: string, limit: string): Outcome => judge('B01-07', grade('B01-07', printed), {}, { limit: { form: 'base', base: limit } }).outcome;
  assert.deepEqual([against('ENF', 'E1'), against('E0', 'E0'), against('E1', 'E0'), against('E₀级', 'E1')], ['PASS', 'PASS', 'FAIL', 'PASS']);
});

// T11: wordings, negatives first
table([
  ['the wording itself', 'B08-05', text('B08-05', '不透水'), 'PASS'],
  ['the contrary', 'B08-05', text('B08-05', '透水'), 'FAIL', 'wording-contrary'],
  ['符合', 'B08-05', text('B08-05', '符合'), 'PASS'],
  ['不符合 contains 符合', 'B08-05', text('B08-05', '不符合'), 'FAIL'],
  ['不合格 contains 合格', 'C02-05', text('C02-05', '不合格'), 'FAIL'],
  ['未通过 contains 通过', 'C02-05', text('C02-05', '未通过'), 'FAIL'],
  ['Pass', 'C02-05', text('C02-05', 'Pass'), 'PASS'],
  ['Fail', 'C02-05', text('C02-05', 'FAIL'), 'FAIL'],
  ['Not qualified', 'C02-05', text('C02-05', 'Not qualified'), 'FAIL'],
  ['√', 'C02-05', text('C02-05', '√'), 'PASS'],
  ['未见渗漏', 'C02-05', text('C02-05', '未见渗漏现象'), 'PASS'],
  ['no leakage', 'C02-05', text('C02-05', 'No leakage'), 'PASS'],
  ['渗漏', 'C02-05', text('C02-05', '阀芯处渗漏'), 'FAIL'],
  ['渗漏：无 needs a reader', 'C02-05', text('C02-05', '渗漏：无'), 'NEEDS_REVIEW', 'wording-unmatched'],
  ['无明显渗漏 is not 无渗漏', 'C02-05', text('C02-05', '无明显渗漏'), 'NEEDS_REVIEW', 'wording-unmatched'],
  ['half of the requirement', 'C03-06', text('C03-06', '无破裂'), 'NEEDS_REVIEW', 'wording-unmatched'],
  ['both halves', 'C03-06', text('C03-06', '无破裂、无渗漏'), 'PASS'],
  ['one denial for both', 'C03-06', text('C03-06', '无破裂、渗漏'), 'PASS'],
  ['a denial does not reach over a comma', 'C03-06', text('C03-06', '无渗漏，破裂'), 'NEEDS_REVIEW', 'wording-unmatched'],
  ['one specimen of two leaks', 'C02-05', text('C02-05', '试件1无渗漏，试件2渗漏'), 'NEEDS_REVIEW', 'wording-unmatched'],
  ['something else occurs', 'C02-05', text('C02-05', '无渗漏，但手柄松动'), 'NEEDS_REVIEW', 'wording-unmatched'],
  ['无不合格项 denies twice', 'C02-05', text('C02-05', '无不合格项'), 'NEEDS_REVIEW', 'wording-unmatched'],
  ['a verdict is no value', 'B11-01', text('B11-01', '合格'), 'NEEDS_REVIEW', 'verdict-without-value'],
  ['不透水 at 0.3 MPa', 'B07-04', text('B07-04', '0.3MPa，30min，不透水'), 'PASS', 'condition-read', { base: 'PY' }],
  ['不透水 at 0.2 MPa proves nothing of 0.3', 'B07-04', text('B07-04', '0.2MPa 30min 不透水'), 'INDETERMINATE', 'condition-read', { base: 'PY' }],
  ['透水 at 0.2 MPa fails 0.3', 'B07-04', text('B07-04', '0.2MPa 透水'), 'FAIL', undefined, { base: 'PY' }],
  ['不透水 without its pressure', 'B07-04', text('B07-04', '不透水'), 'NEEDS_REVIEW', 'condition-unknown', { base: 'PY' }],
  ['a figure read out of a cell that says 透水', 'B07-04', { ...measured('B07-04', '0.3'), printed: '0.3MPa，30min，透水' }, 'FAIL', 'wording-contrary', { base: 'PY' }],
  ['a figure read out of a cell that says 不透水', 'B07-04', { ...measured('B07-04', '0.3'), printed: '0.3，30min 不透水' }, 'PASS', 'condition-read', { base: 'PY' }],
  ['the pressure alone', 'B07-04', measured('B07-04', '0.3'), 'PASS', undefined, { base: 'PY' }],
]);

// T12, evidence of the right kind
table([
  ['nothing said', 'B11-01', null, 'NOT_TESTED', 'no-reading'],
  ['—— printed', 'B11-01', readingOf('B11-01', '——', { form: 'not-tested' }), 'NOT_TESTED', 'printed-as-not-tested'],
  ['unreadable', 'B11-01', readingOf('B11-01', '�', { form: 'unreadable' }), 'NEEDS_REVIEW', 'unreadable'],
  ['a declaration is no test', 'B11-01', measured('B11-01', '20', null, { evidence: 'DECLARATION' }), 'NOT_TESTED', 'evidence-of-another-kind'],
  ['an EPD without the figure', 'A11-10', { ...certificate('A11-10', true), evidence: 'EPD' }, 'NOT_TESTED', 'evidence-without-value'],
  ['a valid certificate', 'B04-07', certificate('B04-07', true), 'PASS'],
  ['a certificate that has run out', 'B04-07', certificate('B04-07', false), 'EXPIRED', 'evidence-not-valid'],
  ['a word instead of the certificate', 'B04-07', { ...text('B04-07', '有'), evidence: 'CERTIFICATE' }, 'NEEDS_REVIEW', 'validity-unknown'],
  ['an EPD with its figure', 'A11-10', measured('A11-10', '700'), 'PASS'],
  ['a share by statement', 'A08-05', measured('A08-05', '45'), 'PASS'],
]);

// T13: methods and editions
table([
  ['another edition', 'B11-01', measured('B11-01', '20', null, { method: 'GB/T 23986-2023' }), 'NEEDS_REVIEW', 'method-edition-differs'],
  ['no year', 'B11-01', measured('B11-01', '20', null, { method: 'GB/T 23986' }), 'NEEDS_REVIEW', 'method-year-absent'],
  ['another method', 'B11-01', measured('B11-01', '20', null, { method: 'GB/T 9755-2014' }), 'NEEDS_REVIEW', 'method-foreign'],
  ['GB/T23986—2009', 'B11-01', measured('B11-01', '20', null, { method: 'GB/T23986—2009' }), 'PASS'],
  ['GBT 23986-2009', 'B11-01', measured('B11-01', '20', null, { method: 'GBT 23986-2009' }), 'PASS'],
  ['one of several', 'B11-01', measured('B11-01', '20', null, { method: 'GB/T 9756-2018，GB/T 23986-2009 10.3' }), 'PASS'],
  ['none in the row, the report names it', 'B11-01', measured('B11-01', '20', null, { method: null, methodsOfReport: ['GB/T 9756-2018', 'GB/T 23986-2009'] }), 'PASS', 'method-of-report'],
  ['a dash in the row is none', 'B11-01', measured('B11-01', '20', null, { method: '—', methodsOfReport: ['GB/T 23986-2009'] }), 'PASS', 'method-of-report'],
  ['the row goes before the report', 'B11-01', measured('B11-01', '20', null, { method: 'GB/T 1-2020', methodsOfReport: ['GB/T 23986-2009'] }), 'NEEDS_REVIEW', 'method-foreign'],
  ['none anywhere', 'B11-01', measured('B11-01', '20', null, { method: null, methodsOfReport: [] }), 'NEEDS_REVIEW', 'method-unknown'],
  ['the standard names no year', 'B12-04', measured('B12-04', '600', null, { method: 'GB/T 9266-1988' }), 'PASS'],
  ['GB/T 10295 beside GB/T 10294-2008', 'B01-01', measured('B01-01', '0.039', null, { method: 'GB/T 10295-2008' }), 'PASS', undefined, { form: 'board' }],
  ['the wrong clause of the right standard', 'B15-01', measured('B15-01', '0.1', null, { method: 'GB/T 17657-2022 4.59' }), 'NEEDS_REVIEW', 'method-clause-differs'],
  ['the right clause', 'B15-01', measured('B15-01', '0.1', null, { method: 'GB/T 17657-2022中4.60' }), 'PASS'],
  ['328.1 is not 328.10', 'B08-05', { ...text('B08-05', '不透水'), method: 'GB/T 328.1-2007' }, 'NEEDS_REVIEW', 'method-foreign'],
  ['a derived value has no method', 'A05-05', measured('A05-05', '1.3', null, { method: null, methodsOfReport: [] }), 'PASS'],
]);

// Figures that are sooner a slip than a measurement; doubts of the reader
table([
  ['0.4 printed as 4000000', 'B13-01', measured('B13-01', '4000000'), 'NEEDS_REVIEW', 'value-implausible'],
  ['a thousandth of the limit', 'A11-10', measured('A11-10', '0.0735'), 'PASS'],
  ['less than a thousandth of ≥ 70000', 'C02-03', measured('C02-03', '7'), 'NEEDS_REVIEW', 'value-implausible'],
  ['88.3 under ≤ 10 is no slip, it fails', 'C02-02', measured('C02-02', '88.3'), 'FAIL', 'beyond-limit'],
  ['a negative strength', 'A11-01', measured('A11-01', '-43'), 'NEEDS_REVIEW', 'value-negative'],
  ['colder than cold', 'B07-03', measured('B07-03', '-300'), 'NEEDS_REVIEW', 'value-implausible', { type: 'I' }],
  ['a reader in doubt', 'B11-01', measured('B11-01', '20', null, { doubts: ['match-tied'] }), 'NEEDS_REVIEW', 'reader-doubt'],
  ['a doubt before an untested row', 'B11-01', { ...readingOf('B11-01', '/', { form: 'not-tested' }), doubts: ['match-tied'] }, 'NEEDS_REVIEW', 'reader-doubt'],
]);

test('a doubtful reading still tells what the bare comparison gives', () => {
  const judgement = judge('B11-01', measured('B11-01', '20', null, { doubts: ['match-tied'] }));
  assert.deepEqual(judgement.reasons, [{ code: 'reader-doubt', facts: { doubt: 'match-tied' } }, { code: 'compared', facts: { outcome: 'PASS', star: '2' } }]);
  assert.deepEqual([judgement.value, judgement.limit, judgement.star], ['20', '≤ 80', 0]);
});

// T14: GB/T 8170-2008
test('0.1244 under ≤ 0.124: full value fails, rounded value passes', () => {
  const base = { limit: { form: 'base', base: '0.124' } } as const;
  const full = (printed: string): Outcome => judge('B15-01', measured('B15-01', printed), {}, base).outcome;
  const toThree = (printed: string): Outcome => judge('B15-01', measured('B15-01', printed), {}, { ...base, rounding: { decimals: 3 } }).outcome;
  assert.deepEqual([full('0.1244'), full('0.124'), full('0.1240'), full('0.1241')], ['FAIL', 'PASS', 'PASS', 'FAIL']);
  assert.deepEqual([toThree('0.1244'), toThree('0.1245'), toThree('0.1246'), toThree('0.12450001')], ['PASS', 'PASS', 'FAIL', 'FAIL']);
});

test('half goes to even, and rounding is done once: 0.12449 is 0.124, not 0.125 by way of 0.1245', () => {
  const shown = (printed: string): string | null => judge('B15-01', measured('B15-01', printed), {}, { rounding: { decimals: 3 } }).value;
  assert.deepEqual([shown('0.1235'), shown('0.1245'), shown('0.1255'), shown('0.12449'), shown('<0.1244')], ['0.124', '0.124', '0.126', '0.124', '≤0.124']);
});

test('a rounded value that was converted is rounded in the unit of the standard', () => {
  const judgement = judge('B15-01', measured('B15-01', '124.4', null, { printedUnit: 'μg/m³' }), {}, { rounding: { decimals: 3 } });
  assert.equal(judgement.outcome, 'PASS');
  assert.deepEqual(codes(judgement), ['unit-converted', 'rounded']);
});

// T25: uncertainty
test('0.120±0.006 passes ≤ 0.124 by simple acceptance and is flagged; 0.120±0.002 is not', () => {
  const flagged = judge('B15-01', measured('B15-01', '0.120±0.006'));
  assert.equal(flagged.outcome, 'PASS');
  assert.ok(codes(flagged).includes('uncertainty-straddles'));
  assert.ok(!codes(judge('B15-01', measured('B15-01', '0.120±0.002'))).includes('uncertainty-straddles'));
});

// T13, T18: dates and confirmation
test('an indicator not in force on the day gates nothing', () => {
  const from = judge('B15-01', measured('B15-01', '0.1'), {}, { effectiveFrom: '2026-12-01' });
  assert.deepEqual([from.outcome, from.gates, codes(from)], ['EXPIRED', false, ['not-yet-in-force']]);
  const to = judge('B15-01', measured('B15-01', '0.1'), {}, { effectiveTo: '2026-11-21' });
  assert.deepEqual([to.outcome, to.gates, codes(to)], ['EXPIRED', false, ['no-longer-in-force']]);
  assert.equal(judge('B15-01', measured('B15-01', '0.1'), {}, { effectiveFrom: '2026-11-22', effectiveTo: '2026-11-22' }).outcome, 'PASS');
});

test('no outcome of an unconfirmed limit is PASS, FAIL or INDETERMINATE; value and limit are shown', () => {
  for (const printed of ['20', '500', '<100']) {
    const judgement = check(indicatorOf('B11-01'), {}, measured('B11-01', printed), ON, { confirmed: false });
    assert.deepEqual([judgement.outcome, judgement.value, judgement.limit, judgement.star], ['NEEDS_REVIEW', printed, '≤ 80', 0]);
    assert.ok(codes(judgement).includes('limit-not-confirmed'));
  }
  assert.equal(check(indicatorOf('B04-07'), {}, certificate('B04-07', true), ON, { confirmed: false }).outcome, 'NEEDS_REVIEW');
  assert.equal(check(indicatorOf('B11-01'), {}, null, ON, { confirmed: false }).outcome, 'NOT_TESTED');
});

test('stars without a base never gate: below the first star is star 0', () => {
  const judgement = judge('B05-05', measured('B05-05', '2.5'));
  assert.deepEqual([judgement.outcome, judgement.star, judgement.gates, judgement.limit], ['FAIL', 0, false, null]);
  assert.ok(codes(judgement).includes('below-first-star'));
  assert.deepEqual(['2.4', '2.0', '1.8'].map((value) => judge('B05-05', measured('B05-05', value)).star), [1, 2, 3]);
  assert.deepEqual(['29', '30', '35'].map((value) => judge('B05-06', measured('B05-06', value)).star), [0, 2, 3]);
  assert.deepEqual(['6.5', '6.4', '5', '4'].map((value) => judge('C01-01', measured('C01-01', value)).star), [0, 1, 2, 3]);
});

test('the base gates and the stars do not: 90 g/L fails, 80 passes with one star', () => {
  assert.deepEqual([judge('B11-01', measured('B11-01', '90')).outcome, judge('B11-01', measured('B11-01', '90')).star], ['FAIL', 0]);
  assert.deepEqual([judge('B11-01', measured('B11-01', '80')).outcome, judge('B11-01', measured('B11-01', '80')).star, judge('B11-01', measured('B11-01', '80')).gates], ['PASS', 1, true]);
});

test('six outcomes are given by the check; NOT_COVERED and INTEGRITY belong to the report as a whole', () => {
  assert.deepEqual(OUTCOMES, ['PASS', 'FAIL', 'NOT_TESTED', 'INDETERMINATE', 'NEEDS_REVIEW', 'NOT_COVERED', 'EXPIRED', 'INTEGRITY']);
});

test('every indicator of the base edition passes on its own limit and is NOT_TESTED without a reading', () => {
  for (const indicator of baseEdition().kinds.flatMap((kind) => kind.indicators)) {
    assert.equal(check(indicator, {}, null, ON, { confirmed: true }).outcome, 'NOT_TESTED');
    const { limit } = indicator;
    const held: readonly (readonly [Parameters, LimitValue])[] = limit.form === 'base' ? [[{}, limit.base]]
      : limit.form === 'by-parameter' ? Object.entries(limit.values).filter(([key]) => !/[<>]|^\d+-/.test(key)).map(([key, value]) => [{ [limit.param]: key }, value])
        : limit.form === 'by-grade' ? limit.grades.map((one) => [{ grade: one.grade }, one.value]) : limit.stars.map((value) => [{}, value]);
    for (const [parameters, value] of held) {
      const judgement = check(indicator, parameters, atLimit(indicator, value), ON, { confirmed: true });
      assert.equal(judgement.outcome, indicator.comparator === 'lt' || indicator.comparator === 'gt' ? 'FAIL' : 'PASS', JSON.stringify(judgement));
    }
  }
});

function atLimit(indicator: Indicator, value: LimitValue): Reading {
  if (value === true) return certificate(indicator.code, true);
  if (typeof value === 'object') return measured(indicator.code, value[1]);
  if (indicator.comparator === 'match') return text(indicator.code, value);
  return indicator.comparator === 'gradeGe' ? grade(indicator.code, value) : measured(indicator.code, value);
}
