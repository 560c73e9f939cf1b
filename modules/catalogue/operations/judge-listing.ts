import { dec, decimalOf } from '#kernel/decimal.ts';
import type { LegalDay } from '#kernel/date.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { next } from '#kernel/transitions.ts';
import { check, point, type EvidenceKind, type Judgement, type Kind, type KindVerdict, type Reading } from '#modules/standards/rules.ts';
import { judged, type ProvenJudgement } from '../domain/merge.ts';
import { listingLife, type ListingStatus } from '../domain/listing-life.ts';

/** Evidence as the judging needs it; a report comes with its comparison, or with why there is none yet. */
export type EvidenceAtHand = {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly number: string | null;
  readonly state: 'submitted' | 'confirmed' | 'refused' | 'withdrawn';
  readonly validUntil: LegalDay | null;
  readonly values: readonly { readonly indicatorCode: string | null; readonly printed: string; readonly unit: string | null }[];
  /** Whether a person of the centre confirmed it as a proof of this very product. A report proves its product by the model it names; a paper does not. */
  readonly confirmedHere: boolean;
};
export type ReportAtHand = {
  readonly reportId: string;
  readonly judgements: readonly (Judgement & { readonly page: number | null })[];
  readonly findings: readonly { readonly code: string; readonly facts: Readonly<Record<string, string>> }[];
  /** The last day on which the report counts; null where the city asks no period. */
  readonly countsUntil: LegalDay | null;
};

export type JudgeListingNeeds = {
  readonly on: LegalDay;
  readonly listing: { readonly id: string; readonly status: ListingStatus; readonly parameters: Readonly<Record<string, string>>; readonly kind: Kind; readonly editionId: string; readonly verdictBefore: string | null; readonly judgementsBefore: readonly ProvenJudgement[] };
  readonly confirmed: ReadonlySet<string>;
  readonly evidence: readonly EvidenceAtHand[];
  readonly report: (evidenceId: string) => Promise<Result<ReportAtHand, 'not-read-yet' | 'unreadable'>>;
  readonly put: (judgement: { verdict: 'PASS' | 'FAIL' | 'NEEDS_REVIEW' | 'NOT_PROVEN'; star: 0 | 1 | 2 | 3 | null; judgements: readonly ProvenJudgement[]; findings: readonly { code: string; evidenceId: string; facts: Readonly<Record<string, string>> }[]; unproven: readonly string[]; provenUntil: LegalDay | null }) => Promise<void>;
  readonly setStatus: (status: ListingStatus) => Promise<void>;
  readonly record: (entry: { kind: string; subject: string; body: { edition: string; verdict: string; star: number | null; unproven: string[]; evidence: string[] } }) => void;
};

/**
 * Compares all evidence of a listing with the city's edition and stores the judgement. Waits (`not-read-yet`) while a report is
 * still being read; an unreadable report proves nothing and is named as a finding. A submitted listing becomes compared.
 */
