import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import type { LineView, OrderView } from '#modules/orders/contract/shapes.ts';
import { useText } from '#web/i18n.ts';
import { StateShape, type State } from '#web/kit/state-mark.tsx';

const SITE_ITEMS = ['model', 'papers', 'appearance'];
const UNITLESS = ['', '1'];

type Props = { line: LineView; order: OrderView; city: string; stateOf: (item: string) => State; aside: (item: string) => ReactNode };

/** Every item of the requirement with what was proved when the order was made; `aside` is the answer, or the place to give it. */
export function Items({ line, order, city, stateOf, aside }: Props): JSX.Element {
  return (
    <ul className="order-items">
      {line.items.map((item) => (
        <li key={item}>
          <StateShape state={stateOf(item)} />
          <div>
            <ItemName line={line} item={item} />
            <p>
              <ItemFacts line={line} order={order} city={city} item={item} />
            </p>
          </div>
          {aside(item)}
        </li>
      ))}
    </ul>
  );
}

export function ItemName({ line, item }: { line: LineView; item: string }): JSX.Element {
  const { t, lang } = useText();
  const row = line.requirement.find((one) => one.code === item);
  return <b>{SITE_ITEMS.includes(item) ? t(`orders.item.${item}`) : row === undefined ? item : lang === 'en' ? row.nameEn : row.nameZh}</b>;
}

function ItemFacts({ line, order, city, item }: { line: LineView; order: OrderView; city: string; item: string }): JSX.Element {
  const { t } = useText();
  if (item === 'model') return <>{[line.brand, line.name, line.model].filter((part) => part !== null && part !== '').join(' ')}</>;
  const row = line.requirement.find((one) => one.code === item);
  if (row === undefined) return <></>;
  const unit = UNITLESS.includes(row.unit) ? '' : ` ${row.unit}`;
  const parts = [
    ...(row.limit === null ? [t('orders.item.star-only')] : [t('orders.item.limit', { limit: `${row.limit}${unit}` })]),
    ...(row.value === null ? [] : [t('orders.item.value', { value: `${row.value}${unit}` })]),
    t(`orders.outcome.${row.outcome}`),
  ];
  return (
    <>
      {parts.join('　')}
      {row.reportId !== null && order.side === 'buyer' && (
        <>
          {' '}
          <Link to={`/${city}/museum/${line.listingId}/reports/${row.reportId}`}>{t('orders.item.evidence')}</Link>
        </>
      )}
    </>
  );
}
