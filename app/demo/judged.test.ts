import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '#modules/standards/rules.ts';
import { edition, held, products, provenByReport, readBack, told } from '../test-kit/held.ts';
import type { DemoProduct } from './types.ts';

/** What a difficult product's report brings along besides the difficulty it was written for. */
const ALONG: Readonly<Record<string, Readonly<Record<string, Outcome>>>> = {
  'x-b13-edition': { 'B13-02': 'NEEDS_REVIEW' },
  'x-c03-pvc': { 'C03-06': 'NOT_TESTED' },
};

/** The star that the graded indicators of the report prove together; null where it has none. */
function starOf(product: DemoProduct, judgements: readonly { readonly code: string; readonly star: number | null }[]): number | null {
  const graded = provenByReport(product).filter(({ limit }) => limit.form === 'by-star').map(({ code }) => judgements.find((one) => one.code === code)?.star ?? 0);
  return graded.length === 0 ? null : Math.min(...graded);
}

for (const { code, nameZh } of edition.kinds) {
  const offered = products.filter(({ kind }) => kind === code);
  test(`${code} ${nameZh}: reports read as their author meant them`, async () => {
    assert.ok(offered.length > 0);
    for (const product of offered) {
      const comparison = held(product, await readBack(product.report));
      const own: Readonly<Record<string, Outcome>> = product.difficulty === null ? {} : { [product.difficulty.indicator]: product.difficulty.outcome, ...ALONG[product.key] };
      const proven = provenByReport(product);
      for (const { code: indicator } of proven) {
        const found = comparison.indicators.find(({ judgement }) => judgement.code === indicator)!;
        assert.equal(found.judgement.outcome, own[indicator] ?? 'PASS', `${product.key} ${told(found.judgement)}`);
        if (own[indicator] === undefined) assert.deepEqual(found.findings, [], `${product.key} ${indicator}`);
      }
      for (const { judgement, indicator } of comparison.indicators) {
        if (!proven.includes(indicator)) assert.equal(judgement.outcome, 'NOT_TESTED', `${product.key} ${judgement.code}: a report proves nothing that needs another paper`);
      }
      if (product.difficulty !== null) continue;
      assert.deepEqual(comparison.findings, [], product.key);
      const star = starOf(product, comparison.indicators.map(({ judgement }) => judgement));
      if (star !== null) assert.equal(star, product.star, `${product.key}: star`);
    }
  });
}

test('a difficulty is one of the report, and never a pass', () => {
  const difficult = products.filter(({ difficulty }) => difficulty !== null);
  assert.ok(difficult.length >= 5);
  for (const product of difficult) {
    assert.ok(provenByReport(product).some(({ code }) => code === product.difficulty!.indicator), product.key);
    assert.notEqual(product.difficulty!.outcome, 'PASS');
  }
});
