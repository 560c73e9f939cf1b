import type { AdmissionStatus } from '../domain/admission-life.ts';
import type { Decision } from '../domain/judge-decision.ts';
import type { AdmissionEvidence, SupplierKind } from '../domain/model.ts';

export type SuppliersTables = {
  'suppliers.supplier': { organisation_id: string; kind: SupplierKind; address: string; contact_name: string; phone: string; created_at: Date };
  'suppliers.admission': { city_id: string; id: string; organisation_id: string; status: AdmissionStatus; round: number; current: boolean; opened_at: Date; status_since: Date };
  'suppliers.admission_evidence': { city_id: string; admission_id: string; kind: AdmissionEvidence; evidence_id: string; attached_at: Date };
  'suppliers.submission': { city_id: string; admission_id: string; round: number; rule_set: string; submitted_by: string | null; submitted_at: Date };
  'suppliers.decision': { city_id: string; admission_id: string; round: number; decision: Decision; reasons: string; decided_by: string | null; decided_at: Date };
  'suppliers.evidence_verdict': { city_id: string; admission_id: string; round: number; kind: AdmissionEvidence; evidence_id: string; accepted: boolean; reason: string | null };
  // Views of identity.
  'identity_read.organisation': { id: string; name: string; credit_code: string | null; demo: boolean };
  'identity_read.membership': { id: string; person_id: string; organisation_id: string };
};
