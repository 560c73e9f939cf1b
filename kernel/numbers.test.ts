import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths, addYears, day, daysBetween, hourAt, legalDayAt, legalDayOf, weekdayOf, writtenInstant, ZONE } from './date.ts';
import { dec, Decimal, decimalOf, written } from './decimal.ts';
import { formatMoney, groupThousands, isMoney, lineTotal, moneyOf, sumMoney, toFen } from './money.ts';

describe('a decimal', () => {
  const good: readonly [string, string][] = [['1', '1'], [' 12.50 ', '12.5'], ['-0.003', '-0.003'], ['+7', '7'], ['.5', '0.5'], ['.25', '0.25'], ['5.', '5'], ['1e3', '1000'], ['1.5E-2', '0.015'], ['1e+2', '100'], ['123456789012345678901234567890.12', '123456789012345678901234567890.12'], ['1e50', `1${'0'.repeat(50)}`], ['1e-40', `0.${'0'.repeat(39)}1`]];
  for (const [text, plain] of good) it(`${text} is ${plain}`, () => assert.equal(written(dec(text)), plain));
  for (const text of ['', ' ', '.', '1.2.3', 'NaN', 'Infinity', '0x10', '1,000', '１２', '1e', 'e5', '--1', '1 2', 'a1', '1a', '1e1.5', '1e5x']) it(`${JSON.stringify(text)} is none`, () => assert.equal(decimalOf(text), undefined));
  it('that must be one throws where it is none, and takes a number', () => {
    assert.throws(() => dec('x'), { message: 'not a decimal: x' });
    assert.equal(written(dec(0.25)), '0.25');
  });
  it('is exact where binary floats are not, and rounds half to even at the sixtieth digit', () => {
    assert.equal(written(dec('0.1').plus('0.2')), '0.3');
    assert.equal(written(new Decimal(1).div(3)), `0.${'3'.repeat(60)}`);
    assert.equal(written(dec('0.5').toDecimalPlaces(0)), '0');
    assert.equal(written(dec('1.5').toDecimalPlaces(0)), '2');
  });
});

describe('money', () => {
  for (const text of ['0.00', '-0.01', '1234567.00', '999999999999999.99']) it(`${text} is money`, () => assert.equal(isMoney(text), true));
  for (const text of ['', '1', '1.0', '1.000', '.10', '1,000.00', '1000000000000000.00', 'x1.00', '1.00x', '--1.00', '1x00']) it(`${JSON.stringify(text)} is none`, () => assert.equal(isMoney(text), false));
  const read: readonly [string, string | undefined][] = [['12', '12.00'], ['12.5', '12.50'], ['12.345', undefined], ['12.340', '12.34'], ['abc', undefined], ['999999999999999.99', '999999999999999.99'], ['1000000000000000', undefined], ['-1000000000000000', undefined], ['-5', '-5.00']];
  for (const [text, money] of read) it(`${text} reads as ${String(money)}`, () => assert.equal(moneyOf(text), money));
  it('of a line is rounded once, half up', () => {
    assert.equal(lineTotal('0.05', '0.5'), '0.03');
    assert.equal(lineTotal('3.33', '3'), '9.99');
    assert.equal(toFen(dec('0.125')), '0.13');
    assert.equal(toFen(dec('0.124')), '0.12');
    assert.equal(toFen(dec('-0.125')), '-0.13');
  });
  it('sums exactly, and nothing is nothing', () => {
    assert.equal(sumMoney([]), '0.00');
    assert.equal(sumMoney(['0.10', '0.20', '-0.05']), '0.25');
    fc.assert(fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (fen) => assert.equal(sumMoney(fen.map((n) => dec(n).div(100).toFixed(2))), dec(fen.reduce((a, b) => a + b, 0)).div(100).toFixed(2))));
  });
  it('is printed with its sign and its thousands', () => {
    assert.equal(formatMoney('1234567'), '¥1,234,567.00');
    assert.equal(formatMoney('-1234.5'), '−¥1,234.50');
    assert.equal(formatMoney('0'), '¥0.00');
    assert.equal(formatMoney('999.999'), '¥1,000.00');
    assert.equal(groupThousands('1234567.12345'), '1,234,567.12345');
    assert.equal(groupThousands('123'), '123');
    assert.equal(groupThousands(''), '');
    assert.equal(groupThousands('1000'), '1,000');
  });
});

describe('a legal day', () => {
  for (const text of ['2026-11-22', '2024-02-29', '0001-01-01']) it(`${text} is one`, () => { assert.equal(legalDayOf(text), text); assert.equal(day(text), text); });
  for (const text of ['', '2026-02-29', '2026-13-01', '2026-1-1', '20261122', '2026-11-22T00:00', ' 2026-11-22', '2026-11-22 ', '2026-00-10', '+002026-11-22']) it(`${JSON.stringify(text)} is none`, () => { assert.equal(legalDayOf(text), undefined); assert.throws(() => day(text), { message: `not a day: ${text}` }); });
  it('begins at midnight in Beijing', () => {
    assert.equal(ZONE, 'Asia/Shanghai');
    assert.equal(legalDayAt(new Date('2026-11-21T15:59:59.999Z')), '2026-11-21');
    assert.equal(legalDayAt(new Date('2026-11-21T16:00:00Z')), '2026-11-22');
    assert.equal(hourAt(new Date('2026-11-21T15:59:59.999Z')), 23);
    assert.equal(hourAt(new Date('2026-11-21T16:00:00Z')), 0);
    assert.equal(writtenInstant(new Date('2026-11-21T16:00:05.900Z')), '2026-11-22 00:00:05');
  });
  it('is counted on by days, months and years', () => {
    assert.equal(addDays(day('2026-02-28'), 1), '2026-03-01');
    assert.equal(addDays(day('2026-03-01'), -1), '2026-02-28');
    assert.equal(addMonths(day('2026-01-31'), 1), '2026-02-28');
    assert.equal(addMonths(day('2026-03-31'), -1), '2026-02-28');
    assert.equal(addYears(day('2024-02-29'), 1), '2025-02-28');
    assert.equal(addYears(day('2026-11-22'), 15), '2041-11-22');
    assert.equal(daysBetween(day('2026-02-28'), day('2026-03-02')), 2);
    assert.equal(daysBetween(day('2026-03-02'), day('2025-03-02')), -365);
    assert.equal(weekdayOf(day('2026-11-22')), 7);
    assert.equal(weekdayOf(day('2026-11-23')), 1);
  });
});
