import type { ProductView } from '#modules/catalogue/contract/shelf.ts';

type Seen = Pick<ProductView, 'status' | 'verdict' | 'gate' | 'provenUntil'> & { readonly indicators: readonly Pick<ProductView['indicators'][number], 'gates' | 'confirmed' | 'outcome'>[] };
export type Next = { readonly id: string; readonly values: Readonly<Record<string, string | number>> };

/** What a supplier does next with a product, as one sentence. Returned and over come before what the comparison found. */
export function nextOf({ status, verdict, gate, provenUntil, indicators }: Seen): Next {
  const count = (...outcomes: readonly string[]): number => indicators.filter((one) => one.gates && one.confirmed && outcomes.includes(one.outcome)).length;
  const said = (id: string, values: Next['values'] = {}): Next => ({ id: `catalogue.own.next.${id}`, values });
  if (status === 'returned') return said('returned');
  if (status === 'refused' || status === 'withdrawn') return said('over');
  if (status === 'suspended') return said('suspended');
  if (status === 'submitted') return said('reading');
  if (verdict === 'FAIL') return said('failing', { count: count('FAIL') });
  // What only the supplier can bring comes before what the centre has to look at.
  const missing = count('NOT_TESTED', 'EXPIRED', 'NOT_COVERED');
  if (missing > 0) return said('prove', { count: missing });
  if (verdict === 'NEEDS_REVIEW') return said('review', { count: Math.max(1, count('NEEDS_REVIEW', 'INDETERMINATE', 'INTEGRITY')) });
  if (status === 'compared') return said('waiting');
  if (!gate.open) return said('lapsed');
  return provenUntil === null ? said('open') : said('none', { day: provenUntil });
}
