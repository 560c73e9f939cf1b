import { sql } from 'kysely';
import { on, type Tx } from '#platform/database/pool.ts';
import type { Decision } from '../domain/judge-decision.ts';
import type { AdmissionEvidence } from '../domain/model.ts';
import type { SuppliersTables } from './tables.ts';

export type Round = {
  readonly round: number; readonly ruleSet: string; readonly submittedAt: Date;
  readonly decision: { readonly decision: Decision; readonly reasons: string; readonly by: string | null; readonly at: Date } | null;
};

/** Every submission of an admission with its decision, the first one first. */
export async function roundsOf(tx: Tx, cityId: string, admissionId: string): Promise<Round[]> {
  const rows = await on<SuppliersTables>(tx).selectFrom('suppliers.submission as s')
    .leftJoin('suppliers.decision as d', (join) => join.onRef('d.city_id', '=', 's.city_id').onRef('d.admission_id', '=', 's.admission_id').onRef('d.round', '=', 's.round'))
    .select(['s.round', 's.rule_set', 's.submitted_at', 'd.decision', 'd.reasons', 'd.decided_at', sql<string | null>`identity_read.person_name(d.decided_by)`.as('decided_by')])
    .where('s.city_id', '=', cityId).where('s.admission_id', '=', admissionId).orderBy('s.round').execute();
  return rows.map((row) => ({
    round: row.round, ruleSet: row.rule_set, submittedAt: row.submitted_at,
    decision: row.decision === null || row.decided_at === null ? null : { decision: row.decision, reasons: row.reasons ?? '', by: row.decided_by, at: row.decided_at },
  }));
}

export type StoredVerdict = { readonly round: number; readonly kind: AdmissionEvidence; readonly evidenceId: string; readonly accepted: boolean; readonly reason: string | null };

/** What this city's centre has said of single pieces of evidence, in every round. */
export async function verdictsOf(tx: Tx, cityId: string, admissionId: string): Promise<StoredVerdict[]> {
  const rows = await on<SuppliersTables>(tx).selectFrom('suppliers.evidence_verdict').select(['round', 'kind', 'evidence_id', 'accepted', 'reason'])
    .where('city_id', '=', cityId).where('admission_id', '=', admissionId).orderBy('round').execute();
  return rows.map((row) => ({ round: row.round, kind: row.kind, evidenceId: row.evidence_id, accepted: row.accepted, reason: row.reason }));
}
