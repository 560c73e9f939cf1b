import type { EvidenceKind, UploadKind } from '../domain/evidence-kinds.ts';
import type { EvidenceState } from '../domain/evidence-life.ts';

export type DocumentsTables = {
  /** `bytes` is a bigint of the database and arrives as text. */
  'documents.upload': { id: string; organisation_id: string; sha256: string; bytes: string; kind: UploadKind; name: string; uploaded_by: string | null; uploaded_at: Date };
  'documents.evidence': {
    id: string; kind: EvidenceKind; number: string | null; holder_organisation_id: string; issuer: string | null; issued_on: string | null; valid_until: string | null; upload_id: string;
    state: EvidenceState; submitted_by: string | null; submitted_at: Date; decided_by: string | null; decided_for: string | null; decided_in: string | null; decided_at: Date | null; reason: string | null; withdrawn_at: Date | null;
  };
  'documents.evidence_value': { evidence_id: string; place: number; indicator_code: string | null; printed: string; unit: string | null };
  'documents.evidence_use': { city_id: string; evidence_id: string; subject_kind: string; subject_id: string; purpose: string; used_at: Date; holder_organisation_id: string };
  'identity_read.organisation': { id: string; kind: string; name: string; credit_code: string | null; home_city_id: string | null; demo: boolean };
  'identity_read.membership': { id: string; person_id: string; organisation_id: string };
  'identity_read.city': { id: string; slug: string; name_zh: string; name_en: string; demo: boolean };
};
