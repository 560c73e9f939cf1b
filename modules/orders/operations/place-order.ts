import { canonical, type Json } from '#kernel/canonical.ts';
import type { LegalDay } from '#kernel/date.ts';
import { dec } from '#kernel/decimal.ts';
import type { DomainEvent } from '#kernel/event.ts';
import type { Money } from '#kernel/money.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { PlacedOrder } from '../domain/changes.ts';
import type { OfferedListing, Site } from '../domain/model.ts';
import { orderNumber } from '../domain/order-number.ts';
import { itemsOf } from '../domain/requirement.ts';
import { priceLines, type LineRefusal, type LineWish } from '../domain/price-lines.ts';
import type { Acting, NoticeWords } from './needs.ts';

export type PlaceOrderNeeds = {
  readonly acting: Acting;
  readonly cityId: string;
  readonly today: LegalDay;
  readonly newId: () => string;
  /** At least five random bytes. */
  readonly random: () => Uint8Array;
  readonly sha256: (text: string) => Uint8Array;
  /** What these listings are offered for at this moment; those the city does not know are left out. */
  readonly offers: (listingIds: readonly string[]) => Promise<readonly OfferedListing[]>;
  /** False where the city has given the number already. */
  readonly insert: (order: PlacedOrder) => Promise<boolean>;
  readonly record: (entry: { kind: string; subject: string; body: Json }) => void;
  readonly emit: (event: DomainEvent) => void;
  readonly notify: (notice: NoticeWords) => Promise<void>;
  /** From which total on the unit's orders wait for approval; null where none do. */
  readonly heldFrom: () => Promise<Money | null>;
};

export type PlaceOrderInput = {
  readonly supplierOrganisationId: string;
  readonly site: Site;
  readonly requiredOn: LegalDay | null;
  readonly note: string | null;
  readonly internalNote: string | null;
  readonly lines: readonly LineWish[];
  /** What the buyer saw as the total; another one now is refused, so that nobody buys at a price not seen. Null where nobody looked. */
  readonly seenTotal: string | null;
  /** Whether the unit's own rules of approval were kept already. */
  readonly approved: boolean;
};

export type PlaceOrderRefusal = LineRefusal | 'order-empty' | 'required-day-past' | 'price-changed' | 'approval-needed';

const DRAWS = 5;

/**
 * A buying unit orders from one supplier. Each line is held at this moment against its offer: the gate, the minimum, the area, the
 * price; the order keeps the edition and the whole requirement it was made under. Nothing of it comes from the client but listing and quantity.
 */
export async function placeOrder(needs: PlaceOrderNeeds, input: PlaceOrderInput): Promise<Result<{ orderId: string; number: string; total: Money }, PlaceOrderRefusal>> {
  if (input.lines.length === 0) return refuse('order-empty', 'lines');
  if (input.requiredOn !== null && input.requiredOn < needs.today) return refuse('required-day-past', 'requiredOn', { today: needs.today });
  // Both questions go out together.
  const [offered, held] = await Promise.all([needs.offers(input.lines.map((line) => line.listingId)), input.approved ? null : needs.heldFrom()]);
  const offers = new Map(offered.map((offer) => [offer.listingId, offer]));
  const priced = priceLines(input.lines, offers, input.supplierOrganisationId, input.site.address);
  if (!priced.ok) return priced;
  const { lines, total } = priced.value;
  if (input.seenTotal !== null && input.seenTotal !== total) return refuse('price-changed', 'seenTotal', { seen: input.seenTotal, total });
  if (held !== null && dec(total).gte(dec(held))) return refuse('approval-needed', 'lines', { from: held });
  const kept = lines.map((line) => {
    const requirement = canonical(line.offer.requirement);
    return { ...line, requirement, requirementSha256: needs.sha256(requirement), items: itemsOf(line.offer.requirement) };
  });
  const orderId = needs.newId();
  const number = await insertUnderFreeNumber(needs, { orderId, total, lines: kept, supplierOrganisationId: input.supplierOrganisationId, site: input.site, requiredOn: input.requiredOn, note: input.note, internalNote: input.internalNote });
  const parties = { buyer: needs.acting.organisationId, supplier: input.supplierOrganisationId };
  const ordered = lines.map((line) => ({ line: line.lineNo, listing: line.offer.listingId, product: line.offer.productId, quantity: line.quantity, unit: line.offer.unit, price: line.price, amount: line.amount }));
  needs.record({
    kind: 'order-placed', subject: `order:${orderId}`,
    body: { order: orderId, number, ...parties, total, lines: ordered.map((line, at) => ({ ...line, edition: kept[at]!.offer.editionId, requirement: hex(kept[at]!.requirementSha256) })) },
  });
  needs.emit({ name: 'orders.placed@1', subject: orderId, cityId: needs.cityId, body: { order: orderId, number, ...parties, total, lines: ordered } });
  await needs.notify({ organisationId: input.supplierOrganisationId, code: 'orders.notice.placed', facts: { number, from: needs.acting.organisationName, total }, orderId });
  return ok({ orderId, number, total });
}

/** Numbers are drawn, not counted; one in some ten thousand orders of a day draws twice. */
async function insertUnderFreeNumber(needs: PlaceOrderNeeds, order: Omit<PlacedOrder, 'number'>): Promise<string> {
  for (let draw = 0; draw < DRAWS; draw++) {
    const number = orderNumber(needs.today, needs.random());
    if (await needs.insert({ ...order, number })) return number;
  }
  throw new Error(`${DRAWS} order numbers in a row were taken`);
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
