import type { DomainEvent } from '#kernel/event.ts';
import type { Role } from '#kernel/policy.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { faultOfDeciding, type Proposal } from '../domain/granting.ts';
import type { Giver, Recorded, Unit } from './invite.ts';

export type HeldProposal = Proposal & { readonly id: string; readonly proposedAs: Role; readonly invitationId: string | null; readonly membershipId: string | null; readonly roles: readonly Role[]; /** Null while nobody has decided. */ readonly decision: string | null };

export type DecideProposalNeeds = {
  readonly unit: Unit;
  readonly giver: Giver;
  /** The proposal in this unit, held until the end. */
  readonly lock: (id: string) => Promise<HeldProposal | undefined>;
  readonly decide: (id: string, decision: 'confirmed' | 'refused' | 'withdrawn', reason: string | null) => Promise<void>;
  /** Gives the confirmed roles to a membership; an invitation gives them when it is accepted. */
  readonly give: (proposal: HeldProposal, membershipId: string) => Promise<void>;
  readonly record: Recorded;
  readonly emit: (event: DomainEvent) => void;
};

export type DecideProposalRefusal = 'not-found' | 'proposal-decided' | 'own-proposal' | 'own-roles' | 'reason-missing';

/** A second person with the right confirms or refuses powerful roles that another proposed. The proposer may take the proposal back. */
export async function decideProposal(needs: DecideProposalNeeds, input: { proposalId: string; confirms: boolean; reason: string | null }): Promise<Result<{ decision: 'confirmed' | 'refused' | 'withdrawn' }, DecideProposalRefusal>> {
  const { unit, giver } = needs;
  const proposal = await needs.lock(input.proposalId);
  if (proposal === undefined) return refuse('not-found', 'proposal');
  if (proposal.decision !== null) return refuse('proposal-decided', 'proposal');
  const takesBack = !input.confirms && proposal.proposedBy === giver.personId;
  const fault = takesBack ? null : faultOfDeciding(proposal, giver.personId);
  if (fault !== null) return refuse(fault, 'proposal');
  if (!input.confirms && !takesBack && (input.reason ?? '') === '') return refuse('reason-missing', 'reason');
  const decision = takesBack ? 'withdrawn' : input.confirms ? 'confirmed' : 'refused';
  await needs.decide(proposal.id, decision, input.confirms ? null : input.reason);
  if (decision === 'confirmed' && proposal.membershipId !== null) await needs.give(proposal, proposal.membershipId);
  needs.record({ kind: `role-proposal-${decision}`, subject: `organisation:${unit.id}`, body: { proposal: proposal.id, invitation: proposal.invitationId, membership: proposal.membershipId, roles: [...proposal.roles], as: giver.as }, cityId: null });
  if (decision === 'confirmed' && proposal.invitationId !== null) needs.emit({ name: 'identity.invited@1', subject: proposal.invitationId, cityId: null, body: { invitation: proposal.invitationId, organisation: unit.id } });
  if (decision === 'confirmed' && proposal.membershipId !== null) needs.emit({ name: 'identity.roles-changed@1', subject: proposal.membershipId, cityId: null, body: { membership: proposal.membershipId, organisation: unit.id } });
  return ok({ decision });
}
