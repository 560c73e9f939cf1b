import type { Json } from '#kernel/canonical.ts';
import type { DomainEvent } from '#kernel/event.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { EVIDENCE_LIFE, type EvidenceState } from '../domain/evidence-life.ts';

export type WithdrawEvidenceRefusal = 'not-found' | 'evidence-already-settled';

export type WithdrawEvidenceNeeds = {
  readonly lock: (evidenceId: string) => Promise<{ holderOrganisationId: string; state: EvidenceState; sha256: string } | undefined>;
  readonly withdraw: (evidenceId: string) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: null }) => void;
  readonly emit: (event: DomainEvent) => void;
};

/** The holder no longer stands by its evidence. It stays on record with its uses; who relies on it is told. */
export async function withdrawEvidence(needs: WithdrawEvidenceNeeds, organisationId: string | null, evidenceId: string): Promise<Result<void, WithdrawEvidenceRefusal>> {
  const evidence = await needs.lock(evidenceId);
  if (evidence === undefined || organisationId !== evidence.holderOrganisationId) return refuse('not-found', 'evidence');
  if (next(EVIDENCE_LIFE, evidence.state, 'withdraw') === undefined) return refuse('evidence-already-settled', 'evidence', { state: evidence.state });
  await needs.withdraw(evidenceId);
  needs.record({ kind: 'evidence-withdrawn', subject: evidenceId, cityId: null, body: { sha256: evidence.sha256 } });
  needs.emit({ name: 'documents.evidence-settled@1', subject: evidenceId, cityId: null, body: { evidenceId, state: 'withdrawn', holder: evidence.holderOrganisationId, reason: null } });
  return ok(undefined);
}
