import { legalDayAt } from '#kernel/date.ts';
import { ok, refuse } from '#kernel/result.ts';
import { evidenceUsedBy } from '#modules/documents/index.ts';
import { comparisonView, reportOfEvidence } from '#modules/laboratories/index.ts';
import { editionById, editionInForce } from '#modules/standards/index.ts';
import { parametersOf } from '#modules/standards/rules.ts';
import { admissionOf } from '#modules/suppliers/index.ts';
import type { ReadCall } from '#platform/database/call.ts';
import { serve } from '#platform/http/serve.ts';
import { contract } from './contract/index.ts';
import { addEvidence, decideListing, offerOf, resubmitProduct, submitProduct } from './index.ts';
import { readerOf, reportOfListing } from './reading.ts';
import { isMember } from '#modules/identity/index.ts';
import { judge } from './judging.ts';
import { confirmForListing } from './operations/confirm-for-listing.ts';
import { policy } from './policy.ts';
import { putConfirmation } from './store/evidence-confirmations.ts';
import { shelfFigures } from './store/figures.ts';
import { listingById, lockListing, listingsOfSupplier, listingsToReview, type StoredListing } from './store/listings.ts';
import { searchShelf, shelfCounts, type ShelfQuery } from './store/search.ts';
import { kindOf, productView, shelfItem } from './views.ts';

/** Codes of confirmed gating indicators with one of these outcomes, as the verdict counts them. */
const gatingWith = (listing: StoredListing, outcomes: readonly string[]): string[] => listing.judgements.filter((one) => one.gates && one.confirmed && outcomes.includes(one.outcome)).map((one) => one.code);

const row = (listing: StoredListing) => ({
  listingId: listing.id, kindCode: listing.kind_code, name: listing.product.name, brand: listing.product.brand, model: listing.product.model, status: listing.status, verdict: listing.verdict, star: listing.star,
  unproven: listing.unproven, toReview: gatingWith(listing, ['NEEDS_REVIEW', 'INDETERMINATE', 'INTEGRITY']), failing: gatingWith(listing, ['FAIL']), price: listing.price, priceUnit: listing.price_unit, minimumOrder: listing.minimum_order, submittedAt: listing.submitted_at.toISOString(), reasons: listing.reasons,
  supplier: { organisationId: listing.supplier_organisation_id, name: listing.supplierName, demo: listing.supplierDemo },
});

type Typed = { price: string; priceUnit: string; taxRate: string; minimumOrder: string; deliveryArea: string[]; deliveryDays: number | null };
const productOf = <T extends Typed & { city: string; kindCode: string; name: string; brand: string; model: string; parameters: Record<string, string>; description: string; evidence: string[] }>(input: T) => ({
  kindCode: input.kindCode, name: input.name, brand: input.brand, model: input.model, parameters: input.parameters, description: input.description, evidence: input.evidence,
  terms: { price: input.price, priceUnit: input.priceUnit, taxRate: input.taxRate, minimumOrder: input.minimumOrder, deliveryArea: input.deliveryArea, deliveryDays: input.deliveryDays },
});

const inForceOf = (call: ReadCall) => editionInForce(call.tx, call.cityId!, legalDayAt(call.now));


