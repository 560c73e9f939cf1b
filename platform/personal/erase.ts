import { sql, type RawBuilder } from 'kysely';
import { ERASED, mappedOf, type DataMap, type Erase, type Keep, type MappedColumn, type MappedTable } from '#kernel/data-map.ts';
import type { Tx } from '#platform/database/pool.ts';
import { columnOf, isOf, isThere, shapes, tableOf, type Person, type Shape } from './subject.ts';

/** The least time of keeping, as an interval: from the law, handed in by whoever knows the law. */
export type Terms = { readonly purchase: string; readonly 'network-log': string };

/** What becomes of one column: erased now, or kept, why and until when (null: nobody can tell yet, a person decides). */
export type Outcome = { readonly table: string; readonly column: string; readonly keep: Keep; readonly erase: Erase; readonly erased: number; readonly kept: number; readonly until: string | null };

/** The rows of a column that are kept, by their keys: `{"id":"…"}`. Names and ways to reach a person among them are shown to nobody but who watches over the purchase. */
export type KeptRow = { readonly table: string; readonly key: string };

/**
 * Erases one person's data by the map: what only the account needs goes, what a law keeps stays until its time has run out.
 * `apply` false counts without changing anything. The caller may see all tables, and may change what the map says is erased.
 */
export async function erasePerson(tx: Tx, map: DataMap, person: Person, terms: Terms, now: Date, apply: boolean): Promise<{ outcomes: Outcome[]; kept: KeptRow[] }> {
  const known = await shapes(tx);
  const work = Object.entries(map).flatMap(([table, declared]): Work[] => {
    if (declared === 'plain') return [];
    const columns = mappedOf(declared).filter(([, { of, erase }]) => of !== 'nobody' && erase !== 'stays');
    return columns.length === 0 ? [] : [{ table, columns: columns.map(([column, mapped]) => wayOf(column, mapped, declared, known.get(table)!, { person, terms, now })), key: known.get(table)!.key }];
  });
  const outcomes: Outcome[] = [];
  const kept: KeptRow[] = [];
  // Everything is counted before anything is changed: a row that is gone tells nothing of its other columns.
  for (const { table, columns, key } of work) {
    for (const one of columns) {
      const outcome = await count(tx, table, one);
      if (outcome.erased > 0 || outcome.kept > 0) outcomes.push(outcome);
      if (outcome.kept > 0 && (one.mapped.class === 'name' || one.mapped.class === 'contact')) kept.push(...(await keptRows(tx, table, key, one)));
    }
  }
  if (apply) for (const one of work.toSorted((a, b) => Number(throughAnother(b)) - Number(throughAnother(a)))) await carryOut(tx, one);
  return { outcomes, kept: [...new Map(kept.map((row) => [`${row.table} ${row.key}`, row])).values()] };
}

/** How one column of one table is erased: which rows are the person's, which of them are due, and what is put in its place. */
type Way = { readonly column: string; readonly mapped: MappedColumn; readonly mine: RawBuilder<unknown>; readonly due: RawBuilder<unknown>; readonly ends: RawBuilder<unknown> | null; readonly put: RawBuilder<unknown> };
type Work = { readonly table: string; readonly columns: readonly Way[]; readonly key: readonly string[] };

function wayOf(column: string, mapped: MappedColumn, declared: MappedTable, shape: Shape, { person, terms, now }: { person: Person; terms: Terms; now: Date }): Way {
  const ends = endOf(mapped.keep, declared, terms);
  return {
    column, mapped, mine: sql`(${isOf(mapped.of, person, shape)} and ${isThere(column, shape)})`,
    due: ends === 'never' ? sql`false` : ends === 'now' ? sql`true` : sql`coalesce(${ends} <= ${now}, false)`,
    // What was empty stays empty.
    ends: ends === 'never' || ends === 'now' ? null : ends, put: shape.readable.has(column) ? sql`case when ${columnOf(column)} is not null then ${emptied(mapped.erase, shape.types.get(column)!)} end` : emptied(mapped.erase, shape.types.get(column)!),
  };
}

