import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

const root = join(import.meta.dirname, '..');
const files = globSync('web/**/wording.ts', { cwd: root });

test('the wording of the web is found', () => assert.ok(files.length >= 3, files.join(', ')));

for (const file of files) {
  test(`${file}: both languages have the same ids with the same values, and every text compiles`, async () => {
    const exported = Object.values((await import(pathToFileURL(join(root, file)).href)) as Record<string, Record<'zh-CN' | 'en', Record<string, string>>>);
    for (const { 'zh-CN': zh, en } of exported) {
      assert.deepEqual(Object.keys(en).sort(), Object.keys(zh).sort());
      for (const [id, text] of Object.entries(zh)) {
        assert.deepEqual(valuesOf(en[id] ?? ''), valuesOf(text), `${id}: the values differ`);
        assert.doesNotMatch(en[id] ?? '', /[“”‘’]/, `${id}: curly quotes stand wide in a Chinese font`);
      }
    }
  });
}

/** Names of the values a message shows. */
function valuesOf(text: string): readonly string[] {
  const names = new Set<string>();
  const walk = (token: unknown): void => {
    if (!Array.isArray(token)) return;
    const [name, , cases] = token as [unknown, unknown, unknown];
    if (typeof name === 'string') names.add(name);
    if (typeof cases === 'object' && cases !== null) for (const inner of Object.values(cases)) if (Array.isArray(inner)) inner.forEach(walk);
  };
  (compileMessageOrThrow(text) as unknown[]).forEach(walk);
  return [...names].sort();
}
