import type { TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import { must } from '#kernel/result.ts';
import { SITE, type World } from '#modules/orders/test-kit/builders.ts';
import { moneyOf } from '#kernel/money.ts';
import { newId } from '#platform/clock.ts';
import { checkOut, putLine } from '../index.ts';
import { insertRequest, insertRule } from '../store/requests.ts';
import { day } from '#kernel/date.ts';
import { ok } from '#kernel/result.ts';

/** A basket with one paint, or these; `as` any person of a unit. */
export async function filledBasket(t: TestPlatform, world: World, lines?: Readonly<Record<string, string>>, as: TestPerson = world.buyer): Promise<void> {
  for (const [listingId, quantity] of Object.entries(lines ?? { [world.listed.listingId]: '200' })) must(await t.act({ as, city: world.city }, (call) => putLine(call, { listingId, quantity })));
}

/** Everything of the given lines ordered. */
export async function checkedOut(t: TestPlatform, world: World, listings: readonly string[], seenTotal: string): Promise<{ orderId: string; number: string }[]> {
  return must(await t.act({ as: world.buyer, city: world.city }, (call) => checkOut(call, { listings, site: SITE, requiredOn: null, note: null, internalNote: null, seenTotal }))).orders;
}

/** A purchase of one paint for 4280.00 that waits for one approver. The rule it names begins in ten years, so that nothing else waits. */
export async function aRequest(t: TestPlatform, world: World, as: TestPerson): Promise<string> {
  const [id, ruleId] = [newId(), newId()];
  const owner = { cityId: world.city.id, organisationId: as.organisationId };
  const line = { listingId: world.listed.listingId, quantity: '200', name: '示例产品', unit: 'kg', price: moneyOf('21.40')!, amount: moneyOf('4280.00')!, supplierOrganisationId: world.supplier.organisationId };
  must(await t.act({ as, city: world.city }, async (call) => {
    await insertRule(call.tx, owner, { id: ruleId, validFrom: day('2036-01-01'), bands: [], setBy: as.personId }, call.now);
    await insertRequest(call.tx, owner, { id, ruleId, approvals: 1, site: SITE, requiredOn: null, note: null, internalNote: null, lines: [line], total: moneyOf('4280.00')!, requestedBy: as.personId }, call.now);
    call.record({ kind: 'purchase-requested', subject: `request:${id}`, body: { request: id } });
    return ok(undefined);
  }));
  return id;
}
