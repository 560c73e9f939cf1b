import { z } from 'zod';
import { CitySlug, Instant, Line, operation, PageQuery, Paragraph, refusals, Uuid } from '#kernel/wire.ts';
import { Admission, AdmissionEvidence, AdmissionStatus, Decision, Requirement, Round, RuleSet, Supplier, SupplierKind } from './shapes.ts';

export const QueueStatus = z.enum(['submitted', 'returned', 'admitted', 'refused', 'withdrawn']);
export type QueueStatus = z.infer<typeof QueueStatus>;
const Count = z.number().int();

/** The centre's desk: what waits for a decision, or what was decided. */
export const queue = operation
  .route({ method: 'GET', path: '/{city}/suppliers/admissions', summary: '待审核的准入申请 · Applications before the centre', tags: ['suppliers'] })
  .input(z.strictObject({ city: CitySlug, status: QueueStatus.default('submitted'), ...PageQuery }))
  .output(z.object({
    rows: z.array(z.object({ id: Uuid, name: z.string(), kind: SupplierKind, status: AdmissionStatus, round: Count, since: Instant, demo: z.boolean() })),
    total: Count,
    counts: z.object({ submitted: Count, returned: Count, admitted: Count, refused: Count, withdrawn: Count }),
  }));

export const UnderReview = z.object({
  supplier: Supplier, admission: Admission, ruleSet: RuleSet, requirements: z.array(Requirement), rounds: z.array(Round),
  may: z.object({ decide: z.boolean() }),
  /** Why the reader may not decide though the application waits; null otherwise. */
  mayNotBecause: z.enum(['own-admission']).nullable(),
});
export type UnderReview = z.infer<typeof UnderReview>;

export const review = operation
  .route({ method: 'GET', path: '/{city}/suppliers/admissions/{admission}', summary: '一份准入申请 · One application', tags: ['suppliers'] })
  .input(z.strictObject({ city: CitySlug, admission: Uuid }))
  .output(UnderReview);

export const decide = operation
  .route({ method: 'POST', path: '/{city}/suppliers/admissions/{admission}/decision', summary: '准予、退回或不予准入 · Admit, return or refuse', tags: ['suppliers'] })
  .input(z.strictObject({
    city: CitySlug, admission: Uuid, decision: Decision, reasons: Paragraph(2000),
    /** The submission the reviewer has seen. */
    round: z.number().int().min(1).max(1000),
    evidence: z.array(z.strictObject({ kind: AdmissionEvidence, evidenceId: Uuid, accepted: z.boolean(), reason: Line(500).nullable() })).max(10),
  }))
  .output(z.object({ status: AdmissionStatus }))
  .errors(refusals({
    'already-decided': 409, 'submission-changed': 409, 'own-admission': 422, 'reasons-missing': 422, 'evidence-reason-missing': 422,
    'evidence-not-judged': 422, 'evidence-not-accepted': 422, 'evidence-incomplete': 422, 'evidence-not-attached': 422,
  }));
