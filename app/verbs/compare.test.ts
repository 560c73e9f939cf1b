import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pdfByHand, write } from '#modules/laboratories/test-kit/pdf-by-hand.ts';
import { demoReport } from '../demo/reports/write.ts';
import { products, world } from '../test-kit/held.ts';

const main = new URL('../../main.ts', import.meta.url).pathname;
let folder = '';

const demo = (key: string) => demoReport(products.find((one) => one.key === key)!.report);
const encrypted = (): Uint8Array => pdfByHand([{ content: write(50, 700, 'secret '.repeat(9)) }], { objects: [`<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`], trailer: '/Encrypt 4 0 R /ID [<00><00>]' });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qingcai-compare-'));
  const sound = await demo('b11-net');
  const files: Readonly<Record<string, Uint8Array | string>> = {
    'sound.pdf': sound, 'failing.pdf': await demo('x-b11-voc'), 'empty.pdf': '', 'cut.pdf': sound.subarray(0, sound.length >> 1), 'locked.pdf': encrypted(), 'letter.pdf': '检验报告：合格',
    'confirmed.json': '["B11-01"]',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await mkdir(join(folder, 'folder.pdf'));
});
after(() => rm(folder, { recursive: true, force: true }));

type Ended = { readonly exit: number; readonly out: string; readonly err: string };
/** The command as it is typed, in a folder of its own and with no word of a database. */
const run = (...argv: string[]): Promise<Ended> => new Promise((resolve) => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, QINGCAI_DATA: ___, ...env } = process.env;
  const child = execFile(process.execPath, [main, 'compare', ...argv], { cwd: folder, env, maxBuffer: 1 << 24 }, (_fault, out, err) => resolve({ exit: child.exitCode ?? -1, out, err }));
});

const B11 = ['--kind', 'B11', '--on', world.asOf] as const;

test('a sound report answers 0 and the promised JSON', async () => {
  const { exit, out, err } = await run('sound.pdf', ...B11, '--param', 'grade=优等品', '--model', 'QE-300', '--json');
  assert.deepEqual([exit, err], [0, '']);
  const json = JSON.parse(out) as Record<string, unknown> & { confirmed: string[]; indicators: Record<string, unknown>[]; unmatched: Record<string, unknown>[]; assumed: { code: string }[] };
  assert.deepEqual(Object.keys(json).slice(0, 8), ['kind', 'edition', 'confirmed', 'verdict', 'star', 'indicators', 'unmatched', 'unproven']);
  assert.deepEqual([json['kind'], json['edition'], json['verdict'], json['star'], json['unproven']], ['B11', 'base-2026-draft', 'PASS', 3, []]);
  assert.equal(json.confirmed.length, 8);
  assert.deepEqual(json.assumed.map(({ code }) => code), ['assumed-all', 'assumed-validity'], 'what it assumed');
  assert.deepEqual(json.indicators.map(({ code, outcome }) => `${code} ${outcome}`), [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `B11-0${n} PASS`));
  for (const indicator of json.indicators) {
    assert.deepEqual(Object.keys(indicator).slice(0, 9), ['code', 'outcome', 'printed', 'value', 'unit', 'limit', 'page', 'box', 'reasons']);
    assert.ok(Number(indicator['page']) >= 1 && Object.values(indicator['box'] as object).every((n) => Number(n) > 0), String(indicator['code']));
  }
  assert.deepEqual(json.unmatched.map(({ item }) => item), ['容器中状态', '施工性']);
});

test('a report that fails, or limits that nobody confirmed, answer 1 and say why', async () => {
  const [failing, unconfirmed] = await Promise.all([run('failing.pdf', ...B11), run('sound.pdf', ...B11, '--confirmed', 'confirmed.json', '--json')]);
  assert.equal(failing.exit, 1);
  assert.match(failing.out, /B11-01\s+VOC含量\s+不符合\s+96\s+≤ 80 g\/L/);
  assert.match(failing.out, /总体结论：不得采购 FAIL/);
  assert.equal(unconfirmed.exit, 1);
  const json = JSON.parse(unconfirmed.out) as { confirmed: string[]; indicators: { outcome: string }[] };
  assert.deepEqual([json.confirmed, json.indicators[0]!.outcome, json.indicators[1]!.outcome], [['B11-01'], 'PASS', 'NEEDS_REVIEW']);
});

const UNREADABLE: readonly (readonly [string, RegExp])[] = [
  ['empty.pdf', /文件是空的.* \/ The file is empty/],
  ['cut.pdf', /不完整或已损坏.* \/ The PDF is incomplete/],
  ['locked.pdf', /打开密码.* \/ The PDF asks for a password/],
  ['letter.pdf', /不是 PDF.* \/ This is not a PDF/],
  ['absent.pdf', /absent\.pdf：文件不存在.* no such file/],
  ['folder.pdf', /folder\.pdf：这是一个文件夹.* it is a folder/],
];
test('what cannot be read answers 2 with its reason, and nothing on the output', async () => {
  for (const [name, reason] of UNREADABLE) {
    const { exit, out, err } = await run(name, ...B11, '--json');
    assert.deepEqual([exit, out], [2, ''], name);
    assert.match(err, reason);
  }
});

test('wrong use answers 64 and shows the use; --help answers 0', async () => {
  const [noKind, unknownKind, help] = await Promise.all([run('sound.pdf'), run('sound.pdf', '--kind', 'Z99'), run('--help')]);
  assert.deepEqual([noKind.exit, noKind.out, unknownKind.exit, unknownKind.out, help.exit, help.err], [64, '', 64, '', 0, '']);
  assert.match(noKind.err, /--kind/);
  assert.match(unknownKind.err, /Z99/);
  assert.match(help.out, /compare REPORT --kind CODE/);
});

test('it leaves nothing behind: no database, no data folder', async () => {
  assert.deepEqual((await readdir(folder)).toSorted(), ['confirmed.json', 'cut.pdf', 'empty.pdf', 'failing.pdf', 'folder.pdf', 'letter.pdf', 'locked.pdf', 'sound.pdf']);
});
