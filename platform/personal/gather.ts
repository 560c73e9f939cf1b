import { sql } from 'kysely';
import type { Json } from '#kernel/canonical.ts';
import { mappedOf, type DataMap, type MappedColumn } from '#kernel/data-map.ts';
import type { Tx } from '#platform/database/pool.ts';
import { columnOf, isOf, isThere, shapes, tableOf, type Person, type Shape } from './subject.ts';

/** A piece of one person's data: rows of one table, each with its key and what it says of the person. */
export type Part = { readonly table: string; readonly rows: readonly PartRow[] };
export type PartRow = { readonly key: Json; readonly columns: Readonly<Record<string, Json>> };

/** What stands in place of a secret: that it is held is told, the secret is not. */
export const WITHHELD = { withheld: true } as const;
const isWithheld = ({ class: kind }: MappedColumn): boolean => kind === 'credential' || kind === 'organisation-secret';

const ROWS_AT_ONCE = 500;
/** More rows than this are no file for a person: somebody has to be asked. */
export const MOST_ROWS = 200_000;

export type Gathering = {
  readonly give: (part: Part) => Promise<void>;
  /** Tables left out: copies of what stands elsewhere. */
  readonly except: ReadonlySet<string>;
  /** Columns that no statement of the application may read, by `schema.table.column`, and how their value is had all the same. */
  readonly closed: Readonly<Record<string, () => Promise<Json>>>;
};

/**
 * Everything the database holds of a person by the map, table by table, a few hundred rows at a time, so that nothing large stands in memory.
 * Keys and secrets are named and not told; of other people and of the organisation's business nothing is in it. The caller may see all tables.
 * @returns how many rows there were; undefined where there were more than MOST_ROWS.
 */
export async function gather(tx: Tx, map: DataMap, person: Person, { give, except, closed }: Gathering): Promise<number | undefined> {
  const known = await shapes(tx);
  let rows = 0;
  for (const [table, declared] of Object.entries(map)) {
    const shape = known.get(table)!;
    const mine = mappedOf(declared).filter(([, column]) => column.of !== 'nobody');
    if (mine.length === 0 || except.has(table)) continue;
    const shut = mine.filter(([name, column]) => !shape.readable.has(name) && !isWithheld(column)).map(([name]) => name);
    const beside: Record<string, Json> = {};
    for (const name of shut) {
      const had = closed[`${table}.${name}`];
      if (had === undefined) throw new Error(`the application may not read ${table}.${name}, and nobody says how it is had for a copy`);
      beside[name] = await had();
    }
    for await (const part of partsOf(tx, table, mine.filter(([name]) => !shut.includes(name)), shape, person)) {
      rows += part.rows.length;
      if (rows > MOST_ROWS) return undefined;
      await give(shut.length === 0 ? part : { table, rows: part.rows.map((row) => ({ ...row, columns: { ...row.columns, ...beside } })) });
    }
  }
  return rows;
}

async function* partsOf(tx: Tx, table: string, columns: readonly [string, MappedColumn][], shape: Shape, person: Person): AsyncGenerator<Part> {
  const told = columns.map(([name, column]) => {
    const value = isWithheld(column) ? sql`${JSON.stringify(WITHHELD)}::jsonb` : sql`to_jsonb(${columnOf(name)})`;
    return sql`${sql.lit(name)}, case when ${isOf(column.of, person, shape)} and ${isThere(name, shape)} then ${value} end`;
  });
  const key = shape.key.map((name) => sql`${sql.lit(name)}, ${columnOf(name)}`);
  await sql`declare personal no scroll cursor for
    select jsonb_build_object(${sql.join(key)}) as key, jsonb_strip_nulls(jsonb_build_object(${sql.join(told)})) as columns
    from ${tableOf(table)} t where ${sql.join(columns.map(([, column]) => isOf(column.of, person, shape)), sql` or `)}`.execute(tx);
  for (;;) {
    const { rows } = await sql<PartRow>`fetch ${sql.lit(ROWS_AT_ONCE)} from personal`.execute(tx);
    if (rows.length > 0) yield { table, rows };
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await sql`close personal`.execute(tx);
}
