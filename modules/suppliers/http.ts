import { legalDayAt, legalDayOf } from '#kernel/date.ts';
import { ok, refuse } from '#kernel/result.ts';
import { submitEvidence } from '#modules/documents/index.ts';
import { takeSeat } from '#platform/database/duty.ts';
import { serve } from '#platform/http/serve.ts';
import { askedShown, ruleSetInForce, ruleSetShown } from './case.ts';
import { contract } from './contract/index.ts';
import { requirementsOf } from './domain/rule-set.ts';
import { attachEvidence, decideAdmission, openAdmission, registerSupplier, submitAdmission } from './index.ts';
import { joinLimits } from './limits.ts';
import { policy } from './policy.ts';
import { listedSuppliers, queuedAdmissions } from './store/lists.ts';
import { ownAdmissionView, reviewView } from './views.ts';

export const routes = serve(contract, policy, {
  reads: {
    requirements: async (call) => {
      const on = legalDayAt(call.now);
      const set = ruleSetInForce(on);
      const of = (kind: 'maker' | 'distributor') => (set === undefined ? [] : requirementsOf(set, kind).map(askedShown));
      return ok({ on, ruleSet: set === undefined ? null : ruleSetShown(set), maker: of('maker'), distributor: of('distributor') });
    },
    listed: async (call, input) => {
      const { rows, ...counts } = await listedSuppliers(call.tx, call.cityId!, { q: input.q, kind: input.kind ?? null, page: input.page, size: input.size });
      return ok({ ...counts, rows: rows.map(({ admittedAt, ...row }) => ({ ...row, admittedOn: legalDayAt(admittedAt) })) });
    },
    ownAdmission: async (call) => {
      const view = await ownAdmissionView(call, call.city!, call.actor!.organisationId ?? '');
      return view === undefined ? refuse('not-found', 'supplier') : ok(view);
    },
    queue: async (call, input) => {
      const found = await queuedAdmissions(call.tx, call.cityId!, input);
      return ok({ ...found, rows: found.rows.map((row) => ({ ...row, since: row.since.toISOString() })) });
    },
    review: async (call, input) => {
      const view = await reviewView(call, input.admission);
      return view === undefined ? refuse('not-found', 'admission') : ok(view);
    },
  },
  writes: {
    join: async (call, { city: _, ...input }) => {
      const registered = await registerSupplier(call, { ...input, demo: call.city!.demo });
      if (!registered.ok) return registered;
      const { organisationId } = registered.value;
      const opened = await openAdmission(call, { cityId: call.cityId!, organisationId });
      if (!opened.ok) throw new Error(`a fresh supplier could not begin its admission: ${opened.refusal.code}`);
      // The answer is kept under the key of whoever asked: someone who registers while signed in gets their own seat back.
      if (call.actor !== null) await takeSeat(call.tx, { personId: call.actor.personId, organisationId: call.actor.organisationId });
      return ok({ organisationId, admissionId: opened.value.admissionId });
    },
    attach: async (call, { kind, evidence }) => {
      const organisationId = call.actor!.organisationId!;
      let evidenceId: string;
      if ('evidenceId' in evidence) evidenceId = evidence.evidenceId;
      else {
        const issuedOn = evidence.issuedOn === null ? null : legalDayOf(evidence.issuedOn);
        const validUntil = evidence.validUntil === null ? null : legalDayOf(evidence.validUntil);
        if (issuedOn === undefined) return refuse('day-unknown', 'evidence.issuedOn');
        if (validUntil === undefined) return refuse('day-unknown', 'evidence.validUntil');
        const given = await submitEvidence(call, { kind, number: evidence.number, issuer: evidence.issuer, issuedOn, validUntil, uploadId: evidence.uploadId, holderOrganisationId: organisationId, values: [] });
        if (!given.ok) return refuse(given.refusal.code, `evidence.${given.refusal.field ?? 'uploadId'}`, given.refusal.facts);
        evidenceId = given.value.evidenceId;
      }
      const attached = await attachEvidence(call, { cityId: call.cityId!, organisationId, kind, evidenceId });
      return attached.ok ? attached : refuse(attached.refusal.code === 'not-a-supplier' ? 'not-found' : attached.refusal.code, attached.refusal.field, attached.refusal.facts);
    },
    submit: async (call, { round }) => submitAdmission(call, { cityId: call.cityId!, organisationId: call.actor!.organisationId!, round }),
    decide: async (call, { admission, decision, reasons, round, evidence }) => decideAdmission(call, { admissionId: admission, decision, reasons, round, evidence }),
  },
  limits: { join: joinLimits },
});
