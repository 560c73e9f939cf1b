import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonical, type Json } from './canonical.ts';
import { isId, uuidv7 } from './ids.ts';
import { must, ok, refuse } from './result.ts';
import { actsFrom, faultsOf, next, type Life } from './transitions.ts';

describe('canonical', () => {
  const cases: readonly [Json, string][] = [
    [null, 'null'], [true, 'true'], [false, 'false'], ['a"b', '"a\\"b"'], [0, '0'], [-7, '-7'], [9_007_199_254_740_991, '9007199254740991'],
    [[3, 1, [2]], '[3,1,[2]]'], [[], '[]'], [{}, '{}'], [{ b: 1, a: { d: null, c: '石' } }, '{"a":{"c":"石","d":null},"b":1}'], [{ '': 1, A: 2, a: 3 }, '{"":1,"A":2,"a":3}'],
  ];
  for (const [value, written] of cases) it(written, () => assert.equal(canonical(value), written));
  it('leaves out what is undefined', () => assert.equal(canonical({ a: undefined, b: 1 } as unknown as Json), '{"b":1}'));
  it('takes no number that is not a whole safe one', () => {
    for (const number of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) assert.throws(() => canonical(number), /a decimal must be written as text/);
  });
  it('says the same whatever order the keys came in', () => fc.assert(fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
    assert.equal(canonical(Object.fromEntries(Object.entries(value).reverse())), canonical(value));
    assert.deepEqual(JSON.parse(canonical(value)), { ...value });
  })));
});

describe('a uuidv7', () => {
  const bytes = Uint8Array.from({ length: 10 }, () => 0xff);
  it('holds the millisecond in front and what chance gave behind', () => {
    assert.equal(uuidv7(0x0123456789ab, bytes), '01234567-89ab-7fff-bfff-ffffffffffff');
    assert.equal(uuidv7(0, new Uint8Array(10)), '00000000-0000-7000-8000-000000000000');
    assert.equal(uuidv7(1, Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])), '00000000-0001-7001-8203-040506070809');
  });
  it('sorts by time, is an id, and no other text is one', () => {
    assert.ok(uuidv7(1_000, bytes) < uuidv7(1_001, new Uint8Array(10)));
    assert.equal(isId(uuidv7(1_795_000_000_000, bytes)), true);
    const good = '01234567-89ab-7fff-bfff-ffffffffffff';
    for (const bad of ['', ` ${good}`, `${good} `, `x${good}`, `${good}0`, good.toUpperCase(), good.replace('7fff', '0fff'), good.replace('7fff', '9fff'), good.replace('bfff', 'cfff'), good.replace('bfff', '7fff'), good.replaceAll('-', ''), good.replace('0', 'g'), good.slice(1), good.replace('89ab', '89a'), good.replace('7fff', '7ff'), good.replace('bfff', 'bff'), good.slice(0, -1)]) assert.equal(isId(bad), false, bad);
    for (const version of ['1', '8']) assert.equal(isId(good.replace('7fff', `${version}fff`)), true);
    for (const variant of ['8', '9', 'a', 'b']) assert.equal(isId(good.replace('bfff', `${variant}fff`)), true);
  });
});

describe('a result', () => {
  it('is a value or a refusal that names what it has', () => {
    assert.deepEqual(ok(3), { ok: true, value: 3 });
    assert.deepEqual(refuse('too-late'), { ok: false, refusal: { code: 'too-late' } });
    assert.deepEqual(refuse('too-late', 'day'), { ok: false, refusal: { code: 'too-late', field: 'day' } });
    assert.deepEqual(refuse('too-late', undefined, { limit: 3 }), { ok: false, refusal: { code: 'too-late', facts: { limit: 3 } } });
  });
  it('must be ok where it is taken for granted', () => {
    assert.equal(must(ok(3)), 3);
    assert.throws(() => must(refuse('too-late', 'day', { limit: 3 })), { message: 'refused: too-late day {"limit":3}' });
    assert.throws(() => must(refuse('too-late')), { message: 'refused: too-late  {}' });
  });
});

describe('a life', () => {
  type S = 'draft' | 'sent' | 'done';
  type A = 'send' | 'end' | 'back';
  const life: Life<S, A> = { initial: 'draft', final: ['done'], transitions: [{ from: 'draft', act: 'send', to: 'sent', basis: 'a1' }, { from: 'sent', act: 'end', to: 'done', basis: 'a2' }, { from: 'sent', act: 'back', to: 'draft', basis: 'a3' }] };
  it('leads where its table says', () => {
    assert.equal(next(life, 'draft', 'send'), 'sent');
    assert.equal(next(life, 'sent', 'send'), undefined);
    assert.equal(next(life, 'draft', 'end'), undefined);
    assert.deepEqual(actsFrom(life, 'sent'), ['end', 'back']);
    assert.deepEqual(actsFrom(life, 'done'), []);
    assert.deepEqual(faultsOf(life), []);
  });
  const t = life.transitions;
  const wrong: readonly [string, Life<S, A>, string[]][] = [
    ['a status nobody reaches', { ...life, transitions: [t[0]!, t[2]!] }, ['nobody reaches done']],
    ['a dead end', { ...life, final: [] }, ['done is a dead end that is not final']],
    ['a final status that is left', { ...life, final: ['done', 'sent'] }, ['sent is final and still left']],
    ['two ways for one act', { ...life, transitions: [...t, { from: 'draft', act: 'send', to: 'done', basis: 'a4' }] }, ['two ways to draft send']],
    ['a step without a rule', { ...life, transitions: [{ ...t[0]!, basis: ' ' }, t[1]!, t[2]!] }, ['draft send names no rule']],
    ['a way that is found only after another, whatever the order of the lines', { ...life, transitions: [t[1]!, t[0]!] }, []],
    ['a start that leads nowhere', { initial: 'draft', final: [], transitions: [] }, ['draft is a dead end that is not final']],
  ];
  for (const [what, given, faults] of wrong) it(`names ${what}`, () => assert.deepEqual(faultsOf(given), faults));
});
