import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day } from '#kernel/date.ts';
import { aPage, aReport, aTable, compared, doubtsOf, FIELDS, itemOf, outcomes, type BuiltCell } from '../test-kit/a-report.ts';

const HEAD = ['检验项目', '单位', '标准要求', '检验结果', '单项结论', '检测方法'];
const VOC = ['VOC含量', 'g/L', '≤80', '12', '合格', 'GB/T 23986-2009'];
/** One VOC row of B11 with one cell changed. */
const voc = (changes: Readonly<Record<number, BuiltCell>>): readonly (readonly BuiltCell[])[] => [HEAD, VOC.map((text, i) => changes[i] ?? text)];
const RESULT = 3;

test('a clean row passes, with page, cell, and nothing in doubt', () => {
  const c = compared(aReport(voc({})), 'B11');
  assert.deepEqual(outcomes(c), { 'B11-01': 'PASS' });
  const found = c.indicators[0]!;
  assert.deepEqual(found.place, { page: 1, box: { x: 290, y: 420, width: 80, height: 20 } });
  assert.deepEqual([found.judgement.value, found.judgement.star, found.reading!.doubts.length, found.findings.length], ['12', 2, 0, 0]);
  assert.equal(c.verdict.verdict, 'NOT_PROVEN');
  assert.deepEqual(c.unproven, ['B11-02', 'B11-03', 'B11-04', 'B11-05', 'B11-06', 'B11-07', 'B11-08']);
});

const NEVER_PASS: readonly (readonly [string, Readonly<Record<number, BuiltCell>>])[] = [
  ['over the limit, whatever the report says of it', { [RESULT]: '81' }],
  ['a limit of the report that is looser than ours', { 2: '≤120', [RESULT]: '100' }],
  ['not detected without a limit', { [RESULT]: '未检出' }],
  ['censored above the limit', { [RESULT]: '<100' }],
  ['a verdict instead of a value', { [RESULT]: '合格' }],
  ['a dash', { [RESULT]: '——' }],
  ['an empty result', { [RESULT]: '' }],
  ['no unit at all', { 1: '——' }],
  ['a unit of another quantity', { 1: 'mg/m³' }],
  ['a unit cut off', { 1: 'g/' }],
  ['two units', { [RESULT]: '12 mg/kg' }],
  ['another method', { 5: 'GB/T 18883-2022' }],
  ['the method without its year', { 5: 'GB/T 23986' }],
  ['no method, and none on the cover', { 5: '——' }],
  ['a name that is only alike', { 0: '挥发性有机化合物释放量' }],
  ['another treatment of the same name', { 0: 'VOC含量（热老化后）' }],
  ['a condition behind the value', { [RESULT]: '12（稀释后）' }],
  ['a range that leaves the limit', { [RESULT]: '60~90' }],
  ['numbers nobody ties together', { [RESULT]: '12 00' }],
  ['a lost superscript', { [RESULT]: '1.2×101' }],
  ['a decimal comma', { [RESULT]: '12,3' }],
  ['hidden text in the cell', { [RESULT]: { text: '12', doubts: ['hidden-text'] } }],
  ['text across the ruling', { [RESULT]: { text: '12', doubts: ['crosses-ruling'] } }],
  ['an unknown group', { 0: 'VOC含量（底漆）' }],
  ['a figure a thousand times too small', { [RESULT]: '0.001' }],
];
for (const [what, changes] of NEVER_PASS) {
  test(`never PASS: ${what}`, () => {
    const c = compared(aReport(voc(changes)), 'B11');
    assert.ok(c.indicators.every((i) => i.judgement.outcome !== 'PASS'), JSON.stringify(outcomes(c)));
  });
}

