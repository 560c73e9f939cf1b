import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dec, written } from './decimal.ts';
import { convert, unitOf, unitOfSymbol } from './quantity.ts';
import { DIMENSIONS } from './quantity/units.ts';

const symbols = Object.values(DIMENSIONS).flatMap((units) => Object.keys(units));

const PRINTED: readonly (readonly [string, readonly string[]])[] = [
  ['mg/m3', ['mg/m³', 'mg／m3', 'mg·m-3', 'mg·m⁻³', 'mg.m^-3', '㎎/㎥', '(mg/m³)', ' mg / m³ ', 'mg/m^3']],
  ['W/(m.K)', ['W/(m·K)', 'W/(m ·K)', 'W/m·K', 'W/m.k', 'W/m.K', 'W／（m・K）', 'W·m-1·K-1', 'w/(m·k)', 'W/mK', 'W/(m·℃)', 'W/(m•K)', 'W/m/K']],
  ['W/(m2.K)', ['W/(m²·K)', 'W/m²K', 'W/㎡·K', 'W·m⁻²·K⁻¹', 'W/(m2·℃)']],
  ['degC', ['℃', '°C', '° C', 'ºC', '摄氏度']],
  ['kPa', ['Kpa', 'KPa', 'kpa', 'ｋＰａ']],
  ['MPa', ['Mpa', 'MPa ', '兆帕']],
  ['N/mm2', ['N/mm²', 'N/㎟', 'N·mm-2']],
  ['g/L', ['g/l', 'G/L', 'g·L-1', '克/升']],
  ['mg/mL', ['mg/ml']],
  ['m3/(m.h)', ['m³/(m·h)', 'm3/m·h', 'm³/（m·h）']],
  ['m3/(m2.h)', ['m³/(m²·h)', '㎥/(㎡·h)']],
  ['um', ['μm', 'µm', 'um', 'μｍ']],
  ['ug/m3', ['μg/m³', 'µg/m3']],
  ['ohm/km', ['Ω/km', 'Ω/km', 'ohm/km', 'Ω/KM']],
  ['kgCO2e/t', ['kgCO₂e/t', 'kg CO2-eq/t', 'kg CO₂e/t', 'kgCO2eq/t', 'kgCO₂当量/t', 'kgCO2/t']],
  ['kgCO2e/m3', ['kgCO₂e/m³']],
  ['kWh', ['kWh', 'kW·h', 'KWH', 'KW·h']],
  ['mWh/(kg.m)', ['mWh/(kg·m)']],
  ['W/(m3/h)', ['W/(m³/h)', 'W/(m3/h)', 'Wh/m³', 'W·h/m3']],
  ['W/W', ['W/W', 'w/w']],
  ['Mohm.m2', ['MΩ·m²', 'MΩ.m2']],
  ['%', ['％', ' % ', '(%)', '%（V/V）', '%(质量分数)']],
  ['次', ['次', '次数', 'cycles', 'times']],
  ['级', ['级', '(级)', 'Level']],
  ['dB(A)', ['dB（A）', 'dB(A)', 'dBA', 'dB(a)', 'DB(A)']],
  ['dB', ['dB', '分贝']],
  ['N/50mm', ['N/50mm', 'N/50 mm', '(N/50mm)']],
  ['g/100r', ['g/100r', 'g/100 转']],
  ['kg/m3', ['KG/M3', 'Kg/m³', '千克/m3']],
  ['m/s2', ['m/s²', 'm·s-2', 'm/s^2']],
  ['h', ['h', '小时', 'H']],
  ['lm/W', ['lm/w', 'LM/W']],
  ['mm', ['mm', '㎜', '毫米']],
];

for (const [symbol, forms] of PRINTED) {
  test(`${symbol} is read from every form reports print`, () => {
    for (const form of forms) assert.equal(unitOf(form)?.symbol, symbol, form);
  });
}

test('what is empty, truncated, or may mean two things is not read', () => {
  for (const form of ['', ' ', '/', '—', '----', 'N/', '/mm', 'N//mm', 'MPa)', '(MPa', 'mpa', 'mPa', 'MM', 'Mg/m3', 'ppm', 'm0', '标准', '5', 'constructor', '__proto__', 'mg/m3kg%']) {
    assert.equal(unitOf(form), undefined, form);
  }
});

