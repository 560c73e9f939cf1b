import { sql } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import { on, type Tx } from '#platform/database/pool.ts';
import type { EvidenceKind } from '../domain/evidence-kinds.ts';
import type { EvidenceState } from '../domain/evidence-life.ts';
import type { EvidenceRecord, EvidenceUse, StatedValue } from '../domain/evidence.ts';
import type { DocumentsTables } from './tables.ts';

export type NewEvidence = {
  id: string; kind: EvidenceKind; number: string | null; holderOrganisationId: string; issuer: string | null; issuedOn: LegalDay | null; validUntil: LegalDay | null; uploadId: string;
  state: EvidenceState; submittedBy: string | null; values: readonly StatedValue[];
};

export async function insertEvidence(tx: Tx, e: NewEvidence, now: Date): Promise<void> {
  await on<DocumentsTables>(tx).insertInto('documents.evidence').values({
    id: e.id, kind: e.kind, number: e.number, holder_organisation_id: e.holderOrganisationId, issuer: e.issuer, issued_on: e.issuedOn, valid_until: e.validUntil, upload_id: e.uploadId, state: e.state,
    submitted_by: e.submittedBy, submitted_at: now, decided_by: null, decided_for: null, decided_in: null, decided_at: null, reason: null, withdrawn_at: null,
  }).execute();
  if (e.values.length === 0) return;
  await on<DocumentsTables>(tx).insertInto('documents.evidence_value')
    .values(e.values.map((v, place) => ({ evidence_id: e.id, place, indicator_code: v.indicatorCode, printed: v.printed, unit: v.unit }))).execute();
}

/** What a decision must know, under lock. */
export type LockedEvidence = { id: string; kind: EvidenceKind; holderOrganisationId: string; state: EvidenceState; submittedBy: string | null; sha256: string };

export async function lockEvidence(tx: Tx, id: string): Promise<LockedEvidence | undefined> {
  const { rows } = await sql<{ id: string; kind: EvidenceKind; holder_organisation_id: string; state: EvidenceState; submitted_by: string | null; sha256: string }>`
    select e.id, e.kind, e.holder_organisation_id, e.state, e.submitted_by, u.sha256
    from documents.evidence e join documents.upload u on u.id = e.upload_id where e.id = ${id} for update of e`.execute(tx);
  const row = rows[0];
  return row === undefined ? undefined : { id: row.id, kind: row.kind, holderOrganisationId: row.holder_organisation_id, state: row.state, submittedBy: row.submitted_by, sha256: row.sha256 };
}

export async function setDecision(tx: Tx, id: string, decision: { state: 'confirmed' | 'refused'; by: string; organisationId: string; cityId: string; reason: string | null }, now: Date): Promise<void> {
  await on<DocumentsTables>(tx).updateTable('documents.evidence')
    .set({ state: decision.state, decided_by: decision.by, decided_for: decision.organisationId, decided_in: decision.cityId, decided_at: now, reason: decision.reason })
    .where('id', '=', id).execute();
}

export async function setWithdrawn(tx: Tx, id: string, now: Date): Promise<void> {
  await on<DocumentsTables>(tx).updateTable('documents.evidence').set({ state: 'withdrawn', withdrawn_at: now }).where('id', '=', id).execute();
}

/** False where this very use was there before. */
export async function insertUse(tx: Tx, use: { cityId: string; evidenceId: string; subjectKind: string; subjectId: string; purpose: string }, now: Date): Promise<boolean> {
  const done = await sql`insert into documents.evidence_use (city_id, evidence_id, subject_kind, subject_id, purpose, used_at, holder_organisation_id)
    select ${use.cityId}::uuid, e.id, ${use.subjectKind}, ${use.subjectId}::uuid, ${use.purpose}, ${now}::timestamptz, e.holder_organisation_id from documents.evidence e where e.id = ${use.evidenceId}
    on conflict do nothing`.execute(tx);
  return done.numAffectedRows === 1n;
}

