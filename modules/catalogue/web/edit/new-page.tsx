import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { Breadcrumb, PageTitle, SectionHead } from '#web/kit/structure.tsx';
import { mineWording } from '../mine/wording.ts';
import { BLANK } from './draft.ts';
import { ProductForm } from './form.tsx';

loadWording(mineWording);

export default function NewProductPage(): JSX.Element {
  const { t } = useText();
  const { city } = useParams({ strict: false }) as { city: string };
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('catalogue.mine.title'), to: `/${city}/work/products` }, { label: t('catalogue.edit.new') }]} />
      <PageTitle size="work" title={t('catalogue.edit.new')} under={t('catalogue.edit.under')} />
      <div className="product-form-columns">
        <ProductForm city={city} listingId={null} begin={BLANK} />
        <aside>
          <SectionHead title={t('catalogue.edit.after')} />
          <ol className="product-form-after">
            {[1, 2, 3].map((step) => (
              <li key={step}>{t(`catalogue.edit.after.${step}`)}</li>
            ))}
          </ol>
        </aside>
      </div>
    </>
  );
}
