import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import pg from 'pg';
import type { Role, Rule } from '#kernel/policy.ts';
import { newId } from '#platform/clock.ts';
import { deliverOne } from '#platform/jobs/outbox.ts';
import { silent } from '#platform/log.ts';
import { modules } from './modules.ts';
import type { MatrixKit, Sample } from './test-kit/matrix.ts';
import { testPlatform, type Answer, type TestPerson, type TestPlatform } from './test-kit/platform.ts';

/*
 * Every write of every contract, with the samples of the matrix: sent twice and ten at once under one key it acts once and gives one
 * answer; under the same key another request is refused. Every event is handled once however often it is delivered.
 */

const t: TestPlatform = await testPlatform();
const superuser = new pg.Client({ connectionString: t.ownerUrl.replace(/\/\/qingcai_owner:/, '//postgres:') });
superuser.on('error', () => {});
await superuser.connect();

/** How many rows each table has, seen past every fence. */
const tables = (await superuser.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`)).rows.map(({ name }) => name);
const counting = tables.map((name) => `select '${name}' as name, count(*)::int as rows from ${name}`).join(' union all ');
async function counts(): Promise<Map<string, number>> {
  return new Map((await superuser.query<{ name: string; rows: number }>(counting)).rows.map(({ name, rows }) => [name, rows]));
}
const grown = (before: Map<string, number>, after: Map<string, number>): Record<string, number> =>
  Object.fromEntries([...after].map(([name, rows]) => [name, rows - before.get(name)!] as const).filter(([, more]) => more !== 0));

type Write = { readonly module: string; readonly name: string; readonly method: string; readonly rule: Rule };
const writes: Write[] = modules.flatMap((module) => Object.entries(module.routes?.contract ?? {})
  .map(([name, procedure]) => ({ module: module.name, name, method: procedure['~orpc'].route.method ?? 'POST', rule: module.routes!.policy[name]! }))
  .filter(({ method }) => method !== 'GET'));

const worlds = new Map<string, Awaited<ReturnType<MatrixKit['world']>>>();
for (const module of new Set(writes.map((write) => write.module))) {
  const { matrix } = (await import(new URL(`../modules/${module}/test-kit/matrix.ts`, import.meta.url).href)) as { matrix: MatrixKit };
  worlds.set(module, await matrix.world(t));
}
await t.drain();

const told = (answer: Answer): { status: number; body: unknown } => ({ status: answer.status, body: answer.body });
/** Writes whose sample is refused for a reason of its own state; the refusal must be the same again and leave nothing. */
const unaccepted: string[] = [];
const judged = { twice: 0, once: 0, other: 0 };

for (const write of writes) {
  // A route whose answer is a secret keeps none: its repeat opens another session, or is refused. It is the matter of its own tests.
  if (write.rule.secret === true) continue;
  test(`${write.module}.${write.name}`, async () => {
    const world = worlds.get(write.module)!;
    const role: Role | null = write.rule.who === 'anyone' ? null : write.rule.who === 'signed-in' ? (Object.keys(world.people)[0] as Role | undefined) ?? 'buyer.purchaser' : write.rule.who[0]!;
    const as: TestPerson | undefined = role === null ? undefined : (world.people[role] ?? (await t.person(role)));
    const fresh = async (): Promise<Sample> => (await world.sample(write.name, role, 'own'))!;
    const send = (sample: Sample, key: string): Promise<Answer> => t.request(write.method, sample.path, { as, body: sample.body, key, ...(sample.headers === undefined ? {} : { headers: sample.headers }) });

    const sample = await fresh();
    const key = newId();
    const zero = await counts();
    const first = await send(sample, key);
    const one = await counts();
    const again = await send(sample, key);
    assert.ok(first.status < 500, JSON.stringify(first.body));
    assert.deepEqual(grown(one, await counts()), {}, 'the repeat left something');
    if (first.status === 200) {
      judged.once += 1;
      assert.deepEqual(told(again), told(first));
      assert.ok((grown(zero, one)['ledger.entry'] ?? 0) >= 1, 'the write left no entry');
    } else {
      unaccepted.push(`${write.module}.${write.name} ${first.status} ${first.body?.code}`);
      assert.equal(again.status, first.status);
    }
    judged.twice += 1;

    const other = await fresh();
    if (first.status === 200 && (other.path !== sample.path || JSON.stringify(other.body) !== JSON.stringify(sample.body))) {
      const before = await counts();
      const refused = await send(other, key);
      assert.deepEqual([refused.status, refused.body.code], [422, 'idempotency-key-reused']);
      assert.deepEqual(grown(before, await counts()), {});
      judged.other += 1;
    }

    const crowd = await fresh();
    const shared = newId();
    const before = await counts();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(crowd, shared)));
    const left = grown(before, await counts());
    for (const answer of answers) assert.ok(answer.status < 500, JSON.stringify(answer.body));
    const good = answers.filter(({ status }) => status === 200);
    if (first.status === 200 && good.length > 0) {
      assert.deepEqual(new Set(good.map((answer) => JSON.stringify(answer.body))).size, 1, 'ten at once, one answer');
      assert.equal(good.length, 10, `some were refused: ${JSON.stringify(answers.find(({ status }) => status !== 200)?.body)}`);
      // The first may have had to open what the later ones find open; none leaves more than one alone would.
      assert.equal(left['platform.idempotency'], 1);
      assert.ok((left['ledger.entry'] ?? 0) >= 1 && left['ledger.entry']! <= grown(zero, one)['ledger.entry']!, `ten at once left ${JSON.stringify(left)}`);
    } else if (good.length === 0) assert.deepEqual(left, {});
  });
}

test('most writes were really done once, and tried with another body', (t) => {
  t.diagnostic(`refused both times: ${unaccepted.join(', ')}`);
  assert.ok(judged.twice > 30, `${judged.twice} writes`);
  assert.ok(judged.once >= judged.twice * 0.7, `only ${judged.once} of ${judged.twice} samples were accepted`);
  assert.ok(judged.other >= judged.once * 0.5, `only ${judged.other} of ${judged.once} were tried with another body`);
});

/** Events that nobody waits for yet, and why they are told all the same. */
const PARTIES = 'the parties are notified in the transaction itself; told for budgets, finance and open data, which are not built yet';
const SHELF = 'the maker is notified in the transaction itself; told for oversight and open data, which are not built yet';
const UNHEARD: Readonly<Record<string, string>> = {
  'suppliers.registered@1': 'a registration asks nothing of others; told for credit records, which are not built yet',
  'suppliers.admission-submitted@1': 'the centre sees it in its list; told for oversight, which is not built yet',
  'suppliers.admission-decided@1': 'the shelf asks for admission at the moment of an order and rests on no event; told for oversight, which is not built yet',
  'orders.placed@1': PARTIES, 'orders.confirmed@1': PARTIES, 'orders.declined@1': PARTIES, 'orders.cancelled@1': PARTIES, 'orders.delivered@1': PARTIES,
  'orders.line-settled@1': PARTIES, 'orders.accepted@1': PARTIES, 'orders.closed@1': PARTIES,
  'identity.invited@1': 'for the letter of invitation; until it is written the inviter hands the link over',
  'identity.membership-begun@1': 'the newcomer is signed in already; told for signing and oversight',
  'identity.role-proposed@1': 'whoever may confirm sees it among the to-dos',
  'identity.roles-changed@1': 'rights are read afresh with each request; told for signing, whose keys end with a role',
  'catalogue.listed@1': SHELF, 'catalogue.gate-changed@1': SHELF,
};

describe('events', () => {
  test('each has a consumer or a stated reason, and no consumer waits for an event that nobody tells', () => {
    const root = path.resolve(import.meta.dirname, '..');
    const code = globSync('modules/*/**/*.ts', { cwd: root }).filter((file) => !/\.test\.ts$|test-kit/.test(file)).map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');
    const emitted = new Set([...code.matchAll(/(?:name|event): [^\n]*?'([a-z-]+\.[a-z-]+@\d+)'/g)].map(([, name]) => name!));
    const heard = new Set(modules.flatMap((module) => Object.keys(module.consumes ?? {})));
    assert.ok(emitted.size > 3, 'events were found in the code');
    assert.deepEqual([...heard].filter((name) => !emitted.has(name)), [], 'waited for and never told');
    assert.deepEqual([...emitted].filter((name) => !heard.has(name) && UNHEARD[name] === undefined), [], 'told and never heard: give a consumer or a reason');
    assert.deepEqual(Object.keys(UNHEARD).filter((name) => heard.has(name) || !emitted.has(name)), [], 'reasons without their event');
  });

  test('delivered again, with and without the mark of the first time, each is handled once', async () => {
    await t.drain();
    const { rows } = await superuser.query<{ consumers: number; events: number }>('select count(distinct consumer)::int as consumers, count(*)::int as events from platform.outbox_delivery');
    assert.ok(rows[0]!.events > 20, `${rows[0]!.events} deliveries`);
    const deliver = async (): Promise<void> => {
      await superuser.query('insert into platform.outbox_pending (event_id, consumer, subject) select d.event_id, d.consumer, o.subject from platform.outbox_delivery d join platform.outbox o on o.id = d.event_id on conflict do nothing');
    };
    const run = async (): Promise<void> => {
      while (await deliverOne(t.platform.writing(), t.platform.consumers, silent)) continue;
    };
    const before = await counts();
    await deliver();
    await run();
    assert.deepEqual(grown(before, await counts()), {}, 'with the mark');
    await deliver();
    await superuser.query('delete from platform.outbox_delivery');
    await run();
    // That the consumer looked again is recorded again, and is true; nothing else may be there twice.
    const { 'ledger.entry': _, 'ledger.waiting': __, ...twice } = grown(before, await counts());
    assert.deepEqual(twice, {}, 'without the mark');
    await superuser.end();
  });
});
