/** Approval before an order is placed, wired. All acts run in the caller's transaction, for the calling unit. */
import { legalDayAt, type LegalDay } from '#kernel/date.ts';
import { moneyOf } from '#kernel/money.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { holdPlacing, placeOrder } from '#modules/orders/index.ts';
import { newId } from '#platform/clock.ts';
import type { ReadCall, WriteCall } from '#platform/database/call.ts';
import type { RequestView } from './contract/approval.ts';
import { faultOfBands, faultOfDeciding, type Band } from './domain/approval.ts';
import { approveRequest as approve, returnRequest as giveBack, withdrawRequest as withdraw, type DecideNeeds } from './operations/decide-request.ts';
import { ownerOf } from './owner.ts';
import { insertDecision, insertRule, lockRequest, putBack, requestsOf, rulesOf, saveRequest, type StoredRequest } from './store/requests.ts';

/** Sets the calling unit's rule from a day on; earlier purchases keep the rule they were made under. */
export async function setApprovalRule(call: WriteCall, input: { validFrom: LegalDay; bands: readonly Band[] }): Promise<Result<{ ruleId: string }, 'valid-from-past' | 'bands-out-of-order' | 'not-a-buyer'>> {
  const owner = ownerOf(call);
  if (call.actor!.organisationKind !== 'buyer') return refuse('not-a-buyer');
  if (input.validFrom < legalDayAt(call.now)) return refuse('valid-from-past', 'validFrom');
  const fault = faultOfBands(input.bands);
  if (fault !== null) return refuse(fault, 'bands');
  const ruleId = newId();
  await insertRule(call.tx, owner, { id: ruleId, validFrom: input.validFrom, bands: input.bands, setBy: owner.personId }, call.now);
  await holdPlacing(call, { validFrom: input.validFrom, from: moneyOf(input.bands[0]?.from ?? '') ?? null });
  call.record({ kind: 'approval-rule-set', subject: `organisation:${owner.organisationId}`, body: { rule: ruleId, validFrom: input.validFrom, bands: input.bands.map((band) => ({ ...band })) } });
  return ok({ ruleId });
}

function deciding(call: WriteCall): DecideNeeds {
  const owner = ownerOf(call);
  return {
    personId: owner.personId, lock: (id) => lockRequest(call.tx, owner, id), record: call.record,
    approve: (id) => insertDecision(call.tx, owner.cityId, id, owner.personId, 'approved', null, call.now),
    return: (id, reason) => insertDecision(call.tx, owner.cityId, id, owner.personId, 'returned', reason, call.now),
    save: (id, status, orders) => saveRequest(call.tx, owner.cityId, id, status, orders, call.now),
    place: (order) => placeOrder(call, order), putBack: (lines) => putBack(call.tx, owner, lines, owner.personId, call.now),
  };
}

export const approveRequest = (call: WriteCall, input: { requestId: string; seenTotal: string }) => approve(deciding(call), input);
export const returnRequest = (call: WriteCall, input: { requestId: string; reason: string }) => giveBack(deciding(call), input);
export const withdrawRequest = (call: WriteCall, input: { requestId: string }) => withdraw(deciding(call), input);

/** The unit's rules, the one in force marked. */
export async function approvalRules(call: ReadCall) {
  const today = legalDayAt(call.now);
  const rules = (await rulesOf(call.tx, ownerOf(call))).map((rule) => ({ ...rule, setAt: rule.setAt.toISOString() }));
  return { inForce: rules.find((rule) => rule.validFrom <= today) ?? null, rules, today, may: { set: call.actor!.roles.includes('unit.administrator') && call.actor!.organisationKind === 'buyer' } };
}

/** What the unit asked its approvers for, and what this reader may do with each. */
export async function requestViews(call: ReadCall): Promise<RequestView[]> {
  return (await requestsOf(call.tx, ownerOf(call))).map((request) => requestView(request, call));
}

function requestView(request: StoredRequest, { actor }: ReadCall): RequestView {
  const approver = actor!.roles.includes('buyer.approver');
  const fault = faultOfDeciding(request, actor!.personId);
  const open = request.status === 'awaiting-approval';
  return {
    requestId: request.id, status: request.status, requestedBy: request.requestedByName, requestedAt: request.requestedAt.toISOString(), site: request.site, requiredOn: request.requiredOn, note: request.note, internalNote: request.internalNote,
    lines: request.lines.map(({ listingId, name, quantity, unit, price, amount }) => ({ listingId, name, quantity, unit, price, amount })), total: request.total, approvals: request.approvals,
    decisions: request.decisions.map(({ name, decision, reason, at }) => ({ name, decision, reason, at })), orders: request.orders ?? [],
    may: { approve: approver && fault === null, return: approver && fault === null, withdraw: open && actor!.roles.includes('buyer.purchaser'), why: approver && (fault === 'own-request' || fault === 'approved-already') ? fault : null },
  };
}
