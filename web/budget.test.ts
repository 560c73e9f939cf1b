import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Weight } from '../scripts/build-web.ts';

/* What the first load of each page weighs, gzip, all its JavaScript together. */
const PUBLIC = 150_000;
const WORKBENCH = 450_000;

const file = join(import.meta.dirname, '../dist/web/budget.json');
const pages = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Weight[]) : [];

test('the web is built and its pages are weighed', () => assert.ok(pages.length >= 5, 'no dist/web/budget.json: run `npm run build` first'));

for (const page of pages) {
  test(`${page.pattern} weighs at most ${page.place === 'work' ? WORKBENCH : PUBLIC} bytes of script`, () => {
    assert.ok(page.js <= (page.place === 'work' ? WORKBENCH : PUBLIC), `${page.js} bytes`);
    assert.equal(page.zod, false, 'zod is for the server: use `import type` from a contract and virtual:contract/<module>');
    if (page.place !== 'work') assert.equal(page.antd, false, 'a public page carries antd');
  });
}

test('the measure sees what it looks for: the workbench does carry antd', () => assert.ok(pages.some((page) => page.antd)));
