import type { LimitRow } from '../../contract/limits.ts';
import { inChinese } from '../written.ts';

/* What the desk shows of its rows. Nothing is decided here: the server says what is confirmed and who may decide. */

export type Standing = 'open' | 'confirmed' | 'withheld';
export const standingOf = (row: Pick<LimitRow, 'decision'>): Standing => row.decision?.decision ?? 'open';

/** The four parts of the bar; together they are all limits. */
export type Share = 'confirmed' | 'reproduced' | 'recalled' | 'withheld';
export const SHARES: readonly Share[] = ['confirmed', 'reproduced', 'recalled', 'withheld'];
export const shareOf = (row: Pick<LimitRow, 'decision' | 'basis'>): Share => (row.decision === null ? row.basis : row.decision.decision);

export function sharesOf(rows: readonly Pick<LimitRow, 'decision' | 'basis'>[]): Readonly<Record<Share, number>> {
  const shares = { confirmed: 0, reproduced: 0, recalled: 0, withheld: 0 };
  for (const row of rows) shares[shareOf(row)] += 1;
  return shares;
}

/** What an officer should look at before confirming, read off the data itself. */
export type Doubt = 'confidence-low' | 'default-factor' | 'stars-proposed' | 'stars-equal' | 'source-unsettled' | 'by-parameter';

export function doubtsOf(row: Pick<LimitRow, 'confidence' | 'sourceStandard' | 'gradeBasis' | 'limits' | 'param'>): readonly Doubt[] {
  const stars = row.limits.filter((limit) => limit.role === 'star').map((limit) => limit.text);
  return [
    ...(row.confidence === 'low' ? (['confidence-low'] as const) : []),
    // Annex D of this standard gives default factors for accounting, not limits.
    ...(row.sourceStandard.startsWith('GB/T 51366') ? (['default-factor'] as const) : []),
    ...(/trend|by analogy/.test(row.sourceStandard) ? (['source-unsettled'] as const) : []),
    ...(row.gradeBasis === 'proposed' ? (['stars-proposed'] as const) : []),
    ...(new Set(stars).size < stars.length ? (['stars-equal'] as const) : []),
    ...(row.param === null ? [] : (['by-parameter'] as const)),
  ];
}

export type Filters = { readonly text: string; readonly category: string; readonly basis: '' | 'reproduced' | 'recalled'; readonly standing: '' | Standing };
export const NO_FILTERS: Filters = { text: '', category: '', basis: '', standing: '' };

const folded = (text: string): string => inChinese(text).normalize('NFKC').toLowerCase().replace(/\s+/g, '');

export function filtered(rows: readonly LimitRow[], { text, category, basis, standing }: Filters): readonly LimitRow[] {
  const words = text.trim().split(/\s+/).map(folded).filter((word) => word !== '');
  return rows.filter((row) => {
    if (category !== '' && row.kind.category !== category) return false;
    if (basis !== '' && row.basis !== basis) return false;
    if (standing !== '' && standingOf(row) !== standing) return false;
    if (words.length === 0) return true;
    const said = folded([row.code, row.nameZh, row.nameEn, row.kind.nameZh, row.kind.nameEn, row.sourceStandard, row.testMethod, row.kind.productStandard].join('\n'));
    return words.every((word) => said.includes(word));
  });
}

/** The next limit of the list that nobody has confirmed, after this one and then from the top. */
export function nextOpen(rows: readonly LimitRow[], code: string): LimitRow | undefined {
  const at = rows.findIndex((row) => row.code === code);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))].find((row) => standingOf(row) === 'open');
}
