import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#platform/database/pool.ts';
import { gramsOfWord, wordsOf } from '../domain/search-text.ts';
import type { ProvenJudgement } from '../domain/merge.ts';

export type ShelfQuery = {
  readonly q?: string | undefined; readonly kinds?: readonly string[] | undefined; readonly star?: number | undefined; readonly proven?: 'all' | 'to-prove' | undefined;
  readonly supplier?: string | undefined; readonly priceFrom?: string | undefined; readonly priceTo?: string | undefined; readonly sort: 'star' | 'price-up' | 'price-down' | 'newest' | 'name'; readonly page: number; readonly size: number;
};

export type ShelfRow = {
  id: string; kind_code: string; name: string; brand: string; model: string; supplier_organisation_id: string; supplier_name: string; supplier_demo: boolean; price: string; price_unit: string;
  star: 0 | 1 | 2 | 3 | null; verdict: string; unproven: string[]; judgements: ProvenJudgement[]; parameters: Record<string, string>; proven_until: string | null; delivery_area: string[];
};

const ORDER: Readonly<Record<ShelfQuery['sort'], RawBuilder<unknown>>> = {
  star: sql`l.star desc nulls last, l.price, l.id`,
  'price-up': sql`l.price, l.id`,
  'price-down': sql`l.price desc, l.id`,
  newest: sql`l.listed_at desc, l.id`,
  name: sql`l.name collate "zh-Hans-CN-x-icu", l.id`,
};

/** LIKE's own signs are plain characters here. */
const literal = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function conditions(cityId: string, query: ShelfQuery): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`l.city_id = ${cityId}`];
  // The pairs find a superset through the index; the text itself decides, so that nothing is missed and nothing wrong is shown.
  for (const word of wordsOf(query.q ?? '')) {
    all.push(sql`l.grams @> ${gramsOfWord(word)}::text[]`);
    if ([...word].length > 2) all.push(sql`l.search_text like ${`%${literal(word)}%`}`);
  }
  if (query.kinds !== undefined) all.push(sql`l.kind_code = any(${[...query.kinds]}::text[])`);
  if (query.star !== undefined) all.push(query.star === 0 ? sql`coalesce(l.star, 0) = 0` : sql`l.star >= ${query.star}`);
  if (query.proven === 'all') all.push(sql`l.verdict = 'PASS'`);
  if (query.proven === 'to-prove') all.push(sql`l.verdict <> 'PASS'`);
  if (query.supplier !== undefined) all.push(sql`l.supplier_organisation_id = ${query.supplier}`);
  if (query.priceFrom !== undefined) all.push(sql`l.price >= ${query.priceFrom}`);
  if (query.priceTo !== undefined) all.push(sql`l.price <= ${query.priceTo}`);
  return sql.join(all, sql` and `);
}

/** One page of the shelf and the total. */
export async function searchShelf(tx: Tx, cityId: string, query: ShelfQuery): Promise<{ rows: ShelfRow[]; total: number }> {
  const where = conditions(cityId, query);
  const { rows: counted } = await sql<{ total: string }>`select count(*) as total from catalogue.on_shelf l where ${where}`.execute(tx);
  const total = Number(counted[0]?.total ?? 0);
  if (total === 0) return { rows: [], total };
  const { rows } = await sql<ShelfRow>`
    select l.id, l.kind_code, l.name, l.brand, l.model, l.supplier_organisation_id, o.name as supplier_name, o.demo as supplier_demo, l.price, l.price_unit, l.star, l.verdict, l.unproven,
      l.judgements, l.parameters, l.proven_until, l.delivery_area
    from catalogue.on_shelf_product l join identity_read.organisation o on o.id = l.supplier_organisation_id
    where ${where} order by ${ORDER[query.sort]} limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(tx);
  return { rows, total };
}

/** How many listed products each kind, star and proof has, under the other conditions. */
export async function shelfCounts(tx: Tx, cityId: string, query: ShelfQuery): Promise<{ kinds: Record<string, number>; stars: Record<string, number>; verdicts: Record<string, number>; suppliers: SupplierCount[] }> {
  const count = async (column: RawBuilder<unknown>, without: keyof ShelfQuery): Promise<Record<string, number>> => {
    const { rows } = await sql<{ value: string; n: string }>`select ${column}::text as value, count(*) as n from catalogue.on_shelf l where ${conditions(cityId, { ...query, [without]: undefined })} group by 1`.execute(tx);
    return Object.fromEntries(rows.map((r) => [r.value, Number(r.n)]));
  };
  return { kinds: await count(sql`l.kind_code`, 'kinds'), stars: await count(sql`coalesce(l.star, 0)`, 'star'), verdicts: await count(sql`l.verdict`, 'proven'), suppliers: await suppliersWithMost(tx, cityId, query) };
}

export type SupplierCount = { organisationId: string; name: string; demo: boolean; products: number };

/** A filter shows so many suppliers by name; whoever looks for another writes its name. */
const SUPPLIERS = 12;

async function suppliersWithMost(tx: Tx, cityId: string, query: ShelfQuery): Promise<SupplierCount[]> {
  const { rows } = await sql<{ id: string; name: string; demo: boolean; n: string }>`
    select o.id, o.name, o.demo, n from (
      select l.supplier_organisation_id as id, count(*) as n from catalogue.on_shelf l where ${conditions(cityId, { ...query, supplier: undefined })} group by 1
    ) c join identity_read.organisation o using (id)
    order by o.id = ${query.supplier ?? null} desc nulls last, n desc, o.name collate "zh-Hans-CN-x-icu", o.id limit ${SUPPLIERS}`.execute(tx);
  return rows.map((r) => ({ organisationId: r.id, name: r.name, demo: r.demo, products: Number(r.n) }));
}
