/** The front door of purchases for higher modules on the server. All acts run in the caller's transaction, for the calling unit's basket. */
import { legalDayAt } from '#kernel/date.ts';
import type { Result } from '#kernel/result.ts';
import { offersOf } from '#modules/catalogue/index.ts';
import { placeOrder } from '#modules/orders/index.ts';
import type { WriteCall } from '#platform/database/call.ts';
import { checkOut as order, type CheckedOut, type CheckOutInput, type CheckOutRefusal } from './operations/check-out.ts';
import { putLine as put, type PutLineRefusal } from './operations/put-line.ts';
import { removeLine as remove } from './operations/remove-line.ts';
import { lockLines, lockOthers, putLine as store, removeLines } from './store/basket.ts';

export type { CheckOutInput, CheckOutRefusal } from './operations/check-out.ts';

function ownerOf(call: WriteCall): { cityId: string; organisationId: string; personId: string } {
  const { actor, cityId } = call;
  if (actor === null || actor.organisationId === null || cityId === null) throw new Error('a basket belongs to a unit in a city');
  return { cityId, organisationId: actor.organisationId, personId: actor.personId };
}

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

/** Orders lines of the basket of the calling unit, one order to each supplier, all or none. */
export function checkOut(call: WriteCall, input: CheckOutInput): Promise<Result<CheckedOut, CheckOutRefusal>> {
  const owner = ownerOf(call);
  return order(
    {
      organisationId: owner.organisationId, lock: (ids) => lockLines(call.tx, owner, ids), offers: (ids) => offersOf(call.tx, owner.cityId, ids, legalDayAt(call.now)),
      place: (one) => placeOrder(call, one), remove: (ids) => removeLines(call.tx, owner, ids), record: call.record,
    },
    input,
  );
}
