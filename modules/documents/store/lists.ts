import { sql, type RawBuilder } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { EvidenceKind, UploadKind } from '../domain/evidence-kinds.ts';
import type { EvidenceState } from '../domain/evidence-life.ts';
import type { StatedValue } from '../domain/evidence.ts';
import { valuesOf } from './evidence.ts';

/** Everything a page shows of one piece of evidence. */
export type EvidenceRow = {
  id: string; kind: EvidenceKind; number: string | null; issuer: string | null; issuedOn: LegalDay | null; validUntil: LegalDay | null; state: EvidenceState;
  holder: { id: string; name: string; demo: boolean };
  file: { uploadId: string; name: string; bytes: number; kind: UploadKind; sha256: string };
  submittedBy: string | null; submittedAt: Date; values: readonly StatedValue[];
  decision: { organisationName: string; at: Date; reason: string | null } | null;
  uses: { city: { slug: string; nameZh: string; nameEn: string }; subjectKind: string; subjectId: string; purpose: string; usedAt: Date }[];
};

/** Whose eyes: the holder sees all uses of its own evidence, a city's body sees what is used in its city and only those uses. */
export type Seen = { by: 'holder'; organisationId: string } | { by: 'city'; cityId: string };
export type Filter = { state?: EvidenceState | undefined; kinds?: readonly EvidenceKind[] | undefined };

const visible = (seen: Seen): RawBuilder<unknown> =>
  seen.by === 'holder' ? sql`e.holder_organisation_id = ${seen.organisationId}` : sql`exists (select from documents.evidence_use w where w.city_id = ${seen.cityId} and w.evidence_id = e.id)`;

/** One page of the evidence that these eyes may see, the newest first, with how many there are in all. */
export async function listEvidence(tx: Tx, seen: Seen, filter: Filter, page: number, size: number): Promise<{ rows: EvidenceRow[]; total: number }> {
  const where = sql`${visible(seen)} and (${filter.state ?? null}::text is null or e.state = ${filter.state ?? null}) and (${filter.kinds ?? null}::text[] is null or e.kind = any(${filter.kinds ?? null}::text[]))`;
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from documents.evidence e where ${where}`.execute(tx);
  const rows = await load(tx, seen, sql`where ${where} order by e.submitted_at desc, e.id desc limit ${size} offset ${(page - 1) * size}`);
  return { rows, total: counted[0]!.total };
}

/** Undefined where it is unknown or these eyes may not see it: it does not tell which. */
export async function oneEvidence(tx: Tx, seen: Seen, id: string): Promise<EvidenceRow | undefined> {
  return (await load(tx, seen, sql`where e.id = ${id} and ${visible(seen)}`))[0];
}

type Raw = {
  id: string; kind: EvidenceKind; number: string | null; issuer: string | null; issued_on: LegalDay | null; valid_until: LegalDay | null; state: EvidenceState; submitted_by: string | null; submitted_at: Date;
  holder_id: string; holder_name: string; holder_demo: boolean; upload_id: string; file_name: string; bytes: string; file_kind: UploadKind; sha256: string; decided_name: string | null; decided_at: Date | null; reason: string | null;
};

async function load(tx: Tx, seen: Seen, rest: RawBuilder<unknown>): Promise<EvidenceRow[]> {
  const { rows } = await sql<Raw>`
    select e.id, e.kind, e.number, e.issuer, e.issued_on, e.valid_until, e.state, e.submitted_by, e.submitted_at, o.id as holder_id, o.name as holder_name, o.demo as holder_demo,
      u.id as upload_id, u.name as file_name, u.bytes, u.kind as file_kind, u.sha256, d.name as decided_name, e.decided_at, e.reason
    from documents.evidence e join documents.upload u on u.id = e.upload_id join identity_read.organisation o on o.id = e.holder_organisation_id
      left join identity_read.organisation d on d.id = e.decided_for ${rest}`.execute(tx);
  if (rows.length === 0) return [];
  const ids = rows.map((r) => r.id);
  const values = await valuesOf(tx, ids);
  const uses = await usesShown(tx, seen, ids);
  return rows.map((r) => ({
    id: r.id, kind: r.kind, number: r.number, issuer: r.issuer, issuedOn: r.issued_on, validUntil: r.valid_until, state: r.state, submittedBy: r.submitted_by, submittedAt: r.submitted_at,
    holder: { id: r.holder_id, name: r.holder_name, demo: r.holder_demo },
    file: { uploadId: r.upload_id, name: r.file_name, bytes: Number(r.bytes), kind: r.file_kind, sha256: r.sha256 },
    values: values.get(r.id) ?? [], uses: uses.get(r.id) ?? [],
    decision: r.decided_name === null || r.decided_at === null ? null : { organisationName: r.decided_name, at: r.decided_at, reason: r.reason },
  }));
}

async function usesShown(tx: Tx, seen: Seen, ids: readonly string[]): Promise<Map<string, EvidenceRow['uses']>> {
  const { rows } = await sql<{ evidence_id: string; slug: string; name_zh: string; name_en: string; subject_kind: string; subject_id: string; purpose: string; used_at: Date }>`
    select w.evidence_id, c.slug, c.name_zh, c.name_en, w.subject_kind, w.subject_id, w.purpose, w.used_at
    from documents.evidence_use w join identity_read.city c on c.id = w.city_id
    where w.evidence_id = any(${ids}::uuid[]) and (${seen.by === 'city' ? seen.cityId : null}::uuid is null or w.city_id = ${seen.by === 'city' ? seen.cityId : null}::uuid)
    order by w.used_at, c.slug, w.subject_id, w.purpose`.execute(tx);
  const byId = new Map<string, EvidenceRow['uses']>();
  for (const r of rows) byId.set(r.evidence_id, [...(byId.get(r.evidence_id) ?? []), { city: { slug: r.slug, nameZh: r.name_zh, nameEn: r.name_en }, subjectKind: r.subject_kind, subjectId: r.subject_id, purpose: r.purpose, usedAt: r.used_at }]);
  return byId;
}

/** The stored file of a piece of evidence, where these eyes may see it; in a city, `purpose` narrows it to evidence used so. */
export async function fileOfEvidence(tx: Tx, seen: Seen, id: string, purpose?: string): Promise<{ sha256: string; bytes: number; kind: UploadKind; name: string } | undefined> {
  const narrowed = seen.by === 'city' && purpose !== undefined
    ? sql`exists (select from documents.evidence_use w where w.city_id = ${seen.cityId} and w.evidence_id = e.id and w.purpose = ${purpose})` : visible(seen);
  const { rows } = await sql<{ sha256: string; bytes: string; kind: UploadKind; name: string }>`
    select u.sha256, u.bytes, u.kind, u.name from documents.evidence e join documents.upload u on u.id = e.upload_id where e.id = ${id} and ${narrowed}`.execute(tx);
  const row = rows[0];
  return row === undefined ? undefined : { sha256: row.sha256, bytes: Number(row.bytes), kind: row.kind, name: row.name };
}
