import { ok, refuse, type Result } from '#kernel/result.ts';
import { ENDED, OPEN_TO_SUPPLIER, type AdmissionStatus } from '../domain/admission-life.ts';
import type { AdmissionEvidence, SupplierKind } from '../domain/model.ts';

type OpenAdmission = { readonly id: string; readonly status: AdmissionStatus; readonly round: number };

export type AttachNeeds = {
  readonly newId: () => string;
  readonly supplier: (organisationId: string) => Promise<{ kind: SupplierKind; demo: boolean } | undefined>;
  /** Evidence asked of this kind of supplier today. */
  readonly asked: (kind: SupplierKind) => readonly AdmissionEvidence[];
  readonly admissions: {
    lockCurrent(organisationId: string): Promise<OpenAdmission | undefined>;
    /** False where another one began at the same moment. */
    begin(id: string, organisationId: string): Promise<boolean>;
    setAside(id: string): Promise<void>;
  };
  readonly evidence: (id: string) => Promise<{ kind: string; holderOrganisationId: string } | undefined>;
  readonly putEvidence: (place: { admissionId: string; kind: AdmissionEvidence; evidenceId: string }) => Promise<void>;
  readonly record: (entry: { kind: 'admission-opened' | 'admission-evidence-attached'; subject: string; body: Record<string, string> }) => void;
};

export type OpenRefusal = 'not-a-supplier' | 'demonstration-only' | 'admission-with-the-centre';
export type AttachRefusal = OpenRefusal | 'not-found' | 'evidence-not-asked';

/**
 * The admission that the supplier may work on in this city: its present draft or returned one, or a new draft where there is none or the last one has ended.
 * A demonstration organisation may ask in demonstration cities only.
 */
export async function openAdmission(needs: Omit<AttachNeeds, 'asked' | 'evidence' | 'putEvidence'>, input: { organisationId: string; demoCity: boolean }): Promise<Result<OpenAdmission & { kind: SupplierKind }, OpenRefusal>> {
  const supplier = await needs.supplier(input.organisationId);
  if (supplier === undefined) return refuse('not-a-supplier');
  if (supplier.demo && !input.demoCity) return refuse('demonstration-only', 'city');
  const current = await needs.admissions.lockCurrent(input.organisationId);
  if (current !== undefined && OPEN_TO_SUPPLIER.includes(current.status)) return ok({ ...current, kind: supplier.kind });
  if (current !== undefined && !ENDED.includes(current.status)) return refuse('admission-with-the-centre', 'admission', { status: current.status });
  if (current !== undefined) await needs.admissions.setAside(current.id);
  const id = needs.newId();
  if (!(await needs.admissions.begin(id, input.organisationId))) {
    const theirs = await needs.admissions.lockCurrent(input.organisationId);
    if (theirs === undefined || theirs.status !== 'draft') return refuse('admission-with-the-centre', 'admission', { status: theirs?.status ?? 'submitted' });
    return ok({ ...theirs, kind: supplier.kind });
  }
  needs.record({ kind: 'admission-opened', subject: id, body: { organisation: input.organisationId } });
  return ok({ id, status: 'draft', round: 0, kind: supplier.kind });
}

/** Puts a piece of the supplier's own evidence into its admission, in the place of what stood there: the draft is kept by the platform, not by the page. */
export async function attachEvidence(needs: AttachNeeds, input: { organisationId: string; demoCity: boolean; kind: AdmissionEvidence; evidenceId: string }): Promise<Result<{ admissionId: string }, AttachRefusal>> {
  const open = await openAdmission(needs, input);
  if (!open.ok) return open;
  if (!needs.asked(open.value.kind).includes(input.kind)) return refuse('evidence-not-asked', 'kind', { evidence: input.kind });
  const evidence = await needs.evidence(input.evidenceId);
  if (evidence === undefined || evidence.holderOrganisationId !== input.organisationId || evidence.kind !== input.kind) return refuse('not-found', 'evidenceId');
  await needs.putEvidence({ admissionId: open.value.id, kind: input.kind, evidenceId: input.evidenceId });
  needs.record({ kind: 'admission-evidence-attached', subject: open.value.id, body: { evidence: input.evidenceId, kind: input.kind } });
  return ok({ admissionId: open.value.id });
}
