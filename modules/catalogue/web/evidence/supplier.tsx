import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { ProductView } from '#modules/catalogue/contract/shelf.ts';
import { useText } from '#web/i18n.ts';
import { Facts, SectionHead } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { shelfQuery } from '../client.ts';
import { NOTHING } from '../shelf/asked.ts';

/** Who offers it, on which terms, and what else they show. */
export function Supplier({ product, city }: { product: ProductView; city: string }): JSX.Element {
  const { t } = useText();
  const { supplier } = product;
  const others = useQuery(shelfQuery(city, { ...NOTHING, supplier: supplier.organisationId })).data?.total;
  return (
    <section>
      <SectionHead title={t('catalogue.supplier')} right={supplier.demo ? <DemoMark /> : undefined} />
      <p className="supplier-name" lang="zh-CN">
        {supplier.name}
      </p>
      <Facts
        facts={[
          { name: t('catalogue.supplier.products'), value: <Link to={`/${city}/museum`} search={{ supplier: supplier.organisationId } as never}>{others === undefined ? '…' : t('catalogue.supplier.count', { count: others })}</Link> },
          { name: t('catalogue.supplier.area'), value: <span lang="zh-CN">{product.deliveryArea.join('、')}</span> },
          { name: t('catalogue.supplier.days'), value: product.deliveryDays === null ? <span className="quiet">{t('catalogue.supplier.days.open')}</span> : t('catalogue.buy.days', { days: product.deliveryDays }) },
          { name: t('catalogue.supplier.tax'), value: `${plainRate(product.taxRate)}%` },
        ]}
      />
      {product.description !== '' && (
        <p className="supplier-about" lang="zh-CN">
          {product.description}
        </p>
      )}
    </section>
  );
}

/** `13.00` is 13, `0.50` is 0.5. */
const plainRate = (rate: string): string => (rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate);
