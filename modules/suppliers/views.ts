/** What the pages of both sides show of an admission, with what the reader may do next. */
import { legalDayAt } from '#kernel/date.ts';
import { actsFrom } from '#kernel/transitions.ts';
import type { ReadCall } from '#platform/database/call.ts';
import { attachedTo, NOTHING_ATTACHED, requirementsShown, roundsShown, ruleSetInForce, ruleSetOfId, ruleSetShown } from './case.ts';
import type { OwnAdmission } from './contract/admission.ts';
import type { UnderReview } from './contract/review.ts';
import { admissionLife, ENDED } from './domain/admission-life.ts';
import { requirementsOf } from './domain/rule-set.ts';
import { admissionById, currentAdmission, type StoredAdmission } from './store/admissions.ts';
import { roundsOf } from './store/history.ts';
import { reusableEvidence } from './store/reusable.ts';
import { belongsTo, supplierById } from './store/suppliers.ts';

const admissionShown = (admission: StoredAdmission) => ({ id: admission.id, status: admission.status, round: admission.round, openedAt: admission.openedAt.toISOString(), since: admission.since.toISOString() });

/** Undefined where the organisation is no supplier. */
export async function ownAdmissionView(call: ReadCall, city: { readonly id: string; readonly demo: boolean }, organisationId: string): Promise<OwnAdmission | undefined> {
  const supplier = await supplierById(call.tx, organisationId);
  if (supplier === undefined) return undefined;
  const today = legalDayAt(call.now);
  const admission = await currentAdmission(call.tx, city.id, organisationId);
  const rounds = admission === undefined ? [] : await roundsOf(call.tx, city.id, admission.id);
  const canSubmit = admission !== undefined && actsFrom(admissionLife, admission.status).includes('submit');
  const free = admission === undefined || ENDED.includes(admission.status);
  // What is still with the supplier is judged by today's rules; what was handed in, by those it was handed in under.
  const set = canSubmit || free ? ruleSetInForce(today) : ruleSetOfId(rounds.at(-1)!.ruleSet);
  const asked = set === undefined ? [] : requirementsOf(set, supplier.kind);
  // An ended admission keeps its evidence to itself; the next one begins with nothing and may use the same pieces again.
  const attached = admission === undefined || free ? NOTHING_ATTACHED : await attachedTo(call.tx, city.id, admission.id);
  const requirements = requirementsShown(asked, attached, today);
  const demonstrationOnly = supplier.demo && !city.demo;
  const mayAttach = (canSubmit || free) && !demonstrationOnly;
  const standing = new Set(Object.values(attached.pieces).map((piece) => piece.evidenceId));
  const reusable = mayAttach ? await reusableEvidence(call.tx, organisationId, asked.map((one) => one.evidence), today) : [];
  return {
    supplier, admission: admission === undefined ? null : admissionShown(admission),
    ruleSet: set === undefined ? null : ruleSetShown(set),
    requirements, demonstrationOnly,
    reusable: reusable.filter((piece) => !standing.has(piece.evidenceId)).map((piece) => ({ ...piece, verdict: null })),
    rounds: roundsShown(rounds, false),
    may: { attach: mayAttach, submit: canSubmit && !demonstrationOnly && set !== undefined && requirements.every((one) => one.gaps.length === 0) },
  };
}

/** Undefined where this city has no such admission, or it is still its supplier's draft. */
export async function reviewView(call: ReadCall, admissionId: string): Promise<UnderReview | undefined> {
  const cityId = call.cityId!;
  const admission = await admissionById(call.tx, cityId, admissionId);
  if (admission === undefined || admission.status === 'draft') return undefined;
  const supplier = (await supplierById(call.tx, admission.organisationId))!;
  const rounds = await roundsOf(call.tx, cityId, admission.id);
  const set = ruleSetOfId(rounds.at(-1)!.ruleSet);
  const waits = actsFrom(admissionLife, admission.status).includes('admit');
  const own = call.actor !== null && (call.actor.organisationId === admission.organisationId || (await belongsTo(call.tx, call.actor.personId, admission.organisationId)));
  return {
    supplier, admission: admissionShown(admission), ruleSet: ruleSetShown(set),
    requirements: requirementsShown(requirementsOf(set, admission.kind), await attachedTo(call.tx, cityId, admission.id), legalDayAt(call.now)),
    rounds: roundsShown(rounds, true),
    may: { decide: waits && !own },
    mayNotBecause: waits && own ? 'own-admission' : null,
  };
}
