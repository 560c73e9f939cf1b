import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testPlatform } from '#app/test-kit/platform.ts';
import { newId } from '#platform/clock.ts';
import type { Tx } from './pool.ts';
import { transact } from './transact.ts';

const t = await testPlatform();
const database = t.everything;

const put = (key: string) => sql`insert into platform.idempotency (scope, key, route, request_hash) values ('transact', ${key}, 'x', 'x')`;
const kept = async (key: string): Promise<number> => (await database.pool.query("select from platform.idempotency where scope = 'transact' and key = $1", [key])).rows.length;
const nothing = async (): Promise<void> => {};

test('what enter sets holds for the work, and for nobody after it', async () => {
  const city = (tx: Tx) => sql<{ city: string }>`select current_setting('qingcai.city', true) as city`.execute(tx).then(({ rows }) => rows[0]!.city);
  const seen = await transact(database, 'act', (tx) => sql`select set_config('qingcai.city', 'here', true)`.execute(tx), (tx) => city(tx));
  assert.equal(seen, 'here');
  const after = await Promise.all(Array.from({ length: 16 }, () => transact(database, 'look', nothing, (tx) => city(tx))));
  assert.deepEqual(new Set(after.map((one) => one ?? '')), new Set(['']));
});

test('a last statement that fails takes everything with it and says why; the connection serves on', async () => {
  const [first, second] = [newId(), newId()];
  const fails = transact(database, 'act', nothing, async (tx, _, last) => {
    await put(first).execute(tx);
    last(put(second).compile(tx));
    last(put(first).compile(tx));
  });
  await assert.rejects(fails, { code: '23505', constraint: 'idempotency_pkey' });
  assert.deepEqual([await kept(first), await kept(second)], [0, 0]);
  await transact(database, 'act', nothing, async (tx, _, last) => last(put(second).compile(tx)));
  assert.equal(await kept(second), 1);
});

test('a work that swallowed a fault of the database does not pass for committed', async () => {
  const key = newId();
  const swallowing = transact(database, 'act', nothing, async (tx) => {
    await put(key).execute(tx);
    await sql`select 1 / 0`.execute(tx).catch(() => undefined);
  });
  await assert.rejects(swallowing, /rolled back instead of committing/);
  assert.equal(await kept(key), 0);
});

test('a look sees one snapshot in all its statements, and cannot write', async () => {
  const key = newId();
  const count = (tx: Tx) => sql<{ n: number }>`select count(*)::int as n from platform.idempotency where key = ${key}`.execute(tx).then(({ rows }) => rows[0]!.n);
  const seen = await transact(database, 'look', nothing, async (tx) => {
    const before = await count(tx);
    await put(key).execute(database.kysely);
    return [before, await count(tx)];
  });
  assert.deepEqual(seen, [0, 0]);
  await assert.rejects(transact(database, 'look', nothing, (tx) => put(newId()).execute(tx)), /read-only transaction/);
});

test('a marked statement is prepared once per connection, an unmarked one never', async () => {
  const names = await transact(database, 'look', nothing, async (tx) => {
    for (let i = 0; i < 3; i++) {
      await sql`/* prepared */ select ${i}::int as marked`.execute(tx);
      await sql`select ${i}::int as unmarked`.execute(tx);
    }
    return (await sql<{ statement: string }>`select statement from pg_prepared_statements where statement like '%marked%'`.execute(tx)).rows;
  });
  assert.deepEqual(names.map(({ statement }) => statement), ['/* prepared */ select $1::int as marked']);
});
