import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import { refuse } from '#kernel/result.ts';
import { read, write, type Caller } from '#platform/database/call.ts';
import type { Tx } from '#platform/database/pool.ts';
import { OPEN_TABLES } from './declared.ts';
import { WHOSE } from './whose.ts';
import { placesOf, type FencedWorld } from './world.ts';

/* Raw SQL as the application's role, with nothing between it and the rows but what the transaction bears: no policy, no query of ours. */

type Row = { at: string; whole: string; city: string | null; of: string[]; persons: string[]; shown: boolean; overseen: string[]; sold: string[]; shown_in: string[] };
/** The application may read no system column of a table of which it may not read every column. */
const keyOf = (table: string): string => (table === 'identity.person' ? 'id' : 'ctid');

async function tablesOf(owner: pg.Client): Promise<string[]> {
  return (await owner.query<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relrowsecurity and n.nspname !~ '^(pg_|graphile)' order by 1`)).rows.map((row) => row.name);
}

/** Every row of every table, with whose it is, as the owner knows it. */
async function rowsOf(owner: pg.Client, tables: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> {
  const rows = new Map<string, Row[]>();
  for (const table of tables) {
    const whose = WHOSE[table];
    if (whose === undefined) continue;
    const used = 'overseenIn' in whose ? whose : undefined;
    rows.set(table, (await owner.query<Row>(`select t.${keyOf(table)}::text as at, to_jsonb(t)::text as whole, ${whose.city ?? 'null::uuid'} as city, coalesce(${whose.of ?? 'null::uuid[]'}, '{}') as of, coalesce(${whose.persons ?? 'null::uuid[]'}, '{}') as persons,
      ${whose.public ?? 'false'} as shown, coalesce(${used?.overseenIn ?? 'null::uuid[]'}, '{}') as overseen, coalesce(${used?.soldIn ?? 'null::uuid[]'}, '{}') as sold, coalesce(${used?.shownIn ?? 'null::uuid[]'}, '{}') as shown_in from ${table} t`)).rows);
  }
  return rows;
}

/** Whether this caller may see this row at all, by the second writing of the rules. */
function mine(table: string, row: Row, caller: Caller): boolean {
  const whose = WHOSE[table]!;
  const { actor, cityId } = caller;
  const office = actor?.homeCityId === cityId && cityId !== null ? actor.organisationKind : null;
  const overseer = office !== null && ['centre', 'housing', 'finance'].includes(office);
  const here = row.city === null || whose.everywhere === true || row.city === cityId;
  if (here && actor !== null && ((actor.organisationId !== null && row.of.includes(actor.organisationId)) || row.persons.includes(actor.personId))) return true;
  if (here && row.shown) return true;
  if (row.city !== null && row.city !== cityId) return false;
  if (row.city !== null && office !== null && (whose.offices as readonly string[] | undefined)?.includes(office) === true) return true;
  if (cityId === null) return false;
  return (overseer && row.overseen.includes(cityId)) || (office === 'buyer' && row.sold.includes(cityId)) || row.shown_in.includes(cityId);
}

export async function rawSql({ t, people }: FencedWorld): Promise<void> {
  const owner = new pg.Client({ connectionString: t.ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  const tables = await tablesOf(owner);
  const rows = await rowsOf(owner, tables);
  const { rows: granted } = await owner.query<{ name: string; column: string }>(`select table_schema || '.' || table_name as name, min(column_name) as column from information_schema.column_privileges
    where grantee = 'qingcai_app' and privilege_type = 'UPDATE' group by 1`);
  await owner.end();
  const changeable = new Map(granted.map((row) => [row.name, row.column]));

  // Everybody in their city; one of each role in the other city and in none.
  const seats = [undefined, ...people].flatMap((one, place, all) => placesOf(t).filter((city) => city === t.huzhou || all.findIndex((other) => other?.role === one?.role) === place).map((city) => (
    { who: `${one?.who ?? 'nobody'} in ${city?.slug ?? 'no city'}`, role: one?.role, caller: { actor: one?.person.actor ?? null, cityId: city?.id ?? null, requestId: 'raw' } satisfies Caller })));

  void describe('raw SQL with the settings of a role', () => {
    void test('every fenced table says in whose.ts whose its rows are', () => {
      assert.deepEqual(tables.filter((table) => WHOSE[table] === undefined), []);
      assert.deepEqual(Object.keys(WHOSE).filter((table) => !tables.includes(table) || table in OPEN_TABLES), []);
    });

    void test('sees no foreign row, in any table, from any seat, in any city', async () => {
      const foreign: string[] = [];
      const missed: string[] = [];
      let [looks, own] = [0, 0];
      for (const { who, caller } of seats) {
        await read(t.platform.wired.database, caller, ({ tx }) => Promise.all([...rows].map(async ([table, all]) => {
          const seen = await sql<{ at: string }>`select ${sql.raw(keyOf(table))}::text as at from ${sql.raw(table)}`.execute(tx);
          const at = new Set(seen.rows.map((row) => row.at));
          looks += 1;
          for (const row of all) {
            const theirs = mine(table, row, caller);
            if (theirs && at.has(row.at)) own += 1;
            else if (theirs) missed.push(`${who} does not see in ${table}: ${row.whole.slice(0, 160)}`);
            else if (at.has(row.at)) foreign.push(`${who} sees in ${table}: ${row.whole.slice(0, 160)}`);
          }
        })));
      }
      assert.deepEqual(foreign, []);
      // A fence that shows nothing proves nothing.
      assert.deepEqual(missed, []);
      assert.ok(looks > 2_000 && own > 10_000, `${looks} tables read, ${own} rows of one's own seen`);
    });

    void test('adds, changes and removes no foreign row', async () => {
      const done: string[] = [];
      let tried = 0;
      // One of each role is enough: rules name roles and rows, not persons.
      const each = seats.filter((seat, place) => seat.caller.cityId === t.huzhou.id && seats.findIndex((other) => other.role === seat.role && other.caller.cityId === t.huzhou.id) === place);
      for (const { who, caller } of each) {
        await write(t.platform.writing(), caller, async ({ tx }) => {
          for (const [table, all] of rows) {
            const theirs = all.findLast((row) => !mine(table, row, caller)) ?? all.findLast((row) => row.of.length === 0 && row.persons.length === 0);
            if (theirs === undefined || ([WHOSE[table]!.writtenBy].flat().some((office) => office !== undefined && office === caller.actor?.organisationKind))) continue;
            for (const { what, statement } of attemptsOn(table, theirs, changeable.get(table))) {
              tried += 1;
              const fault = await refusalOf(tx, statement);
              if (fault !== undefined) done.push(`${who} ${what} ${table}: ${fault}`);
            }
          }
          return refuse('not-found');
        });
      }
      assert.deepEqual(done, []);
      assert.ok(tried > 1_000, `${tried} attempts`);
    });
  });
}

