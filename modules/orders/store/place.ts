import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';
import type { PlacedOrder } from '../domain/changes.ts';

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;

/** The whole order in two statements that go out together: the head; then requirement and lines, which the second fence lets in only below a head it sees. False where the city has given the number already. */
export async function insertOrder(tx: Tx, cityId: string, buyerOrganisationId: string, personId: string | null, order: PlacedOrder, now: Date): Promise<boolean> {
  const lines = order.lines.map(({ lineNo, offer, price, quantity, amount, requirementSha256, items }) => ({
    line_no: lineNo, listing_id: offer.listingId, product_id: offer.productId, kind_code: offer.kindCode, name: offer.name, brand: offer.brand, model: offer.model, parameters: offer.parameters,
    unit: offer.unit, price, tax_rate: offer.taxRate, ordered: quantity, amount, edition_id: offer.editionId, star: offer.star, requirement: hex(requirementSha256), items,
  }));
  const head = sql`/* prepared */
    insert into orders.contract (city_id, id, number, buyer_organisation_id, supplier_organisation_id, status, address, contact, phone, required_on, note, internal_note, total, placed_at, placed_by, changed_at)
    values (${cityId}, ${order.orderId}, ${order.number}, ${buyerOrganisationId}, ${order.supplierOrganisationId}, 'placed', ${order.site.address}, ${order.site.contact}, ${order.site.phone}, ${order.requiredOn}, ${order.note}, ${order.internalNote}, ${order.total}, ${now}, ${personId}, ${now})
    on conflict (city_id, number) do nothing`.execute(tx);
  const below = sql`/* prepared */
    with c as (select city_id, id from orders.contract where city_id = ${cityId} and id = ${order.orderId}),
    r as (
      insert into orders.requirement (city_id, sha256, body)
      select c.city_id, x.sha256, x.body from c, unnest(${order.lines.map((line) => Buffer.from(line.requirementSha256))}::bytea[], ${order.lines.map((line) => line.requirement)}::text[]) as x (sha256, body)
      on conflict do nothing)
    insert into orders.line (city_id, order_id, line_no, listing_id, product_id, kind_code, name, brand, model, parameters, unit, price, tax_rate, ordered, amount, edition_id, star, requirement, items)
    select c.city_id, c.id, x.line_no, x.listing_id, x.product_id, x.kind_code, x.name, x.brand, x.model, x.parameters, x.unit, x.price, x.tax_rate, x.ordered, x.amount, x.edition_id, x.star, x.requirement, x.items
    from c, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x (line_no int, listing_id uuid, product_id uuid, kind_code text, name text, brand text, model text, parameters jsonb, unit text, price numeric, tax_rate numeric,
      ordered numeric, amount numeric, edition_id text, star int, requirement bytea, items text[])`.execute(tx);
  const [placed] = await Promise.all([head, below]);
  return placed.numAffectedRows === 1n;
}
