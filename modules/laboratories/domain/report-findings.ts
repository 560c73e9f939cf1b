import { addMonths, type LegalDay } from '#kernel/date.ts';
import type { Outcome, Reason } from '#modules/standards/rules.ts';
import rules from '../data/report-validity.json' with { type: 'json' };
import { daysIn } from './dates.ts';
import { halfWidth, saysNothing, tight, verdictPrinted } from './plain.ts';
import type { FieldName, Report } from './report.ts';

/** How long after its issue a report proves anything, in months; null where no rule is known, and then it is not judged. */
export type Validity = { readonly months: number; readonly source: string } | null;

type Rule = { readonly from: string; readonly until: string | null; readonly months: number; readonly source: string };
const RULES: readonly Rule[] = rules;

/** The dated rule in force on a day. */
export function validityOn(on: LegalDay): Validity {
  const rule = RULES.find((r) => r.from <= on && (r.until === null || on <= r.until));
  return rule ? { months: rule.months, source: rule.source } : null;
}

/**
 * What is found on the report as a whole. `outcome`: it takes the place of every judgement the report would have carried.
 * `doubt`: a person must look before any of its rows counts. `note`: told, and nothing more.
 */
export type ReportFinding =
  | { readonly weight: 'outcome'; readonly outcome: Extract<Outcome, 'EXPIRED' | 'INTEGRITY' | 'NOT_COVERED'>; readonly reason: Reason }
  | { readonly weight: 'doubt' | 'note'; readonly reason: Reason };

type Outcomes = Extract<ReportFinding, { weight: 'outcome' }>['outcome'];

/** Report-level checks, before any row is held against a limit (ISO/IEC 17025:2017 7.8.2.1 for the fields and dates). */
export function findingsOf(report: Report, asked: { on: LegalDay; validity: Validity; model: string | null }): ReportFinding[] {
  const found: ReportFinding[] = [];
  const fact = (facts: Readonly<Record<string, string>>, code: string): Reason => ({ code, facts });
  const graver = (outcome: Outcomes, reason: Reason): void => void found.push({ weight: 'outcome', outcome, reason });
  const { received, testedFrom, testedTo, issued } = report.days;

  if (issued === null) found.push({ weight: 'doubt', reason: { code: 'issue-date-absent' } });
  else if (issued > asked.on) graver('INTEGRITY', fact({ issued, on: asked.on }, 'issued-in-the-future'));
  else if (asked.validity && addMonths(issued, asked.validity.months) < asked.on) graver('EXPIRED', fact({ issued, months: String(asked.validity.months), on: asked.on, source: asked.validity.source }, 'report-too-old'));

  const order: readonly (readonly [string, LegalDay | null])[] = [['received', received], ['tested-from', testedFrom], ['tested-to', testedTo], ['issued', issued]];
  const dated = order.flatMap(([name, day]) => (day === null ? [] : [{ name, day }]));
  dated.slice(1).forEach((later, i) => {
    const earlier = dated[i]!;
    if (later.day < earlier.day) graver('INTEGRITY', fact({ first: earlier.name, firstDay: earlier.day, second: later.name, secondDay: later.day }, 'dates-out-of-order'));
  });

  const numbers = copiesOf(report, 'reportNumber', (text) => tight(text).toUpperCase());
  if (numbers.length > 1) graver('INTEGRITY', fact({ copies: numbers.join(' | ') }, 'fields-disagree'));
  const issues = copiesOf(report, 'issuedOn', (text) => daysIn(text)[0] ?? '');
  if (issues.length > 1) found.push({ weight: 'doubt', reason: fact({ copies: issues.join(' | ') }, 'issue-dates-disagree') });

  const specs = (report.fields.modelSpec?.places ?? []).map((p) => p.text);
  if (asked.model !== null && !(specs.some((spec) => covers(spec, asked.model!)) || covers(specs.join(' '), asked.model))) graver('NOT_COVERED', fact({ offered: asked.model, reported: specs.join(' ') }, 'model-not-covered'));
  if (report.pagesMissing.length > 0) found.push({ weight: 'doubt', reason: fact({ pages: report.pagesMissing.join(', ') }, 'pages-missing') });
  const gaps = serialGaps(report);
  if (gaps.length > 0) found.push({ weight: 'doubt', reason: fact({ numbers: gaps.join(', ') }, 'serial-gap') });
  if (report.fields.cma === undefined) found.push({ weight: 'note', reason: { code: 'cma-absent' } });
  if (verdictPrinted(report.fields.conclusion?.text ?? '') === 'fail') found.push({ weight: 'note', reason: fact({ conclusion: report.fields.conclusion!.text.slice(0, 120) }, 'conclusion-negative') });
  return found;
}

/** The different readings of one field across the report, dashes left out. */
const copiesOf = (report: Report, name: FieldName, fold: (text: string) => string): string[] =>
  [...new Set((report.fields[name]?.places ?? []).filter((p) => !saysNothing(p.text)).map((p) => fold(p.text)).filter((t) => t !== ''))];

/** The offered model stands in the report's as a whole word: N-100 is not in N-1000. */
export function covers(reported: string, offered: string): boolean {
  const fold = (text: string): string => halfWidth(text).replace(/[—–−]/g, '-').toUpperCase().replace(/\s+/g, ' ').trim();
  const [have, want] = [fold(reported), fold(offered)];
  if (want === '' || saysNothing(have)) return false;
  const escaped = want.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s*');
  return new RegExp(`(?:^|[^A-Z0-9.])${escaped}(?![A-Z0-9]|\\.\\d)`).test(have);
}

/** 序号 runs on from page to page; a number that is skipped may be a page that was taken out. */
function serialGaps(report: Report): number[] {
  const numbers = report.rows.flatMap((row) => {
    const whole = /^(\d{1,3})(?:[.-]\d+)*$/.exec(tight(row.number ?? ''));
    return whole ? [Number(whole[1])] : [];
  });
  const gaps: number[] = [];
  numbers.slice(1).forEach((n, i) => {
    for (let missing = numbers[i]! + 1; missing < n; missing++) gaps.push(missing);
  });
  return gaps.slice(0, 20);
}
