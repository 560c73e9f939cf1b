import type { LegalDay } from '#kernel/date.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { AdmissionStatus } from '../domain/admission-life.ts';
import { gapsOf } from '../domain/gaps.ts';
import { judgeDecision, type Decision, type DecisionRefusal, type EvidenceVerdict } from '../domain/judge-decision.ts';
import type { AdmissionEvidence, AdmissionRuleSet, Attached, SupplierKind } from '../domain/model.ts';
import { requirementsOf } from '../domain/rule-set.ts';

export type DecideNeeds = {
  readonly today: LegalDay;
  /** The rule set under which the round was submitted: later rules do not change what was asked of it. Throws where the data no longer has it. */
  readonly ruleSetOf: (admissionId: string, round: number) => Promise<AdmissionRuleSet>;
  /** The admission, held until the decision is written: of two reviewers the second waits here and finds it decided. */
  readonly lock: (admissionId: string) => Promise<{ id: string; organisationId: string; kind: SupplierKind; status: AdmissionStatus; round: number } | undefined>;
  readonly attached: (admissionId: string) => Promise<{ readonly pieces: Attached }>;
  /** Whether who decides belongs to the supplier, in whatever membership. */
  readonly ofTheSupplier: (organisationId: string) => Promise<boolean>;
  readonly lastDecision: (admissionId: string) => Promise<{ by: string; at: string } | null>;
  readonly confirmEvidence: (evidenceId: string) => Promise<Result<void>>;
  readonly refuseEvidence: (evidenceId: string, reason: string) => Promise<Result<void>>;
  readonly save: (d: { admissionId: string; status: AdmissionStatus; round: number; decision: Decision; reasons: string; verdicts: readonly EvidenceVerdict[] }) => Promise<void>;
  readonly tellSupplier: (organisationId: string, admissionId: string, decision: Decision, reasons: string) => Promise<void>;
  readonly record: (entry: { kind: 'admission-decided'; subject: string; body: { organisation: string; round: number; decision: Decision; reasons: string; evidence: { kind: string; evidence: string; accepted: boolean; reason: string | null }[] } }) => void;
  readonly emit: (event: { name: 'suppliers.admission-decided@1'; subject: string; body: { admissionId: string; organisationId: string; round: number; decision: Decision; status: AdmissionStatus } }) => void;
};

export type DecideRefusal = DecisionRefusal | 'not-found';
export type DecideInput = {
  readonly admissionId: string;
  readonly decision: Decision;
  readonly reasons: string;
  /** The round the reviewer saw; left out by callers that decide on what stands now. */
  readonly round?: number;
  /** Left out: every piece is accepted where the decision admits, and none is judged otherwise. */
  readonly evidence?: readonly EvidenceVerdict[];
};

/** Decides on a submitted admission and on its evidence in one act; the supplier is told with the reasons. */
export async function decideAdmission(needs: DecideNeeds, input: DecideInput): Promise<Result<{ status: AdmissionStatus }, DecideRefusal>> {
  const admission = await needs.lock(input.admissionId);
  if (admission === undefined || admission.status === 'draft') return refuse('not-found', 'admission');
  const { pieces } = await needs.attached(admission.id);
  const asked = requirementsOf(await needs.ruleSetOf(admission.id, admission.round), admission.kind);
  const attached = (Object.keys(pieces) as AdmissionEvidence[]).filter((kind) => asked.some((one) => one.evidence === kind)).map((kind) => ({ kind, evidenceId: pieces[kind]!.evidenceId }));
  const verdicts = input.evidence ?? (input.decision === 'admit' ? attached.map((piece) => ({ ...piece, accepted: true, reason: null })) : []);
  const judged = judgeDecision({
    status: admission.status, round: admission.round, seenRound: input.round ?? admission.round,
    ofTheSupplier: await needs.ofTheSupplier(admission.organisationId),
    decision: input.decision, reasons: input.reasons, attached, verdicts,
    gaps: gapsOf(asked, pieces, needs.today),
    before: await needs.lastDecision(admission.id),
  });
  if (!judged.ok) return judged;
  const status = judged.value;
  // A piece that was confirmed elsewhere stays confirmed: this city's refusal of it is its own and stands in its verdict.
  for (const verdict of verdicts) {
    if (pieces[verdict.kind]?.state !== 'submitted') continue;
    const done = verdict.accepted ? await needs.confirmEvidence(verdict.evidenceId) : await needs.refuseEvidence(verdict.evidenceId, verdict.reason ?? '');
    // Documents asks more (who handed the piece in), and somebody may have decided on it there in the meantime.
    if (!done.ok) return done.refusal.code === 'own-evidence' ? refuse('own-admission', 'decision') : refuse('submission-changed', 'round', { round: admission.round });
  }
  await needs.save({ admissionId: admission.id, status, round: admission.round, decision: input.decision, reasons: input.reasons, verdicts });
  needs.record({
    kind: 'admission-decided', subject: admission.id,
    body: {
      organisation: admission.organisationId, round: admission.round, decision: input.decision, reasons: input.reasons,
      evidence: verdicts.map((v) => ({ kind: v.kind, evidence: v.evidenceId, accepted: v.accepted, reason: v.accepted ? null : v.reason })),
    },
  });
  needs.emit({ name: 'suppliers.admission-decided@1', subject: admission.id, body: { admissionId: admission.id, organisationId: admission.organisationId, round: admission.round, decision: input.decision, status } });
  await needs.tellSupplier(admission.organisationId, admission.id, input.decision, input.reasons);
  return ok({ status });
}
