import { z } from 'zod';
import { Line, operation, PageQuery, refusals, Uuid } from '#kernel/wire.ts';
import { Evidence, EvidenceKindName, EvidencePage, EvidenceStateName, ExistingDay, StatedValue } from './evidence.ts';

export const myEvidenceList = operation
  .route({ method: 'GET', path: '/documents/evidence', summary: '本单位的证明材料 · Evidence of one’s own organisation', tags: ['documents'] })
  .input(z.strictObject({ state: EvidenceStateName.optional(), kind: EvidenceKindName.optional(), ...PageQuery }))
  .output(EvidencePage);

export const myEvidence = operation
  .route({ method: 'GET', path: '/documents/evidence/{evidence}', summary: '一份证明材料 · One piece of evidence', tags: ['documents'] })
  .input(z.strictObject({ evidence: Uuid }))
  .output(Evidence);

export const submitEvidence = operation
  .route({ method: 'POST', path: '/documents/evidence', summary: '提交证明材料 · Submit evidence', tags: ['documents'] })
  .input(z.strictObject({
    kind: EvidenceKindName, number: Line(100).nullable(), issuer: Line(200).nullable(), issuedOn: ExistingDay.nullable(), validUntil: ExistingDay.nullable(), uploadId: Uuid,
    values: z.array(StatedValue).max(200),
  }))
  .output(Evidence)
  .errors(refusals({ 'upload-unknown': 404, 'evidence-number-missing': 422, 'dates-out-of-order': 422, 'file-kind-not-evidence': 422 }));

export const withdrawEvidence = operation
  .route({ method: 'POST', path: '/documents/evidence/{evidence}/withdrawal', summary: '撤回证明材料 · Withdraw evidence', tags: ['documents'] })
  .input(z.strictObject({ evidence: Uuid }))
  .output(Evidence)
  .errors(refusals({ 'evidence-already-settled': 409 }));
