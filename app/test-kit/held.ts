import { must } from '#kernel/result.ts';
import { readReport } from '#modules/laboratories/reading/read-report.ts';
import { compareReport, validityOn, type ReportComparison, type ReportPages } from '#modules/laboratories/rules.ts';
import { baseEdition } from '#modules/standards/index.ts';
import type { Indicator, Judgement, Kind } from '#modules/standards/rules.ts';
import { demoWorld } from '../demo/city.ts';
import { demoReport } from '../demo/reports/write.ts';
import type { DemoReport } from '../demo/reports/report.ts';
import { testedOf } from '../demo/rows.ts';
import type { DemoProduct } from '../demo/types.ts';

export const edition = baseEdition();
export const world = demoWorld(edition);
export const products: readonly DemoProduct[] = world.cities.flatMap((city) => city.products);
export const kindOf = (product: DemoProduct): Kind => edition.kinds.find(({ code }) => code === product.kind)!;

/** A demo report on its way through the engine: typeset as PDF, read back from the bytes. */
export const readBack = async (report: DemoReport): Promise<ReportPages> => must(await readReport(await demoReport(report)));

/** Held against the product's kind on the day of the demonstration, every limit confirmed. */
export const held = (product: DemoProduct, pages: ReportPages): ReportComparison =>
  compareReport({ pages, kind: kindOf(product), edition, parameters: product.parameters, on: world.asOf, confirmed: 'all', validity: validityOn(world.asOf), model: product.model });

/** What the product's report is to prove: the others have a paper of their own. */
export const provenByReport = (product: DemoProduct): readonly Indicator[] => testedOf(kindOf(product));

/** `B11-01 PASS`, with the reasons where it is none. */
export const told = (judgement: Judgement): string => `${judgement.code} ${judgement.outcome}${judgement.outcome === 'PASS' ? '' : ` ${JSON.stringify(judgement.reasons)}`}`;
