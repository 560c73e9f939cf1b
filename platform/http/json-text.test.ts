import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DEEPEST, judgeJson } from './json-text.ts';

const judged = (text: string | Uint8Array, parameters?: string[]): unknown => judgeJson(typeof text === 'string' ? new TextEncoder().encode(text) : text, parameters);

test('an honest body is taken, whatever its white space and escapes', () => {
  for (const text of ['{}', ' { "a" : [ 1 , { "a" : "b\\"{}[]:," } ] } ', '{"数量":"1","数量2":"2"}', '{"a":{"b":1},"b":{"b":1}}', '{"a":"\\ud83d\\ude00"}', '\ufeff{"a":1}']) assert.equal(judged(text), undefined, text);
});

const refused: readonly [string, string | Uint8Array, unknown][] = [
  ['no JSON', '{"a":', { rule: 'unreadable' }],
  ['two bodies', '{}{}', { rule: 'unreadable' }],
  ['a comment', '{/* */}', { rule: 'unreadable' }],
  ['bytes that are no UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), { rule: 'unreadable' }],
  ['a list', '[{"a":1}]', { rule: 'not-an-object' }],
  ['a word', '"a"', { rule: 'not-an-object' }],
  ['a key twice', '{"a":1,"b":2,"a":1}', { rule: 'twice', field: 'a' }],
  ['a key twice, once escaped', '{"lines":[{"quantity":"1","quant\\u0069ty":"2"}]}', { rule: 'twice', field: 'lines.quantity' }],
  ['a prototype', '{"a":{"__proto__":{"admin":true}}}', { rule: 'unknown-field', field: 'a.__proto__' }],
  ['NUL in a value', '{"note":"a\\u0000b"}', { rule: 'not-text', field: 'note' }],
  ['half a character', '{"note":"\\ud800"}', { rule: 'not-text', field: 'note' }],
  ['half a character in a key', '{"\\udc00":1}', { rule: 'not-text', field: '\ufffd' }],
  ['nesting without end', `{"a":${'['.repeat(DEEPEST)}${']'.repeat(DEEPEST)}}`, { rule: 'too-deep' }],
  ['half a megabyte of brackets', `{"a":${'['.repeat(250_000)}${']'.repeat(250_000)}}`, { rule: 'too-deep' }],
];
for (const [name, text, expected] of refused) test(`${name} is refused`, () => assert.deepEqual(judged(text), expected));

test('what the address says is not said again', () => {
  assert.deepEqual(judged('{"order":"x","reason":"y"}', ['city', 'order']), { rule: 'in-the-address', field: 'order' });
  assert.equal(judged('{"lines":[{"order":"x"}]}', ['order']), undefined);
});

test('any object that was written once is taken, and refused with any of its keys twice', () => {
  const anObject = fc.dictionary(fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__' && !key.includes('\0')), fc.jsonValue({ maxDepth: 4 }), { minKeys: 1 });
  fc.assert(fc.property(anObject, (object) => {
    const text = JSON.stringify(object);
    if (text.includes('\\u0000') || text.includes('__proto__') || !text.isWellFormed() || /\\ud[89a-f]/.test(text)) return;
    assert.equal(judged(text), undefined);
    const key = JSON.stringify(Object.keys(object)[0]);
    assert.equal((judged(`${text.slice(0, -1)},${key}:1}`) as { rule: string }).rule, 'twice');
  }), { numRuns: 300 });
});
