import { createHash } from 'node:crypto';
import pg from 'pg';
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import { noteDuration } from './slow.ts';
import type { Logger } from '#platform/log.ts';

// A legal day is text, never an instant: without this pg would read it in the machine's own zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** A database handle whose tables are named by the store that uses it: `on<OrdersTables>(tx)`. */
export type Tx = Kysely<Record<never, never>>;
export type Database = {
  readonly pool: pg.Pool;
  readonly kysely: Tx;
  /** One connection, held until it is released. Statements handed to `tx` together go out together, in that order. */
  hold(): Promise<Held>;
  close(): Promise<void>;
};

export type Held = { readonly client: pg.PoolClient; readonly tx: Tx; /** @param lost true closes the connection instead of keeping it */ release(lost?: boolean): void };

/** The same handle, seen with a module's own tables. */
export const on = <Tables>(tx: Tx): Kysely<Tables> => tx as unknown as Kysely<Tables>;

export type PoolLimits = { readonly max?: number; readonly statementMillis?: number };

/**
 * A statement that begins with this comment is parsed and planned once per connection instead of at every call: for the few that
 * each request or each order runs. Its text must not vary with the number of rows; lists travel as one array or JSON parameter.
 */
const PREPARED = '/* prepared */';
/** No more names than this per process, so that a text that varies after all cannot fill the database's memory. */
const MOST_PREPARED = 200;
const names = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_PREPARED) return known;
  const name = `q${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

/** pg's client, which sends marked statements under a name. */
class PreparingClient extends pg.Client {
  // @ts-expect-error -- pg declares nine overloads; the one form that is changed is checked below, every other goes through as it came
  override query(query: unknown, values?: unknown, callback?: unknown): unknown {
    const name = typeof query === 'string' && Array.isArray(values) && query.startsWith(PREPARED) ? nameOf(query) : undefined;
    const send = super.query as (...given: unknown[]) => unknown;
    const begun = performance.now();
    const sent = name === undefined ? send.call(this, query, values, callback) : send.call(this, { name, text: query as string, values }, callback);
    if (typeof query === 'string' && sent instanceof Promise) {
      const done = (): void => noteDuration(query, performance.now() - begun);
      sent.then(done, done);
    }
    return sent;
  }
}

/**
 * Every statement is bounded in time. Statements handed over together on one connection are sent together (pipelining); each still has
 * an answer or a fault of its own. A transaction pooler may stand between if it keeps prepared statements (PgBouncer 1.21 and newer).
 */
export function openDatabase(url: string, log: Logger, limits: PoolLimits = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.max ?? 16,
    application_name: 'qingcai',
    connectionTimeoutMillis: 10_000,
    statement_timeout: limits.statementMillis ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    pipeline: true,
    Client: PreparingClient as unknown as new () => pg.ClientBase,
  });
  // Without a listener a stopped database would end the process (57P01).
  pool.on('error', (error) => log.warn({ fault: error.message }, 'an idle database connection was lost'));
  pool.on('connect', (client) => client.on('error', (error) => log.warn({ fault: error.message }, 'a database connection was lost')));
  const kysely = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) });
  const handles = new WeakMap<pg.PoolClient, Tx>();
  return {
    pool, kysely,
    async close() {
      // Kysely ends the pool only if a statement went through it.
      await kysely.destroy();
      if (!pool.ending) await pool.end();
    },
    async hold() {
      const client = await pool.connect();
      let tx = handles.get(client);
      if (tx === undefined) handles.set(client, (tx = handleOn(client)));
      return { client, tx, release: (lost) => client.release(lost) };
    },
  };
}

/** Kysely on one connection that somebody else took and releases. Its own way to hold a connection sends one statement after the other. */
function handleOn(client: pg.PoolClient): Tx {
  const borrowed = { query: client.query.bind(client), release() {} };
  return new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool: { connect: async () => borrowed as unknown as PostgresPoolClient, end: async () => {}, options: {} } }) });
}
