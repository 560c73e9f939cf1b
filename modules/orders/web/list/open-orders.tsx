import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { loadWording, useText } from '#web/i18n.ts';
import { SectionHead } from '#web/kit/structure.tsx';
import type { Membership } from '#web/session.ts';
import { ordersQuery } from '../client.ts';
import { stateWording } from '../states/wording.ts';
import { NOTHING } from './asked.ts';
import { OrderTable } from './order-table.tsx';
import { listWording } from './wording.ts';

loadWording(stateWording);
loadWording(listWording);

const SHOWN = 5;

/** On the first page of the workbench: what is under way, the nearest required day first. Nothing where nothing is. */
export function OpenOrders({ city, membership }: { city: string; membership: Membership }): JSX.Element | null {
  const { t } = useText();
  const { data } = useQuery(ordersQuery(city, { ...NOTHING, stage: 'open', sort: 'required' }, SHOWN));
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section className="work-section" aria-labelledby="open-orders">
      <SectionHead id="open-orders" title={t('orders.open.title')} right={<Link to={`/${city}/work/orders`}>{t('orders.open.all', { total: data.counts.all })}</Link>} />
      <OrderTable city={city} side={membership.kind === 'supplier' ? 'supplier' : 'buyer'} rows={data.rows} empty={null} />
    </section>
  );
}
