import { on, type Tx } from '#platform/database/pool.ts';
import type { UploadKind } from '../domain/evidence-kinds.ts';
import type { DocumentsTables } from './tables.ts';

export type StoredUpload = { id: string; organisationId: string; sha256: string; bytes: number; kind: UploadKind; name: string };

const shape = (row: { id: string; organisation_id: string; sha256: string; bytes: string; kind: UploadKind; name: string }): StoredUpload =>
  ({ id: row.id, organisationId: row.organisation_id, sha256: row.sha256, bytes: Number(row.bytes), kind: row.kind, name: row.name });

const columns = ['id', 'organisation_id', 'sha256', 'bytes', 'kind', 'name'] as const;

/** The upload under which this content of this organisation is kept: the given one, or the one that was there before. */
export async function insertUpload(tx: Tx, upload: StoredUpload & { uploadedBy: string | null }, now: Date): Promise<StoredUpload> {
  await on<DocumentsTables>(tx).insertInto('documents.upload')
    .values({ id: upload.id, organisation_id: upload.organisationId, sha256: upload.sha256, bytes: String(upload.bytes), kind: upload.kind, name: upload.name, uploaded_by: upload.uploadedBy, uploaded_at: now })
    .onConflict((c) => c.columns(['organisation_id', 'sha256']).doNothing()).execute();
  const row = await on<DocumentsTables>(tx).selectFrom('documents.upload').select(columns)
    .where('organisation_id', '=', upload.organisationId).where('sha256', '=', upload.sha256).executeTakeFirstOrThrow();
  return shape(row);
}

/** Undefined where the upload is unknown or another organisation's: it does not tell which. */
export async function uploadOf(tx: Tx, organisationId: string, id: string): Promise<StoredUpload | undefined> {
  const row = await on<DocumentsTables>(tx).selectFrom('documents.upload').select(columns).where('id', '=', id).where('organisation_id', '=', organisationId).executeTakeFirst();
  return row === undefined ? undefined : shape(row);
}
