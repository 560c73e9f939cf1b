import type { LegalDay } from '#kernel/date.ts';
import { sumMoney, type Money } from '#kernel/money.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { PlaceOrder, PlaceOrderRefusal } from '#modules/orders/index.ts';
import type { Site } from '#modules/orders/rules.ts';
import { faultOfDeciding, type RequestState, type RequestStatus } from '../domain/approval.ts';
import type { SeenLine } from './request-approval.ts';

export type HeldRequest = RequestState & { readonly id: string; readonly site: Site; readonly requiredOn: LegalDay | null; readonly note: string | null; readonly internalNote: string | null; readonly lines: readonly SeenLine[]; readonly total: Money };
export type PlacedOrders = readonly { readonly orderId: string; readonly number: string }[];

export type DecideNeeds = {
  readonly personId: string;
  /** The request of the caller's unit, held until the end: of two who approve at once the second counts the first. */
  readonly lock: (id: string) => Promise<HeldRequest | undefined>;
  readonly approve: (id: string) => Promise<void>;
  readonly return: (id: string, reason: string) => Promise<void>;
  readonly save: (id: string, status: RequestStatus, orders: PlacedOrders | null) => Promise<void>;
  readonly place: (order: PlaceOrder) => Promise<Result<{ orderId: string; number: string; total: Money }, PlaceOrderRefusal>>;
  /** Lines that were put aside go back into the basket; what stands there already stays. */
  readonly putBack: (lines: readonly SeenLine[]) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: { request: string; total: string; approval?: number; of?: number; orders?: string[] } }) => void;
};

export type ApproveRefusal = PlaceOrderRefusal | 'not-found' | 'request-settled' | 'own-request' | 'approved-already';

/** Says yes. The last yes orders, one order to each supplier or none, at the prices that were seen; another price now is refused, and the request can be returned. */
export async function approveRequest(needs: DecideNeeds, input: { requestId: string; seenTotal: string }): Promise<Result<{ status: RequestStatus; orders: PlacedOrders }, ApproveRefusal>> {
  const request = await needs.lock(input.requestId);
  if (request === undefined) return refuse('not-found', 'request');
  const fault = faultOfDeciding(request, needs.personId);
  if (fault !== null) return refuse(fault, 'request');
  if (input.seenTotal !== request.total) return refuse('price-changed', 'seenTotal', { seen: input.seenTotal, total: request.total });
  await needs.approve(request.id);
  const given = request.approvedBy.length + 1;
  const about = { request: request.id, total: request.total, approval: given, of: request.approvals };
  if (given < request.approvals) {
    needs.record({ kind: 'purchase-approved', subject: `request:${request.id}`, body: about });
    return ok({ status: request.status, orders: [] });
  }
  const orders: { orderId: string; number: string; total: Money }[] = [];
  for (const [supplierOrganisationId, lines] of Map.groupBy(request.lines, (line) => line.supplierOrganisationId)) {
    const placed = await needs.place({
      supplierOrganisationId, site: request.site, requiredOn: request.requiredOn, note: request.note, internalNote: request.internalNote, lines: lines.map(({ listingId, quantity }) => ({ listingId, quantity })),
      seenTotal: sumMoney(lines.map((line) => line.amount)), placedBy: request.requestedBy, approved: true,
    });
    if (!placed.ok) return placed;
    orders.push(placed.value);
  }
  const kept = orders.map(({ orderId, number }) => ({ orderId, number }));
  await needs.save(request.id, 'ordered', kept);
  needs.record({ kind: 'purchase-approved', subject: `request:${request.id}`, body: { ...about, orders: kept.map((order) => order.orderId) } });
  return ok({ status: 'ordered' as const, orders: kept });
}

/** Sends a request back with a reason; its lines stand in the basket again. */
export async function returnRequest(needs: DecideNeeds, input: { requestId: string; reason: string }): Promise<Result<{ status: RequestStatus }, 'not-found' | 'request-settled' | 'own-request' | 'approved-already' | 'reason-missing'>> {
  const request = await needs.lock(input.requestId);
  if (request === undefined) return refuse('not-found', 'request');
  const fault = faultOfDeciding(request, needs.personId);
  if (fault !== null) return refuse(fault, 'request');
  if (input.reason.trim() === '') return refuse('reason-missing', 'reason');
  await needs.return(request.id, input.reason.trim());
  await needs.save(request.id, 'returned', null);
  await needs.putBack(request.lines);
  needs.record({ kind: 'purchase-returned', subject: `request:${request.id}`, body: { request: request.id, total: request.total } });
  return ok({ status: 'returned' as const });
}

/** A purchaser of the unit takes a request back before it was ordered. */
export async function withdrawRequest(needs: DecideNeeds, input: { requestId: string }): Promise<Result<{ status: RequestStatus }, 'not-found' | 'request-settled'>> {
  const request = await needs.lock(input.requestId);
  if (request === undefined) return refuse('not-found', 'request');
  if (request.status !== 'awaiting-approval') return refuse('request-settled', 'request');
  await needs.save(request.id, 'withdrawn', null);
  await needs.putBack(request.lines);
  needs.record({ kind: 'purchase-withdrawn', subject: `request:${request.id}`, body: { request: request.id, total: request.total } });
  return ok({ status: 'withdrawn' as const });
}
