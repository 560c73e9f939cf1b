import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Kind } from '#modules/standards/rules.ts';
import { parametersOf } from '#modules/standards/rules.ts';
import { faultOfTerms, type OfferTerms, type TermsRefusal } from '../domain/offer.ts';

export type ProductInput = {
  readonly kindCode: string;
  readonly name: string;
  readonly brand: string;
  readonly model: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly description: string;
  readonly terms: OfferTerms;
  readonly evidence: readonly string[];
};

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

export type SubmitProductRefusal = TermsRefusal | 'supplier-not-admitted' | 'kind-unknown' | 'parameter-unknown' | 'not-found' | 'evidence-missing';

/**
 * A supplier admitted in the city puts a product forward with its evidence. It is compared by machine first; the centre decides
 * after that. Evidence is submitted once and used here (财库〔2022〕35号: certificate or valid report).
 */
export async function submitProduct(needs: SubmitProductNeeds, input: ProductInput): Promise<Result<{ productId: string; listingId: string }, SubmitProductRefusal>> {
  if (!needs.admitted) return refuse('supplier-not-admitted', 'supplier');
  const fault = await faultOfProduct(needs, input);
  if (fault !== null) return fault;
  const productId = needs.newId();
  const listingId = needs.newId();
  await needs.insert({ productId, listingId, input, searched: searchedText(input, (await needs.kind(input.kindCode))!) });
  for (const evidenceId of input.evidence) await needs.useEvidence(listingId, evidenceId);
  needs.record({ kind: 'product-submitted', subject: listingId, body: { product: productId, kind: input.kindCode, model: input.model, price: input.terms.price, unit: input.terms.priceUnit, evidence: [...input.evidence] } });
  return ok({ productId, listingId });
}

/** What is wrong with a product as it was filled in; shared with the resubmission. */
export async function faultOfProduct(needs: Pick<SubmitProductNeeds, 'kind' | 'ownEvidence'>, input: ProductInput) {
  const kind = await needs.kind(input.kindCode);
  if (kind === undefined) return refuse('kind-unknown', 'kindCode', { kind: input.kindCode });
  const names = new Set(parametersOf(kind).map((need) => need.name));
  const strange = Object.keys(input.parameters).find((name) => !names.has(name));
  if (strange !== undefined) return refuse('parameter-unknown', `parameters.${strange}`, { parameter: strange });
  const terms = faultOfTerms(input.terms);
  if (terms !== null) return terms;
  if (input.evidence.length === 0) return refuse('evidence-missing', 'evidence');
  const own = await needs.ownEvidence(input.evidence);
  return input.evidence.every((id) => own.has(id)) ? null : refuse('not-found', 'evidence');
}

/** What a product is found by: kind, name, brand, model, standard names. */
export const searchedText = (input: Pick<ProductInput, 'name' | 'brand' | 'model' | 'description'>, kind: Kind): string =>
  [input.name, input.brand, input.model, kind.code, kind.nameZh, kind.nameEn, input.description].join(' ');
