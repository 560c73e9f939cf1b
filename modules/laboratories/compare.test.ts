import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '#kernel/date.ts';
import { ok, refuse } from '#kernel/result.ts';
import { baseEdition } from '#modules/standards/index.ts';
import { wording as standardsWording } from '#modules/standards/wording.ts';
import { makeWords } from '#platform/wording.ts';
import { compareVerb } from './compare.ts';
import { readReport } from './reading/read-report.ts';
import { handReport, pdfByHand, write } from './test-kit/pdf-by-hand.ts';
import { coverFields, typstReport, type KitCell } from './test-kit/typst-report.ts';
import { DOUBT_CODES, FINDING_CODES, UNREADABLE_CODES } from './rules.ts';
import { wording } from './wording.ts';

const HEAD = ['序号', '检验项目', '单位', '标准要求', '检验结果', '单项结论', '检测方法'];
const ROWS: readonly (readonly KitCell[])[] = [
  ['1', 'VOC含量', 'g/L', '≤80', '12', '合格', 'GB/T 23986-2009'],
  ['2', '甲醛含量', 'mg/kg', '≤50', '<5', '合格', 'GB/T 23993-2009'],
  ['3', '苯系物总和含量（苯、甲苯、乙苯和二甲苯）', 'mg/kg', '≤100', '未检出（检出限10）', '合格', 'GB/T 23990-2009'],
  ['4', '总铅（Pb）含量', 'mg/kg', '≤90', '<5', '合格', 'GB/T 30647-2014'],
  ['5', '可溶性镉（Cd）', 'mg/kg', '≤75', '<1', '合格', 'GB/T 23991-2009'],
  ['6', '可溶性铬（Cr）', 'mg/kg', '≤60', '<1', '合格', 'GB/T 23991-2009'],
  ['7', '可溶性汞（Hg）', 'mg/kg', '≤60', '<1', '合格', 'GB/T 23991-2009'],
  ['8', '耐洗刷性', '次', '≥1500', '2000', '合格', 'GB/T 9266-2009'],
];
const report = (rows = ROWS, fields = coverFields()) => typstReport({ fields, tables: [{ widths: [1, 4, 1.5, 1.5, 2.5, 1.2, 3], head: [HEAD], body: rows }] });

const words = makeWords([standardsWording, wording]);

async function run(files: Readonly<Record<string, Uint8Array | string>>, ...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await compareVerb(argv, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    today: day('2026-06-01'),
    words,
    read: readReport,
    readFile: async (path) => {
      const file = files[path];
      return file === undefined ? refuse('absent') : ok(typeof file === 'string' ? new TextEncoder().encode(file) : file);
    },
  });
  return { exit, out: out.join('\n'), err: err.join('\n') };
}

test('a sound report answers 0 and the promised JSON', async () => {
  const { exit, out, err } = await run({ 'r.pdf': await report() }, 'r.pdf', '--kind', 'B11', '--param', 'grade=一等品', '--json');
  assert.equal(exit, 0, err + out);
  const json = JSON.parse(out) as Record<string, unknown> & { indicators: Record<string, unknown>[]; assumed: { code: string }[] };
  for (const key of ['kind', 'edition', 'confirmed', 'verdict', 'star', 'indicators', 'unmatched', 'unproven']) assert.ok(key in json, key);
  assert.deepEqual([json['kind'], json['edition'], json['verdict'], json['star']], ['B11', 'base-2026-draft', 'PASS', 2]);
  assert.deepEqual(json.assumed.map((a) => a.code), ['assumed-all', 'assumed-day', 'assumed-validity']);
  const first = json.indicators[0]!;
  for (const key of ['code', 'outcome', 'printed', 'value', 'unit', 'limit', 'page', 'box', 'reasons']) assert.ok(key in first, key);
  assert.deepEqual([first['code'], first['outcome'], first['printed'], first['unit'], first['limit'], first['page']], ['B11-01', 'PASS', '12', 'g/L', '≤ 80', 1]);
  assert.deepEqual([json['unmatched'], json['unproven']], [[], []]);
});

test('one failing value, and one missing indicator, answer 1 and say which', async () => {
  const failing = await run({ 'r.pdf': await report(ROWS.with(0, ['1', 'VOC含量', 'g/L', '≤120', '110', '合格', 'GB/T 23986-2009'])) }, 'r.pdf', '--kind=B11', '--json');
  assert.equal(failing.exit, 1);
  const json = JSON.parse(failing.out) as { verdict: string; indicators: { outcome: string; findings: { code: string }[] }[] };
  assert.deepEqual([json.verdict, json.indicators[0]!.outcome], ['FAIL', 'FAIL']);
  assert.deepEqual(json.indicators[0]!.findings.map((f) => f.code), ['verdict-contradicts', 'requirement-differs']);
  const missing = await run({ 'r.pdf': await report(ROWS.slice(0, 7)) }, 'r.pdf', '--kind', 'B11');
  assert.equal(missing.exit, 1);
  assert.match(missing.out, /尚待证明的指标：B11-08/);
});

test('--confirmed names the limits that count', async () => {
  const pdf = await report();
  const some = await run({ 'r.pdf': pdf, 'c.json': '["B11-01"]' }, 'r.pdf', '--kind', 'B11', '--confirmed', 'c.json', '--json');
  assert.equal(some.exit, 1);
  const json = JSON.parse(some.out) as { confirmed: string[]; indicators: { outcome: string }[]; assumed: { code: string }[] };
  assert.deepEqual(json.confirmed, ['B11-01']);
  assert.deepEqual(json.indicators.map((i) => i.outcome).slice(0, 2), ['PASS', 'NEEDS_REVIEW']);
  assert.ok(!json.assumed.some((a) => a.code === 'assumed-all'));
  const all = await run({ 'r.pdf': pdf, 'c.json': JSON.stringify(ROWS.map((_, i) => `B11-0${i + 1}`)) }, 'r.pdf', '--kind', 'B11', '--confirmed', 'c.json');
  assert.equal(all.exit, 0);
});

