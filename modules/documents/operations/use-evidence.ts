import type { Json } from '#kernel/canonical.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { isUsable, type EvidenceState } from '../domain/evidence-life.ts';

export type EvidenceUsed = { readonly evidenceId: string; readonly cityId: string; readonly subjectKind: string; readonly subjectId: string; readonly purpose: string };
export type UseEvidenceRefusal = 'evidence-unknown' | 'evidence-not-usable';

export type UseEvidenceNeeds = {
  readonly lock: (evidenceId: string) => Promise<{ state: EvidenceState; sha256: string } | undefined>;
  /** False where this very use was noted before. */
  readonly insert: (use: EvidenceUsed) => Promise<boolean>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: string }) => void;
};

/** Notes that evidence serves for a thing of a city, which opens it to the city's bodies. What was refused or withdrawn serves for nothing new. */
export async function useEvidence(needs: UseEvidenceNeeds, use: EvidenceUsed): Promise<Result<void, UseEvidenceRefusal>> {
  const evidence = await needs.lock(use.evidenceId);
  if (evidence === undefined) return refuse('evidence-unknown', 'evidenceId');
  if (!isUsable(evidence.state)) return refuse('evidence-not-usable', 'evidenceId', { state: evidence.state });
  if (await needs.insert(use)) {
    needs.record({ kind: 'evidence-used', subject: use.evidenceId, cityId: use.cityId, body: { sha256: evidence.sha256, subjectKind: use.subjectKind, subject: use.subjectId, purpose: use.purpose } });
  }
  return ok(undefined);
}
