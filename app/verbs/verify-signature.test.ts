import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { day } from '#kernel/date.ts';
import { must } from '#kernel/result.ts';
import { typeset } from '#platform/paper/typeset.ts';
import { askSignature, bundleOf, signaturesOn, takeSignature, type SignatureBundle } from '#modules/signing/index.ts';
import { keyFor, signedWith } from '#modules/signing/test-kit/builders.ts';
import { testPlatform } from '../test-kit/platform.ts';

const main = new URL('../../main.ts', import.meta.url).pathname;
const folder = await mkdtemp(join(tmpdir(), 'qingcai-verify-'));
after(() => rm(folder, { recursive: true, force: true }));
const t = await testPlatform();
const clerk = await t.person('supplier.clerk', { name: '吴照庭' });
const data = { letter: '示例承诺书', number: 'CN-1' };
const pdf = await typeset({ template: '#data.letter', data, title: '承诺书', date: day('2026-11-22') });

/** A signature as it is handed out, made through the real operations. */
async function aBundle(suite: 1 | 2, subject: string): Promise<SignatureBundle> {
  const key = await keyFor(t, clerk, t.huzhou, suite);
  const matter = { purpose: 'suppliers.commitment', subject, data: () => data };
  const asked = must(await t.act({ as: clerk, city: t.huzhou }, (call) => askSignature(call, t.platform.serve.files, { ...matter, key: key.serial, title: { 'zh-CN': '承诺书', en: 'Letter of commitment' }, paper: () => Promise.resolve(pdf) })));
  must(await t.act({ as: clerk, city: t.huzhou }, (call) => takeSignature(call, { ...matter, ...signedWith(key, asked) })));
  await t.drain();
  const [stored] = await signaturesOn(t.everything.kysely, t.huzhou.id, matter.purpose, subject);
  return bundleOf(t.everything.kysely, stored!, { now: new Date(), withData: true });
}
const bundle = await aBundle(1, 'admission:1');

type Ended = { readonly exit: number; readonly out: string; readonly err: string };
/** The command as it is typed, in a folder of its own and with no word of a database. */
const run = (...argv: string[]): Promise<Ended> => new Promise((resolve) => {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, QINGCAI_DATA: ___, ...env } = process.env;
  const child = execFile(process.execPath, [main, 'verify', ...argv], { cwd: folder, env }, (_fault, out, err) => resolve({ exit: child.exitCode ?? -1, out, err }));
});
async function found(change: unknown, paper: Uint8Array | null = pdf, ...argv: string[]): Promise<{ exit: number; faults: string[]; holds: boolean; checked: { cityKey: boolean; ledger: string }; cityKey: string }> {
  await writeFile(join(folder, 'signed.json'), JSON.stringify(change));
  if (paper === null) await rm(join(folder, 'signed.pdf'), { force: true });
  else await writeFile(join(folder, 'signed.pdf'), paper);
  const { exit, out } = await run('signed.json', '--json', ...argv);
  const answer = JSON.parse(out) as { faults: { code: string }[]; holds: boolean; checked: { cityKey: boolean; ledger: string }; cityKey: string };
  return { ...answer, exit, faults: answer.faults.map((fault) => fault.code) };
}

test('a bundle with its PDF holds, in both suites, and says what to compare', async () => {
  const one = await found(bundle);
  assert.deepEqual([one.exit, one.faults, one.holds, one.checked.ledger], [0, [], true, 'placed']);
  assert.equal((await found(bundle, pdf, '--city-key', one.cityKey)).checked.cityKey, true);
  assert.deepEqual((await found(await aBundle(2, 'admission:2'))).faults, []);
  const { out } = await run('signed.json');
  assert.match(out, /签名有效。The signature holds\.\n$/);
  assert.match(out, /SM2 with SM3/);
});

test('each lie is named, with exit 1', async () => {
  const { statement, ledger } = bundle;
  const bent = Uint8Array.from(pdf);
  bent[100]! ^= 1;
  const cases: [string, Awaited<ReturnType<typeof found>>, string[]][] = [
    ['an altered PDF', await found(bundle, bent), ['pdf-differs']],
    ['no PDF', await found(bundle, null), ['pdf-missing']],
    ['altered data', await found({ ...bundle, data: { ...data, number: 'CN-2' } }), ['data-differs']],
    ['another subject', await found({ ...bundle, statement: { ...statement, subject: 'admission:2' } }), ['signature-not-of-this-key']],
    ['another name', await found({ ...bundle, holder: { ...bundle.holder, person: '他人' } }), ['holder-differs']],
    ['another city key', await found(bundle, pdf, '--city-key', 'ab'.repeat(32)), ['city-key-not-published']],
    ['a certificate that says it is real', await found({ ...bundle, certificate: { ...bundle.certificate, demo: false } }), ['certificate-altered']],
    ['revoked before', await found({ ...bundle, revokedAt: '2000-01-01T00:00:00.000Z' }), ['revoked-before']],
    ['an altered entry', await found({ ...bundle, ledger: { ...ledger!, content: ledger!.content.replace('signature-made', 'signature-mode') } }), ['ledger-altered']],
    ['an entry moved in the chain', await found({ ...bundle, ledger: { ...ledger!, link: { ...ledger!.link!, seq: 1 } } }), ['ledger-altered']],
    ['another signature’s entry', await found({ ...bundle, ledger: (await aBundle(1, 'admission:3')).ledger }), ['ledger-differs']],
  ];
  for (const [what, { exit, faults }, expected] of cases) assert.deepEqual([exit, faults], [1, expected], what);
});

test('what cannot be read is 2, wrong use is 64', async () => {
  await writeFile(join(folder, 'other.json'), '{"format":"something"}');
  await writeFile(join(folder, 'broken.json'), '{');
  for (const file of ['other.json', 'broken.json', 'absent.json', '.']) assert.equal((await run(file)).exit, 2, file);
  await writeFile(join(folder, 'signed.json'), JSON.stringify(bundle));
  assert.equal((await run('signed.json', '--pdf', 'absent.pdf')).exit, 2);
  for (const argv of [[], ['a', 'b'], ['signed.json', '--city-key', 'short'], ['signed.json', '--unknown']]) assert.equal((await run(...argv)).exit, 64, argv.join(' '));
});
