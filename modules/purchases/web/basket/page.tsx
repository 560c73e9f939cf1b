import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import type { BasketView } from '#modules/purchases/contract/index.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { LinkButton } from '#web/kit/button.tsx';
import { Empty } from '#web/kit/empty.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { PageTitle } from '#web/kit/structure.tsx';
import { money } from '#web/kit/written.ts';
import { basketQuery } from '../client.ts';
import { Checkout, type Ordered } from './checkout.tsx';
import { Group } from './group.tsx';
import { basketWording } from './wording.ts';
import './basket.css';

loadWording(basketWording);

/** What the unit wants to buy, by supplier, and the order out of it. */
export default function BasketPage(): JSX.Element {
  const { city } = useParams({ strict: false }) as { city: string };
  return <Loaded query={useQuery(basketQuery(city))} lines={8}>{(basket) => <Basket basket={basket} city={city} />}</Loaded>;
}

function Basket({ basket, city }: { basket: BasketView; city: string }): JSX.Element {
  const { t } = useText();
  // Everything that can be ordered is chosen; the reader takes things out.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [ordered, setOrdered] = useState<Ordered>();
  const picked = basket.suppliers.flatMap((group) => group.lines).filter((line) => line.amount !== null && !left.has(line.listingId));
  const pick = (listings: readonly string[], on: boolean): void => setLeft((before) => new Set(on ? [...before].filter((id) => !listings.includes(id)) : [...before, ...listings]));
  const suppliers = basket.suppliers.filter((group) => group.lines.some((line) => picked.includes(line)));
  return (
    <>
      <PageTitle
        size="work" title={t('purchases.basket.title')}
        under={basket.count === 0 ? t('purchases.basket.under.empty') : t('purchases.basket.under', { count: basket.count, suppliers: basket.suppliers.length })}
        acts={<LinkButton to={`/${city}/museum`}>{t('purchases.basket.to-museum')}</LinkButton>}
      />
      {ordered !== undefined && <Done ordered={ordered} city={city} />}
      {basket.count === 0 ? (
        ordered === undefined && (
          <Empty title={t('purchases.basket.empty')} act={<LinkButton to={`/${city}/museum`} tone="primary">{t('purchases.basket.to-museum')}</LinkButton>}>
            {t('purchases.basket.empty.text')}
          </Empty>
        )
      ) : (
        <div className="basket-columns">
          <div>
            {basket.suppliers.map((group, index) => (
              <Group key={group.supplier.organisationId} group={group} city={city} may={basket.may} first={index === 0} left={left} onPick={pick} />
            ))}
            {basket.gone.length > 0 && <Group group={{ supplier: null, lines: basket.gone, total: null }} city={city} may={basket.may} first={false} left={left} onPick={pick} />}
          </div>
          <Checkout basket={basket} city={city} picked={picked} orders={suppliers.length} onOrdered={setOrdered} />
        </div>
      )}
    </>
  );
}

function Done({ ordered, city }: { ordered: Ordered; city: string }): JSX.Element {
  const { t } = useText();
  if (ordered.request !== null) {
    return (
      <div className="basket-done" role="status">
        <p>
          <StateMark state="lock">
            <b>{t('purchases.asked.title', { total: money(ordered.total) })}</b>
          </StateMark>
        </p>
        <p className="second">{t('purchases.asked.text', { approvals: ordered.request.approvals })}</p>
        <LinkButton to={`/${city}/work/approvals`} size="small">{t('purchases.asked.see')}</LinkButton>
      </div>
    );
  }
  return (
    <div className="basket-done" role="status">
      <p>
        <StateMark state="ok">
          <b>{t('purchases.done.title', { count: ordered.orders.length })}</b>
        </StateMark>
      </p>
      <p className="second">{t('purchases.done.text')}</p>
      <ul>
        {ordered.orders.map((order) => (
          <li key={order.orderId}>
            <Link to={`/${city}/work/orders/${order.orderId}`}>{t('purchases.done.order', { number: order.number, total: money(order.total) })}</Link>
          </li>
        ))}
      </ul>
      <LinkButton to={`/${city}/work/orders`} size="small">{t('purchases.done.all')}</LinkButton>
    </div>
  );
}
