import type { Json } from '#kernel/canonical.ts';
import { legalDayAt, type LegalDay } from '#kernel/date.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { fileKindsOf, isNumbered, type EvidenceKind, type UploadKind } from '../domain/evidence-kinds.ts';
import { EVIDENCE_LIFE, type EvidenceState } from '../domain/evidence-life.ts';
import { faultOfDates, type StatedValue } from '../domain/evidence.ts';

export type SubmittedEvidence = {
  readonly kind: EvidenceKind;
  readonly number: string | null;
  readonly holderOrganisationId: string;
  readonly issuer: string | null;
  readonly issuedOn: LegalDay | null;
  readonly validUntil: LegalDay | null;
  readonly uploadId: string;
  readonly values: readonly StatedValue[];
};
export type SubmitEvidenceRefusal = 'upload-unknown' | 'evidence-number-missing' | 'dates-out-of-order' | 'file-kind-not-evidence';

export type SubmitEvidenceNeeds = {
  readonly now: Date;
  readonly personId: string | null;
  readonly newId: () => string;
  /** Undefined where the upload is not this organisation's. */
  readonly uploadOf: (organisationId: string, uploadId: string) => Promise<{ sha256: string; kind: UploadKind } | undefined>;
  readonly insert: (evidence: SubmittedEvidence & { id: string; state: EvidenceState; submittedBy: string | null }) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: Json; cityId: null }) => void;
};

/** Takes a file of the holder's as typed evidence, still to be confirmed (Regulation art. 17: the materials a supplier provides). */
export async function submitEvidence(needs: SubmitEvidenceNeeds, input: SubmittedEvidence): Promise<Result<{ evidenceId: string }, SubmitEvidenceRefusal>> {
  const upload = await needs.uploadOf(input.holderOrganisationId, input.uploadId);
  if (upload === undefined) return refuse('upload-unknown', 'uploadId');
  const kinds = fileKindsOf(input.kind);
  if (!kinds.includes(upload.kind)) return refuse('file-kind-not-evidence', 'uploadId', { kind: upload.kind, kinds: kinds.join(' / ').toUpperCase() });
  const number = input.number?.trim() === '' ? null : (input.number?.trim() ?? null);
  if (number === null && isNumbered(input.kind)) return refuse('evidence-number-missing', 'number');
  const wrong = faultOfDates(input, legalDayAt(needs.now));
  if (wrong !== null) return refuse('dates-out-of-order', wrong);

  const id = needs.newId();
  await needs.insert({ ...input, number, id, state: EVIDENCE_LIFE.initial, submittedBy: needs.personId });
  needs.record({
    kind: 'evidence-submitted', subject: id, cityId: null,
    body: { kind: input.kind, number, holder: input.holderOrganisationId, issuer: input.issuer, issuedOn: input.issuedOn, validUntil: input.validUntil, sha256: upload.sha256, values: input.values.map((v) => ({ ...v })) },
  });
  return ok({ evidenceId: id });
}
