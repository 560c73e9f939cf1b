import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { listedPaint, paintStandard } from '#modules/catalogue/test-kit/builders.ts';
import { testPlatform } from './test-kit/platform.ts';

/* The clock of the server's machine may be wrong: every instant that counts is the database's. */

const t = await testPlatform();
await paintStandard(t);
const paint = await listedPaint(t);
const DAY = 86_400_000;

for (const [name, shift] of [['ten days ahead', 10 * DAY], ['ten days behind', -10 * DAY], ['ten minutes ahead', 600_000]] as const) {
  test(`a server whose clock is ${name} gives sessions their right end and orders their right instant`, async () => {
    const buyer = await t.person('buyer.purchaser', { password: 'a-long-enough-password-1' });
    const real = Date.now();
    mock.timers.enable({ apis: ['Date'], now: real + shift });
    try {
      const login = await t.request('POST', '/api/session', { body: { login: buyer.login, password: 'a-long-enough-password-1' } });
      assert.equal(login.status, 200, JSON.stringify(login.body));
      const { rows: [session] } = await t.everything.pool.query<{ hours: number }>('select extract(epoch from max(ends_at) - now()) / 3600 as hours from identity.session where person_id = $1', [buyer.personId]);
      assert.ok(Number(session!.hours) > 0 && Number(session!.hours) < 48, `the session ends in ${session!.hours} hours`);
      const placed = await t.request('POST', '/api/huzhou/orders', {
        as: buyer, body: {
          supplierOrganisationId: paint.supplier.organisationId, site: { address: '湖州市吴兴区示例路 1 号', contact: '示例', phone: '0572-5550100' }, requiredOn: null, note: null, internalNote: null,
          lines: [{ listingId: paint.listingId, quantity: '200' }], seenTotal: null,
        },
      });
      assert.equal(placed.status, 200, JSON.stringify(placed.body));
      const { rows: [entry] } = await t.everything.pool.query<{ off: number }>(`select abs(extract(epoch from now() - told_at)) as off from ledger.entry where subject = $1 and kind = 'order-placed'`, [`order:${placed.body.orderId}`]);
      assert.ok(Number(entry!.off) < 60, `the order bears an instant ${entry!.off} s off`);
    } finally {
      mock.timers.reset();
    }
  });
}
