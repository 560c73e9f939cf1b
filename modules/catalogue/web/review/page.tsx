import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, type JSX } from 'react';
import type { ProductView } from '#modules/catalogue/contract/shelf.ts';
import { Reasons } from '#modules/laboratories/web/parts.ts';
import { nameIn } from '#modules/standards/web/parts.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Money, Num } from '#web/kit/money.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { Breadcrumb, Facts, PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { minute } from '#web/kit/written.ts';
import { useTitle } from '#web/shell/title.ts';
import { productQuery } from '../client.ts';
import { Papers } from '../evidence/papers.tsx';
import { evidenceWording } from '../evidence/wording.ts';
import { Indicators } from '../product/indicators.tsx';
import { VerdictBlock } from '../product/verdict.tsx';
import { productWording } from '../product/wording.ts';
import { titleOf } from '../shown/titled.ts';
import { catalogueWording } from '../wording.ts';
import { Decide } from './decide.tsx';
import { reviewWording } from './wording.ts';
import '../product/product.css';
import './review.css';

loadWording(catalogueWording);
loadWording(productWording);
loadWording(evidenceWording);
loadWording(reviewWording);

/** A product before the centre: what the comparison found, the papers it rests on, and the decision beside them. */
export default function ReviewProductPage(): JSX.Element {
  const { city, listingId } = useParams({ strict: false }) as { city: string; listingId: string };
  return <Loaded query={useQuery(productQuery(city, listingId))} lines={14}>{(product) => <Review key={product.listingId} product={product} city={city} />}</Loaded>;
}

function Review({ product, city }: { product: ProductView; city: string }): JSX.Element {
  const { t, lang } = useText();
  const title = titleOf(lang, product);
  useTitle(title);
  const reports = `/${city}/work/product-review/${product.listingId}/reports`;
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('catalogue.review.back'), to: `/${city}/work/product-review` }, { label: <span lang="zh-CN">{product.model}</span> }]} />
      <PageTitle
        size="work"
        title={<span lang="zh-CN">{title}</span>}
        beside={<StateMark state={product.status === 'listed' ? 'ok' : product.status === 'refused' ? 'refused' : 'run'}>{t(`catalogue.status.${product.status}`)}</StateMark>}
        under={<><span lang="zh-CN">{product.model}</span> <Link to={`/${city}/standards/${product.kind.code}`}>{product.kind.code} {nameIn(lang, product.kind)}</Link> <span lang="zh-CN">{product.supplier.name}</span> {product.supplier.demo && <DemoMark />}</>}
        acts={product.status === 'listed' ? <LinkButton to={`/${city}/museum/${product.listingId}`}>{t('catalogue.review.public')}</LinkButton> : undefined}
      />
      <div className="review-columns">
        <div>
          <VerdictBlock product={product} city={city} />
          <div className="review-papers">
            <Papers product={product} reports={reports} pageOf={(id) => `/${city}/work/evidence-desk/${id}`} />
            <section>
              <SectionHead title={t('catalogue.review.terms')} />
              <Facts
                facts={[
                  { name: t('catalogue.review.price'), value: <><Money amount={product.price} /> / {product.priceUnit}</> },
                  { name: t('catalogue.review.minimum'), value: <><Num value={product.minimumOrder} /> {product.priceUnit}</> },
                  { name: t('catalogue.review.area'), value: <span lang="zh-CN">{product.deliveryArea.join('、')}</span> },
                  { name: t('catalogue.review.submitted'), value: product.times.submitted === null ? '—' : minute(product.times.submitted) },
                ]}
              />
            </section>
          </div>
          {product.findings.length > 0 && (
            <section className="product-section">
              <SectionHead title={t('catalogue.review.findings')} />
              <div className="review-findings">
                <Suspense>
                  <Reasons reasons={product.findings} />
                </Suspense>
              </div>
            </section>
          )}
        </div>
        <aside className="review-side">
          <Decide product={product} city={city} reports={reports} />
        </aside>
      </div>
      <Indicators product={product} city={city} reports={reports} />
    </>
  );
}
