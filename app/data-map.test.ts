import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import { faultsOfMap, mappedOf, type ActualColumn } from '#kernel/data-map.ts';
import { testDatabase } from '#platform/database/embedded-for-tests.ts';
import { dataMapOf } from './data-map.ts';
import { modules } from './modules.ts';

const dataMap = dataMapOf(modules);
const { ownerUrl, appUrl } = await testDatabase();

async function ask<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

const columns = await ask<ActualColumn>(`select c.table_schema || '.' || c.table_name as "table", c.column_name as "column", c.is_nullable = 'YES' as nullable
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`);

describe('the data map', () => {
  it('names every column of every table of a migrated database, and no other (个人信息保护法 art. 51)', () => {
    assert.ok(columns.length > 200, 'the database has its tables');
    assert.deepEqual(faultsOfMap(dataMap, columns), []);
  });

  it('is declared by each module for its own tables', () => {
    const foreign = modules.flatMap((module) => Object.keys(module.dataMap ?? {}).filter((table) => !table.startsWith(`${module.name.replaceAll('-', '_')}.`)));
    assert.deepEqual(foreign, []);
  });

  it('has a name in both languages for every module that it speaks of', async () => {
    const { wording } = await import('#modules/privacy/wording.ts');
    const { privacyWording } = await import('#modules/privacy/web/wording.ts');
    const ids = Object.entries(dataMap).filter(([, declared]) => mappedOf(declared).length > 0).map(([table]) => `privacy.module.${table.split('.')[0]!}`);
    assert.deepEqual(ids.filter((id) => !(id in wording['zh-CN']) || !(id in privacyWording['zh-CN'])), []);
  });

  it('promises no erasure that the application may not carry out', async () => {
    const app = decodeURIComponent(new URL(appUrl.replace('@/', '@localhost/')).username);
    const short: string[] = [];
    for (const [table, declared] of Object.entries(dataMap)) {
      for (const [column, { of, keep, erase }] of mappedOf(declared)) {
        if (of === 'nobody' || erase === 'stays' || !['account', 'passing', 'network-log'].includes(keep)) continue;
        const right = erase === 'row' ? `has_table_privilege('${app}', '${table}', 'delete')` : `has_column_privilege('${app}', '${table}', '${column}', 'update')`;
        const [row] = await ask<{ may: boolean }>(`select ${right} as may`);
        if (row?.may !== true) short.push(`grant ${erase === 'row' ? 'delete' : `update (${column})`} on ${table} to :app_role`);
      }
    }
    assert.deepEqual(short, []);
  });

  it('counts from instants that the database understands', async () => {
    for (const [table, declared] of Object.entries(dataMap)) {
      if (declared === 'plain' || declared.from === undefined || declared.from === null) continue;
      const [row] = await ask<{ type: string }>(`select pg_typeof(${declared.from})::text as type from (select) one left join ${table} t on true limit 1`);
      assert.equal(row?.type, 'timestamp with time zone', table);
    }
  });
});
