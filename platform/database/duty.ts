import { sql } from 'kysely';
import type { Database, Tx } from './pool.ts';
import { transact } from './transact.ts';

/**
 * Internal work that passes the second fence, and why. A request never bears a duty: who names one is held by a test.
 * `upkeep` stands in SQL alone: the owner's migrations, backup and restore, and the named windows.
 */
export const DUTIES = {
  courier: 'delivers events to their consumers, whosever things they touch',
  job: 'does later what a transaction left to do, whosever things it touches',
  founding: 'founds cities, bodies and people before anybody can sign in: the command line, the demonstration, tests that act as the platform',
  sequencer: 'chains committed entries of the ledger; sees the ledger alone',
  verification: 'walks every chain of the ledger; sees the ledger alone',
  observation: 'counts what waits in the queues, for health and metrics; sees queues alone',
} as const;
export type Duty = keyof typeof DUTIES;

/** From here to its end the transaction is on this duty. */
export async function takeDuty(tx: Tx, duty: Duty): Promise<void> {
  await sql`/* prepared */ select set_config('qingcai.duty', ${duty}, true)`.execute(tx);
}

/** One snapshot, read only, on a duty. */
export const readOnDuty = <T>(database: Database, duty: Duty, look: (tx: Tx) => Promise<T>): Promise<T> => transact(database, 'look', (tx) => takeDuty(tx, duty), look);

/** One transaction on a duty that leaves no entry in the ledger: only for the books of the work itself. */
export const noteOnDuty = <T>(database: Database, duty: Duty, note: (tx: Tx) => Promise<T>): Promise<T> => transact(database, 'act', (tx) => takeDuty(tx, duty), note);

/**
 * From here to its end the transaction bears this person and this organisation (null: none), and no office: for a request that has just
 * proven (a password, an invitation) or made (a registration) who it is, whoever it came with.
 */
export async function takeSeat(tx: Tx, seat: { readonly personId: string | null; readonly organisationId: string | null }): Promise<void> {
  await sql`select set_config('qingcai.person', ${seat.personId ?? ''}, true), set_config('qingcai.organisation', ${seat.organisationId ?? ''}, true), set_config('qingcai.office', '', true)`.execute(tx);
}
