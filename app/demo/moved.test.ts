import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReportComparison, ReportPages } from '#modules/laboratories/rules.ts';
import { beyond } from '../test-kit/beyond.ts';
import { edition, held, products, provenByReport, readBack, told, world } from '../test-kit/held.ts';
import { worded } from './rows.ts';
import type { DemoProduct } from './types.ts';

const LAYOUTS = ['commission', 'bilingual'] as const;

/** The pages with other texts in the result cells of some indicators, each found where the comparison says that it stands. */
function withResults(pages: ReportPages, comparison: ReportComparison, results: ReadonlyMap<string, string>): ReportPages {
  const changes = comparison.indicators.flatMap(({ judgement, place }) => (results.has(judgement.code) ? [{ place: place!, text: results.get(judgement.code)! }] : []));
  const textAt = (page: number, cell: { text: string; box: object }): string => changes.find(({ place }) => place.page === page && JSON.stringify(place.box) === JSON.stringify(cell.box))?.text ?? cell.text;
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, tables: page.tables.map((table) => ({ ...table, cells: table.cells.map((cell) => ({ ...cell, text: textAt(page.number, cell) })) })) })) };
}

/** The product's report in a layout, every line at its truth but that of one indicator. */
function reportWith(product: DemoProduct, layout: (typeof LAYOUTS)[number], code: string, result: string) {
  const name = worded(provenByReport(product).find((one) => one.code === code)!.nameZh);
  const laboratory = world.laboratories.find((one) => one.layout === layout)!;
  return { ...product.report, laboratory, rows: product.report.rows.map((row) => (row.item === name ? { ...row, result } : row)) };
}

edition.kinds.forEach(({ code: kind, nameZh }, place) => {
  const product = products.find((one) => one.kind === kind && one.difficulty === null) ?? products.find((one) => one.kind === kind);
  for (const layout of LAYOUTS) {
    test(`${kind} ${nameZh}, ${layout}: a value moved beyond its limit never passes, and the others still do`, async () => {
      assert.ok(product);
      const resultOf = (name: string): string => product.report.rows.find(({ item }) => item === worded(name))!.result;
      const proven = provenByReport(product).filter(({ nameZh: name }) => resultOf(name) !== '——');
      const moved = new Map(proven.map((indicator) => [indicator.code, beyond(indicator, product.parameters, resultOf(indicator.nameZh))]));
      const one = proven[(place + (layout === 'commission' ? 0 : 3)) % proven.length]!.code;
      const pages = await readBack(reportWith(product, layout, one, moved.get(one)!));
      const comparison = held(product, pages);
      const of = (found: ReportComparison, code: string) => found.indicators.find(({ judgement }) => judgement.code === code)!.judgement;
      for (const { code } of proven) assert.equal(of(comparison, code).outcome, code === one ? 'FAIL' : 'PASS', `${moved.get(one)} ${told(of(comparison, code))}`);
      if (of(comparison, one).gates) assert.equal(comparison.verdict.verdict, 'FAIL');
      const all = held(product, withResults(pages, comparison, moved));
      for (const { code } of proven) assert.equal(of(all, code).outcome, 'FAIL', `${moved.get(code)} ${told(of(all, code))}`);
    });
  }
});
