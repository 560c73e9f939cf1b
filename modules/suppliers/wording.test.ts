import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { LANGUAGES, makeWords } from '#platform/wording.ts';
import { COMMON_REFUSALS } from '#kernel/wire.ts';
import { contract } from './contract/index.ts';
import { admissionWording } from './web/admission/wording.ts';
import { deskWording } from './web/desk/wording.ts';
import { joinWording } from './web/join/wording.ts';
import { listedWording } from './web/listed/wording.ts';
import { papersWording } from './web/papers/wording.ts';
import { todoWording } from './web/todo/wording.ts';
import { suppliersWording } from './web/wording.ts';
import { wording } from './wording.ts';

const words = makeWords([wording]);
const FACTS = { status: 'submitted', by: '甲', at: '2026-11-22 14:00:05', evidence: 'TRADEMARK', field: 'number', fault: 'absent', round: 2, on: '2014-01-01', decision: 'return', kinds: 'PDF', reasons: '理由', cityZh: '湖州市', cityEn: 'Huzhou' };

/** The facts that a compiled sentence names: each token that is not plain text is [fact, form, branches]. */
const named = (tokens: unknown): string[] =>
  Array.isArray(tokens)
    ? tokens.flatMap((token) => (Array.isArray(token) ? [String(token[0]), ...Object.values((token[2] ?? {}) as Record<string, unknown>).flatMap(named)] : []))
    : [];

const pages = [admissionWording, deskWording, joinWording, listedWording, papersWording, todoWording, suppliersWording];

test('both languages say the same things, with the same facts, and every sentence of the server speaks', () => {
  const facts = (text: string): string[] => [...new Set(named(compileMessage(text)))].sort();
  for (const one of [wording, ...pages]) {
    const [zh, en] = [one['zh-CN'], one.en] as [Record<string, string>, Record<string, string>];
    assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
    for (const [id, text] of Object.entries(zh)) if (!/city(Zh|En)/.test(text)) assert.deepEqual(facts(text), facts(en[id]!), id);
  }
  for (const language of LANGUAGES) for (const id of Object.keys(wording.en)) assert.doesNotMatch(words.one(language, id, FACTS), /[{}]|suppliers\.|undefined/, `${language} ${id}`);
});

test('every refusal that a route may give has its words', () => {
  for (const [name, procedure] of Object.entries(contract)) {
    for (const code of Object.keys(procedure['~orpc'].errorMap)) assert.ok(code in COMMON_REFUSALS || words.has(`suppliers.refusal.${code}`), `${name} ${code}`);
  }
});
