import { daysIn } from './dates.ts';
import { fieldsOf } from './fields.ts';
import type { ReportPages } from './pages.ts';
import { halfWidth } from './plain.ts';
import type { Report } from './report.ts';
import { rowsOf } from './rows.ts';
import { standardsIn } from './standards-named.ts';

/** What the pages say, as a test report: its fields, its days and the rows of its result tables. */
export function reportOf(pages: ReportPages): Report {
  const fields = fieldsOf(pages);
  const days = (name: 'receivedOn' | 'testedOn' | 'issuedOn') => daysIn(fields[name]?.text ?? '');
  const tested = days('testedOn');
  const rows = rowsOf(pages);
  return {
    fields,
    rows,
    days: { received: days('receivedOn')[0] ?? null, testedFrom: tested[0] ?? null, testedTo: tested.at(-1) ?? null, issued: days('issuedOn')[0] ?? null },
    standards: standardsIn((fields.basis?.places ?? []).map((p) => p.text).join('; ')),
    pagesMissing: pagesMissing(pages),
    pageCount: pages.pageCount,
  };
}

const PAGE_OF = /第\s*(\d{1,3})\s*页[\s,，/、|()（）]*共\s*(\d{1,3})\s*页|共\s*(\d{1,3})\s*页[\s,，/、|()（）]*第\s*(\d{1,3})\s*页|\bpage\s*(\d{1,3})\s*(?:of|\/)\s*(\d{1,3})\b/gi;

/** The page numbers a report promises (第 2 页 共 5 页, Page 2 of 5) and does not hold. */
function pagesMissing(pages: ReportPages): number[] {
  const seen = new Set<number>();
  let promised = 0;
  for (const page of pages.pages) {
    const text = halfWidth([...page.lines.map((l) => l.text), ...page.tables.flatMap((t) => t.cells.map((c) => c.text))].join('  '));
    for (const m of text.matchAll(PAGE_OF)) {
      const [number, count] = [Number(m[1] ?? m[4] ?? m[5]), Number(m[2] ?? m[3] ?? m[6])];
      seen.add(number);
      promised = Math.max(promised, count);
    }
  }
  return Array.from({ length: promised }, (_, i) => i + 1).filter((n) => seen.size > 1 && !seen.has(n));
}
