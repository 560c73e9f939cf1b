import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReport, compared, doubtsOf, outcomes } from '../test-kit/a-report.ts';
import { conditionsOf } from './conditions.ts';
import { nameOf } from './names.ts';

const unitsAndConditions = (printed: string): string => `${nameOf(printed).unit} | ${nameOf(printed).conditions.map((c) => `${c.kind} ${c.value}`).join(', ')}`;

const UNITS: readonly (readonly [string, string])[] = [
  ['VOC含量，g/L', 'g/L | '],
  ['甲醛含量，mg/kg', 'mg/kg | '],
  ['密度，kg/m³', 'kg/m³ | '],
  ['导热系数（平均温度25℃），W/(m·K)', 'W/(m·K) | temperature 25'],
  ['导热系数/W/(m·K)', 'W/(m·K) | '],
  ['单位面积/质量，kg/m²', 'kg/m² | '],
  ['最大峰拉力（N/50mm）', 'N/50mm | '],
  ['最大峰拉力，N/50mm', 'N/50mm | '],
  ['初凝时间，min', 'min | '],
  ['初凝时间 min', 'min | '],
  ['遇火稳定性（耐火型）（min）', 'min | '],
  ['流量（0.10MPa）（L/min）', 'L/min | pressure 0.1'],
  ['流量（0.10 MPa） MPa', 'MPa | pressure 0.1'],
  ['耐热性（℃）', '℃ | '],
  ['低温柔性，℃', '℃ | '],
  ['养护时间（h）', 'h | '],
  ['最大力总延伸率 Agt（%）', '% | '],
];
for (const [printed, wanted] of UNITS) test(`${printed}: unit and conditions`, () => assert.equal(unitsAndConditions(printed), wanted));

const NO_UNITS: readonly (readonly [string, string])[] = [
  ['IPLV（H）', 'null | '],
  ['IPLV，H', 'null | '],
  ['最大峰拉力（N/25mm）', 'null | size 25mm'],
  ['抗压强度（28d）', 'null | duration 2419200'],
  ['流量（0.10MPa）', 'null | pressure 0.1'],
  ['拉伸强度 minimum', 'null | aggregate min'],
  ['拉伸强度（min.）', 'null | aggregate min'],
];
for (const [printed, wanted] of NO_UNITS) test(`${printed}: no unit, and nothing lost of what it was measured under`, () => assert.equal(unitsAndConditions(printed), wanted));

test('a figure in front is no numbering', () => {
  assert.deepEqual(conditionsOf('1.5mm厚'), nameOf('1.5mm厚拉伸强度').conditions);
  assert.deepEqual(nameOf('0.10MPa下流量').conditions, [{ kind: 'pressure', value: '0.1' }]);
  assert.equal(nameOf('1.吸水率').core, nameOf('吸水率').core);
  assert.equal(nameOf('（3）吸水率').core, nameOf('吸水率').core);
});

test('min behind a figure or a stroke is minutes, elsewhere the minimum', () => {
  for (const text of ['≥45 min', '≥45min', '6.0 L/min', '6.0 L / min']) assert.ok(conditionsOf(text).every((c) => c.kind !== 'aggregate'), text);
  for (const text of ['min 45', '强度 min', '(min)', 'min.']) assert.deepEqual(conditionsOf(text).filter((c) => c.kind === 'aggregate').map((c) => c.value), ['min'], text);
});

const HEAD = ['检验项目', '单位', '标准要求', '检验结果', '检测方法'];
const setting = (item: string, unit: string) => compared(aReport([HEAD, [item, unit, '≥45', '157', 'GB/T 1346-2024']]), 'A11');

test('minutes in the name of an item are its unit; a minimum of another quantity is not', () => {
  assert.deepEqual(outcomes(setting('初凝时间，min', '——')), { 'A11-06': 'PASS' });
  assert.deepEqual(outcomes(setting('初凝时间（min）', 'min')), { 'A11-06': 'PASS' });
  assert.deepEqual(doubtsOf(setting('初凝时间 min', 'min'), 'A11-06'), ['condition-unmatched'], 'beside a column of units it may be the minimum');
  const strength = (item: string) => compared(aReport([HEAD, [item, 'MPa', '≥42.5', '48.0', 'GB/T 17671-2021']]), 'A11');
  assert.equal(outcomes(strength('28d抗压强度'))['A11-01'], 'PASS');
  for (const item of ['28d抗压强度 min', '28d抗压强度（min）', '28d抗压强度，min', '28d抗压强度（min.）']) assert.notEqual(outcomes(strength(item))['A11-01'], 'PASS', item);
});

test('a force by a width that is not the standard\'s', () => {
  const row = (item: string) => outcomes(compared(aReport([HEAD, [item, '——', '≥800', '981', 'GB/T 328.8-2007']]), 'B07', { type: 'II-PY' }))['B07-05'];
  assert.equal(row('最大峰拉力（N/50mm）'), 'PASS');
  assert.notEqual(row('最大峰拉力（N/25mm）'), 'PASS');
  assert.notEqual(row('最大峰拉力（25mm）（N/50mm）'), 'PASS');
});

test('a class in the requirement is compared by its figure', () => {
  const findings = (requirement: string) => compared(aReport([HEAD, ['抗水渗透等级', '——', requirement, 'P10', 'GB/T 50082-2024']]), 'A01', { design: 'P10' }).indicators.find((i) => i.judgement.code === 'A01-04')!.findings.map((f) => f.code);
  assert.deepEqual(findings('不低于P10'), []);
  assert.deepEqual(findings('≥P10'), []);
  assert.deepEqual(findings('不低于P8'), ['requirement-differs']);
});
