import { legalDayAt, type LegalDay } from '#kernel/date.ts';
import { ok } from '#kernel/result.ts';
import { offersOf } from '#modules/catalogue/index.ts';
import { sitesUsedBy } from '#modules/orders/index.ts';
import { counted } from '#modules/orders/rules.ts';
import { serve } from '#platform/http/serve.ts';
import { contract, type BasketLine } from './contract/index.ts';
import { basketOf, type BasketLine as Line } from './domain/basket.ts';
import { approvalRules, approveRequest, requestViews, returnRequest, setApprovalRule, withdrawRequest } from './approval.ts';
import { checkOut, putLine, removeLine } from './index.ts';
import { policy } from './policy.ts';
import { basketItems } from './store/basket.ts';
import { ruleInForce } from './store/requests.ts';

const view = ({ listingId, quantity, amount, blocked, offer }: Line): BasketLine => ({
  listingId, quantity, amount, blocked: blocked === null ? null : { code: blocked.code, facts: { ...blocked.facts } },
  product: offer === null ? null : {
    name: offer.name, brand: offer.brand, model: offer.model, kindCode: offer.kindCode, price: offer.price, unit: offer.unit, minimumOrder: offer.minimumOrder, deliveryArea: [...offer.deliveryArea], star: offer.star, whole: counted(offer.unit),
  },
});

export const routes = serve(contract, policy, {
  reads: {
    basket: async (call) => {
      const owner = { cityId: call.cityId!, organisationId: call.actor!.organisationId! };
      const items = await basketItems(call.tx, owner);
      const offers = await offersOf(call.tx, owner.cityId, items.map((item) => item.listingId), legalDayAt(call.now));
      const found = basketOf(items, offers);
      const mayOrder = call.actor!.roles.includes('buyer.purchaser');
      return ok({
        suppliers: found.groups.map((group) => ({ supplier: { organisationId: group.supplierOrganisationId, name: group.supplierName, demo: call.city!.demo }, lines: group.lines.map(view), total: group.total })),
        gone: found.gone.map(view), approvals: (await ruleInForce(call.tx, owner, legalDayAt(call.now)))?.bands ?? [], total: found.total, buyable: found.buyable, count: found.count, sites: await sitesUsedBy(call.tx, owner.cityId, owner.organisationId), demo: call.city!.demo,
        may: { change: mayOrder, checkOut: mayOrder && found.buyable > 0 },
      });
    },
    approvalRule: async (call) => ok(await approvalRules(call)),
    requests: async (call) => ok(await requestViews(call)),
  },
  writes: {
    putLine: (call, input) => putLine(call, { listingId: input.listing, quantity: input.quantity }),
    removeLine: (call, input) => removeLine(call, { listingId: input.listing }),
    checkOut: (call, { city: _, requiredOn, ...input }) => checkOut(call, { ...input, requiredOn: requiredOn as LegalDay | null }),
    setApprovalRule: (call, input) => setApprovalRule(call, { validFrom: input.validFrom as LegalDay, bands: input.bands }),
    approveRequest: async (call, input) => {
      const done = await approveRequest(call, { requestId: input.request, seenTotal: input.seenTotal });
      return done.ok ? ok({ status: done.value.orders.length > 0 ? 'ordered' as const : 'awaiting-approval' as const, orders: [...done.value.orders] }) : done;
    },
    returnRequest: async (call, input) => {
      const done = await returnRequest(call, { requestId: input.request, reason: input.reason });
      return done.ok ? ok({ status: 'returned' as const }) : done;
    },
    withdrawRequest: async (call, input) => {
      const done = await withdrawRequest(call, { requestId: input.request });
      return done.ok ? ok({ status: 'withdrawn' as const }) : done;
    },
  },
});
