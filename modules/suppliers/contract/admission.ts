import { z } from 'zod';
import { CitySlug, Day, Line, operation, refusals, Uuid } from '#kernel/wire.ts';
import { Admission, AdmissionEvidence, Claim, Requirement, Round, RuleSet, Supplier } from './shapes.ts';

/** A supplier's own admission in the city of the path. */
export const OwnAdmission = z.object({
  supplier: Supplier,
  /** Null where the supplier has not asked this city yet. */
  admission: Admission.nullable(),
  ruleSet: RuleSet.nullable(),
  requirements: z.array(Requirement),
  /** Evidence of the supplier that it has given before and may use here again, by kind. */
  reusable: z.array(Claim.extend({ kind: AdmissionEvidence })),
  rounds: z.array(Round),
  may: z.object({ attach: z.boolean(), submit: z.boolean() }),
  /** True for a demonstration organisation in a city that is none: it may not ask here. */
  demonstrationOnly: z.boolean(),
});
export type OwnAdmission = z.infer<typeof OwnAdmission>;

export const ownAdmission = operation
  .route({ method: 'GET', path: '/{city}/suppliers/admission', summary: '本单位的准入申请 · Our own admission', tags: ['suppliers'] })
  .input(z.strictObject({ city: CitySlug }))
  .output(OwnAdmission);

const kept = { 'admission-with-the-centre': 409, 'demonstration-only': 422 } as const;

/** Saves one piece of evidence into the draft: a new file with what is said of it, or a piece given before. */
export const attach = operation
  .route({ method: 'PUT', path: '/{city}/suppliers/admission/evidence/{kind}', summary: '保存一份准入材料 · Save one piece of evidence', tags: ['suppliers'] })
  .input(z.strictObject({
    city: CitySlug,
    kind: AdmissionEvidence,
    evidence: z.union([
      z.strictObject({ evidenceId: Uuid }),
      z.strictObject({ uploadId: Uuid, number: Line(100).nullable(), issuer: Line(200).nullable(), issuedOn: Day.nullable(), validUntil: Day.nullable() }),
    ]),
  }))
  .output(z.object({ admissionId: Uuid }))
  .errors(refusals({ ...kept, 'evidence-not-asked': 422, 'upload-unknown': 404, 'day-unknown': 422, 'dates-out-of-order': 422, 'evidence-number-missing': 422, 'file-kind-not-evidence': 415 }));

export const submit = operation
  .route({ method: 'POST', path: '/{city}/suppliers/admission/submission', summary: '提交准入申请 · Submit the application', tags: ['suppliers'] })
  .input(z.strictObject({
    city: CitySlug,
    /** How often it had been submitted when the page was drawn: a colleague may have submitted since. */
    round: z.number().int().min(0).max(1000),
  }))
  .output(z.object({ admissionId: Uuid, round: z.number().int() }))
  .errors(refusals({ ...kept, 'no-rules-in-force': 409, 'evidence-missing': 422, 'submission-changed': 409 }));