export async function isUsedIn(tx: Tx, cityId: string, evidenceId: string): Promise<boolean> {
  return (await on<DocumentsTables>(tx).selectFrom('documents.evidence_use').select('city_id').where('city_id', '=', cityId).where('evidence_id', '=', evidenceId).limit(1).executeTakeFirst()) !== undefined;
}

export async function isMember(tx: Tx, personId: string, organisationId: string): Promise<boolean> {
  return (await on<DocumentsTables>(tx).selectFrom('identity_read.membership').select('id').where('person_id', '=', personId).where('organisation_id', '=', organisationId).executeTakeFirst()) !== undefined;
}

/** Everywhere evidence serves, oldest first; in one city only where it is named. */
export async function usesOf(tx: Tx, evidenceId: string, cityId?: string): Promise<EvidenceUse[]> {
  const all = on<DocumentsTables>(tx).selectFrom('documents.evidence_use').selectAll().where('evidence_id', '=', evidenceId);
  const rows = await (cityId === undefined ? all : all.where('city_id', '=', cityId)).orderBy('used_at').orderBy('city_id').orderBy('subject_id').orderBy('purpose').execute();
  return rows.map((r) => ({ cityId: r.city_id, subjectKind: r.subject_kind, subjectId: r.subject_id, purpose: r.purpose, usedAt: r.used_at }));
}

export async function evidenceById(tx: Tx, id: string): Promise<EvidenceRecord | undefined> {
  return (await recordsOf(tx, [id]))[0];
}

/** The evidence given for one thing in one city, in the order in which it was given. */
export async function evidenceUsedBy(tx: Tx, cityId: string, subjectKind: string, subjectId: string): Promise<EvidenceRecord[]> {
  const { rows } = await sql<{ evidence_id: string }>`
    select evidence_id from documents.evidence_use where city_id = ${cityId} and subject_kind = ${subjectKind} and subject_id = ${subjectId}
    group by evidence_id order by min(used_at), evidence_id`.execute(tx);
  return recordsOf(tx, rows.map((r) => r.evidence_id));
}

/** The records of these ids, in their order; unknown ones are left out. */
async function recordsOf(tx: Tx, ids: readonly string[]): Promise<EvidenceRecord[]> {
  if (ids.length === 0) return [];
  const rows = await on<DocumentsTables>(tx).selectFrom('documents.evidence as e')
    .innerJoin('documents.upload as u', 'u.id', 'e.upload_id').innerJoin('identity_read.organisation as o', 'o.id', 'e.holder_organisation_id')
    .select(['e.id', 'e.kind', 'e.number', 'e.holder_organisation_id', 'o.name as holder_name', 'e.issuer', 'e.issued_on', 'e.valid_until', 'e.upload_id', 'u.sha256', 'u.name as file_name', 'e.state', 'e.decided_by', 'e.decided_at'])
    .where('e.id', 'in', ids).execute();
  const values = await valuesOf(tx, ids);
  const byId = new Map(rows.map((r) => [r.id, {
    id: r.id, kind: r.kind, number: r.number, holderOrganisationId: r.holder_organisation_id, holderName: r.holder_name, issuer: r.issuer,
    issuedOn: r.issued_on as LegalDay | null, validUntil: r.valid_until as LegalDay | null, uploadId: r.upload_id, sha256: r.sha256, fileName: r.file_name, state: r.state,
    values: values.get(r.id) ?? [], confirmedBy: r.state === 'confirmed' ? r.decided_by : null, confirmedAt: r.state === 'confirmed' ? r.decided_at : null,
  }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function valuesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, StatedValue[]>> {
  const rows = await on<DocumentsTables>(tx).selectFrom('documents.evidence_value').selectAll().where('evidence_id', 'in', ids).orderBy('evidence_id').orderBy('place').execute();
  const byId = new Map<string, StatedValue[]>();
  for (const r of rows) byId.set(r.evidence_id, [...(byId.get(r.evidence_id) ?? []), { indicatorCode: r.indicator_code, printed: r.printed, unit: r.unit }]);
  return byId;
}
