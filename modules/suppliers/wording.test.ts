import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, makeWords } from '#platform/wording.ts';
import { COMMON_REFUSALS } from '#kernel/wire.ts';
import { contract } from './contract/index.ts';
import { wording } from './wording.ts';

const words = makeWords([wording]);
const FACTS = { status: 'submitted', by: '甲', at: '2026-11-22 14:00:05', evidence: 'TRADEMARK', field: 'number', fault: 'absent', round: 2, on: '2014-01-01', decision: 'return', kinds: 'PDF', reasons: '理由', cityZh: '湖州市', cityEn: 'Huzhou' };

test('both languages say the same things, and every sentence speaks', () => {
  assert.deepEqual(Object.keys(wording['zh-CN']).sort(), Object.keys(wording.en).sort());
  for (const language of LANGUAGES) for (const id of Object.keys(wording.en)) assert.doesNotMatch(words.one(language, id, FACTS), /[{}]|suppliers\.|undefined/, `${language} ${id}`);
});

test('every refusal that a route may give has its words', () => {
  for (const [name, procedure] of Object.entries(contract)) {
    for (const code of Object.keys(procedure['~orpc'].errorMap)) assert.ok(code in COMMON_REFUSALS || words.has(`suppliers.refusal.${code}`), `${name} ${code}`);
  }
});
