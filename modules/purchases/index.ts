/** The front door of purchases for higher modules on the server. All acts run in the caller's transaction, for the calling unit's basket. */
import { legalDayAt } from '#kernel/date.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { offersOf } from '#modules/catalogue/index.ts';
import { placeOrder } from '#modules/orders/index.ts';
import { newId } from '#platform/clock.ts';
import type { WriteCall } from '#platform/database/call.ts';
import { checkOut as order, type CheckedOut, type CheckOutInput, type CheckOutRefusal } from './operations/check-out.ts';
import { putLine as put, type PutLineRefusal } from './operations/put-line.ts';
import { removeLine as remove } from './operations/remove-line.ts';
import { approvalsFor } from './domain/approval.ts';
import { priceChosen, requestApproval } from './operations/request-approval.ts';
import { ownerOf } from './owner.ts';
import { lockLines, lockOthers, putLine as store, removeLines } from './store/basket.ts';
import { insertRequest, ruleInForce } from './store/requests.ts';

export type { CheckOutInput, CheckOutRefusal } from './operations/check-out.ts';
export { approveRequest, returnRequest, setApprovalRule, withdrawRequest } from './approval.ts';

/** Puts a product into the basket of the calling unit, or changes its quantity. */
export function putLine(call: WriteCall, input: { listingId: string; quantity: string }): Promise<Result<{ listingId: string; quantity: string; lines: number }, PutLineRefusal>> {
  const owner = ownerOf(call);
  return put(
    {
      organisationId: owner.organisationId, offer: async (id) => (await offersOf(call.tx, owner.cityId, [id], legalDayAt(call.now)))[0],
      lockOthers: (id) => lockOthers(call.tx, owner, id), put: (listingId, quantity) => store(call.tx, owner, { listingId, quantity }, owner.personId, call.now), record: call.record,
    },
    input,
  );
}

export function removeLine(call: WriteCall, input: { listingId: string }): Promise<Result<{ listingId: string }, 'not-found'>> {
  const owner = ownerOf(call);
  return remove({ organisationId: owner.organisationId, remove: (ids) => removeLines(call.tx, owner, ids), record: call.record }, input);
}

export type Ordered = CheckedOut & { readonly request: { requestId: string; approvals: number } | null };

/** Orders lines of the basket of the calling unit, one order to each supplier, all or none; where the unit's rules ask for approval, puts them aside until it is given. */
export async function checkOut(call: WriteCall, input: CheckOutInput): Promise<Result<Ordered, CheckOutRefusal>> {
  const owner = ownerOf(call);
  const today = legalDayAt(call.now);
  const remove = (ids: readonly string[]): Promise<number> => removeLines(call.tx, owner, ids);
  const offers = (ids: readonly string[]) => offersOf(call.tx, owner.cityId, ids, today);
  const rule = await ruleInForce(call.tx, owner, today);
  if (rule !== undefined && rule.bands.length > 0 && input.listings.length > 0) {
    const wanted = [...new Set(input.listings)];
    const items = await lockLines(call.tx, owner, wanted);
    if (items.length !== wanted.length) return refuse('basket-changed', 'listings', { missing: wanted.length - items.length });
    if (input.requiredOn !== null && input.requiredOn < today) return refuse('required-day-past', 'requiredOn', { today });
    const priced = priceChosen(items, await offers(wanted), input.site.address);
    if (!priced.ok) return priced;
    const approvals = approvalsFor(rule.bands, priced.value.total);
    if (approvals > 0) {
      const asked = await requestApproval(
        {
          newId, organisationId: owner.organisationId, rule: { id: rule.id, approvals }, remove, record: call.record,
          insert: ({ input: terms, ...request }) => insertRequest(call.tx, owner, { ...request, site: terms.site, requiredOn: terms.requiredOn, note: terms.note, internalNote: terms.internalNote, requestedBy: owner.personId }, call.now),
        },
        input, priced.value,
      );
      return asked.ok ? ok({ orders: [], total: priced.value.total, request: asked.value }) : asked;
    }
  }
  const done = await order(
    { organisationId: owner.organisationId, lock: (ids) => lockLines(call.tx, owner, ids), offers, place: (one) => placeOrder(call, one), remove, record: call.record },
    input,
  );
  return done.ok ? ok({ ...done.value, request: null }) : done;
}