async function count(tx: Tx, table: string, { column, mapped, mine, due, ends }: Way): Promise<Outcome> {
  const until = ends === null ? sql`null::date` : sql`case when bool_and(${ends} is not null) filter (where not ${due}) then max((${ends} at time zone 'Asia/Shanghai')::date) filter (where not ${due}) end`;
  const { rows } = await sql<{ due: number; kept: number; until: string | null }>`
    select count(*) filter (where ${due})::int as due, count(*) filter (where not ${due})::int as kept, ${until} as until from ${tableOf(table)} t where ${mine}`.execute(tx);
  const counted = rows[0]!;
  return { table, column, keep: mapped.keep, erase: mapped.erase, erased: counted.due, kept: counted.kept, until: counted.kept > 0 ? counted.until : null };
}

/** What is found through another table goes before that table does. */
const throughAnother = ({ columns }: Work): boolean => columns.some(({ mapped: { of } }) => typeof of === 'object' && 'parent' in of);

/**
 * The columns that one subject owns are emptied in one statement, so that each is judged by the row as it was, also where one of them (a name)
 * tells whose the others are. Whole rows go last.
 */
async function carryOut(tx: Tx, { table, columns }: Work): Promise<void> {
  const dueOf = (some: readonly Way[]): RawBuilder<unknown> => sql.join(some.map(({ mine, due }) => sql`(${mine} and ${due})`), sql` or `);
  // Where no row is due nothing is asked of the database: the application may not change what a law still keeps.
  const anyDue = async (some: readonly Way[]): Promise<boolean> => some.length > 0 && (await sql`select from ${tableOf(table)} t where ${dueOf(some)} limit 1`.execute(tx)).rows.length > 0;
  const bySubject = Map.groupBy(columns.filter(({ mapped }) => mapped.erase !== 'row' && mapped.keep !== 'unsettled'), ({ mapped }) => JSON.stringify([mapped.of, mapped.keep]));
  for (const group of bySubject.values()) {
    if (await anyDue(group)) await sql`update ${tableOf(table)} t set ${sql.join(group.map(({ column, put }) => sql`${sql.ref(column)} = ${put}`))} where ${dueOf(group)}`.execute(tx);
  }
  const going = columns.filter(({ mapped }) => mapped.erase === 'row' && mapped.keep !== 'unsettled');
  if (await anyDue(going)) await sql`delete from ${tableOf(table)} t where ${dueOf(going)}`.execute(tx);
}

async function keptRows(tx: Tx, table: string, columns: readonly string[], { mine, due }: Way): Promise<KeptRow[]> {
  const key = columns.map((name) => sql`${sql.lit(name)}, ${columnOf(name)}`);
  const { rows } = await sql<{ key: string }>`select jsonb_build_object(${sql.join(key)})::text as key from ${tableOf(table)} t where ${mine} and not ${due}`.execute(tx);
  return rows.map((row) => ({ table, key: row.key }));
}

/** When the time of keeping is over, as SQL over the row `t`: at once, or never by itself, or an instant (null where the row cannot tell). */
function endOf(keep: Keep, declared: MappedTable, terms: Terms): 'now' | 'never' | RawBuilder<unknown> {
  if (keep === 'account' || keep === 'passing') return 'now';
  if (keep === 'unsettled' || declared.from == null) return 'never';
  // The expression is written by us, in a module's map.
  return sql`(${sql.raw(declared.from)} + ${terms[keep]}::interval)`;
}

/** What stands where something was erased. */
function emptied(erase: Erase, type: string): RawBuilder<unknown> {
  if (erase === 'null') return sql`null`;
  if (erase === 'unique') return type === 'bytea' ? sql`sha256(gen_random_uuid()::text::bytea)` : sql`'erased-' || gen_random_uuid()`;
  if (type === 'jsonb' || type === 'json') return sql`'{}'`;
  if (type === 'bytea') return sql`''::bytea`;
  return type.endsWith('[]') ? sql`'{}'` : sql`${ERASED}`;
}
