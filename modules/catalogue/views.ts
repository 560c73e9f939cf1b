import { legalDayAt, type LegalDay } from '#kernel/date.ts';
import { actsFrom } from '#kernel/transitions.ts';
import { gates, limitScale, limitText, type Edition, type Indicator, type Kind } from '#modules/standards/rules.ts';
import type { EvidenceRecord } from '#modules/documents/index.ts';
import type { Highlight, IndicatorProof, ProductView, ShelfItem } from './contract/shelf.ts';
import { listingLife, takesEvidence } from './domain/listing-life.ts';
import type { ProvenJudgement } from './domain/merge.ts';
import type { StoredListing } from './store/listings.ts';
import type { ShelfRow } from './store/search.ts';

export const kindOf = (edition: Edition | undefined, code: string): Kind | undefined => edition?.kinds.find((kind) => kind.code === code);

/** Rows of the shelf show three values: the ones with a scale, stars first, then green, in the order of the standard. */
const SHOWN = 3;

/** A figure whose unit was absent or foreign is not a figure in the standard's unit, and is shown as printed only. */
const inUnit = (judgement: ProvenJudgement | undefined): boolean => judgement?.reasons.some((reason) => reason.code === 'unit-foreign' || reason.code === 'unit-absent') !== true;

function highlight(indicator: Indicator, judgement: ProvenJudgement | undefined, parameters: Readonly<Record<string, string>>): Highlight {
  const scale = limitScale(indicator, parameters);
  return {
    code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn, unit: indicator.unit, value: inUnit(judgement) ? (judgement?.value ?? null) : null, printed: judgement?.printed ?? null,
    outcome: judgement?.outcome ?? 'NOT_TESTED', scale: scale === undefined ? null : { ...scale, ticks: [...scale.ticks] },
  };
}

export function shelfItem(row: ShelfRow, edition: Edition | undefined): ShelfItem {
  const kind = kindOf(edition, row.kind_code);
  const of = (code: string): ProvenJudgement | undefined => row.judgements.find((one) => one.code === code);
  const drawn = (kind?.indicators ?? []).filter((indicator) => limitScale(indicator, row.parameters) !== undefined);
  const ranked = drawn.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
  const gating = row.judgements.filter((one) => one.gates && one.confirmed);
  return {
    listingId: row.id, kind: { code: row.kind_code, nameZh: kind?.nameZh ?? row.kind_code, nameEn: kind?.nameEn ?? row.kind_code }, name: row.name, brand: row.brand, model: row.model,
    supplier: { organisationId: row.supplier_organisation_id, name: row.supplier_name, demo: row.supplier_demo }, price: row.price, priceUnit: row.price_unit, star: row.star,
    verdict: row.verdict as ShelfItem['verdict'], passing: gating.filter((one) => one.outcome === 'PASS').length, gating: gating.length, unproven: row.unproven, provenUntil: row.proven_until,
    deliveryArea: row.delivery_area, highlights: drawn.filter((one) => ranked.includes(one)).map((indicator) => highlight(indicator, of(indicator.code), row.parameters)),
  };
}

const rank = (indicator: Indicator): number => (indicator.limit.form === 'by-star' ? 0 : indicator.attribute === 'green' ? 1 : 2);

function proof(indicator: Indicator, judgement: ProvenJudgement | undefined, parameters: Readonly<Record<string, string>>): IndicatorProof {
  const { limit } = indicator;
  return {
    ...highlight(indicator, judgement, parameters),
    limit: judgement?.limit ?? (limit.form === 'by-star' ? limitText(indicator.comparator, limit.stars[0]) : null), testMethod: indicator.testMethod, attribute: indicator.attribute, gates: gates(indicator),
    confirmed: judgement?.confirmed ?? false, star: judgement?.star ?? null, grade: judgement?.grade ?? null,
    reasons: (judgement?.reasons ?? []).map((reason) => ({ code: reason.code, ...(reason.facts === undefined ? {} : { facts: { ...reason.facts } }) })),
    evidenceId: judgement?.evidenceId ?? null, reportId: judgement?.reportId ?? null, page: judgement?.page ?? null,
  };
}

type Deciding = ProductView['may']['decide'];
const CENTRE: Deciding = ['list', 'return', 'refuse', 'suspend', 'restore'];

export function productView(
  listing: StoredListing,
  with_: { edition: Edition | undefined; evidence: readonly EvidenceRecord[]; reportOf: ReadonlyMap<string, string>; gate: { open: boolean; why: readonly string[] }; reader: 'anyone' | 'supplier' | 'centre' | 'city' },
): ProductView {
  const kind = kindOf(with_.edition, listing.kind_code);
  const parameters = listing.product.parameters;
  const acts = actsFrom(listingLife, listing.status);
  // Only a verdict without a failure and without an open question can stand on show; the reader is not offered what would be refused.
  const showable = listing.verdict === 'PASS' || listing.verdict === 'NOT_PROVEN';
  const decide = acts.filter((act) => showable || (act !== 'list' && act !== 'restore')).filter((act): act is Deciding[number] => (with_.reader === 'centre' ? (CENTRE as readonly string[]).includes(act) : with_.reader === 'supplier' && act === 'withdraw'));
  return {
    listingId: listing.id, productId: listing.product_id, status: listing.status,
    kind: { code: listing.kind_code, nameZh: kind?.nameZh ?? listing.kind_code, nameEn: kind?.nameEn ?? listing.kind_code, category: kind?.category ?? '' },
    name: listing.product.name, brand: listing.product.brand, model: listing.product.model, parameters, description: listing.product.description,
    supplier: { organisationId: listing.supplier_organisation_id, name: listing.supplierName, demo: listing.supplierDemo },
    price: listing.price, priceUnit: listing.price_unit, taxRate: listing.tax_rate, minimumOrder: listing.minimum_order, deliveryArea: listing.delivery_area, deliveryDays: listing.delivery_days,
    editionId: listing.edition_id, verdict: listing.verdict, star: listing.star, judgedOn: listing.judged_on, provenUntil: listing.proven_until,
    gate: { open: with_.gate.open, why: [...with_.gate.why], unproven: listing.unproven },
    indicators: (kind?.indicators ?? []).map((indicator) => proof(indicator, listing.judgements.find((one) => one.code === indicator.code), parameters)),
    findings: with_.reader === 'anyone' ? [] : listing.findings.map((finding) => ({ ...finding, facts: { ...finding.facts } })),
    evidence: with_.evidence.map((one) => ({ evidenceId: one.id, kind: one.kind, number: one.number, issuer: one.issuer, issuedOn: one.issuedOn, validUntil: one.validUntil, state: one.state, reportId: with_.reportOf.get(one.id) ?? null })),
    reasons: with_.reader === 'anyone' ? null : listing.reasons,
    times: {
      submitted: with_.reader === 'anyone' ? null : listing.submitted_at.toISOString(), judged: listing.judged_at?.toISOString() ?? null,
      decided: with_.reader === 'anyone' ? null : (listing.decided_at?.toISOString() ?? null), listed: listing.listed_at?.toISOString() ?? null,
    },
    may: { decide, resubmit: with_.reader === 'supplier' && acts.includes('resubmit'), addEvidence: with_.reader === 'supplier' && takesEvidence(listing.status) },
  };
}

export const today = (now: Date): LegalDay => legalDayAt(now);
