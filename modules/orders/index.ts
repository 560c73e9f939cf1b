/** The front door of orders for higher modules on the server. All acts run in the caller's transaction, for the caller's organisation. */
import { createHash, randomBytes } from 'node:crypto';
import { legalDayAt, type LegalDay } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import type { Result } from '#kernel/result.ts';
import { offersOf } from '#modules/catalogue/index.ts';
import { askSignature, takeSignature } from '#modules/signing/index.ts';
import { newId } from '#platform/clock.ts';
import type { WriteCall } from '#platform/database/call.ts';
import type { FileStore } from '#platform/files/index.ts';
import { acceptancePaper, acceptancePdf } from './acceptance-paper.ts';
import { ACCEPTANCE, acceptanceSubject, membersIn, type AcceptancePaper } from './domain/acceptance-paper.ts';
import type { OrderState, Site } from './domain/model.ts';
import type { OrderStatus } from './domain/order-life.ts';
import type { LineWish } from './domain/price-lines.ts';
import type { ActRefusal } from './domain/judge-act.ts';
import { acceptLine as accept, answerReduction as answer, type AcceptLineInput } from './operations/accept-line.ts';
import { cancelOrder as cancel, confirmOrder as confirm, declineOrder as decline } from './operations/answer-order.ts';
import { askAcceptance as ask, recordPayment as pay, signAcceptance as sign } from './operations/close-order.ts';
import { placeOrder as place, type PlaceOrderRefusal } from './operations/place-order.ts';
import { recordDelivery as deliver, type DeliveryInput } from './operations/record-delivery.ts';
import { actingFor, actNeeds, telling } from './leaving.ts';
import { proposedPrice } from './store/acts.ts';
import { heldFrom, putHold } from './store/holds.ts';
import { insertOrder } from './store/place.ts';
import { orderOf } from './store/read.ts';

export type { PlaceOrderRefusal } from './operations/place-order.ts';
export { lockOrder as orderById } from './store/acts.ts';
export { sitesUsedBy } from './store/sites.ts';

/** What the events tell. */
export type OrderPlaced = { readonly order: string; readonly number: string; readonly buyer: string; readonly supplier: string; readonly total: Money; readonly lines: readonly { readonly line: number; readonly listing: string; readonly product: string; readonly quantity: string; readonly unit: string; readonly price: Money; readonly amount: Money }[] };
export type OrderAccepted = { readonly order: string; readonly number: string; readonly buyer: string; readonly supplier: string; readonly total: Money; readonly payable: Money; /** How many took part in the acceptance. */ readonly memberCount: number; readonly lines: readonly { readonly line: number; readonly status: string; readonly ordered: string; readonly accepted: string; readonly unit: string; readonly amount: Money; readonly payable: Money }[] };

export type PlaceOrder = {
  readonly supplierOrganisationId: string;
  readonly site: Site;
  readonly requiredOn: LegalDay | null;
  readonly note?: string | null;
  /** The buying unit's own words, which the supplier never sees. */
  readonly internalNote?: string | null;
  readonly lines: readonly LineWish[];
  /** The total the buyer saw; null where nobody looked (a loader). */
  readonly seenTotal?: string | null;
  /** For whom it is placed, where an approver's yes places it; default: whoever acts. */
  readonly placedBy?: string;
  /** Whether the unit's rules of approval were kept already; else an order that they ask for is refused. */
  readonly approved?: boolean;
};

/** Places one order of the calling unit with one supplier at the prices of this moment. */
export function placeOrder(call: WriteCall, input: PlaceOrder): Promise<Result<{ orderId: string; number: string; total: Money }, PlaceOrderRefusal>> {
  const cityId = call.cityId!;
  const acting = actingFor(call);
  const today = legalDayAt(call.now);
  return place(
    {
      acting, cityId, today, newId, random: () => randomBytes(5), sha256: (text) => createHash('sha256').update(text).digest(),
      offers: (ids) => offersOf(call.tx, cityId, ids, today),
      insert: (order) => insertOrder(call.tx, cityId, acting.organisationId, input.placedBy ?? acting.personId, order, call.now),
      record: call.record, emit: call.emit, notify: telling(call), heldFrom: () => heldFrom(call.tx, cityId, acting.organisationId, today),
    },
    { note: null, internalNote: null, seenTotal: null, approved: false, ...input },
  );
}

