import type { ProvenJudgement } from '../domain/merge.ts';
import type { ListingStatus } from '../domain/listing-life.ts';

export type KindVerdict = 'PASS' | 'FAIL' | 'NEEDS_REVIEW' | 'NOT_PROVEN';
/** What a report as a whole brought up (dates, model, contradictions), kept with the listing. */
export type ListingFinding = { readonly code: string; readonly evidenceId: string; readonly facts: Readonly<Record<string, string>> };

export type ListingRow = {
  city_id: string; id: string; product_id: string; supplier_organisation_id: string; kind_code: string; status: ListingStatus;
  price: string; price_unit: string; tax_rate: string; minimum_order: string; delivery_area: string[]; delivery_days: number | null;
  edition_id: string | null; verdict: KindVerdict | null; star: 0 | 1 | 2 | 3 | null; judgements: ProvenJudgement[]; findings: ListingFinding[]; unproven: string[];
  proven_until: string | null; judged_at: Date | null; judged_on: string | null; submitted_at: Date; decided_at: Date | null; decided_by: string | null; reasons: string | null; listed_at: Date | null;
};
export type ProductRow = { id: string; supplier_organisation_id: string; kind_code: string; name: string; brand: string; model: string; parameters: Record<string, string>; description: string; created_at: Date };

export type CatalogueTables = {
  'catalogue.evidence_confirmation': { city_id: string; listing_id: string; evidence_id: string; person_id: string; confirmed_at: Date };
  'catalogue.product': ProductRow;
  'catalogue.listing': ListingRow & { search_text: string; grams: string[] };
};
