import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testPlatform } from '#app/test-kit/platform.ts';
import { must, ok, refuse } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import { silent } from '#platform/log.ts';
import { verifyLedger } from './index.ts';
import { startSequencer } from './sequencer.ts';

const t = await testPlatform();
const database = t.platform.wired.database;

const note = (subject: string, city = t.huzhou) => t.act({ city }, async (call) => {
  call.record({ kind: 'noted', subject, body: { text: '绿色' } });
  return ok(undefined);
});

test('entries are chained per city, and the chains verify', async () => {
  for (let i = 0; i < 5; i++) must(await note(`a${i}`));
  must(await note('b', t.yunxi));
  const before = await verifyLedger(database);
  assert.ok(before.unchained.length >= 6, 'entries wait for their batch');
  await t.drain();
  const after = await verifyLedger(database);
  assert.deepEqual(after.unchained, []);
  const links = Object.fromEntries(after.chains.map((c) => [c.chain, c.links]));
  assert.equal(links[t.huzhou.id], 5);
  assert.equal(links[t.yunxi.id], 1);
  assert.ok(after.chains.every((c) => c.broken === null));
});

test('a sequencer that stops leaves no committed entry unchained, however soon it stops', async () => {
  const sequencer = startSequencer(database, silent);
  for (let i = 0; i < 3; i++) must(await note(`stop${i}`));
  sequencer.nudge();
  await sequencer.stop();
  assert.deepEqual((await verifyLedger(database)).unchained, []);
});

test('a write that records nothing is a fault, and leaves nothing', async () => {
  await assert.rejects(t.act({ city: t.huzhou }, async () => ok(undefined)), /must leave an entry/);
});

test('a refusal leaves no entry', async () => {
  const subject = newId();
  const refused = await t.act({ city: t.huzhou }, async (call) => {
    call.record({ kind: 'noted', subject, body: {} });
    return refuse('not-found');
  });
  assert.equal(refused.ok, false);
  const { rows } = await t.everything.pool.query('select from ledger.entry where subject = $1', [subject]);
  assert.equal(rows.length, 0);
});

test('the application can neither change nor remove an entry or a link', async () => {
  for (const statement of ['update ledger.entry set kind = $$x$$', 'delete from ledger.entry', 'update ledger.link set seq = 1', 'delete from ledger.link', 'truncate ledger.entry cascade', 'drop table ledger.link']) {
    await assert.rejects(database.pool.query(statement), /permission denied|must be owner/, statement);
  }
});

test('two sequencers at once chain each entry once', async () => {
  for (let i = 0; i < 20; i++) must(await note(`c${i}`));
  const { chainBatch } = await import('./index.ts');
  await Promise.all(Array.from({ length: 4 }, () => chainBatch(database)));
  await t.drain();
  const finding = await verifyLedger(database);
  assert.ok(finding.chains.every((c) => c.broken === null));
  assert.deepEqual(finding.unchained, []);
});

test('whoever changes the stored record is named with the first broken entry', async () => {
  const owner = new pg.Client({ connectionString: t.ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  try {
    const brokenAfter = async (statement: string): Promise<string | undefined> => {
      await owner.query(statement);
      const finding = await verifyLedger(database);
      return finding.chains.find((c) => c.chain === t.huzhou.id)?.broken?.why;
    };
    const pick = `(select entry_id from ledger.link where chain = '${t.huzhou.id}' and seq = 3)`;
    const tamper: [string, string, string][] = [
      [`update ledger.entry set content = replace(content, '绿', '红') where id = ${pick}`, `update ledger.entry set content = replace(content, '红', '绿') where id = ${pick}`, 'entry-changed'],
      [`update ledger.entry set kind = 'x' where id = ${pick}`, `update ledger.entry set kind = 'noted' where id = ${pick}`, 'columns-differ'],
      [`update ledger.link set seq = 100003 where chain = '${t.huzhou.id}' and seq = 3`, `update ledger.link set seq = 3 where chain = '${t.huzhou.id}' and seq = 100003`, 'gap'],
      [`update ledger.link set previous = decode(repeat('0', 64), 'hex') where chain = '${t.huzhou.id}' and seq = 3`, `update ledger.link set previous = (select hash from ledger.link where chain = '${t.huzhou.id}' and seq = 2) where chain = '${t.huzhou.id}' and seq = 3`, 'wrong-predecessor'],
    ];
    for (const [break_, mend, why] of tamper) {
      assert.equal(await brokenAfter(break_), why, break_);
      assert.equal(await brokenAfter(mend), undefined, 'mended again');
    }
  } finally {
    await owner.end();
  }
});
