import { next } from '#kernel/transitions.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { admissionLife, type AdmissionStatus } from './admission-life.ts';
import type { Gap } from './gaps.ts';
import type { AdmissionEvidence } from './model.ts';

export const DECISIONS = ['admit', 'return', 'refuse'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What the reviewer says of one piece of evidence. A refused piece needs its reason, which the supplier reads. */
export type EvidenceVerdict = { readonly kind: AdmissionEvidence; readonly evidenceId: string; readonly accepted: boolean; readonly reason: string | null };

export type DecisionRefusal =
  | 'already-decided' | 'submission-changed' | 'own-admission' | 'reasons-missing' | 'evidence-reason-missing'
  | 'evidence-not-judged' | 'evidence-not-accepted' | 'evidence-incomplete' | 'evidence-not-attached';

export type DecisionCase = {
  readonly status: AdmissionStatus;
  readonly round: number;
  /** The round whose evidence the reviewer saw. */
  readonly seenRound: number;
  /** True where the reviewer, or the organisation they act for, belongs to the supplier. */
  readonly ofTheSupplier: boolean;
  readonly decision: Decision;
  readonly reasons: string;
  readonly attached: readonly { readonly kind: AdmissionEvidence; readonly evidenceId: string }[];
  readonly verdicts: readonly EvidenceVerdict[];
  /** What is missing on the day of the decision: evidence may have run out since it was submitted. */
  readonly gaps: readonly Gap[];
  /** Who decided before, where somebody did: named in the refusal. */
  readonly before: { readonly by: string; readonly at: string } | null;
};

/**
 * Whether a decision on an admission stands, and the status it leads to. Admission needs every piece accepted and complete on the day;
 * return and refusal need their reasons (GPL art. 22 and 23: conditions are examined, and not used to treat suppliers unequally).
 */
export function judgeDecision(one: DecisionCase): Result<AdmissionStatus, DecisionRefusal> {
  if (one.ofTheSupplier) return refuse('own-admission', 'decision');
  const to = next(admissionLife, one.status, one.decision);
  if (to === undefined) return refuse('already-decided', 'decision', { status: one.status, by: one.before?.by ?? '', at: one.before?.at ?? '' });
  if (one.seenRound !== one.round) return refuse('submission-changed', 'round', { round: one.round });
  for (const [at, verdict] of one.verdicts.entries()) {
    if (!one.attached.some((piece) => piece.kind === verdict.kind && piece.evidenceId === verdict.evidenceId)) return refuse('evidence-not-attached', `evidence.${at}.evidenceId`);
    if (!verdict.accepted && (verdict.reason ?? '').trim() === '') return refuse('evidence-reason-missing', `evidence.${at}.reason`, { evidence: verdict.kind });
  }
  if (one.decision !== 'admit') return one.reasons.trim() === '' ? refuse('reasons-missing', 'reasons', { decision: one.decision }) : ok(to);
  const gap = one.gaps[0];
  if (gap !== undefined) return refuse('evidence-incomplete', `evidence.${gap.evidence}`, { evidence: gap.evidence, field: gap.field, fault: gap.fault });
  for (const piece of one.attached) {
    const verdict = one.verdicts.find((v) => v.kind === piece.kind);
    if (verdict === undefined) return refuse('evidence-not-judged', `evidence.${piece.kind}`, { evidence: piece.kind });
    if (!verdict.accepted) return refuse('evidence-not-accepted', `evidence.${piece.kind}`, { evidence: piece.kind });
  }
  return ok(to);
}
