/** The front door of catalogue for higher modules on the server. */
import type { Json } from '#kernel/canonical.ts';
import { legalDayAt, type LegalDay } from '#kernel/date.ts';
import { must, type Result } from '#kernel/result.ts';
import { evidenceById, evidenceUsedBy, useEvidence } from '#modules/documents/index.ts';
import { reportOfEvidence, submitReport } from '#modules/laboratories/index.ts';
import { isMember } from '#modules/identity/index.ts';
import { notify } from '#modules/notifications/index.ts';
import { editionById, editionInForce } from '#modules/standards/index.ts';
import type { KindVerdict } from '#modules/standards/rules.ts';
import { admissionOf } from '#modules/suppliers/index.ts';
import { newId } from '#platform/clock.ts';
import type { WriteCall } from '#platform/database/call.ts';
import type { Tx } from '#platform/database/pool.ts';
import { gateOf } from './domain/gate.ts';
import { listingNotices } from './domain/notices.ts';
import { judge } from './judging.ts';
import { decideListing as decide, type DecideListingRefusal } from './operations/decide-listing.ts';
import type { ProductInput } from './domain/product.ts';
import { submitProduct as submit, type SubmitProductRefusal } from './operations/submit-product.ts';
import { addEvidence as add, type AddEvidenceRefusal } from './operations/add-evidence.ts';
import { resubmitProduct as resubmit, type ResubmitRefusal } from './operations/resubmit-product.ts';
import { insertListing, insertProduct, lockListing, setStatus, updateProduct, updateTerms } from './store/listings.ts';
import { offerRows } from './store/offers.ts';
import type { ListingStatus } from './domain/listing-life.ts';
import { kindOf } from './views.ts';

export { judge } from './judging.ts';
export { listingById, livingListings } from './store/listings.ts';
export type { ProductInput } from './domain/product.ts';
export type { SubmitProductRefusal } from './operations/submit-product.ts';

/** A product as it may be bought on a day: price, terms, the gate and the requirement it was held against. */
export type Offer = {
  readonly listingId: string; readonly productId: string; readonly supplierOrganisationId: string; readonly supplierName: string; readonly kindCode: string; readonly kindNameZh: string; readonly kindNameEn: string;
  readonly name: string; readonly brand: string; readonly model: string; readonly parameters: Readonly<Record<string, string>>;
  readonly price: string; readonly unit: string; readonly taxRate: string; readonly minimumOrder: string; readonly deliveryArea: readonly string[];
  readonly editionId: string | null; readonly star: 0 | 1 | 2 | 3 | null; readonly verdict: string | null;
  readonly gate: { readonly open: boolean; readonly why: readonly string[]; readonly unproven: readonly string[] };
  /** The indicators with their limits and what was proven, as an order keeps them. */
  readonly requirement: Json;
};

/** The offers behind these listings on a day, read at once; unknown ids are left out. */
export async function offersOf(tx: Tx, cityId: string, listingIds: readonly string[], on: LegalDay): Promise<Offer[]> {
  return (await offerRows(tx, cityId, listingIds, on)).map((row) => {
    const gate = gateOf({
      status: row.status, supplierAdmitted: row.admission === 'admitted', verdict: row.verdict ?? 'NEEDS_REVIEW', judgedEdition: row.edition_id, editionInForce: row.edition_in_force,
      limitConfirmedSince: row.confirmed_since, provenUntil: row.proven_until as LegalDay | null,
    }, on);
    const kind = row.edition_id === null ? undefined : kindOf(editionById(row.edition_id), row.kind_code);
    return {
      listingId: row.id, productId: row.product_id, supplierOrganisationId: row.supplier_organisation_id, supplierName: row.supplier_name, kindCode: row.kind_code, kindNameZh: kind?.nameZh ?? row.kind_code, kindNameEn: kind?.nameEn ?? row.kind_code,
      name: row.name, brand: row.brand, model: row.model, parameters: row.parameters, price: row.price, unit: row.price_unit, taxRate: row.tax_rate, minimumOrder: row.minimum_order, deliveryArea: row.delivery_area,
      editionId: row.edition_id, star: row.star, verdict: row.verdict, gate: { ...gate, unproven: row.unproven },
      requirement: {
        edition: row.edition_id, kind: row.kind_code,
        indicators: row.judgements.map((one) => {
          const indicator = kind?.indicators.find((i) => i.code === one.code);
          return { code: one.code, nameZh: indicator?.nameZh ?? one.code, nameEn: indicator?.nameEn ?? one.code, unit: one.unit, limit: one.limit, method: indicator?.testMethod ?? null, gates: one.gates && one.confirmed, outcome: one.outcome, value: one.value, printed: one.printed, star: one.star, evidence: one.evidenceId, report: one.reportId, page: one.page };
        }),
      },
    };
  });
}

/** One offer; undefined where the city has no such listing. */
export const offerOf = async (tx: Tx, cityId: string, listingId: string, on: LegalDay): Promise<Offer | undefined> => (await offersOf(tx, cityId, [listingId], on))[0];

/** Notes the use. A test report that nobody has handed in to be read is handed in now: a product must never wait for a reading that will not come. */
async function serveFor(call: WriteCall, listingId: string, evidenceId: string): Promise<void> {
  await useEvidence(call, { evidenceId, cityId: call.cityId!, subjectKind: 'listing', subjectId: listingId, purpose: 'listing' });
  const kind = (await evidenceById(call.tx, evidenceId))?.kind;
  if (kind === 'TEST_REPORT' && (await reportOfEvidence(call.tx, evidenceId)) === undefined) must(await submitReport(call, { evidenceId }));
}

