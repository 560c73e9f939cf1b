import type { Json } from '#kernel/canonical.ts';
import type { DomainEvent } from '#kernel/event.ts';
import type { Actor } from '#kernel/policy.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import type { EvidenceKind } from '../domain/evidence-kinds.ts';
import { EVIDENCE_LIFE, type EvidenceState } from '../domain/evidence-life.ts';

export type DecideEvidenceRefusal = 'not-found' | 'not-allowed' | 'own-evidence' | 'evidence-already-decided';
export type Decision = { readonly act: 'confirm' } | { readonly act: 'refuse'; readonly reason: string };

export type DecideEvidenceNeeds = {
  readonly lock: (evidenceId: string) => Promise<{ kind: EvidenceKind; holderOrganisationId: string; state: EvidenceState; submittedBy: string | null; sha256: string } | undefined>;
  readonly isUsedIn: (cityId: string, evidenceId: string) => Promise<boolean>;
  readonly isMember: (personId: string, organisationId: string) => Promise<boolean>;
  readonly decide: (evidenceId: string, decision: { state: 'confirmed' | 'refused'; by: string; organisationId: string; cityId: string; reason: string | null }) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: string }) => void;
  readonly emit: (event: DomainEvent) => void;
};

/**
 * A person of the centre confirms or refuses evidence that serves in the centre's city. Nobody decides on evidence
 * of an organisation they belong to, nor on what they submitted themselves (Government Procurement Law art. 12, Regulation art. 9: recusal).
 */
export async function decideEvidence(needs: DecideEvidenceNeeds, by: { actor: Actor | null; cityId: string | null }, evidenceId: string, decision: Decision): Promise<Result<void, DecideEvidenceRefusal>> {
  const { actor, cityId } = by;
  if (actor === null || cityId === null || actor.organisationId === null) return refuse('not-allowed');
  const evidence = await needs.lock(evidenceId);
  if (evidence === undefined || !(await needs.isUsedIn(cityId, evidenceId))) return refuse('not-found', 'evidence');
  const own = actor.organisationId === evidence.holderOrganisationId || actor.personId === evidence.submittedBy || (await needs.isMember(actor.personId, evidence.holderOrganisationId));
  if (own) return refuse('own-evidence', 'evidence');
  if (actor.homeCityId !== cityId || !actor.roles.includes('centre.reviewer')) return refuse('not-allowed');
  const to = next(EVIDENCE_LIFE, evidence.state, decision.act);
  if (to === undefined) return refuse('evidence-already-decided', 'evidence', { state: evidence.state });

  const state = decision.act === 'confirm' ? 'confirmed' : 'refused';
  const reason = decision.act === 'refuse' ? decision.reason : null;
  await needs.decide(evidenceId, { state, by: actor.personId, organisationId: actor.organisationId, cityId, reason });
  needs.record({ kind: `evidence-${state}`, subject: evidenceId, cityId, body: { kind: evidence.kind, sha256: evidence.sha256, holder: evidence.holderOrganisationId, ...(reason === null ? {} : { reason }) } });
  needs.emit({ name: 'documents.evidence-settled@1', subject: evidenceId, cityId, body: { evidenceId, state, holder: evidence.holderOrganisationId, reason } });
  return ok(undefined);
}
