import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { addDays, day } from '#kernel/date.ts';
import { faultsOfCalendar } from '../domain/calendar.ts';
import type { LegalCalendar, Parameter } from '../domain/model.ts';
import { faultsOfParameters } from '../domain/parameter-on.ts';
import { regulations } from './regulations.ts';
import * as schema from './schema.ts';
import written from './parameters.json' with { type: 'json' };

const given = regulations();
const reference = process.env['QINGCAI_REFERENCE'];
const required = process.env['QINGCAI_REFERENCE_REQUIRED'] === '1';
const texts = reference !== undefined && existsSync(path.join(reference, 'law/texts'));
const skip = texts || required ? false : 'the texts of law are not at hand (QINGCAI_REFERENCE)';

const NUMERALS: Record<string, string> = { 三: '3', 七: '7', 十: '10', 十五: '15', 二十: '20', 三十: '30' };
/** The figure and unit in the words of an article. */
function figureIn(text: string): { value: string; unit: string } | undefined {
  const plain = text.replaceAll('５', '5').replace(/百分之(十)/, (_, n: string) => `${NUMERALS[n]!}%`).replace(/(三十|二十|十五|[三七十])(个工作日|日|年)/, (_, n: string, unit: string) => NUMERALS[n]! + unit);
  const found = /(\d+)\s*(个工作日|日|年|%)/.exec(plain);
  return found === null ? undefined : { value: found[1]!, unit: { 个工作日: 'working-day', 日: 'day', 年: 'year', '%': 'percent' }[found[2]!]! };
}

describe('the parameters', () => {
  for (const { code, values } of given.parameters) {
    it(`${code}: the words of the article give its value and unit`, () => {
      for (const value of values) assert.deepEqual(figureIn(value.text), { value: value.value, unit: value.unit });
    });
  }

  it('stand word for word in the articles they name, in the very text that was read', { skip }, () => {
    for (const source of given.sources) {
      const bytes = readFileSync(path.join(reference!, source.file));
      assert.equal(createHash('sha256').update(bytes).digest('hex'), source.sha256, source.id);
      const articles = new Map(bytes.toString('utf8').split(/(?=^\s*第[一二三四五六七八九十百]+条\s)/m).map((article) => [/^\s*(第[一二三四五六七八九十百]+条)/.exec(article)?.[1], article]));
      for (const { code, values } of given.parameters) {
        for (const value of values) if (value.source === source.id) assert.ok(articles.get(value.article)?.includes(value.text), `${code}: ${source.id} ${value.article}`);
      }
    }
  });

  it('are refused by the meta-schema where something is missing, invented or not a day', () => {
    const [one] = written;
    const values = (change: object) => [{ ...one, values: [{ ...one!.values[0], ...change }] }];
    for (const wrong of [values({ from: '2017-02-30' }), values({ value: 'five' }), values({ unit: 'week' }), values({ article: 'art. 16' }), [{ ...one, since: 'long ago' }], values({ text: '' })]) assert.equal(schema.parameters.safeParse(wrong).success, false);
    assert.equal(schema.parameters.safeParse([one]).success, true);
  });

  it('are faulty where two values are in force on one day, or a source is unknown', () => {
    const [one] = given.parameters as [Parameter];
    const sources = given.sources.map((source) => source.id);
    const [value] = one.values;
    assert.deepEqual(faultsOfParameters([one], sources), []);
    assert.match(faultsOfParameters([{ ...one, values: [value!, { ...value!, from: day('2020-01-01') }] }], sources)[0]!, /two values on 2020-01-01/);
    assert.deepEqual(faultsOfParameters([{ ...one, values: [{ ...value!, to: day('2019-12-31') }, { ...value!, from: day('2020-01-01') }] }], sources), []);
    assert.match(faultsOfParameters([{ ...one, values: [{ ...value!, to: day('2016-01-01') }] }], sources)[0]!, /ends before it begins/);
    assert.match(faultsOfParameters([one], [])[0]!, /no source/);
    assert.match(faultsOfParameters([one, one], sources)[0]!, /stands twice/);
    assert.match(faultsOfParameters([{ ...one, runs: null }], sources).join(), /a proportion does not run.*from when/);
  });
});

describe('the calendar', () => {
  const date = (year: number, month: string, dayOfMonth: string) => day(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);

  for (const year of given.calendar.years) {
    for (const holiday of year.holidays) {
      it(`${year.year} ${holiday.name.en}: the days are those of the notice`, () => {
        const first = /^(\d+)月(\d+)日/.exec(holiday.text)!;
        const last = /至(?:(\d+)月)?(\d+)日/.exec(holiday.text);
        assert.equal(holiday.from, date(year.year, first[1]!, first[2]!));
        assert.equal(holiday.to, last === null ? holiday.from : date(year.year, last[1] ?? first[1]!, last[2]!));
        const count = /(?:共|放假)(\d+)天/.exec(holiday.text)!;
        assert.equal(addDays(holiday.from, Number(count[1]) - 1), holiday.to);
        const worked = /。(.+)上班/.exec(holiday.text)?.[1] ?? '';
        assert.deepEqual(holiday.worked, [...worked.matchAll(/(\d+)月(\d+)日/g)].map((m) => date(year.year, m[1]!, m[2]!)));
        for (const [, month, dayOfMonth, weekday] of holiday.text.matchAll(/(\d+)月(\d+)日（(?:[^、）]*、)?周(.)）/g)) {
          assert.equal('日一二三四五六'[new Date(`${date(year.year, month!, dayOfMonth!)}T00:00:00Z`).getUTCDay()], weekday);
        }
      });
    }
  }

  it('is faulty where it claims days of a year without a notice, leaves a year out, or works a weekday', () => {
    const calendar: LegalCalendar = given.calendar;
    const [first, second] = calendar.years;
    assert.deepEqual(faultsOfCalendar(calendar), []);
    assert.match(faultsOfCalendar({ ...calendar, knownUntil: day('2027-01-01') })[0]!, /without a notice/);
    assert.match(faultsOfCalendar({ ...calendar, knownFrom: day('2024-12-31') })[0]!, /without a notice/);
    assert.match(faultsOfCalendar({ ...calendar, years: [] })[0]!, /without a notice/);
    assert.match(faultsOfCalendar({ ...calendar, years: [first!, { ...second!, year: 2028 }] })[0]!, /2028 does not follow 2025/);
    const [holiday] = first!.holidays;
    assert.match(faultsOfCalendar({ ...calendar, years: [{ ...first!, holidays: [{ ...holiday!, worked: [day('2025-01-02')] }] }, second!] })[0]!, /no weekend day/);
    assert.match(faultsOfCalendar({ ...calendar, years: [{ ...first!, holidays: [{ ...holiday!, to: day('2024-12-31') }] }, second!] })[0]!, /ends before it begins/);
  });
});
