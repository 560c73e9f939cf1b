import type { MatrixKit } from '#app/test-kit/matrix.ts';
import { newId } from '#platform/clock.ts';
import { orderWorld, SITE } from '#modules/orders/test-kit/builders.ts';
import { filledBasket } from './builders.ts';

export const matrix: MatrixKit = {
  async world(t) {
    const own = await orderWorld(t);
    const foreign = await orderWorld(t, t.yunxi);
    const other = await t.person('buyer.purchaser');
    await filledBasket(t, own, { [own.second.listingId]: '200' }, other);
    return {
      people: { 'buyer.purchaser': own.buyer, 'buyer.approver': await t.person('buyer.approver', { with: own.buyer }) },
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
          default: return null;
        }
      },
    };
  },
};
