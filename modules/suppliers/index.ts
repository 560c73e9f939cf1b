/** The front door of suppliers for higher modules on the server. All acts run in the caller's transaction. */
import { legalDayAt, writtenInstant } from '#kernel/date.ts';
import { refuse, type Result } from '#kernel/result.ts';
import { confirmEvidence, evidenceById, refuseEvidence, useEvidence } from '#modules/documents/index.ts';
import { enrol, registerOrganisation } from '#modules/identity/index.ts';
import { notify } from '#modules/notifications/index.ts';
import { newId } from '#platform/clock.ts';
import type { WriteCall } from '#platform/database/call.ts';
import { takeSeat } from '#platform/database/duty.ts';
import type { Tx } from '#platform/database/pool.ts';
import { attachedTo, ruleSetInForce, ruleSetOfId } from './case.ts';
import type { AdmissionStatus } from './domain/admission-life.ts';
import type { Decision } from './domain/judge-decision.ts';
import type { AdmissionEvidence, SupplierKind } from './domain/model.ts';
import { supplierNotices } from './domain/notices.ts';
import { requirementsOf } from './domain/rule-set.ts';
import { attachEvidence as attach, openAdmission as open, type AttachNeeds, type AttachRefusal, type OpenRefusal } from './operations/attach-evidence.ts';
import { decideAdmission as decide, type DecideInput, type DecideRefusal } from './operations/decide-admission.ts';
import { registerSupplier as register, type RegisterRefusal, type Registration } from './operations/register-supplier.ts';
import { submitAdmission as submit, type SubmitRefusal } from './operations/submit-admission.ts';
import { currentAdmission, insertAdmission, insertDecision, insertSubmission, lockAdmission, lockCurrentAdmission, putEvidence, saveStatus, setAside } from './store/admissions.ts';
import { cityFacts } from './store/cities.ts';
import { roundsOf } from './store/history.ts';
import { belongsTo, insertSupplier, supplierById } from './store/suppliers.ts';

export { supplierById, type StoredSupplier } from './store/suppliers.ts';
export type { AdmissionStatus } from './domain/admission-life.ts';
export type { AdmissionEvidence, SupplierKind } from './domain/model.ts';
export type { AttachRefusal, DecideInput, DecideRefusal, OpenRefusal, RegisterRefusal, Registration, SubmitRefusal };

/** What the event `suppliers.admission-decided@1` tells. */
export type AdmissionDecided = { readonly admissionId: string; readonly organisationId: string; readonly round: number; readonly decision: Decision; readonly status: AdmissionStatus };

/** Registers a supplier with its organisation and first person; `demo` takes invented credit codes and marks all three as a demonstration. */
export const registerSupplier = (call: WriteCall, input: Registration): Promise<Result<{ organisationId: string; personId: string; membershipId: string }, RegisterRefusal>> =>
  register(
    {
      // Whoever registers acts from here on for what was registered: nobody else could touch it.
      async foundOrganisation(o) {
        const founded = await registerOrganisation(call, o);
        if (founded.ok) await takeSeat(call.tx, { personId: null, organisationId: founded.value.organisationId });
        return founded;
      },
      async enrol(p) {
        const enrolled = await enrol(call, p);
        if (enrolled.ok) await takeSeat(call.tx, { personId: enrolled.value.personId, organisationId: p.organisation.id });
        return enrolled;
      },
      insertSupplier: (s) => insertSupplier(call.tx, s, call.now),
      record: call.record, emit: call.emit,
    },
    input,
  );

const attaching = (call: WriteCall, cityId: string): AttachNeeds => ({
  newId,
  supplier: (organisationId) => supplierById(call.tx, organisationId),
  asked: (kind) => {
    const set = ruleSetInForce(legalDayAt(call.now));
    return set === undefined ? [] : requirementsOf(set, kind).map((one) => one.evidence);
  },
  admissions: {
    lockCurrent: (organisationId) => lockCurrentAdmission(call.tx, cityId, organisationId),
    begin: (id, organisationId) => insertAdmission(call.tx, { cityId, id, organisationId }, call.now),
    setAside: (id) => setAside(call.tx, cityId, id),
  },
  evidence: (id) => evidenceById(call.tx, id),
  putEvidence: (place) => putEvidence(call.tx, { cityId, ...place }, call.now),
  record: (entry) => call.record({ ...entry, cityId }),
});

/** The admission of a supplier in a city on which it may work; a draft is begun where none is open. */
export async function openAdmission(call: WriteCall, input: { cityId: string; organisationId: string }): Promise<Result<{ admissionId: string }, OpenRefusal>> {
  const opened = await open(attaching(call, input.cityId), { organisationId: input.organisationId, demoCity: (await cityFacts(call.tx, input.cityId)).demo });
  return opened.ok ? { ok: true, value: { admissionId: opened.value.id } } : opened;
}

/** Saves one piece of the supplier's evidence into its open admission. */
export const attachEvidence = async (call: WriteCall, input: { cityId: string; organisationId: string; kind: AdmissionEvidence; evidenceId: string }): Promise<Result<{ admissionId: string }, AttachRefusal>> =>
  attach(attaching(call, input.cityId), { ...input, demoCity: (await cityFacts(call.tx, input.cityId)).demo });

