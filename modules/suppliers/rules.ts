/** The pure front door of suppliers: words and rules that higher modules and the browser may use. */
export { creditCodeFault, creditCodeOf, checkCharacterOf, faultAtRegistration, type CreditCodeFault } from './domain/credit-code.ts';
export { ADMISSION_EVIDENCE, EVIDENCE_FIELDS, SUPPLIER_KINDS, type AdmissionEvidence, type EvidenceField, type SupplierKind } from './domain/model.ts';
export { ADMISSION_STATUSES, type AdmissionStatus } from './domain/admission-life.ts';
export { DECISIONS, type Decision, type EvidenceVerdict } from './domain/judge-decision.ts';
export type { Gap, GapFault } from './domain/gaps.ts';
