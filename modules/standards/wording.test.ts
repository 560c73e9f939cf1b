import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseEdition } from './data/base-edition.ts';
import { KIND_VERDICTS } from './domain/verdict.ts';
import { OUTCOMES } from './domain/model.ts';
import { REASON_CODES } from './domain/reasons.ts';
import { parametersOf } from './domain/parameters.ts';
import { wording } from './wording.ts';

const chinese: Readonly<Record<string, string>> = wording['zh-CN'];
const english: Readonly<Record<string, string>> = wording.en;

test('both languages say the same things, with the same facts', () => {
  assert.deepEqual(Object.keys(chinese).toSorted(), Object.keys(english).toSorted());
  const facts = (text = ''): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();
  for (const [id, text] of Object.entries(chinese)) {
    assert.ok(text.length > 0 && (english[id] ?? '').length > 0, id);
    assert.ok(id.startsWith('standards.'), id);
    for (const fact of facts(text)) assert.ok(facts(english[id]).includes(fact), `${id}: {${fact}}`);
    assert.equal(facts(text).length, facts(english[id]).length, id);
  }
});

test('every outcome, verdict, reason, parameter and worded choice has words', () => {
  const parameters = baseEdition().kinds.flatMap(parametersOf);
  const wanted = [
    ...OUTCOMES.map((outcome) => `standards.outcome.${outcome}`), ...KIND_VERDICTS.map((verdict) => `standards.verdict.${verdict}`),
    ...REASON_CODES.map((code) => `standards.reason.${code}`), ...parameters.map((parameter) => `standards.parameter.${parameter.name}`),
    ...parameters.flatMap((parameter) => parameter.choices.filter((choice) => /^[a-z][A-Za-z]+$/.test(choice)).map((choice) => `standards.parameter-value.${parameter.name}.${choice}`)),
    ...baseEdition().kinds.flatMap((kind) => kind.indicators).flatMap((row) => [
      `standards.comparator.${row.comparator}`, `standards.basis.${row.basis}`, `standards.attribute.${row.attribute}`, `standards.aggregate.${row.aggregate}`,
      `standards.gradeBasis.${row.gradeBasis}`, `standards.confidence.${row.confidence}`, ...row.evidenceKinds.map((kind) => `standards.evidence.${kind}`),
    ]),
  ];
  for (const id of wanted) assert.ok(Object.hasOwn(chinese, id), id);
});
