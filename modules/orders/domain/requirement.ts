import type { Json } from '#kernel/canonical.ts';

/** What every delivery is held against besides the indicators: the thing itself, the papers that came with it, how it looks. */
export const SITE_ITEMS = ['model', 'papers', 'appearance'] as const;

type Row = { readonly [key: string]: Json };
const isRow = (value: Json | undefined): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The indicators of a requirement snapshot, as the catalogue wrote them; empty where it holds none. */
export function indicatorsOf(requirement: Json): readonly Row[] {
  if (!isRow(requirement)) return [];
  const list = requirement['indicators'];
  return Array.isArray(list) ? (list as readonly Json[]).filter(isRow) : [];
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** The items an acceptance must answer one by one (实施条例第四十五条): the site items, then the code of each indicator. */
export function itemsOf(requirement: Json): string[] {
  return [...SITE_ITEMS, ...indicatorsOf(requirement).map((row) => text(row['code'])).filter((code) => code !== '')];
}

/** Names of these indicators in both languages, for the sentence of a refusal; a code that the snapshot does not know stands for itself. */
export function namesOf(requirement: Json, codes: readonly string[]): { zh: string; en: string } {
  const rows = indicatorsOf(requirement);
  const names = (field: string): string[] => codes.map((code) => text(rows.find((row) => row['code'] === code)?.[field]) || code);
  return { zh: names('nameZh').join('、'), en: names('nameEn').join(', ') };
}
