import type { LegalDay } from '#kernel/date.ts';
import { unitOf } from '#kernel/quantity.ts';
import { check, underReport, verdictOf, type Edition, type Indicator, type Judgement, type Kind, type Parameters, type Reading, type Reason, type Verdict } from '#modules/standards/rules.ts';
import { matchRows, type Match } from './match.ts';
import { nameOf } from './names.ts';
import { tokensOf } from './numerals.ts';
import type { ReportPages } from './pages.ts';
import { saysNothing, verdictPrinted } from './plain.ts';
import { findingsOf, type ReportFinding, type Validity } from './report-findings.ts';
import { reportOf } from './report-of.ts';
import type { Place, Report, TestRow } from './report.ts';
import { standardsIn } from './standards-named.ts';
import { readRow } from './suitability.ts';
import { readValue } from './value.ts';

export type ComparisonRequest = {
  readonly pages: ReportPages;
  readonly kind: Kind;
  readonly edition: Pick<Edition, 'id'>;
  readonly parameters: Parameters;
  readonly on: LegalDay;
  /** Codes whose limits an officer of the city has confirmed. */
  readonly confirmed: ReadonlySet<string> | 'all';
  /** How long a report counts; null: not judged. */
  readonly validity: Validity;
  /** The model offered; null: not judged. */
  readonly model: string | null;
};

export type IndicatorComparison = {
  readonly indicator: Indicator;
  readonly reading: Reading | null;
  readonly row: TestRow | null;
  readonly place: Place | null;
  readonly match: Match | null;
  readonly judgement: Judgement;
  /** What the report says against us: a contrary verdict, another limit. Told, never believed. */
  readonly findings: readonly Reason[];
};

export type ReportComparison = {
  readonly kind: string;
  readonly edition: string;
  readonly on: LegalDay;
  readonly report: Report;
  readonly indicators: readonly IndicatorComparison[];
  readonly verdict: Verdict;
  readonly findings: readonly ReportFinding[];
  /** Rows that speak of no indicator of the kind. */
  readonly unmatched: readonly TestRow[];
  /** Codes of gating indicators this report says nothing of (尚待证明), those that need other evidence among them. */
  readonly unproven: readonly string[];
};

/**
 * Holds a report against the indicators of a kind: pure, the same on the server, in the browser and in the command.
 * Only the result cells are believed; the report's own requirement and verdict are compared with ours and told where they differ.
 */
export function compareReport(asked: ComparisonRequest): ReportComparison {
  const report = reportOf(asked.pages);
  const findings = findingsOf(report, asked);
  const general = findings.filter((f) => f.weight === 'doubt').map((f) => f.reason.code);
  const reportWide = findings.flatMap((f) => (f.weight === 'outcome' ? [{ outcome: f.outcome, reason: f.reason }] : []));
  const spec = report.fields.modelSpec?.text ?? '';
  const rows = report.rows.map((row) => readRow(row, readValue(row.result).conditions, unitsOf(row, null)[0] ?? null, saysNothing(row.result), spec));
  const matches = matchRows(rows, asked.kind, asked.parameters);
  const indicators = asked.kind.indicators.map((indicator): IndicatorComparison => {
    const match = matches.get(indicator.code) ?? null;
    const row = match ? report.rows[match.row]! : null;
    const reading = row && match ? readingOf(row, match, indicator, report, asked.parameters, general) : null;
    const context = { confirmed: asked.confirmed === 'all' || asked.confirmed.has(indicator.code) };
    const judgement = underReport(check(indicator, asked.parameters, reading, asked.on, context), reading ? reportWide : []);
    return { indicator, reading, row, place: row?.place ?? null, match, judgement, findings: row ? contradictions(row, indicator, judgement) : [] };
  });
  const used = new Set([...matches.values()].map((m) => m.row));
  const judgements = indicators.map((i) => i.judgement);
  return {
    kind: asked.kind.code,
    edition: asked.edition.id,
    on: asked.on,
    report,
    indicators,
    verdict: verdictOf(asked.kind, judgements),
    findings,
    unmatched: report.rows.filter((row) => !used.has(row.index)),
    unproven: judgements.filter((j) => j.gates && j.outcome === 'NOT_TESTED').map((j) => j.code),
  };
}

