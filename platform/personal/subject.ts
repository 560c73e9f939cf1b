import { sql, type RawBuilder } from 'kysely';
import type { Subject } from '#kernel/data-map.ts';
import type { Tx } from '#platform/database/pool.ts';

/** A person as the data map can find them: by id, and by name in the organisations they belong or belonged to. */
export type Person = { readonly id: string; readonly name: string; readonly organisations: readonly string[] };

/** A table as the database has it: the type of each column, its primary key, and the columns that the application may read. */
export type Shape = { readonly types: ReadonlyMap<string, string>; readonly key: readonly string[]; readonly readable: ReadonlySet<string> };

/** Types and keys of all tables, read once for a whole export or erasure. */
export async function shapes(tx: Tx): Promise<ReadonlyMap<string, Shape>> {
  const { rows } = await sql<{ table: string; column: string; type: string; place: number | null; readable: boolean }>`
    select n.nspname || '.' || c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type, array_position(i.indkey::int[], a.attnum::int) as place, has_column_privilege(c.oid, a.attnum, 'select') as readable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
    order by 1, a.attnum`.execute(tx);
  const found = new Map<string, { readonly types: Map<string, string>; readonly key: { name: string; place: number }[]; readonly readable: Set<string> }>();
  for (const { table, column, type, place, readable } of rows) {
    const shape = found.get(table) ?? { types: new Map<string, string>(), key: [] as { name: string; place: number }[], readable: new Set<string>() };
    shape.types.set(column, type);
    if (readable) shape.readable.add(column);
    if (place !== null) shape.key.push({ name: column, place });
    found.set(table, shape);
  }
  return new Map([...found].map(([table, { types, key, readable }]) => [table, { types, readable, key: key.toSorted((a, b) => a.place - b.place).map((one) => one.name) }]));
}

/** A table of the map, for SQL: `orders.contract`. */
export const tableOf = (name: string): RawBuilder<unknown> => sql.table(name);
export const columnOf = (name: string): RawBuilder<unknown> => sql.ref(`t.${name}`);

/** SQL: whether the column holds anything; a column that may not be read is taken to. */
export const isThere = (column: string, shape: Shape): RawBuilder<boolean> => (shape.readable.has(column) ? sql<boolean>`${columnOf(column)} is not null` : sql<boolean>`true`);

/** SQL: whether what stands under this subject in the row `t` is the person's. */
export function isOf(of: Subject, person: Person, shape: Shape): RawBuilder<boolean> {
  if (of === 'nobody') return sql<boolean>`false`;
  if (typeof of === 'string') return shape.types.get(of) === 'uuid' ? sql<boolean>`${columnOf(of)} = ${person.id}::uuid` : sql<boolean>`${columnOf(of)} = ${person.id}`;
  if ('starts' in of) return sql<boolean>`starts_with(${columnOf(of.starts)}, ${person.id})`;
  if ('json' in of) return sql<boolean>`(${columnOf(of.json)}::jsonb ->> ${of.key}) = ${person.id}`;
  if ('parent' in of) {
    const joined = Object.entries(of.by).map(([child, parent]) => sql`p.${sql.ref(parent)} = ${columnOf(child)}`);
    return sql<boolean>`exists (select from ${tableOf(of.parent)} p where ${sql.join(joined, sql` and `)} and p.${sql.ref(of.of)}::text = ${person.id})`;
  }
  const named = shape.types.get(of.named)?.endsWith('[]') === true ? sql`${person.name} = any(${columnOf(of.named)})` : sql`${columnOf(of.named)} = ${person.name}`;
  return sql<boolean>`(${named} and ${columnOf(of.organisation)} = any(${[...person.organisations]}::uuid[]))`;
}
