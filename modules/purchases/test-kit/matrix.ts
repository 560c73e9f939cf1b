import type { MatrixKit, Subject } from '#app/test-kit/matrix.ts';
import { newId } from '#platform/clock.ts';
import { orderWorld, SITE } from '#modules/orders/test-kit/builders.ts';
import { aRequest, filledBasket } from './builders.ts';

export const matrix: MatrixKit = {
  async world(t) {
    const own = await orderWorld(t);
    const foreign = await orderWorld(t, t.yunxi);
    const other = await t.person('buyer.purchaser');
    await filledBasket(t, own, { [own.second.listingId]: '200' }, other);
    const [approver, stranger] = [await t.person('buyer.approver', { with: own.buyer }), await t.person('buyer.purchaser')];
    /** A purchase that waits, of the unit that the request names. */
    const waiting = async (subject: Subject): Promise<string> => {
      if (subject === 'unknown' || subject === 'other-city') return newId();
      return aRequest(t, own, subject === 'own' ? own.buyer : stranger);
    };
    return {
      people: { 'buyer.purchaser': own.buyer, 'buyer.approver': approver, 'unit.administrator': await t.person('unit.administrator', { with: own.buyer }) },
      async sample(route, as, subject) {
        const root = `/api/${t.huzhou.slug}/basket`;
        // Listings are everybody's to buy; a basket's line belongs to one unit.
        const listing = { own: own.listed.listingId, 'other-organisation': own.second.listingId, 'other-city': foreign.listed.listingId, unknown: newId() }[subject];
        switch (route) {
          case 'basket': return subject === 'own' ? { path: root } : null;
          case 'putLine': return subject === 'other-organisation' ? null : { path: `${root}/${listing}`, body: { quantity: '200' } };
          case 'removeLine':
            if (subject === 'own' && as === 'buyer.purchaser') await filledBasket(t, own);
            return { path: `${root}/${listing}`, body: {} };
          case 'checkOut':
            if (subject !== 'own') return null;
            if (as === 'buyer.purchaser') await filledBasket(t, own);
            return { path: `${root}/checkout`, body: { listings: [own.listed.listingId], site: { ...SITE }, requiredOn: null, note: null, internalNote: null, seenTotal: '4280.00' } };
          case 'approvalRule': return subject === 'own' ? { path: `/api/${t.huzhou.slug}/approval-rule` } : null;
          // Begins in ten years, so that no other sample waits for approval.
          case 'setApprovalRule': return subject === 'own' ? { path: `/api/${t.huzhou.slug}/approval-rule`, body: { validFrom: '2036-01-01', bands: [{ from: '50000.00', approvals: 1 }] } } : null;
          case 'requests': return subject === 'own' ? { path: `/api/${t.huzhou.slug}/purchase-requests` } : null;
          case 'approveRequest': return subject === 'other-city' ? null : { path: `/api/${t.huzhou.slug}/purchase-requests/${await waiting(subject)}/approve`, body: { seenTotal: '4280.00' } };
          case 'returnRequest': return subject === 'other-city' ? null : { path: `/api/${t.huzhou.slug}/purchase-requests/${await waiting(subject)}/return`, body: { reason: '请改用另一规格' } };
          case 'withdrawRequest': return subject === 'other-city' ? null : { path: `/api/${t.huzhou.slug}/purchase-requests/${await waiting(subject)}/withdraw`, body: {} };
          default: return null;
        }
      },
    };
  },
};
