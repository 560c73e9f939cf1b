import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { OrderView } from '#modules/orders/contract/shapes.ts';
import { loadWording, useText } from '#web/i18n.ts';
import { Button } from '#web/kit/button.tsx';
import { Loaded } from '#web/kit/loaded.tsx';
import { Breadcrumb, PageTitle } from '#web/kit/structure.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { Timeline } from '#web/kit/timeline.tsx';
import { legalDay } from '#web/kit/written.ts';
import { useTitle } from '#web/shell/title.ts';
import { orderQuery } from '../client.ts';
import { OrderState } from '../states/order-state.tsx';
import { stateWording } from '../states/wording.ts';
import { Acts } from './acts.tsx';
import { Aside } from './aside.tsx';
import { Lines } from './lines.tsx';
import { orderWording } from './wording.ts';
import './order.css';

loadWording(stateWording);
loadWording(orderWording);

type Step = OrderView['steps'][number]['code'];

/** One order, for the side that reads it: what it is, how far it is, what this reader may do next. */
export default function OrderPage(): JSX.Element {
  const { city, orderId } = useParams({ strict: false }) as { city: string; orderId: string };
  return <Loaded query={useQuery(orderQuery(city, orderId))} lines={10}>{(order) => <Order order={order} city={city} />}</Loaded>;
}

function Order({ order, city }: { order: OrderView; city: string }): JSX.Element {
  const { t, lang } = useText();
  const [first] = order.lines;
  const count = order.lines.length;
  const title = t(count === 1 ? 'orders.order.title' : 'orders.order.title.more', { product: first?.name ?? '', count: lang === 'en' ? count - 1 : count });
  useTitle(`${title} ${order.number}`);
  const done = (step: Step): number => order.lines.filter((line) => (step === 'delivery' ? line.missing === '0' : ['accepted', 'returned', 'undelivered'].includes(line.status))).length;
  const now = (step: Step): string => t(['declined', 'cancelled'].includes(order.status) ? 'orders.order.step.ended' : `orders.order.step.${step}`, { done: done(step), all: count });
  const other = order.side === 'buyer' ? order.supplier : order.buyer;
  return (
    <article className="order">
      <Breadcrumb crumbs={[{ label: t('orders.order.crumb'), to: `/${city}/work/orders` }, { label: order.number }]} />
      <PageTitle
        size="work"
        title={<>{title} <span className="nowrap">{order.number}</span></>}
        under={
          <span className="order-facts">
            <OrderState side={order.side} state={order.state} />
            <span>
              {t(order.side === 'buyer' ? 'orders.order.supplier' : 'orders.order.buyer', { name: other.name })} {other.demo && <DemoMark />}
            </span>
            {order.requiredOn !== null && <span>{t('orders.order.required', { day: order.requiredOn })}</span>}
            {order.editions.map((edition) => (
              <span key={edition}>{t('orders.order.edition', { edition })}</span>
            ))}
          </span>
        }
        acts={
          <Button icon="print" onClick={() => window.print()}>
            {t('orders.order.print')}
          </Button>
        }
      />
      <div className="order-timeline">
        <Timeline
          label={t('orders.order.timeline')}
          moments={order.steps.map((step) => ({ state: step.state, when: t(`orders.step.${step.code}`), what: step.state === 'later' ? t('orders.order.step.later') : step.state !== 'done' || step.at === null ? now(step.code) : legalDay(step.at) }))}
        />
      </div>
      <div className="order-columns">
        <div>
          <Acts key={order.version} order={order} city={city} />
          <Lines order={order} city={city} />
        </div>
        <Aside order={order} city={city} />
      </div>
    </article>
  );
}
