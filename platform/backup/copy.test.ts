import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { test } from 'node:test';
import pg from 'pg';
import { testDatabase } from '#platform/database/embedded-for-tests.ts';
import { copyIn, copyOut } from './copy.ts';

const db = await testDatabase({ name: 'empty', prepare: async () => {} });
const connected = async (work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client({ connectionString: db.ownerUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};

test('a reader that pauses stops the database, so that no table is held in memory, and reads every byte', () => connected(async (client) => {
  const { data, rows } = copyOut(client, `copy (select repeat(n::text, 150) from generate_series(1, 65536) as n) to stdout`);
  const read = createHash('sha256');
  const expected = createHash('sha256');
  for (let n = 1; n <= 65_536; n++) expected.update(`${String(n).repeat(150)}\n`);
  let pieces = 0;
  for await (const piece of data) {
    read.update(piece as Buffer);
    if (++pieces % 50 === 0) await setTimeout(1);
    assert.ok(data.readableLength < 2_000_000, `${data.readableLength} bytes wait`);
  }
  assert.equal(await rows, 65_536);
  assert.equal(read.digest('hex'), expected.digest('hex'));
}));

test('what goes out comes in again, whatever the values hold', () => connected(async (client) => {
  await client.query('create schema one; create table one.thing (a text, b bytea, c numeric, d timestamptz, e jsonb, f text[])');
  await client.query(`insert into one.thing values (E'tab\\t line\\n \\\\N 青', '\\x00ff', 1.10, '2026-11-22 08:00:00.123456+00', '{"a": [1, null]}', array['x', null, 'a,b']), (null, null, null, null, null, null)`);
  const { data } = copyOut(client, 'copy one.thing to stdout');
  const all = Buffer.concat(await data.toArray() as Buffer[]);
  await client.query('create table one.again (like one.thing)');
  assert.equal(await copyIn(client, 'copy one.again from stdin', [all.subarray(0, 5), all.subarray(5)] as unknown as AsyncIterable<Uint8Array>), 2);
  assert.equal((await client.query('select from (table one.thing except table one.again) as other')).rowCount, 0);
}));

test('a fault of the database, of the source and of the reader each end the copy and are told', async () => {
  await connected(async (client) => {
    const { data, rows } = copyOut(client, 'copy (select 1 / (3 - n) from generate_series(1, 5) as n) to stdout');
    await assert.rejects(data.toArray(), /division by zero/);
    await assert.rejects(rows, /division by zero/);
  });
  await connected(async (client) => {
    await client.query('create schema two; create table two.number (n int)');
    await assert.rejects(copyIn(client, 'copy two.number from stdin', (async function* () { yield Buffer.from('1\nx\n'); })()), /invalid input syntax/);
    await assert.rejects(copyIn(client, 'copy two.number from stdin', (async function* () { yield Buffer.from('1\n'); throw new Error('the disk is gone'); })()), /the disk is gone/);
    assert.equal((await client.query('select from two.number')).rowCount, 0, 'and the connection goes on');
  });
  await connected(async (client) => {
    const { data, rows } = copyOut(client, `copy (select repeat('x', 999) from generate_series(1, 65536)) to stdout`);
    for await (const _ of data) break;
    await assert.rejects(rows, /given up|aborted/);
  });
});
