import type { Box, ComparedIndicator, ComparisonView } from '#modules/laboratories/contract/comparison.ts';

/** A numbered box on a page; several indicators may be read from one cell. */
export type Mark = { readonly number: number; readonly page: number; readonly box: Box; readonly codes: readonly string[] };
type Placed = Pick<ComparedIndicator, 'code' | 'page' | 'box'>;

const keyOf = ({ page, box }: Placed): string => (page === null || box === null ? '' : [page, box.x, box.y, box.width, box.height].map((one) => Math.round(one)).join(' '));

/** Boxes numbered in the order of the rows beside them, one number for one cell. */
export function marksOf(indicators: readonly Placed[]): readonly Mark[] {
  const marks = new Map<string, { number: number; page: number; box: Box; codes: string[] }>();
  for (const one of indicators) {
    const key = keyOf(one);
    if (one.page === null || one.box === null) continue;
    const known = marks.get(key);
    if (known === undefined) marks.set(key, { number: marks.size + 1, page: one.page, box: one.box, codes: [one.code] });
    else known.codes.push(one.code);
  }
  return [...marks.values()];
}

export const markOf = (marks: readonly Mark[], code: string): Mark | undefined => marks.find((mark) => mark.codes.includes(code));

/** Outcomes that wait for a person, so their rows stand open for whoever may settle them. */
export const waits = (one: Pick<ComparedIndicator, 'outcome' | 'confirmed'>): boolean => one.confirmed && (one.outcome === 'NEEDS_REVIEW' || one.outcome === 'INDETERMINATE');

const STEPS = ['unit-converted', 'rounded', 'mean-taken', 'settled-by-person'] as const;
export type Step = { readonly step: (typeof STEPS)[number]; readonly facts: Readonly<Record<string, string>> };

/** How the printed figure became the value that was compared, step by step; empty where it was taken as printed. */
export const stepsOf = (one: Pick<ComparedIndicator, 'reasons'>): readonly Step[] => STEPS.flatMap((step) => { const found = one.reasons.find((reason) => reason.code === step); return found === undefined ? [] : [{ step, facts: found.facts ?? {} }]; });

/** Whether the check doubts the test method: a person who takes it as equivalent must say why. */
export const methodInDoubt = (one: Pick<ComparedIndicator, 'reasons'>): boolean => one.reasons.some((reason) => /^method-(unknown|foreign|year-absent|edition-differs|clause-differs)$/.test(reason.code));

/** Whether what is missing here could stand in a report at all. */
export const reportMayProve = (one: Pick<ComparedIndicator, 'evidenceKinds'>): boolean => one.evidenceKinds.includes('TEST_REPORT');

/** The row the reader begins at: the first that needs a person, else the first with a cell on a page. */
export const firstRow = (comparison: Pick<ComparisonView, 'indicators'>): string => (comparison.indicators.find(waits) ?? comparison.indicators.find((one) => one.box !== null) ?? comparison.indicators[0])?.code ?? '';
