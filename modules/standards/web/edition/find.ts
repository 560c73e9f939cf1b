import type { EditionView } from '../../contract/reading.ts';
import { inChinese } from '../written.ts';

type Kind = EditionView['categories'][number]['kinds'][number];
export type Found = { readonly kind: Kind; readonly indicators: Kind['measured'] };

/** Width of brackets, case and spaces do not matter to who searches. */
const folded = (text: string): string => inChinese(text).normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Kinds whose name or code says what was asked, and kinds that measure it; every word asked must be there. Empty asks for nothing. */
export function find(edition: { readonly categories: readonly { readonly kinds: readonly Kind[] }[] }, asked: string): readonly Found[] {
  const words = asked.trim().split(/\s+/).map(folded).filter((word) => word !== '');
  if (words.length === 0) return [];
  const says = (...texts: readonly string[]): boolean => words.every((word) => texts.some((text) => folded(text).includes(word)));
  return edition.categories.flatMap((category) =>
    category.kinds.flatMap((kind) => {
      const indicators = kind.measured.filter((one) => says(one.code, one.nameZh, one.nameEn));
      return says(kind.code, kind.nameZh, kind.nameEn) ? [{ kind, indicators: says(kind.code) ? [] : indicators }] : indicators.length > 0 ? [{ kind, indicators }] : [];
    }),
  );
}
