import type { TestPerson, TestPlatform } from '#app/test-kit/platform.ts';
import { must } from '#kernel/result.ts';
import { SITE, type World } from '#modules/orders/test-kit/builders.ts';
import { checkOut, putLine } from '../index.ts';

/** A basket with one paint, or these; `as` any person of a unit. */
export async function filledBasket(t: TestPlatform, world: World, lines?: Readonly<Record<string, string>>, as: TestPerson = world.buyer): Promise<void> {
  for (const [listingId, quantity] of Object.entries(lines ?? { [world.listed.listingId]: '200' })) must(await t.act({ as, city: world.city }, (call) => putLine(call, { listingId, quantity })));
}

/** Everything of the given lines ordered. */
export async function checkedOut(t: TestPlatform, world: World, listings: readonly string[], seenTotal: string): Promise<{ orderId: string; number: string }[]> {
  return must(await t.act({ as: world.buyer, city: world.city }, (call) => checkOut(call, { listings, site: SITE, requiredOn: null, note: null, internalNote: null, seenTotal }))).orders;
}
