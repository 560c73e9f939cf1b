import { sql } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { AdmissionEvidence } from '../domain/model.ts';

export type ReusableEvidence = {
  readonly evidenceId: string; readonly kind: AdmissionEvidence; readonly number: string | null; readonly issuer: string | null;
  readonly issuedOn: LegalDay | null; readonly validUntil: LegalDay | null; readonly file: { readonly uploadId: string; readonly sha256: string; readonly bytes: number; readonly kind: 'pdf' | 'png' | 'jpeg' | 'xlsx'; readonly name: string }; readonly state: 'submitted' | 'confirmed';
};

/** A supplier's evidence of these kinds that still holds on a day, the newest first: what was handed in once need not be handed in again. */
export async function reusableEvidence(tx: Tx, organisationId: string, kinds: readonly AdmissionEvidence[], on: LegalDay): Promise<ReusableEvidence[]> {
  const { rows } = await sql<{ id: string; kind: AdmissionEvidence; number: string | null; issuer: string | null; issued_on: LegalDay | null; valid_until: LegalDay | null; upload_id: string; name: string; sha256: string; bytes: string; file_kind: 'pdf' | 'png' | 'jpeg' | 'xlsx'; state: 'submitted' | 'confirmed' }>`
    select e.id, e.kind, e.number, e.issuer, e.issued_on, e.valid_until, e.upload_id, u.name, u.sha256, u.bytes, u.kind as file_kind, e.state
    from documents_read.evidence e join documents_read.upload u on u.id = e.upload_id
    where e.holder_organisation_id = ${organisationId} and e.kind = any(${[...kinds]}::text[]) and e.state in ('submitted', 'confirmed')
      and (e.valid_until is null or e.valid_until >= ${on}::date)
    order by e.submitted_at desc, e.id desc limit 30`.execute(tx);
  return rows.map((r) => ({ evidenceId: r.id, kind: r.kind, number: r.number, issuer: r.issuer, issuedOn: r.issued_on, validUntil: r.valid_until, file: { uploadId: r.upload_id, sha256: r.sha256, bytes: Number(r.bytes), kind: r.file_kind, name: r.name }, state: r.state }));
}
