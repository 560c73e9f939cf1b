import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from './boundaries.ts';

/** One violation each; the linter, with the tree's own settings, must name the rule. */
const PLANTED: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-floating-promises', 'platform/floating.ts', 'export function f(): void { Promise.resolve(1); }'],
  ['no-floating-promises', 'web/floating.tsx', 'export function f(): void { Promise.resolve(1); }'],
  ['no-floating-promises', 'platform/floating.test.ts', 'Promise.resolve(1);'],
  ['no-misused-promises', 'platform/misused.ts', 'export const f = (a: Promise<boolean>): number => (a ? 1 : 2);'],
  ['no-explicit-any', 'app/any.ts', 'export const f = (a: any): unknown => a;'],
  ['no-unused-vars', 'app/unused.ts', 'const unused = 1;\nexport {};'],
  ['no-default-export', 'app/default.ts', 'export default 1;'],
  ['consistent-type-imports', 'app/types.ts', "import { Stats } from 'node:fs';\nexport const f = (s: Stats): Stats => s;"],
  ['max-lines', 'app/long.ts', `export {};${'\n// line'.repeat(260)}`],
  ['no-restricted-properties', 'kernel/now.ts', 'export const f = (): number => Date.now();'],
  ['no-restricted-properties', 'modules/orders/domain/chance.ts', 'export const f = (): number => Math.random();'],
  ['no-bare-date', 'kernel/clock.ts', 'export const f = (): Date => new Date();'],
  ['no-bare-date', 'modules/orders/rules.ts', 'export const f = (): Date => new Date();'],
  ['no-bare-date', 'modules/orders/contract/date.ts', 'export const f = (): string => Date();'],
  ['no-restricted-globals', 'modules/orders/domain/process.ts', "export const f = (): unknown => process.env['A'];"],
  ['no-restricted-imports', 'modules/orders/store/climbs.ts', "export { a } from '../../identity/domain/person.ts';"],
  ['no-restricted-imports', 'modules/orders/http.ts', "export { a } from '../../kernel/word.ts';"],
  ['no-restricted-imports', 'platform/http/climbs.ts', "export { a } from '../../kernel/word.ts';"],
];
const ALLOWED: readonly (readonly [file: string, text: string])[] = [
  ['kernel/given.ts', 'export const f = (text: string): Date => new Date(text);'],
  ['platform/clock.ts', 'export const f = (): number => Date.now() + new Date().getTime();'],
  ['modules/orders/domain/date.test.ts', "import { it } from 'node:test';\nit('may ask the clock', () => void new Date());"],
];

describe('the linter', () => {
  let tree = '';
  let found: { code: string; filename: string }[] = [];
  before(async () => {
    tree = await mkdtemp(join(tmpdir(), 'qingcai-lint-'));
    await symlink(join(root, 'node_modules'), join(tree, 'node_modules'));
    for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json', 'scripts/oxlint-pure.mjs']) await cp(join(root, file), join(tree, file));
    for (const [file, text] of [...PLANTED.map(([, file, text]) => [file, text] as const), ...ALLOWED]) {
      await mkdir(dirname(join(tree, file)), { recursive: true });
      await writeFile(join(tree, file), `${text}\n`);
    }
    const output = await new Promise<string>((done) => {
      execFile(join(root, 'node_modules', '.bin', 'oxlint'), ['--type-aware', '-f', 'json', 'app', 'kernel', 'modules', 'platform', 'web'], { cwd: tree, maxBuffer: 1e8 }, (_, stdout, stderr) => done(stdout || stderr));
    });
    found = (JSON.parse(output) as { diagnostics: typeof found }).diagnostics;
  });
  after(() => rm(tree, { recursive: true, force: true }));

  for (const [rule, file] of PLANTED) {
    it(`reports ${rule} in ${file}`, () => {
      const rules = found.filter(({ filename }) => filename.replaceAll('\\', '/').endsWith(file)).map(({ code }) => code);
      assert.ok(rules.some((code) => code.includes(rule)), `reported: ${rules.join(', ') || 'nothing'}`);
    });
  }

  for (const [file] of ALLOWED) {
    it(`lets ${file} pass`, () => assert.deepEqual(found.filter(({ filename }) => filename.replaceAll('\\', '/').endsWith(file)), []));
  }
});
