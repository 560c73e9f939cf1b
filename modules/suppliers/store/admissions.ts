import { on, type Tx } from '#platform/database/pool.ts';
import type { AdmissionStatus } from '../domain/admission-life.ts';
import type { Decision, EvidenceVerdict } from '../domain/judge-decision.ts';
import type { AdmissionEvidence, SupplierKind } from '../domain/model.ts';
import type { SuppliersTables } from './tables.ts';

export type StoredAdmission = {
  readonly id: string; readonly cityId: string; readonly organisationId: string; readonly kind: SupplierKind;
  readonly status: AdmissionStatus; readonly round: number; readonly openedAt: Date; readonly since: Date;
};

const admissions = (tx: Tx) => on<SuppliersTables>(tx).selectFrom('suppliers.admission as a').innerJoin('suppliers.supplier as s', 's.organisation_id', 'a.organisation_id')
  .select(['a.id', 'a.city_id', 'a.organisation_id', 's.kind', 'a.status', 'a.round', 'a.opened_at', 'a.status_since']);
type Row = { id: string; city_id: string; organisation_id: string; kind: SupplierKind; status: AdmissionStatus; round: number; opened_at: Date; status_since: Date };
const shape = (row: Row | undefined): StoredAdmission | undefined => row && {
  id: row.id, cityId: row.city_id, organisationId: row.organisation_id, kind: row.kind, status: row.status, round: row.round, openedAt: row.opened_at, since: row.status_since,
};

/** The last admission of a supplier in a city. */
export const currentAdmission = async (tx: Tx, cityId: string, organisationId: string): Promise<StoredAdmission | undefined> =>
  shape(await admissions(tx).where('a.city_id', '=', cityId).where('a.organisation_id', '=', organisationId).where('a.current', '=', true).executeTakeFirst());

/** The same, held until the end of the transaction. */
export const lockCurrentAdmission = async (tx: Tx, cityId: string, organisationId: string): Promise<StoredAdmission | undefined> =>
  shape(await admissions(tx).where('a.city_id', '=', cityId).where('a.organisation_id', '=', organisationId).where('a.current', '=', true).forUpdate('a').executeTakeFirst());

export const admissionById = async (tx: Tx, cityId: string, id: string): Promise<StoredAdmission | undefined> =>
  shape(await admissions(tx).where('a.city_id', '=', cityId).where('a.id', '=', id).executeTakeFirst());

export const lockAdmission = async (tx: Tx, cityId: string, id: string): Promise<StoredAdmission | undefined> =>
  shape(await admissions(tx).where('a.city_id', '=', cityId).where('a.id', '=', id).forUpdate('a').executeTakeFirst());

/** Begins an admission as a draft; false where another one is current, which the unique index sees even when two begin at once. */
export async function insertAdmission(tx: Tx, admission: { cityId: string; id: string; organisationId: string }, now: Date): Promise<boolean> {
  const done = await on<SuppliersTables>(tx).insertInto('suppliers.admission')
    .values({ city_id: admission.cityId, id: admission.id, organisation_id: admission.organisationId, status: 'draft', round: 0, current: true, opened_at: now, status_since: now })
    .onConflict((c) => c.columns(['city_id', 'organisation_id']).where('current', '=', true).doNothing()).executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** An ended admission makes room for the next one and keeps its record. */
export async function setAside(tx: Tx, cityId: string, id: string): Promise<void> {
  await on<SuppliersTables>(tx).updateTable('suppliers.admission').set({ current: false }).where('city_id', '=', cityId).where('id', '=', id).execute();
}

export async function saveStatus(tx: Tx, admission: { cityId: string; id: string; status: AdmissionStatus; round: number }, now: Date): Promise<void> {
  await on<SuppliersTables>(tx).updateTable('suppliers.admission').set({ status: admission.status, round: admission.round, status_since: now })
    .where('city_id', '=', admission.cityId).where('id', '=', admission.id).execute();
}

/** Puts a piece of evidence in the place of its kind. */
export async function putEvidence(tx: Tx, place: { cityId: string; admissionId: string; kind: AdmissionEvidence; evidenceId: string }, now: Date): Promise<void> {
  await on<SuppliersTables>(tx).insertInto('suppliers.admission_evidence')
    .values({ city_id: place.cityId, admission_id: place.admissionId, kind: place.kind, evidence_id: place.evidenceId, attached_at: now })
    .onConflict((c) => c.columns(['city_id', 'admission_id', 'kind']).doUpdateSet({ evidence_id: place.evidenceId, attached_at: now })).execute();
}

export async function evidencePlaces(tx: Tx, cityId: string, admissionId: string): Promise<{ kind: AdmissionEvidence; evidenceId: string }[]> {
  const rows = await on<SuppliersTables>(tx).selectFrom('suppliers.admission_evidence').select(['kind', 'evidence_id']).where('city_id', '=', cityId).where('admission_id', '=', admissionId).execute();
  return rows.map((row) => ({ kind: row.kind, evidenceId: row.evidence_id }));
}

export async function insertSubmission(tx: Tx, s: { cityId: string; admissionId: string; round: number; ruleSet: string; by: string | null }, now: Date): Promise<void> {
  await on<SuppliersTables>(tx).insertInto('suppliers.submission')
    .values({ city_id: s.cityId, admission_id: s.admissionId, round: s.round, rule_set: s.ruleSet, submitted_by: s.by, submitted_at: now }).execute();
}

export async function insertDecision(
  tx: Tx,
  d: { cityId: string; admissionId: string; round: number; decision: Decision; reasons: string; by: string | null; verdicts: readonly EvidenceVerdict[] },
  now: Date,
): Promise<void> {
  const key = { city_id: d.cityId, admission_id: d.admissionId, round: d.round };
  await on<SuppliersTables>(tx).insertInto('suppliers.decision').values({ ...key, decision: d.decision, reasons: d.reasons, decided_by: d.by, decided_at: now }).execute();
  if (d.verdicts.length === 0) return;
  await on<SuppliersTables>(tx).insertInto('suppliers.evidence_verdict')
    .values(d.verdicts.map((v) => ({ ...key, kind: v.kind, evidence_id: v.evidenceId, accepted: v.accepted, reason: v.accepted ? null : v.reason }))).execute();
}
