import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

export type ExportState = 'asked' | 'ready' | 'too-large';
export type ExportRow = { readonly id: string; readonly state: ExportState; readonly rows: number | null; readonly askedAt: Date; readonly readyAt: Date | null; readonly endsAt: Date };

/** The copies a person asked for that have not ended, the newest first. */
export async function exportsOf(tx: Tx, personId: string, now: Date): Promise<ExportRow[]> {
  const { rows } = await sql<ExportRow>`select id, state, rows, asked_at as "askedAt", ready_at as "readyAt", ends_at as "endsAt" from privacy.export where person_id = ${personId} and ends_at > ${now} order by asked_at desc, id limit 20`.execute(tx);
  return rows;
}

export async function insertExport(tx: Tx, one: { id: string; personId: string; endsAt: Date }, now: Date): Promise<void> {
  await sql`insert into privacy.export (id, person_id, state, asked_at, ends_at) values (${one.id}, ${one.personId}, 'asked', ${now}, ${one.endsAt})`.execute(tx);
}

/** Whose copy it is, while it waits to be made. */
export async function lockExport(tx: Tx, id: string): Promise<{ personId: string } | undefined> {
  const { rows } = await sql<{ personId: string }>`select person_id as "personId" from privacy.export where id = ${id} and state = 'asked' for update`.execute(tx);
  return rows[0];
}

export async function insertPart(tx: Tx, exportId: string, partNo: number, body: string): Promise<void> {
  await sql`insert into privacy.export_part (export_id, part_no, body) values (${exportId}, ${partNo}, ${body})`.execute(tx);
}

export async function settleExport(tx: Tx, id: string, rows: number | undefined, now: Date): Promise<void> {
  await sql`update privacy.export set state = ${rows === undefined ? 'too-large' : 'ready'}, rows = ${rows ?? null}, ready_at = ${now} where id = ${id}`.execute(tx);
  if (rows === undefined) await sql`delete from privacy.export_part where export_id = ${id}`.execute(tx);
}

/** Removes what has ended. */
export async function removeEnded(tx: Tx, now: Date): Promise<number> {
  return Number((await sql`delete from privacy.export where ends_at <= ${now}`.execute(tx)).numAffectedRows ?? 0);
}

/** One piece of a finished copy; undefined after the last. */
export async function partOf(tx: Tx, exportId: string, partNo: number): Promise<string | undefined> {
  const { rows } = await sql<{ body: string }>`select body from privacy.export_part where export_id = ${exportId} and part_no = ${partNo}`.execute(tx);
  return rows[0]?.body;
}
