import { sql } from 'kysely';
import { on, type Tx } from '#platform/database/pool.ts';
import type { IdentityTables } from './tables.ts';

export async function oneTimeCodeOf(tx: Tx, personId: string): Promise<{ secretSealed: Buffer; createdAt: Date } | undefined> {
  const row = await on<IdentityTables>(tx).selectFrom('identity.one_time_code').select(['secret_sealed', 'created_at']).where('person_id', '=', personId).executeTakeFirst();
  return row === undefined ? undefined : { secretSealed: row.secret_sealed, createdAt: row.created_at };
}

/** Replaces what the person had. */
export async function setOneTimeCode(tx: Tx, personId: string, code: { secretSealed: Buffer; lastStep: number }, now: Date): Promise<void> {
  const row = { secret_sealed: code.secretSealed, last_step: String(code.lastStep), created_at: now };
  await on<IdentityTables>(tx).insertInto('identity.one_time_code').values({ person_id: personId, ...row }).onConflict((c) => c.column('person_id').doUpdateSet(row)).execute();
}

/** Uses the code of a time step; false where it, or a later one, was used before. Of two at once one is first. */
export async function useStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const done = await on<IdentityTables>(tx).updateTable('identity.one_time_code').set({ last_step: String(step) }).where('person_id', '=', personId).where('last_step', '<', String(step)).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function removeOneTimeCode(tx: Tx, personId: string): Promise<boolean> {
  const done = await on<IdentityTables>(tx).deleteFrom('identity.one_time_code').where('person_id', '=', personId).executeTakeFirst();
  return done.numDeletedRows === 1n;
}

/** The codes a person had before go. */
export async function replaceRecoveryCodes(tx: Tx, personId: string, codes: readonly { id: string; digest: Buffer }[], now: Date): Promise<void> {
  await on<IdentityTables>(tx).deleteFrom('identity.recovery_code').where('person_id', '=', personId).execute();
  await on<IdentityTables>(tx).insertInto('identity.recovery_code').values(codes.map(({ id, digest }) => ({ id, person_id: personId, digest, created_at: now, used_at: null }))).execute();
}

export async function recoveryCodesLeft(tx: Tx, personId: string): Promise<{ left: number; drawnAt: Date | null }> {
  const row = await on<IdentityTables>(tx).selectFrom('identity.recovery_code').select((e) => [e.fn.countAll<string>().filterWhere('used_at', 'is', null).as('left'), e.fn.max('created_at').as('drawn')]).where('person_id', '=', personId).executeTakeFirstOrThrow();
  return { left: Number(row.left), drawnAt: row.drawn };
}

/** Spends one of a person's codes; false where they have no such code, or it was spent. Works before the transaction bears the person. */
export async function spendRecoveryCode(tx: Tx, personId: string, digest: Buffer, now: Date): Promise<boolean> {
  const { rows } = await sql<{ spent: boolean }>`select identity.spend_recovery_code(${personId}, ${digest}, ${now}) as spent`.execute(tx);
  return rows[0]!.spent;
}
