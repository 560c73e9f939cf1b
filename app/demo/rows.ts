import { dec } from '#kernel/decimal.ts';
import type { Indicator, Kind } from '#modules/standards/domain/model.ts';
import { FURTHER_ITEMS } from './bands.ts';
import { streamOf } from './random.ts';
import type { DemoReportRow } from './reports/report.ts';
import { printedRequirement, printedResult, printedUnit, type Aim } from './values.ts';

/** A method by a numbered standard: what a laboratory can work to, as against 'manufacturer' or 'statement'. */
const STANDARD = /^(?:GB|GB\/T|JC\/T|JG\/T|JGJ\/T|JB\/T|TSG|CNCA)[ -]?[A-Z]?\d/;

/** Indicators that a test report proves; one that a declaration may prove as well is tested only where a test method stands in the standard. */
export const testedOf = (kind: Kind): readonly Indicator[] =>
  kind.indicators.filter(({ evidenceKinds, testMethod }) => evidenceKinds.includes('TEST_REPORT') && (evidenceKinds.length === 1 || STANDARD.test(testMethod)));

/** Indicators that need a paper of another kind. */
export const declaredOf = (kind: Kind): readonly Indicator[] => kind.indicators.filter((indicator) => !testedOf(kind).includes(indicator));

/** The lines of a report that satisfies the standard for this product: one per tested indicator, then what else was looked at. */
export function rowsFor(kind: Kind, aim: Aim, seed: string, layout: 'commission' | 'bilingual'): DemoReportRow[] {
  const stream = streamOf(`report of ${seed}`);
  const tested = testedOf(kind).map((indicator): DemoReportRow => {
    const requirement = printedRequirement(indicator, aim);
    return {
      item: worded(indicator.nameZh),
      clause: indicator.clause,
      unit: printedUnit(indicator.unit),
      requirement,
      result: printedResult(indicator, aim, stream, layout === 'commission' ? 'words' : 'sign'),
      verdict: requirement === '' ? '——' : '符合',
      method: methodOf(indicator),
      remark: '',
    };
  });
  const further = (FURTHER_ITEMS[kind.code] ?? []).map(([item, requirement, result]): DemoReportRow => {
    const [name = item, unit = ''] = item.split('，');
    return { item: name, clause: null, unit, requirement, result, verdict: '符合', method: standardsOf(kind.productStandard)[0] ?? '', remark: '' };
  });
  return [...ratiosOf(tested), ...further];
}

/** The two ratios of a ribbed bar follow from its strengths in the lines above: R°m/R°eL at its least, R°eL/ReL (400 MPa) at its most. */
function ratiosOf(rows: DemoReportRow[]): DemoReportRow[] {
  const specimens = (start: string) => (rows.find(({ item }) => item.startsWith(start))?.result ?? '').split('、').map(dec);
  if (!rows.some(({ item }) => item.startsWith('强屈比'))) return rows;
  const [yields, tensiles] = [specimens('下屈服强度'), specimens('抗拉强度')];
  const strength = yields.map((low, at) => (tensiles[at] ?? low).div(low).toFixed(2)).toSorted()[0] ?? '';
  const excess = yields.map((low) => low.div(400).toFixed(2)).toSorted().at(-1) ?? '';
  return rows.map((row) => (row.item.startsWith('强屈比') ? { ...row, result: strength } : row.item.startsWith('超屈比') ? { ...row, result: excess } : row));
}

/** As a laboratory sets it: full-width brackets, closed up. */
export const worded = (name: string): string => name.replaceAll('(', '（').replaceAll(')', '）').replaceAll(' （', '（');

/** The first accepted method, without the words that are no part of its number; 计算 where the figure is derived. */
export function methodOf(indicator: Indicator): string {
  const [method = indicator.testMethod] = indicator.acceptedMethods;
  return method === 'calculated' ? '计算' : (standardsOf(method)[0] ?? method);
}

/** `GB/T 11944-2012 / GB/T 18915.2-2013` as two, without remarks in brackets such as `(was 2010)`. */
export function standardsOf(text: string): string[] {
  return text.replace(/\([^)]*\)/g, '').split(' / ').map((part) => part.trim()).filter((part) => /[A-Z]/.test(part));
}

/** What the cover names as the basis: the product standard, then each method once. */
export function basisOf(kind: Kind, rows: readonly DemoReportRow[]): string[] {
  const methods = rows.map(({ method }) => method).filter((method) => STANDARD.test(method));
  return [...new Set([...standardsOf(kind.productStandard), ...methods])];
}
