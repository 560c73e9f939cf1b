import { sql, type RawBuilder } from 'kysely';
import { canonical, type Json } from '#kernel/canonical.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Certificate, Holder, RevocationReason } from '../domain/certificate.ts';
import type { KeyCopy } from '../domain/key-copy.ts';

/** A key with its certificate as the city gave it. */
export type StoredKey = {
  readonly certificate: Certificate;
  readonly certificateSignature: string;
  readonly holder: Holder;
  readonly revoked: { readonly at: string; readonly reason: RevocationReason; readonly byHolder: boolean } | null;
};

type KeyRow = { certificate: string; certificate_signature: string; person_id: string; person_name: string; organisation_name: string; salt: string; revoked_at: Date | null; revoked_by: string | null; revoked_for: RevocationReason | null };

const shape = (row: KeyRow): StoredKey => ({
  certificate: JSON.parse(row.certificate) as Certificate, certificateSignature: row.certificate_signature,
  holder: { person: row.person_name, organisation: row.organisation_name, salt: row.salt },
  revoked: row.revoked_at === null || row.revoked_for === null ? null : { at: row.revoked_at.toISOString(), reason: row.revoked_for, byHolder: row.revoked_by === row.person_id },
});

const keysFrom = async (tx: Tx, from: RawBuilder<unknown>): Promise<StoredKey[]> => (await sql<KeyRow>`
  select certificate, certificate_signature, person_id, person_name, organisation_name, salt, revoked_at, revoked_by, revoked_for from ${from}`.execute(tx)).rows.map(shape);
const keysWhere = (tx: Tx, where: RawBuilder<unknown>): Promise<StoredKey[]> => keysFrom(tx, sql`signing.key where ${where}`);

/** A key of an organisation, held until the transaction ends so that no revocation comes between; undefined where the organisation has no such key. */
export const lockKey = async (tx: Tx, cityId: string, organisationId: string, serial: string): Promise<StoredKey | undefined> =>
  (await keysWhere(tx, sql`city_id = ${cityId} and organisation_id = ${organisationId} and serial = ${serial} for update`))[0];

/** Whosever it is: a signature is checked by others. */
export const keyOf = async (tx: Tx, cityId: string, serial: string): Promise<StoredKey | undefined> => (await keysFrom(tx, sql`signing.certified(${cityId}, ${serial})`))[0];

/** All keys this person ever had in this organisation and city, the newest first. */
export const keysOfPerson = (tx: Tx, cityId: string, organisationId: string, personId: string): Promise<StoredKey[]> =>
  keysWhere(tx, sql`city_id = ${cityId} and organisation_id = ${organisationId} and person_id = ${personId} order by valid_from desc, serial`);

/** The keys of an organisation that nobody has revoked, by name; for its administrator. */
export const keysOfOrganisation = (tx: Tx, cityId: string, organisationId: string): Promise<StoredKey[]> =>
  keysWhere(tx, sql`city_id = ${cityId} and organisation_id = ${organisationId} and revoked_at is null order by person_name, valid_from desc limit 500`);

/** False where the city has certified this public key, or given this serial number, before. */
export async function insertKey(tx: Tx, key: StoredKey): Promise<boolean> {
  const { certificate: c, holder } = key;
  const done = await sql`insert into signing.key (city_id, serial, person_id, organisation_id, suite, public_key, certificate, certificate_signature, person_name, organisation_name, salt, valid_from, valid_until)
    values (${c.city}, ${c.serial}, ${c.person}, ${c.organisation}, ${c.suite}, ${c.publicKey}, ${canonical(c as unknown as Json)}, ${key.certificateSignature}, ${holder.person}, ${holder.organisation}, ${holder.salt}, ${c.from}, ${c.until})
    on conflict do nothing`.execute(tx);
  return done.numAffectedRows === 1n;
}

export async function saveRevocation(tx: Tx, cityId: string, serial: string, by: string, reason: RevocationReason, now: Date): Promise<void> {
  await sql`update signing.key set revoked_at = ${now}, revoked_by = ${by}, revoked_for = ${reason} where city_id = ${cityId} and serial = ${serial}`.execute(tx);
}

export async function insertDemonstrationCopy(tx: Tx, cityId: string, serial: string, copy: KeyCopy): Promise<void> {
  await sql`insert into signing.demonstration_copy (city_id, serial, copy) values (${cityId}, ${serial}, ${JSON.stringify(copy)})`.execute(tx);
}

/** The copies that whoever plays this person of the demonstration may open. */
export async function demonstrationCopies(tx: Tx, cityId: string, organisationId: string, personId: string): Promise<ReadonlyMap<string, KeyCopy>> {
  const { rows } = await sql<{ serial: string; copy: string }>`select d.serial, d.copy from signing.demonstration_copy d join signing.key k on k.city_id = d.city_id and k.serial = d.serial
    where d.city_id = ${cityId} and k.organisation_id = ${organisationId} and k.person_id = ${personId} and k.revoked_at is null`.execute(tx);
  return new Map(rows.map((row) => [row.serial, JSON.parse(row.copy) as KeyCopy]));
}
