import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testPlatform } from '#app/test-kit/platform.ts';
import { must, ok, refuse } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import { read, write } from './call.ts';

const t = await testPlatform();
const wiring = t.platform.writing();
const { pool } = t.everything;
const caller = { actor: null, cityId: t.huzhou.id, requestId: 'test' };

const count = async (subject: string): Promise<number> => Number((await pool.query<{ n: string }>('select count(*) as n from ledger.entry where subject = $1', [subject])).rows[0]!.n);

test('rows, entry, event and job stand or fall together', async () => {
  const subject = newId();
  const begun = async (fail: boolean) =>
    write(wiring, caller, async (call) => {
      await sql`insert into platform.idempotency (scope, key, route, request_hash) values ('row', ${subject}, 'x', 'x')`.execute(call.tx);
      call.record({ kind: 'noted', subject, body: {} });
      call.emit({ name: 'test.noted@1', subject, cityId: t.huzhou.id, body: {} });
      call.later({ task: 'test', payload: { subject } });
      if (fail) throw new Error('cut');
      return ok(undefined);
    }, { duty: 'founding' });
  const left = async (): Promise<number[]> => [
    await count(subject),
    Number((await pool.query('select count(*)::int as n from platform.outbox where subject = $1', [subject])).rows[0].n),
    Number((await pool.query("select count(*)::int as n from graphile_worker._private_jobs j where j.payload->>'subject' = $1", [subject])).rows[0].n),
    Number((await pool.query("select count(*)::int as n from platform.idempotency where scope = 'row' and key = $1", [subject])).rows[0].n),
  ];
  await assert.rejects(begun(true), /cut/);
  assert.deepEqual(await left(), [0, 0, 0, 0]);
  must(await begun(false));
  assert.deepEqual(await left(), [1, 1, 1, 1]);
});

test('the same key has one effect and one answer: ten at once, and again later', async () => {
  const subject = newId();
  const repeat = { key: newId(), route: 'test.note', request: { subject } };
  const once = () => write(wiring, caller, async (call) => {
    call.record({ kind: 'noted', subject, body: {} });
    call.emit({ name: 'test.noted@1', subject, cityId: t.huzhou.id, body: {} });
    return ok({ made: newId() });
  }, { repeat });
  const answers = await Promise.all(Array.from({ length: 10 }, once));
  const made = new Set([...answers, await once()].map((a) => must(a).made));
  assert.equal(made.size, 1, 'every repeat gets the first answer');
  assert.equal(await count(subject), 1);
  const { rows } = await pool.query('select from platform.outbox where subject = $1', [subject]);
  assert.equal(rows.length, 1, 'what was begun in vain left nothing');
});

test('a repeat that meets what the first one changed gets the first one\'s answer, not a refusal', async () => {
  const subject = newId();
  await pool.query("insert into platform.idempotency (scope, key, route, request_hash) values ('row', $1, 'open', 'x')", [subject]);
  const close = () => write(wiring, caller, async (call) => {
    const { rows } = await sql<{ route: string }>`select route from platform.idempotency where scope = 'row' and key = ${subject} for update`.execute(call.tx);
    if (rows[0]!.route !== 'open') return refuse('closed-already');
    await sql`update platform.idempotency set route = 'closed' where scope = 'row' and key = ${subject}`.execute(call.tx);
    call.record({ kind: 'closed', subject, body: {} });
    return ok('closed');
  }, { repeat, duty: 'founding' });
  const repeat = { key: newId(), route: 'test.close', request: { subject } };
  const answers = await Promise.all(Array.from({ length: 10 }, close));
  assert.deepEqual(answers.map((a) => (a.ok ? a.value : a.refusal.code)), Array(10).fill('closed'));
  assert.equal(await count(subject), 1);
});

test('a key used for other content is refused', async () => {
  const key = newId();
  const act = (request: { n: number }) => write(wiring, caller, async (call) => {
    call.record({ kind: 'noted', subject: key, body: {} });
    return ok(request);
  }, { repeat: { key, route: 'test.note', request } });
  must(await act({ n: 1 }));
  const other = await act({ n: 2 });
  assert.ok(!other.ok && other.refusal.code === 'idempotency-key-reused');
});

test('a refusal is not stored: the mended request may use the key again', async () => {
  const repeat = { key: newId(), route: 'test.note', request: {} };
  const refused = await write(wiring, caller, async () => refuse('not-yet'), { repeat });
  assert.equal(refused.ok, false);
  const done = await write(wiring, caller, async (call) => {
    call.record({ kind: 'noted', subject: 'x', body: {} });
    return ok('done');
  }, { repeat });
  assert.equal(must(done), 'done');
});

test('a transaction bears city, organisation and person, and the next one on the connection does not', async () => {
  const person = await t.person('buyer.purchaser');
  const seen = await read(t.platform.wired.database, { actor: person.actor, cityId: t.huzhou.id, requestId: 'x' }, async (call) =>
    (await sql<{ city: string; organisation: string; person: string }>`select current_setting('qingcai.city') as city, current_setting('qingcai.organisation') as organisation, current_setting('qingcai.person') as person`.execute(call.tx)).rows[0]);
  assert.deepEqual(seen, { city: t.huzhou.id, organisation: person.organisationId, person: person.personId });
  for (let i = 0; i < 25; i++) {
    const { rows } = await t.platform.wired.database.pool.query("select coalesce(current_setting('qingcai.city', true), '') as city");
    assert.equal(rows[0].city, '');
  }
});

test('a read cannot write', async () => {
  await assert.rejects(read(t.platform.wired.database, caller, (call) => sql`insert into platform.idempotency (scope, key, route, request_hash) values ('r', 'r', 'r', 'r')`.execute(call.tx)), /read-only/);
});

test('a told instant is told to the act, and the ledger keeps the real one beside it', async () => {
  const subject = newId();
  const told = new Date('2026-03-08T02:00:00Z');
  must(await write(wiring, caller, async (call) => {
    assert.deepEqual(call.now, told);
    call.record({ kind: 'noted', subject, body: {} });
    return ok(undefined);
  }, { told }));
  const { rows } = await pool.query<{ told_at: Date; real_at: Date }>('select told_at, real_at from ledger.entry where subject = $1', [subject]);
  assert.deepEqual(rows[0]!.told_at, told);
  assert.ok(rows[0]!.real_at.getTime() > told.getTime());
});