/** Units printed for a result, nearest first: in its cell, in the unit column, in the item, in the head of the column. */
function unitsOf(row: TestRow, inCell: string | null): string[] {
  const head = row.headUnit !== null && unitOf(row.headUnit) !== undefined ? row.headUnit : null;
  return [inCell, row.unit, nameOf(row.item).unit, head].filter((u) => u !== null);
}

function readingOf(row: TestRow, match: Match, indicator: Indicator, report: Report, parameters: Parameters, general: readonly string[]): Reading {
  const read = readValue(row.result, indicator);
  const doubts = new Set<string>([...general, ...row.doubts, ...read.doubts, ...match.doubts]);
  const units = unitsOf(row, read.unit);
  const known = new Set(units.flatMap((u) => unitOf(u)?.symbol ?? []));
  if (known.size > 1 && indicator.unit !== 'degC') doubts.add('units-disagree');
  if (read.conditions.some((c) => !belongs(c, indicator, parameters))) doubts.add('condition-unmatched');
  if (sumWithoutChild(row, report)) doubts.add('sum-child-missing');
  const methods = row.method === null || standardsIn(row.method).length === 0 ? null : row.method;
  return { printed: row.result, value: read.value, printedUnit: units[0] ?? null, method: methods, methodsOfReport: report.standards, evidence: 'TEST_REPORT', doubts: [...doubts] };
}

/** Words beside a value (100mm厚) that the indicator's own name or the product's parameters already say. */
function belongs(condition: string, indicator: Indicator, parameters: Parameters): boolean {
  const figures: readonly string[] = condition.match(/\d+(?:\.\d+)?\s*(?:mm|℃|d|h|min)/g) ?? [];
  if (figures.length === 0) return false;
  const plain = (text: string): string => text.replace(/\s+/g, '').replace(/(\d)\.0+(?!\d)/g, '$1');
  const name = plain(indicator.nameZh);
  const values = Object.values(parameters).map(plain);
  return figures.map(plain).every((figure) => name.includes(figure) || values.some((v) => v === figure || v === figure.replace(/[^\d.]+$/, '')));
}

/** A sum whose parts stand beside it, one of them untested, is not whole. */
function sumWithoutChild(row: TestRow, report: Report): boolean {
  if (!/总和|之和|合计|总量|\bsum\b|\btotal of\b/i.test(row.item) || row.parents.length === 0) return false;
  return report.rows.some((other) => other !== row && other.parents.join() === row.parents.join() && saysNothing(other.result));
}

function contradictions(row: TestRow, indicator: Indicator, judgement: Judgement): Reason[] {
  const found: Reason[] = [];
  const said = verdictPrinted(row.verdict ?? '');
  const engine = judgement.outcome === 'NEEDS_REVIEW' ? (judgement.reasons.find((r) => r.code === 'compared')?.facts?.['outcome'] ?? null) : judgement.outcome;
  if ((said === 'pass' && engine === 'FAIL') || (said === 'fail' && engine === 'PASS')) found.push({ code: 'verdict-contradicts', facts: { printed: row.verdict ?? '', outcome: engine } });
  const limits = figuresIn(judgement.limit ?? '');
  const printed = indicator.comparator === 'gradeGe' ? classesIn(row.requirement) : figuresIn(row.requirement);
  if (limits.length > 0 && printed.length > 0 && !limits.every((l) => printed.includes(l))) found.push({ code: 'requirement-differs', facts: { printed: row.requirement, limit: `${judgement.limit} ${judgement.unit}`.trim() } });
  return found;
}

const figuresIn = (text: string): readonly string[] => tokensOf(text).tokens.flatMap((t) => (t.kind === 'number' ? [t.value.abs().toFixed()] : []));
/** The figures of classes, which stand behind letters: the 10 of 不低于P10. */
const classesIn = (text: string): readonly string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];
