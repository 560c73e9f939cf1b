import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Kind } from '#modules/standards/rules.ts';
import { faultOfProduct, searchedText, type ProductInput, type ProductRefusal } from '../domain/product.ts';

export type SubmitProductNeeds = {
  readonly newId: () => string;
  /** The kind in the city's edition in force; undefined where the code is unknown or the city has no edition. */
  readonly kind: (code: string) => Promise<Kind | undefined>;
  readonly admitted: boolean;
  /** Which of these pieces of evidence belong to the supplier. */
  readonly ownEvidence: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly insert: (product: { productId: string; listingId: string; input: ProductInput; searched: string }) => Promise<void>;
  readonly useEvidence: (listingId: string, evidenceId: string) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: { product: string; kind: string; model: string; price: string; unit: string; evidence: string[] } }) => void;
};

export type SubmitProductRefusal = ProductRefusal | 'supplier-not-admitted';

/**
 * A supplier admitted in the city puts a product forward with its evidence. It is compared by machine first; the centre decides
 * after that. Evidence is submitted once and used here (财库〔2022〕35号: certificate or valid report).
 */
export async function submitProduct(needs: SubmitProductNeeds, input: ProductInput): Promise<Result<{ productId: string; listingId: string }, SubmitProductRefusal>> {
  if (!needs.admitted) return refuse('supplier-not-admitted', 'supplier');
  const kind = await needs.kind(input.kindCode);
  const fault = faultOfProduct(input, kind, await needs.ownEvidence(input.evidence));
  if (fault !== null) return fault;
  const productId = needs.newId();
  const listingId = needs.newId();
  await needs.insert({ productId, listingId, input, searched: searchedText(input, kind!) });
  for (const evidenceId of input.evidence) await needs.useEvidence(listingId, evidenceId);
  needs.record({ kind: 'product-submitted', subject: listingId, body: { product: productId, kind: input.kindCode, model: input.model, price: input.terms.price, unit: input.terms.priceUnit, evidence: [...input.evidence] } });
  return ok({ productId, listingId });
}
