import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, type JSX } from 'react';
import type { ProductView } from '#modules/catalogue/contract/shelf.ts';
import { nameIn } from '#modules/standards/web/parts.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { Reading } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Breadcrumb } from '#web/kit/structure.tsx';
import { DemoMark, Stars } from '#web/kit/tag.tsx';
import { useTitle } from '#web/shell/title.ts';
import { productQuery } from '../client.ts';
import { Tray } from '../tray/holder.tsx';
import { Swatch } from '../shown/swatch.tsx';
import { titleOf } from '../shown/titled.ts';
import { catalogueWording } from '../wording.ts';
import { Buy } from './buy.tsx';
import { Indicators } from './indicators.tsx';
import { VerdictBlock } from './verdict.tsx';
import { productWording } from './wording.ts';
import './product.css';

declare module '#web/slots.tsx' {
  interface Slots {
    /** What a signed-in reader may do with the product: put it into the basket. `gate` says whether it may be bought today, and why not. */
    'product.actions': { readonly city: string; readonly listingId: string; readonly gate: ProductView['gate']; readonly minimumOrder: string; readonly priceUnit: string };
    /** Columns beside evidence and supplier: prices of deals, opinions of buyers. */
    'product.sections': { readonly city: string; readonly listingId: string };
  }
}

/** Below the first screen, so it comes after it. */
const Lower = lazy(async () => ({ default: (await import('../evidence/lower.tsx')).Lower }));

loadWording(catalogueWording);
loadWording(productWording);

/** One product: what is proven, what is still to prove, and what it rests on. */
export default function ProductPage(): JSX.Element {
  const { city, listingId } = useParams({ strict: false }) as { city: string; listingId: string };
  return (
    <>
      <div className="wrap product">
        <Loaded query={useQuery(productQuery(city, listingId))} lines={14}>
          {(product) => <Product key={product.listingId} product={product} city={city} />}
        </Loaded>
      </div>
      <Tray city={city} />
    </>
  );
}

function Product({ product, city }: { product: ProductView; city: string }): JSX.Element {
  const { t, lang } = useText();
  const title = titleOf(lang, product);
  useTitle(`${title} ${product.model}`);
  const kind = nameIn(lang, product.kind);
  const declared = Object.entries(product.parameters);
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('catalogue.museum'), to: `/${city}/museum` }, { label: <KindLink city={city} code={product.kind.code} name={kind} /> }, { label: <span lang="zh-CN">{product.model}</span> }]} />
      <div className="product-top">
        <Swatch kind={product.kind.code} size={200} />
        <div className="product-what">
          <h1 lang="zh-CN" className={lang === 'en' ? undefined : 'product-quoted'}>{title}</h1>
          <p className="second product-line">
            <span>{t('catalogue.product.model')} <span lang="zh-CN">{product.model}</span></span>
            {declared.map(([name, value]) => (
              <span key={name}>{t(`catalogue.parameter.${name}`)} <span lang="zh-CN">{value}</span></span>
            ))}
            {product.star !== null && product.star > 0 && <Stars count={product.star as 1 | 2 | 3} size={15} />}
          </p>
          <p className="second">
            {t('catalogue.product.supplier')} <Link to={`/${city}/museum`} search={{ supplier: product.supplier.organisationId } as never} lang="zh-CN">{product.supplier.name}</Link> {product.supplier.demo && <DemoMark />}
          </p>
          <VerdictBlock product={product} city={city} />
        </div>
        <Buy product={product} city={city} />
      </div>
      <Indicators product={product} city={city} reports={`/${city}/museum/${product.listingId}/reports`} />
      <Suspense fallback={<Reading lines={6} />}>
        <Lower product={product} city={city} reports={`/${city}/museum/${product.listingId}/reports`} />
      </Suspense>
    </>
  );
}

const KindLink = ({ city, code, name }: { city: string; code: string; name: string }): JSX.Element => (
  <>
    <Link to={`/${city}/museum`} search={{ kind: code } as never}>{name}</Link> <Link to={`/${city}/standards/${code}`}>{code}</Link>
  </>
);