test('two rows that suit alike are a tie; a dash beside a value is not', () => {
  assert.deepEqual(doubtsOf(compared(aReport([HEAD, VOC, VOC.with(RESULT, '13')]), 'B11'), 'B11-01'), ['tie']);
  assert.deepEqual(outcomes(compared(aReport([HEAD, VOC, VOC.with(RESULT, '——')]), 'B11')), { 'B11-01': 'PASS' });
});

test('the mean and the single value from one row or two', () => {
  const head = ['检验项目', '单位', '标准要求', '检验结果', '检测方法'];
  const method = 'GB/T 3810.3-2016';
  const one = compared(aReport([head, ['吸水率', '%', '平均值≤0.5，单个值≤0.6', '0.07, 0.05~0.08', method]]), 'B13');
  assert.deepEqual(outcomes(one), { 'B13-01': 'PASS', 'B13-02': 'PASS' });
  const two = compared(aReport([head, [{ text: '吸水率', rows: 2 }, { text: '%', rows: 2 }, '平均值≤0.5', '0.07', { text: method, rows: 2 }], ['单个值≤0.6', '0.05~0.75']]), 'B13');
  assert.deepEqual(outcomes(two), { 'B13-01': 'PASS', 'B13-02': 'FAIL' });
  const unsaid = compared(aReport([head, ['吸水率', '%', '≤0.5', '0.07', method]]), 'B13');
  assert.ok(Object.values(outcomes(unsaid)).every((o) => o === 'NEEDS_REVIEW'), JSON.stringify(outcomes(unsaid)));
});

test('conditions tell apart what the name does not', () => {
  const head = ['检验项目', '单位', '标准要求', '检验结果', '检测方法'];
  const row = (item: string, result: string) => [item, 'MPa', '≥1.0', result, 'JC/T 547-2017'];
  const c = compared(aReport([head, row('拉伸粘结强度', '1.5'), row('浸水后拉伸粘结强度', '1.2'), row('热老化后拉伸粘结强度', '1.1'), row('晾置时间20min拉伸粘结强度', '0.9')]), 'B17', { grade: 'C2' });
  assert.deepEqual(['B17-01', 'B17-02', 'B17-03', 'B17-04'].map((code) => itemOf(c, code)), ['拉伸粘结强度', '浸水后拉伸粘结强度', '热老化后拉伸粘结强度', '晾置时间20min拉伸粘结强度']);
  const cement = compared(aReport([head, ['抗压强度', { text: 'MPa', rows: 2 }, '3d≥17.0', '25.1', 'GB/T 17671-2021'], ['28d抗压强度', '≥42.5', '48.0', 'GB/T 17671-2021']]), 'A11');
  assert.equal(itemOf(cement, 'A11-01'), '28d抗压强度');
  assert.equal(outcomes(cement)['A11-01'], 'PASS');
  const seven = compared(aReport([head, ['7d抗压强度', 'MPa', '≥42.5', '48.0', 'GB/T 17671-2021']]), 'A11');
  assert.deepEqual(outcomes(seven), {}, 'a strength at 7 d is neither that at 3 d nor that at 28 d');
  const cold = compared(aReport([head, ['导热系数（平均温度10℃）', 'W/(m·K)', '≤0.040', '0.038', 'GB/T 10294-2008']]), 'B01', { form: 'board' });
  assert.deepEqual(outcomes(cold), {}, 'λ at 10 ℃ is not λ at 25 ℃');
  const silent = compared(aReport([head, ['导热系数', 'W/(m·K)', '≤0.040', '0.038', 'GB/T 10294-2008']]), 'B01', { form: 'board' });
  assert.deepEqual([outcomes(silent)['B01-01'], doubtsOf(silent, 'B01-01')], ['NEEDS_REVIEW', ['condition-unmatched']]);
  const beside = compared(aReport([head, ['导热系数', 'W/(m ·K)', '≤0.040（平均温度25℃）', '0.038', 'GB/T 10294-2008']]), 'B01', { form: 'board' });
  assert.equal(outcomes(beside)['B01-01'], 'PASS');
  const pipes = compared(aReport([head, ['纵向回缩率', '%', '≤5', '1.0', 'GB/T 6671-2001']]), 'C03');
  assert.ok(doubtsOf(pipes, 'C03-04').includes('tie') && doubtsOf(pipes, 'C03-05').includes('tie'));
});

