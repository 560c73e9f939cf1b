import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { IndicatorProof, ProductView } from '#modules/catalogue/contract/shelf.ts';
import { inChinese, nameIn } from '#modules/standards/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { StateMark, type State } from '#web/kit/state-mark.tsx';
import { editionQuery } from '../client.ts';

const BY_STATUS: Readonly<Record<ProductView['status'], State>> = { submitted: 'run', compared: 'run', returned: 'attention', refused: 'refused', listed: 'ok', suspended: 'lock', withdrawn: 'draft' };

/** Indicators that gate a purchase in this city: confirmed, with a limit below the stars. */
export const gatingOf = (product: Pick<ProductView, 'indicators'>): readonly IndicatorProof[] => product.indicators.filter((one) => one.gates && one.confirmed);

export function sharesOf(product: Pick<ProductView, 'indicators'>) {
  const gating = gatingOf(product);
  const of = (...outcomes: string[]): readonly IndicatorProof[] => gating.filter((one) => outcomes.includes(one.outcome));
  return { gating, passing: of('PASS'), failing: of('FAIL'), missing: of('NOT_TESTED'), lapsed: of('EXPIRED', 'NOT_COVERED'), toReview: of('NEEDS_REVIEW', 'INDETERMINATE', 'INTEGRITY') };
}

/** What the platform found, in one line, and what is still to prove by name. */
export function VerdictBlock({ product, city }: { product: ProductView; city: string }): JSX.Element {
  const { t, lang } = useText();
  const edition = useQuery(editionQuery(city)).data?.edition ?? null;
  const shares = sharesOf(product);
  const named = (list: readonly IndicatorProof[]): string => list.map((one) => (lang === 'en' ? `${nameIn(lang, one)} (${one.code})` : `${nameIn(lang, one)}（${one.code}）`)).join(t('catalogue.and'));
  const listed = product.status === 'listed';
  const missing = shares.missing.length + shares.lapsed.length;
  const state: State = listed ? (product.gate.open ? 'ok' : 'attention') : BY_STATUS[product.status];
  const head = !listed ? t(`catalogue.status.${product.status}`) : product.gate.open ? t('catalogue.verdict.open') : product.verdict === 'NOT_PROVEN' && product.gate.why.length === 1 ? t('catalogue.verdict.to-prove', { missing }) : t('catalogue.verdict.closed');
  const reasons = listed ? product.gate.why.filter((why) => why !== 'still-to-prove') : [];
  return (
    <section className="verdict" aria-label={t('catalogue.verdict')}>
      <p className="verdict-head">
        <StateMark state={state}>{head}</StateMark>
        {product.judgedOn !== null && (
          <span className="verdict-by">
            {edition !== null && edition.editionId === product.editionId && <span title={lang === 'en' ? edition.titleEn : inChinese(edition.titleZh)}>{t('catalogue.verdict.by')}</span>} {product.judgedOn}{' '}
            <a href={`/api/${city}/catalogue/${product.listingId}`} download={`${product.kind.code}-${product.listingId}.json`}>{t('catalogue.verdict.data')}</a>
          </span>
        )}
      </p>
      {product.verdict !== null && (
        <p>
          {t('catalogue.verdict.of', { gating: shares.gating.length })} <b>{t('catalogue.verdict.passing', { count: shares.passing.length })}</b>
          {shares.failing.length > 0 && <>{t('catalogue.comma')}<b className="verdict-fail">{t('catalogue.verdict.failing', { count: shares.failing.length })}</b>{t('catalogue.colon')}{named(shares.failing)}</>}
          {shares.toReview.length > 0 && <>{t('catalogue.comma')}<b className="attention">{t('catalogue.verdict.to-review', { count: shares.toReview.length })}</b>{t('catalogue.colon')}{named(shares.toReview)}</>}
          {missing > 0 && <>{t('catalogue.comma')}<b className="attention">{t('catalogue.verdict.missing', { count: missing })}</b>{t('catalogue.colon')}{named([...shares.missing, ...shares.lapsed])}</>}
          {t('catalogue.stop')} {listed && !product.gate.open && t('catalogue.verdict.meanwhile')}
          {listed && product.gate.open && product.provenUntil !== null && t('catalogue.verdict.until', { day: product.provenUntil })}
        </p>
      )}
      {reasons.map((why) => (
        <p key={why} className="second">
          {t(`catalogue.gate.${why}`)}
        </p>
      ))}
      {product.verdict !== null && (
        <div className="segments" aria-hidden="true">
          {shares.gating.map((one) => (
            <i key={one.code} className={one.outcome === 'PASS' ? 'segment-pass' : one.outcome === 'FAIL' ? 'segment-fail' : 'segment-open'} />
          ))}
        </div>
      )}
    </section>
  );
}
