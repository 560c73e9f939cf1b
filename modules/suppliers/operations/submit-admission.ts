import type { LegalDay } from '#kernel/date.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { admissionLife, type AdmissionStatus } from '../domain/admission-life.ts';
import { gapsOf } from '../domain/gaps.ts';
import type { AdmissionEvidence, AdmissionRuleSet, Attached, SupplierKind } from '../domain/model.ts';
import { requirementsOf } from '../domain/rule-set.ts';

export type SubmitNeeds = {
  readonly today: LegalDay;
  readonly ruleSet: AdmissionRuleSet | undefined;
  readonly lockCurrent: (organisationId: string) => Promise<{ id: string; status: AdmissionStatus; round: number; kind: SupplierKind } | undefined>;
  /** What stands in the admission, with the fingerprint of each file. */
  readonly attached: (admissionId: string) => Promise<{ readonly pieces: Attached; readonly files: Readonly<Partial<Record<AdmissionEvidence, string>>> }>;
  readonly save: (admission: { id: string; status: AdmissionStatus; round: number; ruleSet: string }) => Promise<void>;
  /** Notes in documents that this city uses the piece; from then on its centre may read the file. */
  readonly use: (evidenceId: string, admissionId: string) => Promise<void>;
  readonly record: (entry: { kind: 'admission-submitted'; subject: string; body: { organisation: string; round: number; ruleSet: string; evidence: { kind: string; evidence: string; sha256: string }[] } }) => void;
  readonly emit: (event: { name: 'suppliers.admission-submitted@1'; subject: string; body: { admissionId: string; organisationId: string; round: number } }) => void;
};

export type SubmitRefusal = 'not-found' | 'admission-with-the-centre' | 'no-rules-in-force' | 'evidence-missing' | 'submission-changed';

/** Hands an admission to the centre once nothing is missing on that day; the first gap is named with its evidence and field (Regulation art. 17). */
export async function submitAdmission(needs: SubmitNeeds, input: { organisationId: string; round?: number | undefined }): Promise<Result<{ admissionId: string; round: number }, SubmitRefusal>> {
  const admission = await needs.lockCurrent(input.organisationId);
  if (admission === undefined) return refuse('not-found', 'admission');
  const to = next(admissionLife, admission.status, 'submit');
  if (to === undefined) return refuse('admission-with-the-centre', 'admission', { status: admission.status });
  if (input.round !== undefined && input.round !== admission.round) return refuse('submission-changed', 'round', { round: admission.round });
  if (needs.ruleSet === undefined) return refuse('no-rules-in-force', 'admission', { on: needs.today });
  const asked = requirementsOf(needs.ruleSet, admission.kind);
  const { pieces, files } = await needs.attached(admission.id);
  const gap = gapsOf(asked, pieces, needs.today)[0];
  if (gap !== undefined) return refuse('evidence-missing', `evidence.${gap.evidence}.${gap.field}`, { evidence: gap.evidence, field: gap.field, fault: gap.fault });
  const round = admission.round + 1;
  await needs.save({ id: admission.id, status: to, round, ruleSet: needs.ruleSet.id });
  const handed = asked.map(({ evidence }) => ({ kind: evidence, evidence: pieces[evidence]!.evidenceId, sha256: files[evidence] ?? '' }));
  for (const piece of handed) await needs.use(piece.evidence, admission.id);
  needs.record({ kind: 'admission-submitted', subject: admission.id, body: { organisation: input.organisationId, round, ruleSet: needs.ruleSet.id, evidence: handed } });
  needs.emit({ name: 'suppliers.admission-submitted@1', subject: admission.id, body: { admissionId: admission.id, organisationId: input.organisationId, round } });
  return ok({ admissionId: admission.id, round });
}