test('sub-items under merged and sectioned parents', () => {
  const head = [{ text: '检验项目', columns: 2 }, '单位', '标准要求', '检验结果', '检测方法'];
  const c = compared(aReport([
    head,
    [{ text: '可溶性重金属含量', rows: 3 }, '镉（Cd）', { text: 'mg/kg', rows: 3 }, '≤75', '<1', { text: 'GB/T 23991-2009', rows: 3 }],
    ['铬（Cr）', '≤60', '<2'],
    ['汞（Hg）', '≤60', '66'],
  ]), 'B11');
  assert.deepEqual(outcomes(c), { 'B11-05': 'PASS', 'B11-06': 'PASS', 'B11-07': 'FAIL' });
  const radio = compared(aReport([head, [{ text: '放射性核素限量', rows: 2 }, '内照射指数IRa', '/', '≤1.0', '0.3', 'GB 6566-2010'], ['外照射指数Iγ', '/', '≤1.3', '1.2', 'GB 6566-2010']]), 'B13');
  assert.deepEqual(outcomes(radio), { 'B13-07': 'PASS', 'B13-08': 'PASS' });
});

test('a continuation page without a head, and one with its head', () => {
  const first = aTable([HEAD, VOC]);
  const second = aTable([['甲醛含量', 'mg/kg', '≤50', '<5', '合格', 'GB/T 23993-2009']], 40);
  const cover = aTable(Object.entries(FIELDS).map(([label, value]) => [label, value]), 30);
  const c = compared({ pageCount: 2, pages: [aPage(1, [cover, first]), aPage(2, [second])] }, 'B11');
  assert.deepEqual(outcomes(c), { 'B11-01': 'PASS', 'B11-02': 'PASS' });
  assert.equal(c.indicators[1]!.place!.page, 2);
  const again = aTable([[{ text: '续表', columns: 6 }], HEAD, ['甲醛含量', 'mg/kg', '≤50', '<5', '合格', 'GB/T 23993-2009']], 40);
  assert.deepEqual(outcomes(compared({ pageCount: 2, pages: [aPage(1, [cover, first]), aPage(2, [again])] }, 'B11')), { 'B11-01': 'PASS', 'B11-02': 'PASS' });
});

test('the report as a whole: dates, age, numbers, model, pages', () => {
  const on = (fields: Readonly<Record<string, string | null>>, changes = {}) => outcomes(compared(aReport(voc({}), fields), 'B11', {}, changes))['B11-01'];
  assert.equal(on({ 签发日期: '2025-05-31', 检验日期: '2025-05-20', 来样日期: '2025-05-01' }), 'EXPIRED');
  assert.equal(on({ 签发日期: '2025-06-01', 检验日期: '2025-05-20', 来样日期: '2025-05-01' }), 'PASS', 'one year to the day');
  assert.equal(on({ 签发日期: '2020-05-31', 检验日期: '2020-05-20', 来样日期: '2020-05-01' }, { validity: null }), 'PASS');
  assert.equal(on({ 签发日期: '2026-03-10' }), 'INTEGRITY', 'issued before the test ended');
  assert.equal(on({ 来样日期: '2026-03-05' }), 'INTEGRITY', 'tested before receipt');
  assert.equal(on({ 签发日期: '2026-06-02' }), 'INTEGRITY', 'issued in the future');
  assert.equal(on({ 签发日期: null }), 'NEEDS_REVIEW');
  assert.equal(on({ 签发日期: '二〇二六年三月二十五日' }), 'PASS');
  assert.equal(on({}, { model: 'N-100' }), 'PASS');
  assert.equal(on({}, { model: 'N-10' }), 'NOT_COVERED');
  assert.equal(on({ 型号规格: '/' }, { model: 'N-100' }), 'NOT_COVERED');
  assert.equal(on({}, { on: day('2026-03-24') }), 'INTEGRITY');
});