test('every canonical symbol is read as itself', () => {
  for (const symbol of symbols) assert.equal(unitOf(symbol)?.symbol, symbol);
});

test('conversions are exact, within one quantity', () => {
  const cases = [
    ['98.0', '%', '1', '0.98'], ['0.98', '1', '%', '98'], ['1', 'N/mm2', 'MPa', '1'], ['200', 'kPa', 'MPa', '0.2'], ['12.5', 'mg/mL', 'g/L', '12.5'],
    ['124', 'ug/m3', 'mg/m3', '0.124'], ['90', 'min', 'h', '1.5'], ['0.1', 'L/s', 'L/min', '6'], ['1.42', 'g/cm3', 'kg/m3', '1420'],
    ['2.34', 'kgCO2e/kg', 'kgCO2e/t', '2340'], ['0.0005', 'm/s', 'cm/s', '0.05'], ['35', 'mW/(m.K)', 'W/(m.K)', '0.035'], ['1', 'kWh', 'MJ', '3.6'],
  ] as const;
  for (const [value, from, to, expected] of cases) {
    const a = unitOfSymbol(from);
    const b = unitOfSymbol(to);
    assert.ok(a && b);
    const converted = convert(dec(value), a, b);
    assert.equal(converted && written(converted), expected, `${value} ${from} in ${to}`);
  }
});

test('quantities that look alike never convert', () => {
  const pairs = [
    ['mg/m3', 'mg/L'], ['mg/L', 'mg/kg'], ['mg/m3', 'mg/kg'], ['dB', 'dB(A)'], ['%', 'mg/kg'], ['kg/m3', 'g/L'], ['W/(m.K)', 'W/(m2.K)'], ['N/mm', 'N/mm2'], ['N/50mm', 'N/mm'],
    ['m3/(m.h)', 'm3/(m2.h)'], ['次', '片'], ['kgCO2e/t', 'kgCO2e/m3'], ['W/W', '1'], ['mm', '%'], ['J', 'W'], ['级', '次'],
  ] as const;
  for (const [a, b] of pairs) {
    const from = unitOfSymbol(a);
    const to = unitOfSymbol(b);
    assert.ok(from && to);
    assert.equal(convert(dec('1'), from, to), undefined, `${a} → ${b}`);
    assert.equal(convert(dec('1'), to, from), undefined, `${b} → ${a}`);
  }
});

test('there and back is the same value, and order is kept', () => {
  fc.assert(fc.property(fc.constantFrom(...symbols), fc.constantFrom(...symbols), fc.integer({ min: -100000, max: 100000 }), (a, b, n) => {
    const from = unitOfSymbol(a);
    const to = unitOfSymbol(b);
    if (!from || !to || from.dimension !== to.dimension) return;
    const value = dec(n).div(1000);
    const there = convert(value, from, to);
    assert.ok(there);
    const back = convert(there, to, from);
    assert.ok(back?.minus(value).abs().lte('1e-50'));
  }));
});

test('reading a unit never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => { unitOf(text); }));
  fc.assert(fc.property(fc.array(fc.constantFrom('m', '/', '(', ')', '·', '2', '-', 'kg', '%', '³', 'K', ' ')), (parts) => { unitOf(parts.join('')); }));
});

test('every unit of the digital standard is known', (t) => {
  const reference = process.env['QINGCAI_REFERENCE'];
  if (reference === undefined) {
    if (process.env['QINGCAI_REFERENCE_REQUIRED'] === '1') assert.fail('QINGCAI_REFERENCE is not set');
    t.skip('units of the standard: needs QINGCAI_REFERENCE');
    return;
  }
  const standard = JSON.parse(readFileSync(`${reference}/standards-draft.json`, 'utf8')) as { kinds: { indicators: { unit: string }[] }[] };
  for (const { unit } of standard.kinds.flatMap((kind) => kind.indicators)) {
    if (unit !== '') assert.equal(unitOf(unit)?.symbol, unit);
  }
});
