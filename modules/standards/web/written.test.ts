import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseEdition } from '../data/base-edition.ts';
import { bare, figure, inChinese, nameIn, range, standardIn, unitIn } from './written.ts';

test('units are printed as people write them', () => {
  const printed = ['W/(m2.K)', 'm3/(m.h)', 'kgCO2e/m3', 'degC', 'um', 'ug/m3', 'Mohm.m2', 'uS/mm', 'g/100r', 'N/50mm', 'mWh/(kg.m)', '1', ''].map((unit) => unitIn('zh-CN', unit));
  assert.deepEqual(printed, ['W/(m²·K)', 'm³/(m·h)', 'kgCO₂e/m³', '℃', 'μm', 'μg/m³', 'MΩ·m²', 'μS/mm', 'g/100r', 'N/50mm', 'mWh/(kg·m)', '', '']);
  assert.equal(unitIn('en', '次'), 'cycles');
});

test('figures keep their decimals; signs and thousands are typographic', () => {
  assert.deepEqual(['1500', '-4.0', '0.060', 'B1'].map(figure), ['1,500', '−4.0', '0.060', 'B1']);
  assert.equal(bare('zh-CN', '-4.0 ~ 1.0'), '−4.0～1.0');
  assert.equal(bare('en', '-4.0 ~ 1.0'), '−4.0 to 1.0');
  assert.equal(bare('en', '≥ 1500'), '1,500');
  assert.deepEqual(['v<=2.5', '>=7.5', '6-12', 'C30'].map(range), ['v ≤ 2.5', '≥ 7.5', '6～12', 'C30']);
});

test('Chinese names have full-width brackets, English ones no editor\'s remark', () => {
  assert.equal(inChinese('上屈服强度 ReH (Q355B,≤16mm)'), '上屈服强度 ReH（Q355B，≤16mm）');
  assert.equal(inChinese('导体直流电阻20℃(2.5mm2)'), '导体直流电阻20℃（2.5mm²）');
  assert.equal(nameIn('en', { nameZh: '木质地板', nameEn: 'Wood flooring (engineered) — Huzhou Nanxun cluster' }), 'Wood flooring (engineered)');
});

test('remarks behind the number of a standard are said in the reader\'s language', () => {
  assert.equal(standardIn('zh-CN', 'GB/T 9756-2018 (abolished -> GB/T 9755-2024)'), 'GB/T 9756-2018（已废止，由 GB/T 9755-2024 代替）');
  assert.equal(standardIn('en', 'GB/T 51366-2019 附录D (基准值)'), 'GB/T 51366-2019 Annex D (baseline)');
});

test('no name or standard of the edition shows an editor\'s English remark to Chinese readers', () => {
  const texts = baseEdition().kinds.flatMap((kind) => [kind.productStandard, kind.greenStandard ?? '', ...kind.supersession.map((one) => one.new), ...kind.indicators.flatMap((one) => [one.sourceStandard, one.testMethod])]);
  const english = [...new Set(texts.map((text) => standardIn('zh-CN', text)))].filter((text) => /[a-z]{4}|->/.test(text));
  assert.deepEqual(english, []);
});