export async function judgeListing(needs: JudgeListingNeeds): Promise<Result<{ verdict: KindVerdict }, 'not-read-yet'>> {
  const { listing, on } = needs;
  const all: ProvenJudgement[] = [];
  const findings: { code: string; evidenceId: string; facts: Readonly<Record<string, string>> }[] = [];
  const lasting: (LegalDay | null)[] = [];
  const unread: string[] = [];
  for (const evidence of needs.evidence) {
    if (evidence.state === 'refused' || evidence.state === 'withdrawn') {
      const kept = listing.status === 'submitted' ? [] : listing.judgementsBefore.filter((one) => one.evidenceId === evidence.id && against(one));
      all.push(...kept.map(questioned));
      if (kept.length > 0) findings.push({ code: 'failing-evidence-withdrawn', evidenceId: evidence.id, facts: {} });
      continue;
    }
    if (evidence.kind === 'TEST_REPORT') {
      const report = await needs.report(evidence.id);
      if (!report.ok && report.refusal.code === 'not-read-yet') {
        // What was never judged waits; what is judged must not keep its verdict by a report that is never read.
        if (listing.verdictBefore === null) return refuse('not-read-yet');
        unread.push(evidence.id);
      } else if (!report.ok) findings.push({ code: 'report-unreadable', evidenceId: evidence.id, facts: {} });
      else {
        all.push(...report.value.judgements.map((one) => ({ ...one, evidenceId: evidence.id, reportId: report.value.reportId })));
        findings.push(...report.value.findings.map((one) => ({ ...one, evidenceId: evidence.id })));
        if (report.value.judgements.some((one) => one.outcome === 'PASS')) lasting.push(report.value.countsUntil);
      }
      continue;
    }
    for (const indicator of listing.kind.indicators) {
      if (!indicator.evidenceKinds.includes(evidence.kind)) continue;
      // A paper that states two values of one indicator is judged by both; the graver counts.
      for (const claim of evidence.values.filter((value) => value.indicatorCode === indicator.code)) {
        const judgement = check(indicator, listing.parameters, readingOf(evidence, claim, indicator.comparator === 'present', on), on, { confirmed: needs.confirmed.has(indicator.code) });
        all.push({ ...judgement, evidenceId: evidence.id, reportId: null, page: null });
        if (judgement.outcome === 'PASS') lasting.push(evidence.validUntil);
      }
    }
  }
  const missing = listing.kind.indicators.filter((indicator) => !all.some((one) => one.code === indicator.code))
    .map((indicator) => ({ ...check(indicator, listing.parameters, null, on, { confirmed: needs.confirmed.has(indicator.code) }), evidenceId: null, reportId: null, page: null }));
  const proven = judged(listing.kind, [...all, ...missing]);
  const { judgements } = proven;
  const verdict = unread.length > 0 && proven.verdict.verdict !== 'FAIL' ? { ...proven.verdict, verdict: 'NEEDS_REVIEW' as const } : proven.verdict;
  findings.push(...unread.map((evidenceId) => ({ code: 'report-not-read-yet', evidenceId, facts: {} })));
  const ends = lasting.filter((end) => end !== null).toSorted();
  await needs.put({ verdict: verdict.verdict, star: verdict.star, judgements, findings, unproven: [...verdict.unproven, ...verdict.lapsed], provenUntil: ends[0] ?? null });
  const compared = next(listingLife, listing.status, 'compare');
  if (compared !== undefined) await needs.setStatus(compared);
  needs.record({ kind: 'listing-judged', subject: listing.id, body: { edition: listing.editionId, verdict: verdict.verdict, star: verdict.star, unproven: [...verdict.unproven], evidence: needs.evidence.map((one) => one.id) } });
  return ok({ verdict: verdict.verdict });
}

const QUESTIONED = 'failing-evidence-withdrawn';
/** A judgement that spoke against the product, or was already carried over from evidence that did. */
const against = (one: ProvenJudgement): boolean => ['FAIL', 'INTEGRITY', 'INDETERMINATE'].includes(one.outcome) || one.reasons.some((reason) => reason.code === QUESTIONED);
/** Evidence that spoke against a product is not outvoted by taking it away: its indicator stays with a person until the product is returned and submitted anew. */
const questioned = (one: ProvenJudgement): ProvenJudgement => ({ ...one, outcome: 'NEEDS_REVIEW', star: one.star === null ? null : 0, reasons: [...one.reasons.filter((reason) => reason.code !== QUESTIONED), { code: QUESTIONED }] });

/** What a typed record says of one indicator. Until a person of the centre has confirmed it, it is a doubt, never a proof. */
function readingOf(evidence: EvidenceAtHand, claim: EvidenceAtHand['values'][number], present: boolean, on: LegalDay): Reading {
  const valid = evidence.validUntil === null || on <= evidence.validUntil;
  const value = decimalOf(claim.printed);
  const doubts = [...(evidence.state !== 'confirmed' ? ['evidence-not-confirmed'] : evidence.confirmedHere ? [] : ['evidence-confirmed-elsewhere']), ...(!present && !valid ? ['evidence-lapsed'] : [])];
  return {
    printed: present ? (evidence.number ?? claim.printed) : claim.printed,
    value: present ? { form: 'present', valid } : value === undefined ? { form: 'text', text: claim.printed } : { form: 'interval', interval: point(dec(claim.printed)) },
    printedUnit: claim.unit, method: null, methodsOfReport: [], evidence: evidence.kind, doubts,
  };
}
