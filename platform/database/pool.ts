import pg from 'pg';
import { Kysely, PostgresDialect } from 'kysely';
import type { Logger } from '#platform/log.ts';

// A legal day is text, never an instant: without this pg would read it in the machine's own zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** A database handle whose tables are named by the store that uses it: `on<OrdersTables>(tx)`. */
export type Tx = Kysely<Record<never, never>>;
export type Database = { readonly pool: pg.Pool; readonly kysely: Tx; close(): Promise<void> };

/** The same handle, seen with a module's own tables. */
export const on = <Tables>(tx: Tx): Kysely<Tables> => tx as unknown as Kysely<Tables>;

export type PoolLimits = { readonly max?: number; readonly statementMillis?: number };

/** Unnamed statements only, so that a transaction pooler may stand between; every statement is bounded in time. */
export function openDatabase(url: string, log: Logger, limits: PoolLimits = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.max ?? 16,
    application_name: 'qingcai',
    connectionTimeoutMillis: 10_000,
    statement_timeout: limits.statementMillis ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // Without a listener a stopped database would end the process (57P01).
  pool.on('error', (error) => log.warn({ fault: error.message }, 'an idle database connection was lost'));
  pool.on('connect', (client) => client.on('error', (error) => log.warn({ fault: error.message }, 'a database connection was lost')));
  const kysely = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) });
  return { pool, kysely, close: () => kysely.destroy() };
}
