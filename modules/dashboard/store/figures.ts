import { sql } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';

export type Figures = { readonly amount: string; readonly orders: number; readonly accepted: number; readonly makers: number; readonly distributors: number; readonly products: number; readonly kinds: number };

/**
 * Orders that nobody took back: declined and cancelled ones do not count. Accepted are those whose acceptance paper is signed.
 */
export async function cityFigures(tx: Tx, cityId: string): Promise<Figures> {
  const { rows } = await sql<{ amount: string; orders: string; accepted: string; makers: string; distributors: string; products: string; kinds: string }>`
    select o.amount, o.orders, o.accepted, s.makers, s.distributors, p.products, p.kinds
    from (select amount::numeric(17, 2) as amount, orders, accepted from orders_read.city_figures(${cityId})) o,
         (select count(*) filter (where kind = 'maker') as makers, count(*) filter (where kind = 'distributor') as distributors
          from suppliers_read.admission where city_id = ${cityId} and status = 'admitted') s,
         (select count(*) as products, count(distinct kind_code) as kinds from catalogue_read.on_shelf where city_id = ${cityId}) p`.execute(tx);
  const row = rows[0]!;
  return { amount: row.amount, orders: Number(row.orders), accepted: Number(row.accepted), makers: Number(row.makers), distributors: Number(row.distributors), products: Number(row.products), kinds: Number(row.kinds) };
}
