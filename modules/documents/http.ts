import type { LegalDay } from '#kernel/date.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { ReadCall } from '#platform/database/call.ts';
import { serve } from '#platform/http/serve.ts';
import { contract } from './contract/index.ts';
import type { Evidence } from './contract/evidence.ts';
import { CONFIRMED_BY_CENTRE } from './domain/evidence-kinds.ts';
import { confirmEvidence, refuseEvidence, submitEvidence, withdrawEvidence } from './index.ts';
import { policy } from './policy.ts';
import { listEvidence, oneEvidence, type Seen } from './store/lists.ts';
import { evidenceView } from './view.ts';

/** The policy lets in only who acts for an organisation. */
const ofHolder = (call: ReadCall): Seen => ({ by: 'holder', organisationId: call.actor!.organisationId! });
const ofCity = (call: ReadCall): Seen => ({ by: 'city', cityId: call.cityId! });

async function shown(call: ReadCall, as: 'holder' | 'centre', id: string): Promise<Result<Evidence, 'not-found'>> {
  const row = await oneEvidence(call.tx, as === 'holder' ? ofHolder(call) : ofCity(call), id);
  return row === undefined ? refuse('not-found', 'evidence') : ok(evidenceView(row, { actor: call.actor, now: call.now, as }));
}

export const routes = serve(contract, policy, {
  reads: {
    myEvidenceList: async (call, input) => {
      const { rows, total } = await listEvidence(call.tx, ofHolder(call), { state: input.state, kinds: input.kind && [input.kind] }, input.page, input.size);
      return ok({ rows: rows.map((row) => evidenceView(row, { actor: call.actor, now: call.now, as: 'holder' })), total });
    },
    myEvidence: (call, input) => shown(call, 'holder', input.evidence),
    centreEvidenceList: async (call, input) => {
      const kinds = input.kind === undefined ? CONFIRMED_BY_CENTRE : CONFIRMED_BY_CENTRE.filter((kind) => kind === input.kind);
      const { rows, total } = await listEvidence(call.tx, ofCity(call), { state: input.state, kinds }, input.page, input.size);
      const waiting = await listEvidence(call.tx, ofCity(call), { state: 'submitted', kinds: CONFIRMED_BY_CENTRE }, 1, 0);
      return ok({ rows: rows.map((row) => evidenceView(row, { actor: call.actor, now: call.now, as: 'centre' })), total, waiting: waiting.total });
    },
    centreEvidence: (call, input) => shown(call, 'centre', input.evidence),
  },
  writes: {
    submitEvidence: async (call, input) => {
      // The contract has made sure that the days exist.
      const submitted = await submitEvidence(call, { ...input, issuedOn: input.issuedOn as LegalDay | null, validUntil: input.validUntil as LegalDay | null, holderOrganisationId: call.actor!.organisationId! });
      return submitted.ok ? shown(call, 'holder', submitted.value.evidenceId) : submitted;
    },
    withdrawEvidence: async (call, input) => {
      const done = await withdrawEvidence(call, { evidenceId: input.evidence });
      return done.ok ? shown(call, 'holder', input.evidence) : done;
    },
    confirmEvidence: async (call, input) => {
      const done = await confirmEvidence(call, { evidenceId: input.evidence });
      return done.ok ? shown(call, 'centre', input.evidence) : done;
    },
    refuseEvidence: async (call, input) => {
      const done = await refuseEvidence(call, { evidenceId: input.evidence, reason: input.reason });
      return done.ok ? shown(call, 'centre', input.evidence) : done;
    },
  },
});
