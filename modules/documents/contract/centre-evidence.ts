import { z } from 'zod';
import { CitySlug, operation, PageQuery, Paragraph, refusals, Uuid } from '#kernel/wire.ts';
import { Evidence, EvidenceKindName, EvidencePage, EvidenceStateName } from './evidence.ts';

/** Evidence used in the city that a person of the centre confirms; test reports are compared elsewhere. */
export const centreEvidenceList = operation
  .route({ method: 'GET', path: '/{city}/documents/evidence', summary: '本市使用的证明材料 · Evidence used in the city', tags: ['documents'] })
  .input(z.strictObject({ city: CitySlug, state: EvidenceStateName.optional(), kind: EvidenceKindName.optional(), ...PageQuery }))
  .output(EvidencePage.extend({ waiting: z.number().int() }));

export const centreEvidence = operation
  .route({ method: 'GET', path: '/{city}/documents/evidence/{evidence}', summary: '本市使用的一份证明材料 · One piece of evidence used in the city', tags: ['documents'] })
  .input(z.strictObject({ city: CitySlug, evidence: Uuid }))
  .output(Evidence);

const decided = refusals({ 'own-evidence': 403, 'evidence-already-decided': 409 });

export const confirmEvidence = operation
  .route({ method: 'POST', path: '/{city}/documents/evidence/{evidence}/confirmation', summary: '确认证明材料 · Confirm evidence', tags: ['documents'] })
  .input(z.strictObject({ city: CitySlug, evidence: Uuid }))
  .output(Evidence)
  .errors(decided);

export const refuseEvidence = operation
  .route({ method: 'POST', path: '/{city}/documents/evidence/{evidence}/refusal', summary: '不予确认并说明理由 · Refuse evidence with a reason', tags: ['documents'] })
  .input(z.strictObject({ city: CitySlug, evidence: Uuid, reason: Paragraph(1000).min(4) }))
  .output(Evidence)
  .errors(decided);
