/** The pure front door of documents: words and rules that higher modules and the browser may use. */
export { CONFIRMED_BY_CENTRE, EVIDENCE_KINDS, fileKindsOf, isNumbered, UPLOAD_KINDS, UPLOAD_LIMIT_BYTES, type EvidenceKind, type UploadKind } from './domain/evidence-kinds.ts';
export { EVIDENCE_LIFE, EVIDENCE_STATES, isUsable, type EvidenceState } from './domain/evidence-life.ts';
export { expiryOf, SOON_DAYS, type EvidenceRecord, type EvidenceUse, type Expiry, type StatedValue } from './domain/evidence.ts';
