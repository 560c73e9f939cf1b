import { refuse, type Refused } from '#kernel/result.ts';
import { parametersOf, type Kind } from '#modules/standards/rules.ts';
import { faultOfTerms, type OfferTerms, type TermsRefusal } from './offer.ts';

/** A product as its supplier fills it in. */
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

export type ProductRefusal = TermsRefusal | 'kind-unknown' | 'parameter-unknown' | 'not-found' | 'evidence-missing';

/** What is wrong with a product as it was filled in: its kind in the edition in force (undefined where there is none), and which evidence is the supplier's own. Null where it may be submitted. */
export function faultOfProduct(input: ProductInput, kind: Kind | undefined, own: ReadonlySet<string>): Refused<ProductRefusal> | null {
  if (kind === undefined) return refuse('kind-unknown', 'kindCode', { kind: input.kindCode });
  const names = new Set(parametersOf(kind).map((need) => need.name));
  const strange = Object.keys(input.parameters).find((name) => !names.has(name));
  if (strange !== undefined) return refuse('parameter-unknown', `parameters.${strange}`, { parameter: strange });
  const terms = faultOfTerms(input.terms);
  if (terms !== null) return terms;
  if (input.evidence.length === 0) return refuse('evidence-missing', 'evidence');
  return input.evidence.every((id) => own.has(id)) ? null : refuse('not-found', 'evidence');
}

/** What a product is found by: kind, name, brand, model, its own words. */
export const searchedText = (input: Pick<ProductInput, 'name' | 'brand' | 'model' | 'description'>, kind: Kind): string =>
  [input.name, input.brand, input.model, kind.code, kind.nameZh, kind.nameEn, input.description].join(' ');
