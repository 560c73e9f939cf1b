import type { Json } from '#kernel/canonical.ts';
import type { UploadKind } from '../domain/evidence-kinds.ts';

export type KeptUpload = { readonly uploadId: string; readonly sha256: string; readonly bytes: number; readonly kind: UploadKind; readonly name: string };

export type KeepUploadNeeds = {
  readonly newId: () => string;
  /** The row under which this content of this organisation is kept: this one, or an earlier one. */
  readonly insert: (upload: { id: string; organisationId: string; sha256: string; bytes: number; kind: UploadKind; name: string }) => Promise<{ id: string; sha256: string; bytes: number; kind: UploadKind; name: string }>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: null }) => void;
};

/**
 * Notes that an organisation handed in a stored file. The same content again answers the same upload under its first name.
 * The ledger keeps hash, kind and size, each time; never the name, which may say what a bid keeps secret.
 */
export async function keepUpload(needs: KeepUploadNeeds, input: { organisationId: string; sha256: string; bytes: number; kind: UploadKind; name: string }): Promise<KeptUpload> {
  const id = needs.newId();
  const kept = await needs.insert({ id, ...input });
  needs.record({ kind: 'file-received', subject: kept.id, body: { sha256: kept.sha256, kind: kept.kind, bytes: kept.bytes, again: kept.id !== id }, cityId: null });
  return { uploadId: kept.id, sha256: kept.sha256, bytes: kept.bytes, kind: kept.kind, name: kept.name };
}
