import { sql } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { AdmissionEvidence } from '../domain/model.ts';

export type ReusableEvidence = {
  readonly evidenceId: string; readonly kind: AdmissionEvidence; readonly number: string | null; readonly issuer: string | null;
  readonly issuedOn: LegalDay | null; readonly validUntil: LegalDay | null; readonly fileName: string; readonly sha256: string; readonly state: 'submitted' | 'confirmed';
};

/** A supplier's evidence of these kinds that still holds on a day, the newest first: what was handed in once need not be handed in again. */
export async function reusableEvidence(tx: Tx, organisationId: string, kinds: readonly AdmissionEvidence[], on: LegalDay): Promise<ReusableEvidence[]> {
  const { rows } = await sql<{ id: string; kind: AdmissionEvidence; number: string | null; issuer: string | null; issued_on: LegalDay | null; valid_until: LegalDay | null; name: string; sha256: string; state: 'submitted' | 'confirmed' }>`
    select e.id, e.kind, e.number, e.issuer, e.issued_on, e.valid_until, u.name, u.sha256, e.state
    from documents_read.evidence e join documents_read.upload u on u.id = e.upload_id
    where e.holder_organisation_id = ${organisationId} and e.kind = any(${[...kinds]}::text[]) and e.state in ('submitted', 'confirmed')
      and (e.valid_until is null or e.valid_until >= ${on}::date)
    order by e.submitted_at desc, e.id desc limit 30`.execute(tx);
  return rows.map((r) => ({ evidenceId: r.id, kind: r.kind, number: r.number, issuer: r.issuer, issuedOn: r.issued_on, validUntil: r.valid_until, fileName: r.name, sha256: r.sha256, state: r.state }));
}