const productNeeds = async (call: WriteCall, organisationId: string) => ({
  newId,
  kind: async (code: string) => kindOf((await editionInForce(call.tx, call.cityId!, legalDayAt(call.now)))?.edition, code),
  admitted: (await admissionOf(call.tx, call.cityId!, organisationId))?.status === 'admitted',
  ownEvidence: async (ids: readonly string[]) => {
    const own = new Set<string>();
    for (const id of ids) if ((await evidenceById(call.tx, id))?.holderOrganisationId === organisationId) own.add(id);
    return own;
  },
  useEvidence: (listingId: string, evidenceId: string) => serveFor(call, listingId, evidenceId),
  record: call.record,
});

/** Puts a product of the calling supplier forward in the call's city and compares it at once where its reports are read already. */
export async function submitProduct(call: WriteCall, input: ProductInput, organisationId: string): Promise<Result<{ productId: string; listingId: string }, SubmitProductRefusal>> {
  const result = await submit(
    {
      ...(await productNeeds(call, organisationId)),
      insert: async ({ productId, listingId, input: given, searched }) => {
        await insertProduct(call.tx, { id: productId, supplier_organisation_id: organisationId, kind_code: given.kindCode, name: given.name, brand: given.brand, model: given.model, parameters: { ...given.parameters }, description: given.description }, call.now);
        await insertListing(call.tx, { cityId: call.cityId!, id: listingId, productId, supplierOrganisationId: organisationId, kindCode: given.kindCode, terms: given.terms, searched }, call.now);
      },
    },
    input,
  );
  if (result.ok) await judge(call, result.value.listingId);
  return result;
}

/** Mends a returned product and submits it again; the same evidence may serve again, new evidence is added. */
export async function resubmitProduct(call: WriteCall, listingId: string, input: ProductInput, organisationId: string): Promise<Result<{ listingId: string }, ResubmitRefusal>> {
  const result = await resubmit(
    {
      ...(await productNeeds(call, organisationId)),
      lock: async () => {
        const found = await lockListing(call.tx, call.cityId!, listingId);
        return found?.supplier_organisation_id === organisationId ? { status: found.status, kindCode: found.kind_code, productId: found.product_id } : undefined;
      },
      update: async (productId, given, searched) => {
        await updateProduct(call.tx, { id: productId, name: given.name, brand: given.brand, model: given.model, parameters: { ...given.parameters }, description: given.description });
        await updateTerms(call.tx, call.cityId!, listingId, given.terms, searched);
        await setStatus(call.tx, call.cityId!, listingId, { status: 'submitted', submittedAt: call.now, reasons: null }, call.now);
      },
    },
    listingId,
    input,
  );
  if (result.ok) await judge(call, listingId);
  return result;
}

/** Adds evidence of the calling supplier to its product and judges the product again. */
export async function addEvidence(call: WriteCall, input: { listingId: string; evidenceId: string }, organisationId: string): Promise<Result<{ verdict: KindVerdict | null }, AddEvidenceRefusal>> {
  const cityId = call.cityId!;
  return add(
    {
      lock: async () => {
        const found = await lockListing(call.tx, cityId, input.listingId);
        return found?.supplier_organisation_id === organisationId ? { status: found.status } : undefined;
      },
      evidence: async (id) => {
        const found = await evidenceById(call.tx, id);
        return found?.holderOrganisationId === organisationId ? { usable: found.state === 'submitted' || found.state === 'confirmed' } : undefined;
      },
      used: async () => new Set((await evidenceUsedBy(call.tx, cityId, 'listing', input.listingId)).map((one) => one.id)),
      useEvidence: (evidenceId) => serveFor(call, input.listingId, evidenceId),
      judge: async () => {
        const judged = await judge(call, input.listingId);
        return judged.ok ? judged.value.verdict : null;
      },
      record: call.record,
    },
    input,
  );
}

/** The centre's decisions, and the supplier's withdrawal, in the call's city; tells the other side. */
export async function decideListing(call: WriteCall, input: { listingId: string; act: 'list' | 'return' | 'refuse' | 'suspend' | 'restore' | 'withdraw'; reasons: string | null }): Promise<Result<{ status: ListingStatus }, DecideListingRefusal>> {
  const cityId = call.cityId!;
  const inForce = await editionInForce(call.tx, cityId, legalDayAt(call.now));
  let name = '';
  let supplier = '';
  return decide(
    {
      decider: { organisationId: call.actor?.organisationId ?? null, isMember: async (organisationId) => call.actor !== null && isMember(call.tx, call.actor.personId, organisationId) },
      lock: async () => {
        const found = await lockListing(call.tx, cityId, input.listingId);
        if (found === undefined || (input.act === 'withdraw' && found.supplier_organisation_id !== call.actor?.organisationId)) return undefined;
        name = `${found.product.brand} ${found.product.name} ${found.product.model}`;
        supplier = found.supplier_organisation_id;
        return { status: found.status, verdict: found.verdict, supplierOrganisationId: found.supplier_organisation_id, editionIsInForce: inForce !== undefined && found.edition_id === inForce.editionId };
      },
      setStatus: (change) => setStatus(call.tx, cityId, input.listingId, { ...change, decidedBy: call.actor?.personId ?? null }, call.now),
      tell: async (act) => {
        if (act === 'list' || act === 'restore') call.emit({ name: 'catalogue.listed@1', subject: input.listingId, cityId, body: {} });
        const kind = listingNotices[`catalogue.notice.${act}`];
        if (kind !== undefined) await notify(call, { organisationId: supplier, cityId, code: `catalogue.notice.${act}`, kind, subjectKind: 'listing', subjectId: input.listingId, facts: { product: name, reasons: input.reasons ?? '' }, path: `/work/products/${input.listingId}` });
      },
      record: call.record,
    },
    input,
  );
}

export type { DecideListingRefusal };