function attemptsOn(table: string, row: Row, column: string | undefined): { what: string; statement: RawBuilder<unknown> }[] {
  const [name, here] = [sql.raw(table), sql`${sql.raw(keyOf(table))}::text = ${row.at}`];
  return [
    ...(WHOSE[table]!.addedByAnybody === undefined ? [{ what: 'added to', statement: sql`insert into ${name} select * from jsonb_populate_record(null::${name}, ${row.whole}::jsonb)` }] : []),
    ...(column === undefined ? [] : [{ what: 'changed', statement: sql`update ${name} set ${sql.raw(column)} = ${sql.raw(column)} where ${here}` }]),
    { what: 'removed from', statement: sql`delete from ${name} where ${here}` },
  ];
}

/** Undefined where the statement was refused or touched nothing; else what it did. 42501: the rule or the grant refuses; a broken key would say that the rule let the row through. */
async function refusalOf(tx: Tx, statement: RawBuilder<unknown>): Promise<string | undefined> {
  await sql`savepoint attempt`.execute(tx);
  try {
    const { numAffectedRows } = await statement.execute(tx);
    return (numAffectedRows ?? 0n) === 0n ? undefined : `${numAffectedRows} rows`;
  } catch (fault) {
    return fault instanceof pg.DatabaseError && fault.code === '42501' ? undefined : String(fault);
  } finally {
    await sql`rollback to savepoint attempt`.execute(tx);
  }
}