test('two report numbers in one file, a missing page, a skipped serial number', () => {
  const page = (lines: readonly string[]) => ({ pageCount: 1, pages: [aPage(1, [aTable(Object.entries(FIELDS)), aTable(voc({}), 500)], lines)] });
  assert.equal(outcomes(compared(page(['报告编号：T-2026-001']), 'B11'))['B11-01'], 'PASS');
  assert.equal(outcomes(compared(page(['报告编号：T-2026-002']), 'B11'))['B11-01'], 'INTEGRITY');
  assert.deepEqual(doubtsOf(compared(page(['共4页 第1页', '共4页 第2页', '共4页 第4页']), 'B11'), 'B11-01'), ['pages-missing']);
  const numbered = [['序号', ...HEAD], ['1', ...VOC], ['3', '甲醛含量', 'mg/kg', '≤50', '<5', '合格', 'GB/T 23993-2009']];
  assert.deepEqual(doubtsOf(compared(aReport(numbered), 'B11'), 'B11-01'), ['serial-gap']);
});

test('what the report claims against us is told, never believed', () => {
  const findings = (changes: Readonly<Record<number, BuiltCell>>) => compared(aReport(voc(changes)), 'B11').indicators[0]!.findings.map((f) => f.code);
  assert.deepEqual(findings({ [RESULT]: '100' }), ['verdict-contradicts']);
  assert.deepEqual(findings({ 4: '不合格' }), ['verdict-contradicts']);
  assert.deepEqual(findings({ 2: '≤120' }), ['requirement-differs']);
  assert.deepEqual(findings({ 2: '≤120', [RESULT]: '100' }), ['verdict-contradicts', 'requirement-differs']);
  assert.equal(outcomes(compared(aReport(voc({ 4: '不合格' })), 'B11'))['B11-01'], 'PASS');
});

test('English heads, bilingual items, other orders of columns', () => {
  const english = compared(aReport([['Test item', 'Test method', 'Unit', 'Requirement', 'Result', 'Verdict'], ['Volatile organic compounds (VOC) content', 'GB/T 23986-2009', 'g/L', '≤80', '12', 'P']]), 'B11');
  assert.deepEqual(outcomes(english), { 'B11-01': 'PASS' });
  const both = compared(aReport([['检验项目 Test Item', '检测方法 Test Method', '单位 Unit', '技术要求 Requirement', '检测结果 Test Result', '单项评定 Conclusion'], ['甲醛含量 Formaldehyde content', 'GB/T 23993-2009', 'mg/kg', '≤50', '<5', '符合 Pass']]), 'B11');
  assert.deepEqual(outcomes(both), { 'B11-02': 'PASS' });
  const short = compared(aReport([['项目', '指标', '实测值'], ['VOC含量（g/L）', '≤80', '12']], { 检验依据: 'GB/T 23986-2009' }), 'B11');
  assert.deepEqual(outcomes(short), { 'B11-01': 'PASS' });
});

test('limits nobody confirmed are for a person', () => {
  const c = compared(aReport(voc({})), 'B11', {}, { confirmed: new Set(['B11-02']) });
  assert.equal(outcomes(c)['B11-01'], 'NEEDS_REVIEW');
});

test('over all figures the outcome is that of the bare comparison', () => {
  fc.assert(fc.property(fc.integer({ min: 100, max: 20_000 }), (hundredths) => {
    const printed = (hundredths / 100).toFixed(2);
    assert.equal(outcomes(compared(aReport(voc({ [RESULT]: printed })), 'B11'))['B11-01'], hundredths <= 8000 ? 'PASS' : 'FAIL');
  }), { numRuns: 60 });
});
