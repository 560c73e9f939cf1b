/** The front door of documents for higher modules on the server. All acts run in the caller's transaction. */
import type { Result } from '#kernel/result.ts';
import { newId } from '#platform/clock.ts';
import type { WriteCall } from '#platform/database/call.ts';
import { fileName, type FileStore } from '#platform/files/index.ts';
import type { FileRefusal } from '#platform/files/store.ts';
import { UPLOAD_KINDS, UPLOAD_LIMIT_BYTES, type UploadKind } from './domain/evidence-kinds.ts';
import { decideEvidence, type DecideEvidenceRefusal } from './operations/decide-evidence.ts';
import { keepUpload, type KeptUpload } from './operations/keep-upload.ts';
import { submitEvidence as submit, type SubmitEvidenceRefusal, type SubmittedEvidence } from './operations/submit-evidence.ts';
import { useEvidence as use, type EvidenceUsed, type UseEvidenceRefusal } from './operations/use-evidence.ts';
import { withdrawEvidence as withdraw, type WithdrawEvidenceRefusal } from './operations/withdraw-evidence.ts';
import { insertEvidence, insertUse, isMember, isUsedIn, lockEvidence, setDecision, setWithdrawn } from './store/evidence.ts';
import { insertUpload, uploadOf } from './store/uploads.ts';

export { EVIDENCE_KINDS, fileKindsOf, UPLOAD_LIMIT_BYTES, type EvidenceKind, type UploadKind } from './domain/evidence-kinds.ts';
export type { EvidenceState } from './domain/evidence-life.ts';
export { expiryOf, type EvidenceRecord, type EvidenceUse, type Expiry, type StatedValue } from './domain/evidence.ts';
export { evidenceById, evidenceUsedBy, usesOf } from './store/evidence.ts';
export { uploadOf, type StoredUpload } from './store/uploads.ts';
export type { DecideEvidenceRefusal, EvidenceUsed, FileRefusal, KeptUpload, SubmitEvidenceRefusal, SubmittedEvidence, UseEvidenceRefusal, WithdrawEvidenceRefusal };

/** What the event `documents.evidence-settled@1` tells: evidence was confirmed, refused or withdrawn. City null where its holder withdrew it. */
export type EvidenceSettled = { readonly evidenceId: string; readonly state: 'confirmed' | 'refused' | 'withdrawn'; readonly holder: string; readonly reason: string | null };

/** What the store demands of every file that is handed in. */
export const uploadLimits = (meta: { name: string; declaredType?: string | undefined; declaredBytes?: number | undefined }) =>
  ({ name: meta.name, declaredType: meta.declaredType, declaredBytes: meta.declaredBytes, maxBytes: UPLOAD_LIMIT_BYTES, kinds: UPLOAD_KINDS });

/** Notes a file that the store holds already as handed in by an organisation. */
export const noteUpload = (call: WriteCall, stored: { sha256: string; bytes: number; kind: UploadKind }, meta: { name: string; organisationId: string }): Promise<KeptUpload> =>
  keepUpload(
    { newId, insert: (upload) => insertUpload(call.tx, { ...upload, uploadedBy: call.actor?.personId ?? null }, call.now), record: call.record },
    { ...stored, name: fileName(meta.name), organisationId: meta.organisationId },
  );

/** Stores a whole content and notes it, for loaders and tests; people's files are streamed through `PUT /api/documents/files`. */
export async function storeUpload(call: WriteCall, files: FileStore, content: Uint8Array, meta: { name: string; organisationId: string; declaredType?: string }): Promise<Result<KeptUpload, FileRefusal>> {
  const stored = await files.put(new Blob([new Uint8Array(content)]).stream(), uploadLimits(meta));
  if (!stored.ok) return stored;
  return { ok: true, value: await noteUpload(call, { ...stored.value, kind: stored.value.kind as UploadKind }, meta) };
}

export const submitEvidence = (call: WriteCall, input: SubmittedEvidence): Promise<Result<{ evidenceId: string }, SubmitEvidenceRefusal>> =>
  submit(
    { now: call.now, personId: call.actor?.personId ?? null, newId, uploadOf: (organisationId, id) => uploadOf(call.tx, organisationId, id), insert: (e) => insertEvidence(call.tx, e, call.now), record: call.record },
    input,
  );

/** Notes that evidence serves for a thing of a city. The caller has made sure whose evidence it is. */
export const useEvidence = (call: WriteCall, input: EvidenceUsed): Promise<Result<void, UseEvidenceRefusal>> =>
  use({ lock: (id) => lockEvidence(call.tx, id), insert: (u) => insertUse(call.tx, u, call.now), record: call.record }, input);

const deciding = (call: WriteCall) => ({
  lock: (id: string) => lockEvidence(call.tx, id),
  isUsedIn: (cityId: string, id: string) => isUsedIn(call.tx, cityId, id),
  isMember: (personId: string, organisationId: string) => isMember(call.tx, personId, organisationId),
  decide: (id: string, decision: Parameters<typeof setDecision>[2]) => setDecision(call.tx, id, decision, call.now),
  record: call.record,
  emit: call.emit,
});

/** By a reviewer of the centre of the call's city, in which the evidence must be used; never by a person of its holder. */
export const confirmEvidence = (call: WriteCall, input: { evidenceId: string }): Promise<Result<void, DecideEvidenceRefusal>> => decideEvidence(deciding(call), call, input.evidenceId, { act: 'confirm' });

/** As `confirmEvidence`; the reason is shown to the holder. */
export const refuseEvidence = (call: WriteCall, input: { evidenceId: string; reason: string }): Promise<Result<void, DecideEvidenceRefusal>> =>
  decideEvidence(deciding(call), call, input.evidenceId, { act: 'refuse', reason: input.reason });

/** By its holder alone. */
export const withdrawEvidence = (call: WriteCall, input: { evidenceId: string }): Promise<Result<void, WithdrawEvidenceRefusal>> =>
  withdraw({ lock: (id) => lockEvidence(call.tx, id), withdraw: (id) => setWithdrawn(call.tx, id, call.now), record: call.record, emit: call.emit }, call.actor?.organisationId ?? null, input.evidenceId);
