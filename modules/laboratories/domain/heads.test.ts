import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPage, aTable } from '../test-kit/a-report.ts';
import { conditionsOf } from './conditions.ts';
import { daysIn } from './dates.ts';
import { labelOf } from './fields.ts';
import { roleOf, type Role } from './heads.ts';
import { nameOf } from './names.ts';
import { reportOf } from './report-of.ts';
import { covers } from './report-findings.ts';
import { verdictPrinted } from './plain.ts';

const HEADS: Readonly<Record<Role, readonly string[]>> = {
  number: ['序号', '序 号', 'No.', 'S/N', '项次', '编号'],
  item: ['检验项目', '检测项目', '检验项目名称', '试验项目', '项目', '检测参数', '项 目', 'Test item', 'Test Items', 'Parameter', 'Property', '检验项目 Test Item', '检验项目（单位）'],
  unit: ['单位', '计量单位', 'Unit', 'Units', '单位 Unit'],
  clause: ['标准条款', '条款', '条款号', '标准条款号', 'Clause', 'Clause No.'],
  requirement: ['标准要求', '技术要求', '标准值', '标准指标', '技术指标', '指标要求', '限量值', '标准限值', '限值', '要求', '规定值', 'Requirement', 'Requirements', 'Standard requirement', 'Limit', 'Specification', 'Limit value', '标准要求 Requirement'],
  result: ['检验结果', '检测结果', '检测 结果', '试验结果', '实测值', '实测结果', '测试结果', '测定值', '检验数据', 'Result', 'Test Result', 'Test results', 'Measured value', '检验结果（mg/kg）', '检测结果 Test Result'],
  verdict: ['单项结论', '单项判定', '单项评定', '结论', '判定', '结果判定', '单项评价', '本项结论', 'Verdict', 'Conclusion', 'Judgement', 'P/F', '单项结论 Conclusion'],
  method: ['检验方法', '检测方法', '试验方法', '方法标准', '检验依据', '检测依据', 'Test method', 'Method', '检测标准', '检测方法 Test Method'],
  remark: ['备注', '说明', 'Remark', 'Remarks', 'Note'],
};
for (const [role, heads] of Object.entries(HEADS)) {
  for (const head of heads) test(`${head} heads ${role}`, () => assert.equal(roleOf(head)?.role, role));
}

test('cells that head nothing', () => {
  for (const text of ['', '12', 'VOC含量', '≤80', '合格', 'g/L', 'GB/T 9756-2018', '以下空白', '内墙涂料']) assert.equal(roleOf(text), undefined, text);
});

test('days in every writing; none from what is no day', () => {
  for (const text of ['2026-03-05', '2026年3月5日', '2026 年 03 月 05 日', '2026.3.5', '2026/03/05', '二〇二六年三月五日', '二○二六年三月五日', '5 March 2026', '5th Mar. 2026', 'March 5, 2026', '２０２６-０３-０５']) assert.deepEqual(daysIn(text), ['2026-03-05'], text);
  assert.deepEqual(daysIn('2026-03-02~2026-03-20'), ['2026-03-02', '2026-03-20']);
  assert.deepEqual(daysIn('二〇二六年十一月二十二日'), ['2026-11-22']);
  assert.deepEqual(daysIn('二〇二六年十月三十日'), ['2026-10-30']);
  for (const text of ['2026-02-30', 'GB/T 9756-2018', '', '/', '20260305']) assert.deepEqual(daysIn(text), [], text);
});

test('labels of fields', () => {
  const wanted: Readonly<Record<string, string>> = { '报告编号：': 'reportNumber', 'Report No.': 'reportNumber', '样 品 名 称': 'sampleName', '型号规格': 'modelSpec', '规格型号': 'modelSpec', '商 标': 'trademark', '标称生产单位': 'manufacturer', '委托单位名称': 'client', '检验类别': 'testKind', '来样日期': 'receivedOn', '检测日期': 'testedOn', '签发日期': 'issuedOn', 'Date of issue': 'issuedOn', '检验依据': 'basis', '检验结论': 'conclusion', '签发日期 Issue Date': 'issuedOn' };
  for (const [label, name] of Object.entries(wanted)) assert.equal(labelOf(label), name, label);
  for (const text of ['编号', '样品编号', '批准', 'N-100', '日期']) assert.equal(labelOf(text), undefined, text);
});

test('fields in running text, with and without a colon, several on a line', () => {
  const page = aPage(1, [aTable([['检验项目', '标准要求', '检验结果'], ['吸水率', '≤0.5', '0.07']], 300)], ['报告编号：T-9 检验类别：委托检验', '样 品 名 称 内墙涂料', '共1页 第1页']);
  const report = reportOf({ pageCount: 1, pages: [page] });
  assert.deepEqual([report.fields.reportNumber?.text, report.fields.testKind?.text, report.fields.sampleName?.text], ['T-9', '委托检验', '内墙涂料']);
});

test('names: the core without conditions, units, symbols', () => {
  assert.equal(nameOf('挥发性有机化合物（VOC）含量，g/L').core, nameOf('挥发性有机化合物').core);
  assert.deepEqual([nameOf('甲醛含量，mg/kg').core, nameOf('甲醛含量，mg/kg').unit], ['甲醛', 'mg/kg']);
  assert.deepEqual([nameOf('传热系数/（W/(m²·K)）').unit, nameOf('总铅（Pb）含量（mg/kg）').unit], ['W/(m²·K)', 'mg/kg']);
  assert.deepEqual(conditionsOf('28d抗压强度（23℃）').map((c) => `${c.kind} ${c.value}`), ['temperature 23', 'duration 2419200']);
  assert.notEqual(nameOf('内照射指数').core, nameOf('外照射指数').core);
});

test('verdicts: the negative first, because 不合格 holds 合格', () => {
  for (const text of ['不合格', '不符合', '未通过', 'Fail', 'Not pass', 'Unqualified', '×', 'F']) assert.equal(verdictPrinted(text), 'fail', text);
  for (const text of ['合格', '符合', '通过', 'Pass', 'P', 'Qualified', '√']) assert.equal(verdictPrinted(text), 'pass', text);
  for (const text of ['', '——', '/']) assert.equal(verdictPrinted(text), 'none', text);
});

test('a model is covered only as a whole word', () => {
  assert.ok(covers('N-100 20kg/桶', 'N-100') && covers('N—100', 'n-100') && covers('型号N-100、N-200', 'N-200'));
  assert.ok(!covers('N-1000', 'N-100') && !covers('AN-100', 'N-100') && !covers('/', 'N-100') && !covers('N-100.5', 'N-100') && !covers('N-100', ''));
});