/** From a day on, the calling unit's orders of this total or more are not placed without approval; null lifts it. For the module that keeps the rules of approval. */
export const holdPlacing = (call: WriteCall, input: { validFrom: LegalDay; from: Money | null }): Promise<void> => putHold(call.tx, call.cityId!, actingFor(call).organisationId, input.validFrom, input.from);

export const confirmOrder = (call: WriteCall, input: { orderId: string; note?: string | null }): Promise<Result<{ status: OrderStatus }, ActRefusal>> => confirm(actNeeds(call), { note: null, ...input });
export const declineOrder = (call: WriteCall, input: { orderId: string; reason: string | null }) => decline(actNeeds(call), input);
export const cancelOrder = (call: WriteCall, input: { orderId: string; reason: string | null }) => cancel(actNeeds(call), input);
export const recordDelivery = (call: WriteCall, input: DeliveryInput) => deliver(actNeeds(call), input);
export const acceptLine = (call: WriteCall, input: AcceptLineInput) => accept(actNeeds(call), input);
export const answerReduction = (call: WriteCall, input: { orderId: string; lineNo: number; agrees: boolean; answer: string | null }) =>
  answer({ ...actNeeds(call), proposedPrice: (orderId, lineNo) => proposedPrice(call.tx, call.cityId!, orderId, lineNo) }, input);

/** The order as its paper tells it; it is locked, so it stands. */
async function paperOf(call: WriteCall, city: PlaceOfPaper, order: OrderState) {
  const stored = (await orderOf(call.tx, call.cityId!, order.id, order.buyerOrganisationId))!;
  return (members: readonly string[], signing: Parameters<typeof acceptancePaper>[3]): AcceptancePaper => acceptancePaper(stored, city.nameZh, members, signing);
}

/** The city whose name stands on the paper. */
export type PlaceOfPaper = { readonly slug: string; readonly nameZh: string };

/** Lays the acceptance paper before the calling person. `origin`: where the code on it can be checked. */
export const askAcceptance = (call: WriteCall, means: { readonly files: FileStore; readonly city: PlaceOfPaper; readonly origin: string }, input: { orderId: string; members: readonly string[]; key: string }) =>
  ask(
    {
      ...actNeeds(call),
      async ask(order, members, key) {
        const paper = await paperOf(call, means.city, order);
        return askSignature(call, means.files, {
          purpose: ACCEPTANCE, subject: acceptanceSubject(order.id), key, title: { 'zh-CN': `验收单 ${order.number}`, en: `Acceptance paper ${order.number}` },
          data: (signing) => paper(members, signing), paper: (data, signing) => acceptancePdf(data as AcceptancePaper, `${means.origin}/${means.city.slug}/check/${signing.code}`),
        });
      },
    },
    input,
  );

export const signAcceptance = (call: WriteCall, city: PlaceOfPaper, input: { orderId: string; signed: { request: string; signature: string } }) =>
  sign(
    {
      ...actNeeds(call),
      async take(order, signed) {
        const paper = await paperOf(call, city, order);
        return takeSignature(call, { purpose: ACCEPTANCE, subject: acceptanceSubject(order.id), ...signed, data: (signing, shown) => paper(membersIn(shown), signing) });
      },
    },
    input,
  );
export const recordPayment = (call: WriteCall, input: { orderId: string; paidOn: LegalDay; voucher: string | null }) => pay({ ...actNeeds(call), today: legalDayAt(call.now) }, input);
