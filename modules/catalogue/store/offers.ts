import { sql } from 'kysely';
import type { LegalDay } from '#kernel/date.ts';
import type { Tx } from '#platform/database/pool.ts';
import type { GateFacts } from '../domain/gate.ts';
import type { ListingStatus } from '../domain/listing-life.ts';
import type { ProvenJudgement } from '../domain/merge.ts';

export type OfferRow = {
  id: string; product_id: string; supplier_organisation_id: string; supplier_name: string; kind_code: string; name: string; brand: string; model: string; parameters: Record<string, string>;
  price: string; price_unit: string; tax_rate: string; minimum_order: string; delivery_area: string[]; edition_id: string | null; star: 0 | 1 | 2 | 3 | null; verdict: GateFacts['verdict'] | null;
  judgements: ProvenJudgement[]; unproven: string[]; status: ListingStatus; admission: string | null; edition_in_force: string | null; confirmed_since: boolean; proven_until: string | null;
};

/** Everything the gate asks of these listings, read in one statement at the moment of buying. */
export async function offerRows(tx: Tx, cityId: string, ids: readonly string[], on: LegalDay): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`/* prepared */
    select l.id, l.product_id, l.supplier_organisation_id, o.name as supplier_name, l.kind_code, p.name, p.brand, p.model, p.parameters,
      l.price, l.price_unit, l.tax_rate, trim_scale(l.minimum_order) as minimum_order, l.delivery_area, l.edition_id, l.star, l.verdict, l.judgements, l.unproven, l.status, a.status as admission,
      (select e.edition_id from standards_read.adoption e where e.city_id = l.city_id and e.effective_from <= ${on} order by e.effective_from desc, e.adopted_at desc limit 1) as edition_in_force,
      exists (select from standards_read.confirmed_limit c where c.city_id = l.city_id and c.edition_id = l.edition_id and c.kind_code = l.kind_code and c.decided_at > l.judged_at) as confirmed_since,
      l.proven_until
    from catalogue.listing l join catalogue.product p on p.id = l.product_id join identity_read.organisation o on o.id = l.supplier_organisation_id
    left join suppliers_read.standing a on a.city_id = l.city_id and a.organisation_id = l.supplier_organisation_id
    where l.city_id = ${cityId} and l.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows;
}
