import { sql } from 'kysely';
import type { Json } from '#kernel/canonical.ts';
import type { Money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { Finding } from '../domain/model.ts';
import type { OrderAct, OrderStatus } from '../domain/order-life.ts';
import type { Handling, Remedy } from '../domain/settle-line.ts';
import type { StoredLineState } from './acts.ts';

export type HeadRow = {
  id: string; number: string; status: OrderStatus; version: number; total: Money; payable: Money; placed_at: Date; required_on: string | null; note: string | null; internal_note: string | null;
  address: string; contact: string | null; phone: string | null; members: string[] | null; acceptance_code: string | null; paid_on: string | null; voucher: string | null;
  /** Somebody named in it had their data erased: the names are kept by law and shown to nobody (个人信息保护法 art. 47). */
  restricted: boolean;
  buyer_organisation_id: string; buyer_name: string; buyer_demo: boolean; supplier_organisation_id: string; supplier_name: string; supplier_demo: boolean;
};
export type LineRow = StoredLineState & {
  listing_id: string; product_id: string; kind_code: string; name: string; brand: string | null; model: string; parameters: Record<string, string>; tax_rate: string; amount: Money; payable: Money;
  edition_id: string | null; star: number | null; body: string;
};
export type DeliveryRow = { delivery_no: number; delivered_at: Date; carrier: string | null; note: string | null; last: boolean; lines: { lineNo: number; quantity: string; batch: string | null }[] };
export type SettlementRow = {
  line_no: number; handling: Handling; remedy: Remedy | null; accepted: string; sent_back: string; reduced_price: Money | null; reason: string | null; findings: Finding[]; agreed: boolean | null; answer: string | null; person_name: string | null; settled_at: Date;
};
export type MomentRow = { act: 'place' | OrderAct; line_no: number | null; facts: Record<string, string | null>; at: Date; organisation_id: string | null; organisation_name: string | null; person_name: string | null };

export type StoredOrder = { readonly head: HeadRow; readonly lines: readonly LineRow[]; readonly deliveries: readonly DeliveryRow[]; readonly settlements: readonly SettlementRow[]; readonly moments: readonly MomentRow[] };

/** An order with all that happened to it; undefined where the city has no such order, or the organisation is neither of the two. */
export async function orderOf(tx: Tx, cityId: string, orderId: string, organisationId: string): Promise<StoredOrder | undefined> {
  const heads = await sql<HeadRow>`
    select c.id, c.number, c.status, c.version, c.total, c.payable, c.placed_at, c.required_on, c.note, c.internal_note, c.address, case when not k.restricted then c.contact end as contact, case when not k.restricted then c.phone end as phone, case when not k.restricted then c.members end as members, k.restricted, c.acceptance_code, c.paid_on, c.voucher,
      c.buyer_organisation_id, b.name as buyer_name, b.demo as buyer_demo, c.supplier_organisation_id, s.name as supplier_name, s.demo as supplier_demo
    from orders.contract c join identity_read.organisation b on b.id = c.buyer_organisation_id join identity_read.organisation s on s.id = c.supplier_organisation_id
      cross join lateral (select exists (select from privacy_read.restricted r where r.table_name = 'orders.contract' and r.row_key = jsonb_build_object('city_id', c.city_id, 'id', c.id)::text) as restricted) k
    where c.city_id = ${cityId} and c.id = ${orderId} and ${organisationId} in (c.buyer_organisation_id, c.supplier_organisation_id)`.execute(tx);
  const head = heads.rows[0];
  if (head === undefined) return undefined;
  const of = (table: 'l' | 'd' | 's' | 'm') => sql`${sql.ref(table)}.city_id = ${cityId} and ${sql.ref(table)}.order_id = ${orderId}`;
  const lines = await sql<LineRow>`
    select l.line_no, l.unit, l.price, l.ordered, l.delivered, l.accepted, l.returned, l.reduced, l.reduced_price, l.status, l.ended, l.items, l.listing_id, l.product_id, l.kind_code, l.name, l.brand, l.model, l.parameters,
      trim_scale(l.tax_rate) as tax_rate, l.amount, l.payable, l.edition_id, l.star, r.body
    from orders.line l join orders.requirement r on r.city_id = l.city_id and r.sha256 = l.requirement where ${of('l')} order by l.line_no`.execute(tx);
  const deliveries = await sql<DeliveryRow>`
    select d.delivery_no, d.delivered_at, d.carrier, d.note, d.last,
      coalesce((select jsonb_agg(jsonb_build_object('lineNo', x.line_no, 'quantity', trim_scale(x.quantity)::text, 'batch', x.batch) order by x.line_no) from orders.delivery_line x where x.city_id = d.city_id and x.order_id = d.order_id and x.delivery_no = d.delivery_no), '[]') as lines
    from orders.delivery d where ${of('d')} order by d.delivery_no`.execute(tx);
  const settlements = await sql<SettlementRow>`
    select s.line_no, s.handling, s.remedy, trim_scale(s.accepted) as accepted, trim_scale(s.sent_back) as sent_back, s.reduced_price, s.reason, s.findings, s.agreed, s.answer, identity_read.person_name(s.person_id) as person_name, s.settled_at
    from orders.settlement s where ${of('s')} order by s.line_no, s.settlement_no`.execute(tx);
  // Placing is the first moment; the order itself bears it.
  const moments = await sql<MomentRow>`
    select x.act, x.line_no, x.facts, x.at, x.organisation_id, o.name as organisation_name, identity_read.person_name(x.person_id) as person_name
    from (
      select 1 as seq, 'place' as act, null::int as line_no, '{}'::jsonb as facts, c.placed_at as at, c.placed_by as person_id, c.buyer_organisation_id as organisation_id from orders.contract c where c.city_id = ${cityId} and c.id = ${orderId}
      union all select m.seq, m.act, m.line_no, m.facts, m.at, m.person_id, m.organisation_id from orders.moment m where ${of('m')}) x
    left join identity_read.organisation o on o.id = x.organisation_id order by x.seq`.execute(tx);
  return { head, lines: lines.rows, deliveries: deliveries.rows, settlements: settlements.rows, moments: moments.rows };
}

/** The requirement as it was, from its stored text. */
export const requirementOf = (line: Pick<LineRow, 'body'>): Json => JSON.parse(line.body) as Json;
