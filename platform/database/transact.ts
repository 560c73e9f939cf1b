import type { CompiledQuery } from 'kysely';
import type { Database, Tx } from './pool.ts';

/**
 * One transaction on one connection, in as few messages as it allows: `begin` goes out together with the first statement of `enter`, and
 * what `work` leaves to `last` goes out together with the commit. `work` begins when begin and `enter` were answered.
 * A fault of `work` rolls back. A fault of a last statement makes the database roll back at the commit; it is thrown here.
 * @param mode `look`: read only, one snapshot for all its statements. `act`: read committed.
 */
export async function transact<E, T>(
  database: Database,
  mode: 'look' | 'act',
  enter: (tx: Tx) => Promise<E>,
  work: (tx: Tx, entered: E, last: (statement: CompiledQuery) => void) => Promise<T>,
): Promise<T> {
  const { client, tx, release } = await database.hold();
  let lost = false;
  try {
    const closing: CompiledQuery[] = [];
    let value: T;
    try {
      // Sent by itself, not through the handle, so that it surely stands before what `enter` sends.
      const begun = client.query(mode === 'look' ? 'begin isolation level repeatable read read only' : 'begin');
      const [, entered] = await Promise.all([begun, enter(tx)]);
      value = await work(tx, entered, (statement) => void closing.push(statement));
    } catch (fault) {
      await client.query('rollback').catch(() => (lost = true));
      throw fault;
    }
    const sent = closing.map((statement) => client.query(statement.sql, [...statement.parameters]));
    const committed = client.query('commit');
    // The connection is given back only when everything that was sent on it is answered.
    await Promise.allSettled([...sent, committed]);
    await Promise.all(sent);
    if ((await committed).command === 'ROLLBACK') throw new Error('the database rolled back instead of committing');
    return value;
  } finally {
    release(lost);
  }
}
