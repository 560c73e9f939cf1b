import { ok, refuse, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { listingLife, type ListingStatus } from '../domain/listing-life.ts';
import { faultOfProduct, searchedText, type ProductInput } from '../domain/product.ts';
import type { SubmitProductNeeds, SubmitProductRefusal } from './submit-product.ts';

export type ResubmitNeeds = Pick<SubmitProductNeeds, 'kind' | 'admitted' | 'ownEvidence' | 'useEvidence' | 'record'> & {
  /** The supplier's own listing, held against other writers; undefined where it is another's or none. */
  readonly lock: () => Promise<{ readonly status: ListingStatus; readonly kindCode: string; readonly productId: string } | undefined>;
  readonly update: (productId: string, input: ProductInput, searched: string) => Promise<void>;
};

export type ResubmitRefusal = SubmitProductRefusal | 'act-not-possible' | 'kind-fixed';

/** A returned product, mended. Its kind stays what it was: another kind is another product. */
export async function resubmitProduct(needs: ResubmitNeeds, listingId: string, input: ProductInput): Promise<Result<{ listingId: string }, ResubmitRefusal>> {
  const listing = await needs.lock();
  if (listing === undefined) return refuse('not-found', 'listingId');
  if (!needs.admitted) return refuse('supplier-not-admitted', 'supplier');
  if (next(listingLife, listing.status, 'resubmit') === undefined) return refuse('act-not-possible', 'listingId', { status: listing.status, act: 'resubmit' });
  if (listing.kindCode !== input.kindCode) return refuse('kind-fixed', 'kindCode', { kind: listing.kindCode });
  const kind = await needs.kind(input.kindCode);
  const fault = faultOfProduct(input, kind, await needs.ownEvidence(input.evidence));
  if (fault !== null) return fault;
  await needs.update(listing.productId, input, searchedText(input, kind!));
  for (const evidenceId of input.evidence) await needs.useEvidence(listingId, evidenceId);
  needs.record({ kind: 'product-resubmitted', subject: listingId, body: { product: listing.productId, kind: input.kindCode, model: input.model, price: input.terms.price, unit: input.terms.priceUnit, evidence: [...input.evidence] } });
  return ok({ listingId });
}