export const routes = serve(contract, policy, {
  reads: {
    shelf: async (call, input) => {
      const inForce = await inForceOf(call);
      const kinds = input.kind !== undefined ? input.kind.split(',') : input.category === undefined ? undefined : (inForce?.edition.kinds ?? []).filter((k) => k.category === input.category).map((k) => k.code);
      const query: ShelfQuery = { q: input.q, kinds, star: input.star, proven: input.proven, supplier: input.supplier, priceFrom: input.priceFrom, priceTo: input.priceTo, sort: input.sort, page: input.page, size: input.size };
      const { rows, total } = await searchShelf(call.tx, call.cityId!, query);
      return ok({ items: rows.map((one) => shelfItem(one, inForce?.edition)), total, counts: input.counts === 'none' ? { kinds: {}, stars: {}, verdicts: {}, suppliers: [] } : await shelfCounts(call.tx, call.cityId!, query) });
    },
    product: async (call, input) => {
      const listing = await listingById(call.tx, call.cityId!, input.listingId);
      const reader = listing === undefined ? null : readerOf(call.actor, call.cityId!, listing);
      if (listing === undefined || reader === null) return refuse('not-found', 'listingId');
      const evidence = await evidenceUsedBy(call.tx, call.cityId!, 'listing', listing.id);
      const reports = new Map<string, string>();
      for (const one of evidence) {
        const report = one.kind === 'TEST_REPORT' ? await reportOfEvidence(call.tx, one.id) : undefined;
        if (report !== undefined) reports.set(one.id, report.id);
      }
      const offer = await offerOf(call.tx, call.cityId!, listing.id, legalDayAt(call.now));
      const edition = listing.edition_id === null ? (await inForceOf(call))?.edition : editionById(listing.edition_id);
      return ok(productView(listing, { edition, evidence, reportOf: reports, gate: offer!.gate, reader }));
    },
    comparison: async (call, input) => {
      const found = await reportOfListing(call.tx, call.cityId!, call.actor, input.listingId, input.reportId);
      const inForce = await inForceOf(call);
      const kind = found === undefined ? undefined : kindOf(inForce?.edition, found.listing.kind_code);
      if (found === undefined || inForce === undefined || kind === undefined) return refuse('not-found', 'reportId');
      const { listing, evidence, reader } = found;
      const view = await comparisonView(call.tx, {
        reportId: input.reportId, cityId: call.cityId!, kind, edition: inForce.edition, parameters: listing.product.parameters, on: legalDayAt(call.now), confirmed: inForce.confirmed, model: listing.product.model,
      });
      return ok({
        product: { listingId: listing.id, name: listing.product.name, brand: listing.product.brand, model: listing.product.model, supplier: { organisationId: listing.supplier_organisation_id, name: listing.supplierName, demo: listing.supplierDemo }, status: listing.status },
        report: { number: evidence.number, issuer: evidence.issuer, fileName: reader === 'anyone' ? null : evidence.fileName, sha256: evidence.sha256 },
        comparison: view!, may: { settle: reader === 'centre', enter: reader === 'supplier' && ['submitted', 'compared', 'returned', 'listed'].includes(listing.status) },
      });
    },
    figures: async (call) => ok(await shelfFigures(call.tx, call.cityId!, legalDayAt(call.now))),
    myProducts: async (call) => {
      const organisationId = call.actor!.organisationId!;
      const listings = await listingsOfSupplier(call.tx, call.cityId!, organisationId);
      return ok({ products: listings.map(row), maySubmit: (await admissionOf(call.tx, call.cityId!, organisationId))?.status === 'admitted' });
    },
    reviewQueue: async (call) => ok({ products: (await listingsToReview(call.tx, call.cityId!)).map(row) }),
    productForm: async (call, input) => {
      const kind = kindOf((await inForceOf(call))?.edition, input.kind);
      if (kind === undefined) return refuse('not-found', 'kind');
      const kinds = [...new Set(kind.indicators.flatMap((indicator) => indicator.evidenceKinds))];
      return ok({
        kind: { code: kind.code, nameZh: kind.nameZh, nameEn: kind.nameEn },
        parameters: parametersOf(kind).map((need) => ({ name: need.name, choices: [...need.choices], indicators: [...need.indicators] })),
        evidence: kinds.map((evidence) => ({
          kind: evidence,
          indicators: kind.indicators.filter((i) => i.evidenceKinds.includes(evidence)).map((i) => ({ code: i.code, nameZh: i.nameZh, nameEn: i.nameEn, unit: i.unit, present: i.comparator === 'present' })),
        })),
      });
    },
  },
  writes: {
    submitProduct: (call, input) => submitProduct(call, productOf(input), call.actor!.organisationId!),
    resubmitProduct: (call, input) => resubmitProduct(call, input.listingId, productOf(input), call.actor!.organisationId!),
    addEvidence: (call, input) => addEvidence(call, { listingId: input.listingId, evidenceId: input.evidenceId }, call.actor!.organisationId!),
    decideListing: (call, input) => decideListing(call, { listingId: input.listingId, act: input.act, reasons: input.reasons }),
    confirmForListing: (call, input) => confirmForListing(
      {
        lock: async () => {
          const listing = await lockListing(call.tx, call.cityId!, input.listingId);
          return listing === undefined ? undefined : { supplierOrganisationId: listing.supplier_organisation_id };
        },
        evidence: async () => (await evidenceUsedBy(call.tx, call.cityId!, 'listing', input.listingId)).find((one) => one.id === input.evidenceId),
        decider: { isMember: (organisationId) => isMember(call.tx, call.actor!.personId, organisationId) },
        put: () => putConfirmation(call.tx, { cityId: call.cityId!, listingId: input.listingId, evidenceId: input.evidenceId, personId: call.actor!.personId }, call.now),
        judge: async () => void (await judge(call, input.listingId)),
        record: call.record,
      },
      input,
    ),
    withdrawListing: async (call, input) => {
      const result = await decideListing(call, { listingId: input.listingId, act: 'withdraw', reasons: null });
      return result.ok ? result : refuse(result.refusal.code === 'act-not-possible' ? 'act-not-possible' : 'not-found', result.refusal.field, result.refusal.facts);
    },
  },
});
