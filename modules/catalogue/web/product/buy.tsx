import { Link, useRouterState } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { ProductView } from '#modules/catalogue/contract/shelf.ts';
import { nameIn } from '#modules/standards/web/parts.ts';
import { useText } from '#web/i18n.ts';
import { Money, Num } from '#web/kit/money.tsx';
import { useSession } from '#web/session.ts';
import { Slot } from '#web/slots.tsx';
import { CompareTick } from '../tray/tick.tsx';

/** Price and terms, and what the reader may do: higher modules put the basket here; a visitor is told how to get there. */
export function Buy({ product, city }: { product: ProductView; city: string }): JSX.Element {
  const { t, lang } = useText();
  const session = useSession();
  const here = useRouterState({ select: (state) => state.location.pathname });
  const { decide, addEvidence, resubmit } = product.may;
  const desk = decide.some((act) => act !== 'withdraw') ? `/${city}/work/product-review/${product.listingId}` : decide.length > 0 || addEvidence || resubmit ? `/${city}/work/products/${product.listingId}` : null;
  return (
    <aside className="buy" aria-label={t('catalogue.buy')}>
      <p className="note quiet">{t('catalogue.buy.price')}</p>
      <p className="buy-price">
        <Money amount={product.price} />
        <span>{t('catalogue.buy.per', { unit: product.priceUnit })}</span>
      </p>
      <p className="second buy-terms">
        {t('catalogue.buy.minimum')} <Num value={product.minimumOrder} /> {product.priceUnit}
        {product.deliveryDays !== null && <>{t('catalogue.comma')}{t('catalogue.buy.days', { days: product.deliveryDays })}</>}
      </p>
      {session !== undefined &&
        (session.person === null ? (
          <div className="buy-visitor no-print">
            <Link to="/login" search={{ next: here } as never} className="button button-plain button-large button-wide">
              {t('catalogue.buy.sign-in')}
            </Link>
            <p className={product.gate.open ? 'note quiet' : 'note attention'}>{t(product.gate.open ? 'catalogue.buy.visitor' : 'catalogue.buy.closed', { count: product.gate.unproven.length, missing: product.gate.unproven.join(', ') })}</p>
          </div>
        ) : (
          <div className="buy-visitor no-print">
            <Slot name="product.actions" city={city} listingId={product.listingId} gate={product.gate} minimumOrder={product.minimumOrder} priceUnit={product.priceUnit} />
          </div>
        ))}
      {desk !== null && (
        <p className="no-print buy-desk">
          <Link to={desk}>{t('catalogue.buy.desk')}</Link>
        </p>
      )}
      <div className="buy-more no-print">
        {product.status === 'listed' && <CompareTick city={city} kindName={nameIn(lang, product.kind)} one={{ listingId: product.listingId, kind: product.kind.code, name: `${product.brand} ${product.model}`, supplier: product.supplier.organisationId }} />}
        <Link to={`/${city}/standards/${product.kind.code}`}>{t('catalogue.buy.standard')}</Link>
      </div>
    </aside>
  );
}
