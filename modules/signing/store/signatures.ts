import { sql } from 'kysely';
import { canonical, type Json } from '#kernel/canonical.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Statement } from '../domain/statement.ts';

/** What the server gave to sign. */
export type SigningRequest = {
  readonly id: string;
  readonly cityId: string;
  readonly serial: string;
  readonly code: string;
  readonly title: { readonly 'zh-CN': string; readonly en: string };
  readonly data: Json;
  readonly statement: Statement;
  /** SHA-256 of the paper among the files. */
  readonly paper: string | null;
  readonly askedAt: Date;
  readonly lapsesAt: Date;
};
export type StoredSignature = SigningRequest & { readonly signature: string; readonly signedAt: Date };

type Row = { id: string; city_id: string; serial: string; code: string; title_zh: string; title_en: string; data: string; statement: string; paper: string | null; asked_at: Date; lapses_at: Date; signature: string | null; signed_at: Date | null };

const shape = (row: Row): SigningRequest => ({
  id: row.id, cityId: row.city_id, serial: row.serial, code: row.code, title: { 'zh-CN': row.title_zh, en: row.title_en }, data: JSON.parse(row.data) as Json, statement: JSON.parse(row.statement) as Statement,
  paper: row.paper, askedAt: row.asked_at, lapsesAt: row.lapses_at,
});

export async function insertRequest(tx: Tx, r: SigningRequest): Promise<void> {
  await sql`insert into signing.request (city_id, id, serial, code, purpose, subject, title_zh, title_en, data, statement, paper, asked_at, lapses_at)
    values (${r.cityId}, ${r.id}, ${r.serial}, ${r.code}, ${r.statement.purpose}, ${r.statement.subject}, ${r.title['zh-CN']}, ${r.title.en}, ${canonical(r.data)}, ${canonical(r.statement as unknown as Json)}, ${r.paper}, ${r.askedAt}, ${r.lapsesAt})`.execute(tx);
}

/** What this person was given to sign and has not signed; undefined where there is no such request. */
export async function openRequest(tx: Tx, cityId: string, id: string, personId: string): Promise<SigningRequest | undefined> {
  const { rows } = await sql<Row>`select r.*, null as signature, null::timestamptz as signed_at from signing.request r join signing.key k on k.city_id = r.city_id and k.serial = r.serial
    where r.city_id = ${cityId} and r.id = ${id} and k.person_id = ${personId} and not exists (select from signing.signature s where s.city_id = r.city_id and s.id = r.id)`.execute(tx);
  return rows[0] === undefined ? undefined : shape(rows[0]);
}

/** False where another request signed it first: one request, one signature. */
export async function insertSignature(tx: Tx, cityId: string, id: string, signature: string, now: Date): Promise<boolean> {
  const done = await sql`insert into signing.signature (city_id, id, signature, signed_at) values (${cityId}, ${id}, ${signature}, ${now}) on conflict (city_id, id) do nothing`.execute(tx);
  return done.numAffectedRows === 1n;
}

async function signed(tx: Tx, cityId: string, by: { code: string } | { purpose: string; subject: string }): Promise<StoredSignature[]> {
  const [code, purpose, subject] = 'code' in by ? [by.code, null, null] : [null, by.purpose, by.subject];
  const { rows } = await sql<Row>`select * from signing.signed(${cityId}, ${code}, ${purpose}, ${subject}) order by signed_at, id`.execute(tx);
  return rows.map((row) => ({ ...shape(row), signature: row.signature!, signedAt: row.signed_at! }));
}

export const signatureByCode = async (tx: Tx, cityId: string, code: string): Promise<StoredSignature | undefined> => (await signed(tx, cityId, { code }))[0];

/** The signatures on a thing under a purpose, in their order. */
export const signaturesOn = (tx: Tx, cityId: string, purpose: string, subject: string): Promise<StoredSignature[]> => signed(tx, cityId, { purpose, subject });

/** The paper that was laid before this person; undefined where there is none. */
export async function paperAskedOf(tx: Tx, cityId: string, id: string, personId: string): Promise<{ sha256: string; code: string } | undefined> {
  const { rows } = await sql<{ sha256: string; code: string }>`select r.paper as sha256, r.code from signing.request r join signing.key k on k.city_id = r.city_id and k.serial = r.serial
    where r.city_id = ${cityId} and r.id = ${id} and k.person_id = ${personId} and r.paper is not null`.execute(tx);
  return rows[0];
}
