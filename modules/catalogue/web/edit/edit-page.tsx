import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { ProductView } from '#modules/catalogue/contract/shelf.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Refusal } from '#web/kit/refusal.tsx';
import { Breadcrumb, PageTitle } from '#web/kit/structure.tsx';
import { productQuery } from '../client.ts';
import { mineWording } from '../mine/wording.ts';
import { titleOf } from '../shown/titled.ts';
import { draftOf } from './draft.ts';
import { ProductForm } from './form.tsx';

loadWording(mineWording);

/** A returned product, mended beside the reasons of the centre. */
export default function EditProductPage(): JSX.Element {
  const { city, listingId } = useParams({ strict: false }) as { city: string; listingId: string };
  return <Loaded query={useQuery(productQuery(city, listingId))} lines={12}>{(product) => <Mend key={product.listingId} product={product} city={city} />}</Loaded>;
}

function Mend({ product, city }: { product: ProductView; city: string }): JSX.Element {
  const { t, lang } = useText();
  const back = `/${city}/work/products/${product.listingId}`;
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('catalogue.mine.title'), to: `/${city}/work/products` }, { label: <span lang="zh-CN">{product.model}</span>, to: back }, { label: t('catalogue.edit.mend') }]} />
      <PageTitle size="work" title={t('catalogue.edit.mend')} under={<span lang="zh-CN">{titleOf(lang, product)} {product.model}</span>} />
      {product.may.resubmit ? (
        <div className="product-form-columns">
          <ProductForm city={city} listingId={product.listingId} begin={draftOf(product)} />
          <aside>
            {product.reasons !== null && (
              <Refusal kind="attention" title={t('catalogue.own.reasons')}>
                <span className="product-form-reasons">{product.reasons}</span>
              </Refusal>
            )}
          </aside>
        </div>
      ) : (
        <div className="work-section">
          <Refusal kind="closed" title={t('catalogue.edit.not-now')} acts={<LinkButton to={back}>{t('catalogue.edit.back')}</LinkButton>} />
        </div>
      )}
    </>
  );
}
