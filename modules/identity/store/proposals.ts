import { sql } from 'kysely';
import type { Role } from '#kernel/policy.ts';
import type { Tx } from '#platform/database/pool.ts';

export type NewRow = { id: string; organisationId: string; invitationId: string | null; membershipId: string | null; roles: readonly Role[]; proposedBy: string; proposedAs: Role };

/** False where a proposal for the same membership is open already. */
export async function insertProposal(tx: Tx, row: NewRow, now: Date): Promise<boolean> {
  const done = await sql`insert into identity.role_proposal (id, organisation_id, invitation_id, membership_id, roles, proposed_by, proposed_as, proposed_at)
    values (${row.id}, ${row.organisationId}, ${row.invitationId}, ${row.membershipId}, ${[...row.roles]}::text[], ${row.proposedBy}, ${row.proposedAs}, ${now}) on conflict do nothing`.execute(tx);
  return done.numAffectedRows === 1n;
}

export type ProposalRow = {
  id: string; organisationId: string; invitationId: string | null; membershipId: string | null; roles: Role[]; proposedBy: string; proposedByName: string; proposedAs: Role; proposedAt: Date;
  /** Null while an invitation has not been accepted. */
  forPerson: string | null; forName: string; decision: string | null;
};
type Row = { id: string; organisation_id: string; invitation_id: string | null; membership_id: string | null; roles: Role[]; proposed_by: string; proposed_by_name: string; proposed_as: Role; proposed_at: Date; for_person: string | null; for_name: string; decision: string | null };

const found = sql`select p.id, p.organisation_id, p.invitation_id, p.membership_id, p.roles, p.proposed_by, identity_read.person_name(p.proposed_by) as proposed_by_name, p.proposed_as, p.proposed_at, m.person_id as for_person, coalesce(identity_read.person_name(m.person_id), i.name) as for_name, p.decision
  from identity.role_proposal p
  left join identity.membership m on m.id = p.membership_id left join identity.invitation i on i.id = p.invitation_id`;

const shape = (row: Row): ProposalRow => ({
  id: row.id, organisationId: row.organisation_id, invitationId: row.invitation_id, membershipId: row.membership_id, roles: row.roles, proposedBy: row.proposed_by, proposedByName: row.proposed_by_name, proposedAs: row.proposed_as,
  proposedAt: row.proposed_at, forPerson: row.for_person, forName: row.for_name, decision: row.decision,
});

export async function lockProposal(tx: Tx, organisationId: string, id: string): Promise<ProposalRow | undefined> {
  const { rows } = await sql<Row>`${found} where p.id = ${id} and p.organisation_id = ${organisationId} for update of p`.execute(tx);
  return rows[0] === undefined ? undefined : shape(rows[0]);
}

/** What waits for a second person in these units, the oldest first. An invitation that has expired needs nobody any more. */
export async function openProposals(tx: Tx, organisationId: string, now: Date): Promise<ProposalRow[]> {
  const { rows } = await sql<Row>`${found} where p.organisation_id = ${organisationId} and p.decision is null and (i.id is null or i.ends_at > ${now}) order by p.id limit 100`.execute(tx);
  return rows.map(shape);
}

export async function decideOnProposal(tx: Tx, id: string, decision: string, by: { personId: string; as: Role }, reason: string | null, now: Date): Promise<void> {
  await sql`update identity.role_proposal set decision = ${decision}, decided_by = ${by.personId}, decided_as = ${by.as}, decided_at = ${now}, reason = ${reason} where id = ${id}`.execute(tx);
}
