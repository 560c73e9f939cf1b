import { sql, type RawBuilder } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import type { Tx } from '#platform/database/pool.ts';

export type Awaited = { readonly id: string; readonly city_id: string; readonly number: string; readonly organisation_id: string; readonly other: string; readonly day: LegalDay };
type Range = { readonly from: LegalDay; readonly to: LegalDay; readonly after: string | null; readonly limit: number };

/** Orders of all cities that wait for one side, with the day that counts; by id. */
async function awaited(tx: Tx, range: Range, who: 'buyer' | 'supplier', day: RawBuilder<unknown>, waits: RawBuilder<unknown>): Promise<readonly Awaited[]> {
  const [own, other] = who === 'buyer' ? ['buyer', 'supplier'] : ['supplier', 'buyer'];
  const { rows } = await sql<Awaited>`
    select x.id, x.city_id, x.number, x.organisation_id, o.name as other, x.day
    from (select c.id, c.city_id, c.number, ${sql.ref(`c.${own}_organisation_id`)} as organisation_id, ${sql.ref(`c.${other}_organisation_id`)} as other_id, ${day} as day from orders.contract c where ${waits}) x
      join identity_read.organisation o on o.id = x.other_id
    where x.day between ${range.from} and ${range.to} and (${range.after}::uuid is null or x.id > ${range.after}::uuid) order by x.id limit ${range.limit}`.execute(tx);
  return rows;
}

const beijing = (instant: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${instant} at time zone 'Asia/Shanghai')::date`;

/** The supplier still owes goods that the buyer asked for by a day. */
export const requiredSoon = (tx: Tx, range: Range): Promise<readonly Awaited[]> => awaited(tx, range, 'supplier', sql`c.required_on`, sql`c.status in ('confirmed', 'delivering') and c.required_on is not null`);

/** The supplier has neither confirmed nor declined. */
export const unanswered = (tx: Tx, range: Range): Promise<readonly Awaited[]> => awaited(tx, range, 'supplier', beijing(sql`c.placed_at`), sql`c.status = 'placed'`);

/** All goods are with the buyer, who has accepted nothing yet. */
export const unaccepted = (tx: Tx, range: Range): Promise<readonly Awaited[]> =>
  awaited(tx, range, 'buyer', sql`(select max(${beijing(sql`d.delivered_at`)}) from orders.delivery d where d.city_id = c.city_id and d.order_id = c.id)`, sql`c.status = 'delivered'`);