/** Hands the open admission to the centre. */
export const submitAdmission = (call: WriteCall, input: { cityId: string; organisationId: string; round?: number }): Promise<Result<{ admissionId: string; round: number }, SubmitRefusal>> =>
  submit(
    {
      today: legalDayAt(call.now),
      ruleSet: ruleSetInForce(legalDayAt(call.now)),
      lockCurrent: (organisationId) => lockCurrentAdmission(call.tx, input.cityId, organisationId),
      attached: (admissionId) => attachedTo(call.tx, input.cityId, admissionId),
      async save({ ruleSet, ...admission }) {
        await saveStatus(call.tx, { cityId: input.cityId, ...admission }, call.now);
        await insertSubmission(call.tx, { cityId: input.cityId, admissionId: admission.id, round: admission.round, ruleSet, by: call.actor?.personId ?? null }, call.now);
      },
      use: async (evidenceId, admissionId) => expected(await useEvidence(call, { evidenceId, cityId: input.cityId, subjectKind: 'admission', subjectId: admissionId, purpose: 'admission' })),
      record: (entry) => call.record({ ...entry, cityId: input.cityId }),
      emit: (event) => call.emit({ ...event, cityId: input.cityId }),
    },
    input,
  );

/** Puts the evidence in and submits, for loaders and tests; people do it piece by piece. */
export async function applyForAdmission(
  call: WriteCall,
  input: { cityId: string; organisationId: string; evidence: readonly { kind: AdmissionEvidence; evidenceId: string }[] },
): Promise<Result<{ admissionId: string; round: number }, OpenRefusal | AttachRefusal | SubmitRefusal>> {
  const opened = await openAdmission(call, input);
  if (!opened.ok) return opened;
  for (const piece of input.evidence) {
    const attached = await attachEvidence(call, { cityId: input.cityId, organisationId: input.organisationId, ...piece });
    if (!attached.ok) return attached;
  }
  return submitAdmission(call, input);
}

/** By a reviewer of the centre of the call's city; never by anyone of the supplier. The evidence is confirmed or refused in the same act. */
export async function decideAdmission(call: WriteCall, input: DecideInput): Promise<Result<{ status: AdmissionStatus }, DecideRefusal>> {
  const { cityId } = call;
  if (cityId === null) return refuse('not-found', 'admission');
  const rounds = () => roundsOf(call.tx, cityId, input.admissionId);
  return decide(
    {
      today: legalDayAt(call.now),
      async ruleSetOf(_, round) {
        const set = (await rounds()).find((one) => one.round === round)?.ruleSet;
        if (set === undefined) throw new Error(`round ${round} of ${input.admissionId} was never submitted`);
        return ruleSetOfId(set);
      },
      lock: (id) => lockAdmission(call.tx, cityId, id),
      attached: (id) => attachedTo(call.tx, cityId, id),
      ofTheSupplier: async (organisationId) => call.actor !== null && (call.actor.organisationId === organisationId || (await belongsTo(call.tx, call.actor.personId, organisationId))),
      async lastDecision() {
        const last = (await rounds()).findLast((one) => one.decision !== null)?.decision;
        return last === null || last === undefined ? null : { by: last.by ?? '', at: writtenInstant(last.at) };
      },
      confirmEvidence: (evidenceId) => confirmEvidence(call, { evidenceId }),
      refuseEvidence: (evidenceId, reason) => refuseEvidence(call, { evidenceId, reason }),
      async save(d) {
        await saveStatus(call.tx, { cityId, id: d.admissionId, status: d.status, round: d.round }, call.now);
        await insertDecision(call.tx, { cityId, admissionId: d.admissionId, round: d.round, decision: d.decision, reasons: d.reasons, by: call.actor?.personId ?? null, verdicts: d.verdicts }, call.now);
      },
      async tellSupplier(organisationId, admissionId, decision, reasons) {
        const city = await cityFacts(call.tx, cityId);
        await notify(call, { organisationId, cityId, code: NOTICE[decision], kind: supplierNotices[NOTICE[decision]], subjectKind: 'admission', subjectId: admissionId, facts: { cityZh: city.nameZh, cityEn: city.nameEn, reasons }, path: '/work/admission' });
      },
      record: call.record,
      emit: (event) => call.emit({ ...event, cityId }),
    },
    input,
  );
}

const NOTICE = {
  admit: 'suppliers.notice.admission-admitted',
  return: 'suppliers.notice.admission-returned',
  refuse: 'suppliers.notice.admission-refused',
} as const satisfies Record<Decision, keyof typeof supplierNotices>;

/** A lower module's refusal of something that was judged beforehand is a fault, not an answer. */
function expected(result: Result<void>): void {
  if (!result.ok) throw new Error(`a judged act was refused: ${result.refusal.code}`);
}

/** How a supplier stands in a city; undefined where it has not asked, or has only begun to. */
export async function admissionOf(tx: Tx, cityId: string, organisationId: string): Promise<{ status: Exclude<AdmissionStatus, 'draft'>; kind: SupplierKind } | undefined> {
  const admission = await currentAdmission(tx, cityId, organisationId);
  return admission === undefined || admission.status === 'draft' ? undefined : { status: admission.status, kind: admission.kind };
}
