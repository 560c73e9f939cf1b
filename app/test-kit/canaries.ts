import pg from 'pg';
import { columnsOf, mappedOf, type DataMap, type MappedColumn, type TableMap } from '#kernel/data-map.ts';

/** A row in every table that holds something of a person, with a canary in every such column: whatever copies or erases must find them all. */
export type Canary = { readonly table: string; readonly column: string; readonly mapped: MappedColumn; /** A text found in the value; null where the type has no room for one. */ readonly text: string | null };

type Column = { readonly table: string; readonly name: string; readonly type: string; readonly generated: boolean };
type Person = { readonly id: string; readonly name: string; readonly organisationId: string };

const ONE_ID = '00000000-0000-7000-8000-0000000000aa';
const AN_INSTANT = '2026-05-04T03:02:01Z';

/** What stands in a column that says nothing: the same for the same type, so that a row finds its parent. */
function plainValue(type: string): unknown {
  if (type.endsWith('[]')) return '{}';
  switch (type) {
    case 'uuid': return ONE_ID;
    case 'jsonb': case 'json': return '{}';
    case 'bytea': return Buffer.from([1]);
    case 'boolean': return false;
    case 'date': return '2026-05-04';
    case 'timestamp with time zone': return AN_INSTANT;
    case 'smallint': case 'integer': case 'bigint': case 'numeric': return 1;
    case 'inet': return '192.0.2.1';
    default: return 'x';
  }
}

function canaryValue(type: string, text: string): { value: unknown; text: string | null } {
  if (type.endsWith('[]')) return { value: [text], text };
  if (type === 'jsonb' || type === 'json') return { value: JSON.stringify({ said: text }), text };
  if (type === 'bytea') return { value: Buffer.from(text), text: Buffer.from(text).toString('hex') };
  if (type === 'text' || type === 'character varying') return { value: text, text };
  return { value: plainValue(type), text: null };
}

/** Puts them in, as the owner, into a database of the test's own: keys to other tables and checks are taken away first. */
export async function plantCanaries(owner: pg.Client, map: DataMap, person: Person, except: readonly string[]): Promise<Canary[]> {
  const constraints = await owner.query<{ table: string; name: string }>(`select c.conrelid::regclass::text as "table", c.conname as name from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where c.contype in ('f', 'c') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')`);
  for (const { table, name } of constraints.rows) await owner.query(`alter table ${table} drop constraint ${pg.escapeIdentifier(name)}`);
  const { rows } = await owner.query<Column>(`select n.nspname || '.' || c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type, (a.attgenerated <> '' or a.attidentity = 'a') as generated
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where c.relkind in ('r', 'p') order by a.attnum`);
  const columns = new Map<string, Column[]>();
  for (const column of rows) columns.set(column.table, [...(columns.get(column.table) ?? []), column]);
  const planted: Canary[] = [];
  for (const [table, declared] of Object.entries(map)) {
    if (except.includes(table) || mappedOf(declared).every(([, { of }]) => of === 'nobody')) continue;
    const row = rowOf(table, declared, columns.get(table)!, person);
    planted.push(...row.canaries);
    const names = Object.keys(row.values);
    await owner.query(`insert into ${table} (${names.map((name) => pg.escapeIdentifier(name)).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(row.values));
  }
  return planted;
}

function rowOf(table: string, declared: TableMap, columns: readonly Column[], person: Person): { values: Record<string, unknown>; canaries: Canary[] } {
  const values: Record<string, unknown> = {};
  const canaries: Canary[] = [];
  const mapped = mappedOf(declared);
  for (const { name, type, generated } of columns) if (!generated) values[name] = plainValue(type);
  const typeOf = (column: string): string => columns.find((one) => one.name === column)!.type;
  for (const [column, one] of mapped) {
    if (one.of === 'nobody') continue;
    const given = canaryValue(typeOf(column), `canary of ${table}.${column}`);
    values[column] = given.value;
    canaries.push({ table, column, mapped: one, text: given.text });
  }
  // Whose it is stands last: it may be the very column that bears the canary.
  for (const [column, { of }] of mapped) {
    const bears = (name: string, value: unknown, text: string | null): void => {
      values[name] = value;
      const at = canaries.findIndex((one) => one.column === name);
      if (at >= 0) canaries[at] = { ...canaries[at]!, text };
    };
    if (of === 'nobody' || (typeof of === 'object' && 'parent' in of)) continue;
    if (typeof of === 'string') bears(of, person.id, of === column ? person.id : person.id);
    else if ('starts' in of) bears(of.starts, `${person.id} seat`, person.id);
    else if ('json' in of) bears(of.json, JSON.stringify({ [of.key]: person.id, said: `canary of ${table}.${of.json}` }), `canary of ${table}.${of.json}`);
    else {
      bears(of.named, typeOf(of.named).endsWith('[]') ? [person.name, '某同事'] : person.name, person.name);
      values[of.organisation] = person.organisationId;
    }
  }
  for (const [, { of }] of mapped) for (const name of columnsOf(of)) if (values[name] === undefined) throw new Error(`${table}.${name} has no value`);
  return { values, canaries };
}