test('the readable table says what was compared and why', async () => {
  const { out } = await run({ 'r.pdf': await report(ROWS.with(1, ['2', '甲醛含量', 'mg/kg', '≤50', '未检出', '合格', 'GB/T 23993-2009'])) }, 'r.pdf', '--kind', 'b11', '--on', '2026-05-01');
  assert.match(out, /B11-01\s+VOC含量\s+符合\s+12\s+≤ 80 g\/L\s+1/);
  assert.match(out, /B11-02.*需人工复核/);
  assert.doesNotMatch(out, /assumed-|laboratories\.|standards\./);
});

test('an unreadable file answers 2, in both languages, and prints nothing on the output', async () => {
  const whole = await report();
  const cases: Readonly<Record<string, Uint8Array>> = {
    '空': new Uint8Array(), '不是 PDF': new TextEncoder().encode('hello'), '截断': whole.subarray(0, whole.length >> 1), '扫描件': pdfByHand([{ content: '0 0 9 9 re f' }]),
    '没有找到': pdfByHand([{ content: write(50, 700, 'a letter without any table of results') }]),
  };
  for (const [word, bytes] of Object.entries(cases)) {
    const { exit, out, err } = await run({ 'r.pdf': bytes }, 'r.pdf', '--kind', 'B11', '--json');
    assert.deepEqual([exit, out], [2, ''], word);
    assert.ok(err.includes(word) && / \/ [A-Z]/.test(err), err);
  }
  const absent = await run({}, 'absent.pdf', '--kind', 'B11');
  assert.deepEqual([absent.exit, absent.err], [2, '无法打开文件 absent.pdf：文件不存在。 / The file absent.pdf cannot be opened: there is no such file.']);
});

test('wrong use answers 64', async () => {
  const files = { 'r.pdf': handReport([['VOC content', 'g/L', '<=80', '12']]), 'bad.json': '{"B11-01":true}', 'slip.json': '["B11-99"]' };
  for (const argv of [[], ['r.pdf'], ['r.pdf', '--kind'], ['r.pdf', '--kind', 'Z99'], ['r.pdf', 'q.pdf', '--kind', 'B11'], ['r.pdf', '--kind', 'B11', '--colour'], ['r.pdf', '--kind', 'B11', '--param', 'x'],
    ['r.pdf', '--kind', 'B11', '--on', '2026-02-30'], ['r.pdf', '--kind', 'B11', '--edition', 'none'], ['r.pdf', '--kind', 'B11', '--confirmed', 'bad.json'], ['r.pdf', '--kind', 'B11', '--confirmed', 'slip.json'], ['r.pdf', '--kind', 'B11', '--kind', 'B12']]) {
    const { exit, out, err } = await run(files, ...argv);
    assert.deepEqual([exit, out], [64, ''], argv.join(' '));
    assert.ok(err.length > 0);
  }
  assert.equal((await run({}, '--help')).exit, 0);
});

test('every code has words in both languages, and both say the same facts', () => {
  const chinese: Readonly<Record<string, string>> = wording['zh-CN'];
  const english: Readonly<Record<string, string>> = wording.en;
  assert.deepEqual(Object.keys(chinese).toSorted(), Object.keys(english).toSorted());
  for (const id of [...UNREADABLE_CODES.map((c) => `unreadable.${c}`), ...DOUBT_CODES.map((c) => `doubt.${c}`), ...FINDING_CODES.map((c) => `finding.${c}`)]) assert.ok(Object.hasOwn(chinese, `laboratories.${id}`), id);
  const facts = (text = ''): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!).toSorted();
  for (const [id, text] of Object.entries(chinese)) assert.deepEqual(facts(text), facts(english[id]), id);
});

test('a report of every kind that repeats each name passes or is sent to a person, and never fails to match', async () => {
  const edition = baseEdition();
  for (const kind of edition.kinds) {
    const tested = kind.indicators.filter((i) => i.evidenceKinds.includes('TEST_REPORT'));
    const body = tested.map((i, n) => [String(n + 1), i.nameZh, i.unit === '1' || i.unit === '' ? '/' : i.unit, '/', '见附页', '/', i.testMethod]);
    const { out } = await run({ 'r.pdf': await typstReport({ fields: coverFields(), tables: [{ widths: [1, 4, 1.5, 1.5, 2.5, 1.2, 3], head: [HEAD], body, repeat: true }] }) }, 'r.pdf', '--kind', kind.code, '--json');
    const json = JSON.parse(out) as { unmatched: { item: string }[]; indicators: { code: string; item: string | null; reasons: { code: string; facts?: Record<string, string> }[] }[] };
    assert.deepEqual(json.unmatched.map((u) => u.item), [], kind.code);
    for (const indicator of json.indicators) {
      const wanted = tested.find((i) => i.code === indicator.code);
      if (!wanted) continue;
      assert.equal(indicator.item?.replaceAll(/\s/g, ''), wanted.nameZh.replaceAll(/\s/g, ''), indicator.code);
      assert.deepEqual(indicator.reasons.flatMap((r) => (r.code === 'reader-doubt' ? [r.facts!['doubt']] : [])), [], indicator.code);
    }
  }
});
