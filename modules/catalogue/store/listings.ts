import { sql } from 'kysely';
import { on, type Tx } from '#platform/database/pool.ts';
import { grams, normalised } from '../domain/search-text.ts';
import type { ListingStatus } from '../domain/listing-life.ts';
import type { ProvenJudgement } from '../domain/merge.ts';
import type { OfferTerms } from '../domain/offer.ts';
import type { CatalogueTables, KindVerdict, ListingFinding, ListingRow, ProductRow } from './tables.ts';

export type StoredListing = ListingRow & { readonly product: ProductRow; readonly supplierName: string; readonly supplierDemo: boolean };

const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;

export async function insertProduct(tx: Tx, product: Omit<ProductRow, 'created_at'>, now: Date): Promise<void> {
  await on<CatalogueTables>(tx).insertInto('catalogue.product').values({ ...product, parameters: json(product.parameters), created_at: now }).execute();
}

export async function updateProduct(tx: Tx, product: Pick<ProductRow, 'id' | 'name' | 'brand' | 'model' | 'parameters' | 'description'>): Promise<void> {
  const { id, ...rest } = product;
  await on<CatalogueTables>(tx).updateTable('catalogue.product').set({ ...rest, parameters: json(rest.parameters) }).where('id', '=', id).execute();
}

export async function insertListing(tx: Tx, listing: { cityId: string; id: string; productId: string; supplierOrganisationId: string; kindCode: string; terms: OfferTerms; searched: string }, now: Date): Promise<void> {
  await on<CatalogueTables>(tx).insertInto('catalogue.listing').values({
    city_id: listing.cityId, id: listing.id, product_id: listing.productId, supplier_organisation_id: listing.supplierOrganisationId, kind_code: listing.kindCode, status: 'submitted',
    ...termsRow(listing.terms), edition_id: null, verdict: null, star: null, judgements: json([]), findings: json([]), unproven: [], proven_until: null, judged_at: null, judged_on: null,
    submitted_at: now, decided_at: null, decided_by: null, reasons: null, listed_at: null, search_text: normalised(listing.searched), grams: grams(listing.searched),
  }).execute();
}

export async function updateTerms(tx: Tx, cityId: string, id: string, terms: OfferTerms, searched: string): Promise<void> {
  await on<CatalogueTables>(tx).updateTable('catalogue.listing').set({ ...termsRow(terms), search_text: normalised(searched), grams: grams(searched) })
    .where('city_id', '=', cityId).where('id', '=', id).execute();
}

const termsRow = (terms: OfferTerms) => ({
  price: terms.price, price_unit: terms.priceUnit, tax_rate: terms.taxRate, minimum_order: terms.minimumOrder, delivery_area: [...terms.deliveryArea], delivery_days: terms.deliveryDays,
});

export async function setStatus(tx: Tx, cityId: string, id: string, change: { status: ListingStatus; decidedBy?: string | null; reasons?: string | null; submittedAt?: Date; listed?: boolean }, now: Date): Promise<void> {
  await on<CatalogueTables>(tx).updateTable('catalogue.listing').set({
    status: change.status,
    ...(change.decidedBy === undefined ? {} : { decided_by: change.decidedBy, decided_at: now }),
    ...(change.reasons === undefined ? {} : { reasons: change.reasons }),
    ...(change.submittedAt === undefined ? {} : { submitted_at: change.submittedAt }),
    ...(change.listed === true ? { listed_at: now } : {}),
  }).where('city_id', '=', cityId).where('id', '=', id).execute();
}

export async function putJudgement(
  tx: Tx, cityId: string, id: string,
  judgement: { editionId: string; verdict: KindVerdict; star: 0 | 1 | 2 | 3 | null; judgements: readonly ProvenJudgement[]; findings: readonly ListingFinding[]; unproven: readonly string[]; provenUntil: string | null; judgedOn: string },
  now: Date,
): Promise<void> {
  await on<CatalogueTables>(tx).updateTable('catalogue.listing').set({
    edition_id: judgement.editionId, verdict: judgement.verdict, star: judgement.star, judgements: json(judgement.judgements), findings: json(judgement.findings),
    unproven: [...judgement.unproven], proven_until: judgement.provenUntil, judged_at: now, judged_on: judgement.judgedOn,
  }).where('city_id', '=', cityId).where('id', '=', id).execute();
}

async function listingWhere(tx: Tx, where: ReturnType<typeof sql>, lock: boolean): Promise<StoredListing[]> {
  const { rows } = await sql<ListingRow & { product: ProductRow; supplier_name: string; supplier_demo: boolean }>`
    select l.city_id, l.id, l.product_id, l.supplier_organisation_id, l.kind_code, l.status, l.price, l.price_unit, l.tax_rate, trim_scale(l.minimum_order) as minimum_order, l.delivery_area, l.delivery_days,
      l.edition_id, l.verdict, l.star, l.judgements, l.findings, l.unproven, l.proven_until, l.judged_at, l.judged_on, l.submitted_at, l.decided_at, l.decided_by, l.reasons, l.listed_at,
      to_jsonb(p) as product, o.name as supplier_name, o.demo as supplier_demo
    from catalogue.listing l join catalogue.product p on p.id = l.product_id join identity_read.organisation o on o.id = l.supplier_organisation_id
    where ${where} ${lock ? sql`for update of l` : sql``}`.execute(tx);
  return rows.map(({ supplier_name, supplier_demo, ...row }) => ({ ...row, supplierName: supplier_name, supplierDemo: supplier_demo }));
}

export const listingById = async (tx: Tx, cityId: string, id: string): Promise<StoredListing | undefined> => (await listingWhere(tx, sql`l.city_id = ${cityId} and l.id = ${id}`, false))[0];
/** The same, held against other writers until the transaction ends. */
export const lockListing = async (tx: Tx, cityId: string, id: string): Promise<StoredListing | undefined> => (await listingWhere(tx, sql`l.city_id = ${cityId} and l.id = ${id}`, true))[0];
export const listingsOfSupplier = (tx: Tx, cityId: string, organisationId: string): Promise<StoredListing[]> => listingWhere(tx, sql`l.city_id = ${cityId} and l.supplier_organisation_id = ${organisationId} order by l.submitted_at desc, l.id`, false);
/** What waits for the centre: the oldest first. */
export const listingsToReview = (tx: Tx, cityId: string): Promise<StoredListing[]> => listingWhere(tx, sql`l.city_id = ${cityId} and l.status in ('submitted', 'compared') order by l.submitted_at, l.id limit 500`, false);
/** Listings of these kinds in a city that somebody may still buy or decide on. */
export async function livingListings(tx: Tx, cityId: string, kinds: readonly string[]): Promise<string[]> {
  const rows = await on<CatalogueTables>(tx).selectFrom('catalogue.listing').select('id').where('city_id', '=', cityId).where('kind_code', 'in', [...kinds])
    .where('status', 'in', ['submitted', 'compared', 'returned', 'listed', 'suspended']).orderBy('id').execute();
  return rows.map((r) => r.id);
}
