import { sql, type RawBuilder } from 'kysely';
import type { Money } from '#kernel/money.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { LineStatus } from '../domain/line-life.ts';
import type { Side } from '../domain/model.ts';
import type { OrderStatus } from '../domain/order-life.ts';

export type OrderQuery = {
  readonly stage: 'all' | 'mine' | 'open' | 'done';
  readonly status?: OrderStatus | undefined;
  readonly q?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sort: 'newest' | 'oldest' | 'largest' | 'smallest' | 'required';
  readonly page: number;
  readonly size: number;
};

export type OrderListRow = {
  id: string; number: string; status: OrderStatus; total: Money; payable: Money; placed_at: Date; required_on: string | null;
  other_id: string; other_name: string; other_demo: boolean; product: string; statuses: LineStatus[];
};

const ORDER_BY: Readonly<Record<OrderQuery['sort'], RawBuilder<unknown>>> = {
  newest: sql`c.placed_at desc, c.id desc`, oldest: sql`c.placed_at, c.id`, largest: sql`c.total desc, c.id desc`, smallest: sql`c.total, c.id`, required: sql`c.required_on nulls last, c.id`,
};

const line = (which: RawBuilder<unknown>) => sql`exists (select from orders.line l where l.city_id = c.city_id and l.order_id = c.id and ${which})`;
const OPEN_LINE = sql`l.status not in ('accepted', 'returned', 'undelivered')`;

/** Where this side's organisation must act next: the same question that `orderView` answers with an attention mark. */
const TURN: Readonly<Record<Side, RawBuilder<unknown>>> = {
  buyer: sql`(c.status = 'accepted' or (c.status in ('delivering', 'delivered', 'accepting') and (${line(sql`l.status = 'delivered'`)} or not ${line(OPEN_LINE)})))`,
  supplier: sql`(c.status in ('placed', 'confirmed') or (c.status in ('delivering', 'accepting') and ${line(sql`(l.status = 'reduction-proposed' or (l.status in ('awaiting', 'replenishing', 'replacing', 'delivered') and not l.ended and l.delivered < l.ordered))`)}))`,
};
const DONE = sql`c.status in ('closed', 'declined', 'cancelled')`;

const stageOf = (stage: OrderQuery['stage'], side: Side): RawBuilder<unknown> =>
  stage === 'mine' ? TURN[side] : stage === 'open' ? sql`not ${DONE}` : stage === 'done' ? DONE : sql`true`;

/** One page of the orders of an organisation on its side, with the counts of the stages. */
export async function listOrders(tx: Tx, cityId: string, organisationId: string, side: Side, query: OrderQuery): Promise<{ rows: OrderListRow[]; total: number; counts: { all: number; mine: number; open: number; done: number } }> {
  const own = side === 'buyer' ? sql`c.buyer_organisation_id` : sql`c.supplier_organisation_id`;
  const other = side === 'buyer' ? sql`c.supplier_organisation_id` : sql`c.buyer_organisation_id`;
  const mine = sql`c.city_id = ${cityId} and ${own} = ${organisationId}`;
  const conditions = [mine, stageOf(query.stage, side)];
  if (query.status !== undefined) conditions.push(sql`c.status = ${query.status}`);
  // Days are Beijing's.
  if (query.from !== undefined) conditions.push(sql`c.placed_at >= ${query.from}::date::timestamp at time zone 'Asia/Shanghai'`);
  if (query.to !== undefined) conditions.push(sql`c.placed_at < (${query.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`);
  if (query.q !== undefined) {
    const like = `%${query.q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    conditions.push(sql`(c.number ilike ${like} or o.name ilike ${like} or ${line(sql`concat_ws(' ', l.brand, l.name, l.model) ilike ${like}`)})`);
  }
  const where = sql.join(conditions, sql` and `);
  const counts = await sql<{ all: number; mine: number; open: number; done: number }>`
    select count(*)::int as all, count(*) filter (where ${TURN[side]})::int as mine, count(*) filter (where not ${DONE})::int as open, count(*) filter (where ${DONE})::int as done from orders.contract c where ${mine}`.execute(tx);
  const found = await sql<{ total: number }>`select count(*)::int as total from orders.contract c join identity_read.organisation o on o.id = ${other} where ${where}`.execute(tx);
  const { rows } = await sql<OrderListRow>`
    select c.id, c.number, c.status, c.total, c.payable, c.placed_at, c.required_on, o.id as other_id, o.name as other_name, o.demo as other_demo, lines.product, lines.statuses
    from orders.contract c join identity_read.organisation o on o.id = ${other}
    cross join lateral (select array_agg(l.status order by l.line_no) as statuses, (array_agg(concat_ws(' ', l.brand, l.name, l.model) order by l.line_no))[1] as product from orders.line l where l.city_id = c.city_id and l.order_id = c.id) lines
    where ${where} order by ${ORDER_BY[query.sort]} limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(tx);
  return { rows, total: found.rows[0]!.total, counts: counts.rows[0]! };
}
