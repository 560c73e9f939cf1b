import { sql } from 'kysely';
import { legalDayAt } from '#kernel/date.ts';
import type { Money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { LineStatus } from '../domain/line-life.ts';
import { payableOf } from '../domain/amounts.ts';
import type { LineState, OrderState } from '../domain/model.ts';
import type { OrderStatus } from '../domain/order-life.ts';
import { plain } from '../domain/quantity.ts';
import type { OrderChange } from '../domain/changes.ts';

export type StoredLineState = { line_no: number; unit: string; price: Money; ordered: string; delivered: string; accepted: string; returned: string; reduced: string; reduced_price: Money | null; status: LineStatus; ended: boolean; items: string[] };

export const lineState = (row: StoredLineState): LineState => ({
  lineNo: row.line_no, unit: row.unit, price: row.price, ordered: plain(row.ordered), delivered: plain(row.delivered), accepted: plain(row.accepted), returned: plain(row.returned),
  reduced: plain(row.reduced), reducedPrice: row.reduced_price, status: row.status, ended: row.ended, items: row.items,
});

/** The order as it stands, held against every other act until the transaction ends; undefined where the city has no such order. */
export async function lockOrder(tx: Tx, cityId: string, orderId: string): Promise<OrderState | undefined> {
  const { rows } = await sql<{ number: string; buyer_organisation_id: string; supplier_organisation_id: string; status: OrderStatus; version: number; total: Money; placed_at: Date }>`
    select number, buyer_organisation_id, supplier_organisation_id, status, version, total, placed_at from orders.contract where city_id = ${cityId} and id = ${orderId} for update`.execute(tx);
  const head = rows[0];
  if (head === undefined) return undefined;
  // Read after the lock is held: lines change only under it.
  const lines = await sql<StoredLineState>`
    select line_no, unit, price, ordered, delivered, accepted, returned, reduced, reduced_price, status, ended, items from orders.line where city_id = ${cityId} and order_id = ${orderId} order by line_no`.execute(tx);
  return {
    id: orderId, number: head.number, buyerOrganisationId: head.buyer_organisation_id, supplierOrganisationId: head.supplier_organisation_id, status: head.status, total: head.total,
    placedOn: legalDayAt(head.placed_at), version: head.version, lines: lines.rows.map(lineState),
  };
}

type By = { readonly personId: string | null; readonly organisationId: string | null };

/** Writes what an act changed. The order is locked by it. */
export async function saveChange(tx: Tx, cityId: string, change: OrderChange, by: By, now: Date): Promise<void> {
  const { order, moment } = change;
  const version = order.version + 1;
  await sql`with c as (
      update orders.contract set status = ${change.status}, payable = ${change.payable}, version = ${version}, changed_at = ${now},
        members = coalesce(${change.signed === undefined ? null : [...change.signed.members]}::text[], members), acceptance_code = coalesce(${change.signed?.code ?? null}, acceptance_code), paid_on = coalesce(${change.paid?.on ?? null}::date, paid_on), voucher = coalesce(${change.paid?.voucher ?? null}, voucher)
      where city_id = ${cityId} and id = ${order.id})
    insert into orders.moment (city_id, order_id, seq, act, line_no, facts, person_id, organisation_id, at)
    values (${cityId}, ${order.id}, ${version}, ${moment.act}, ${moment.lineNo}, ${JSON.stringify(moment.facts)}, ${by.personId}, ${by.organisationId}, ${now})`.execute(tx);
  if (change.lines.length > 0) await saveLines(tx, cityId, order.id, change.lines);
  if (change.delivery !== undefined) await insertDelivery(tx, cityId, order.id, change.delivery, by, now);
  if (change.settlement !== undefined) await insertSettlement(tx, cityId, order.id, change.settlement, by, now);
  if (change.answer !== undefined) {
    await sql`update orders.settlement set agreed = ${change.answer.agreed}, answer = ${change.answer.answer}
      where city_id = ${cityId} and order_id = ${order.id} and line_no = ${change.answer.lineNo} and remedy = 'price-reduction' and agreed is null`.execute(tx);
  }
}

async function saveLines(tx: Tx, cityId: string, orderId: string, lines: readonly LineState[]): Promise<void> {
  const rows = lines.map((line) => ({
    line_no: line.lineNo, delivered: line.delivered, accepted: line.accepted, returned: line.returned, reduced: line.reduced, reduced_price: line.reducedPrice, payable: payableOf(line), status: line.status, ended: line.ended,
  }));
  await sql`update orders.line l set delivered = x.delivered, accepted = x.accepted, returned = x.returned, reduced = x.reduced, reduced_price = x.reduced_price, payable = x.payable, status = x.status, ended = x.ended
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (line_no int, delivered numeric, accepted numeric, returned numeric, reduced numeric, reduced_price numeric, payable numeric, status text, ended boolean)
    where l.city_id = ${cityId} and l.order_id = ${orderId} and l.line_no = x.line_no`.execute(tx);
}

async function insertDelivery(tx: Tx, cityId: string, orderId: string, delivery: NonNullable<OrderChange['delivery']>, by: By, now: Date): Promise<void> {
  const rows = delivery.lines.map((line) => ({ line_no: line.lineNo, quantity: line.quantity, batch: line.batch }));
  await sql`with d as (
      insert into orders.delivery (city_id, order_id, delivery_no, note, carrier, last, person_id, delivered_at)
      select ${cityId}::uuid, ${orderId}::uuid, (select coalesce(max(delivery_no), 0) + 1 from orders.delivery where city_id = ${cityId} and order_id = ${orderId}), ${delivery.note}, ${delivery.carrier}, ${delivery.last}, ${by.personId}::uuid, ${now}::timestamptz
      returning delivery_no)
    insert into orders.delivery_line (city_id, order_id, delivery_no, line_no, quantity, batch)
    select ${cityId}::uuid, ${orderId}::uuid, d.delivery_no, x.line_no, x.quantity, x.batch from d, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (line_no int, quantity numeric, batch text)`.execute(tx);
}

async function insertSettlement(tx: Tx, cityId: string, orderId: string, s: NonNullable<OrderChange['settlement']>, by: By, now: Date): Promise<void> {
  await sql`insert into orders.settlement (city_id, order_id, line_no, settlement_no, handling, remedy, accepted, sent_back, reduced_price, reason, findings, person_id, settled_at)
    select ${cityId}::uuid, ${orderId}::uuid, ${s.lineNo}::int, (select coalesce(max(settlement_no), 0) + 1 from orders.settlement where city_id = ${cityId} and order_id = ${orderId} and line_no = ${s.lineNo}),
      ${s.handling}, ${s.remedy}, ${s.accepted}::numeric, ${s.sentBack}::numeric, ${s.reducedPrice}::numeric, ${s.reason}, ${JSON.stringify(s.findings)}::jsonb, ${by.personId}::uuid, ${now}::timestamptz`.execute(tx);
}

/** The lower price that waits for the supplier's answer. */
export async function proposedPrice(tx: Tx, cityId: string, orderId: string, lineNo: number): Promise<string | null> {
  const { rows } = await sql<{ reduced_price: string }>`select reduced_price from orders.settlement
    where city_id = ${cityId} and order_id = ${orderId} and line_no = ${lineNo} and remedy = 'price-reduction' and agreed is null order by settlement_no desc limit 1`.execute(tx);
  return rows[0]?.reduced_price ?? null;
}
