import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import type { LineView, OrderView } from '#modules/orders/contract/shapes.ts';
import { useText } from '#web/i18n.ts';
import { Icon } from '#web/kit/icon.tsx';
import { Money } from '#web/kit/money.tsx';
import { StateMark } from '#web/kit/state-mark.tsx';
import { SectionHead } from '#web/kit/structure.tsx';
import { grouped } from '#web/kit/written.ts';
import { AcceptLine } from './accept-line.tsx';
import { LineRecord } from './line-record.tsx';

/** The lines; the one that waits for the reader stands open, the others open on demand. */
export function Lines({ order, city }: { order: OrderView; city: string }): JSX.Element {
  const { t } = useText();
  const waiting = order.lines.find((line) => line.may.settle)?.lineNo ?? null;
  const [opened, setOpened] = useState<number | null | undefined>(undefined);
  const open = opened === undefined ? waiting : opened;
  return (
    <section className="work-section" aria-labelledby="lines">
      <SectionHead id="lines" title={t(order.may.settle ? 'orders.lines.title.settle' : 'orders.lines.title')} note={t('orders.lines.note')} />
      <div className="order-line order-line-head" aria-hidden="true">
        <span>{t('orders.lines.no')}</span>
        <span>{t('orders.lines.product')}</span>
        <span className="num">{t('orders.lines.ordered')}</span>
        <span className="num">{t('orders.lines.delivered')}</span>
        <span className="num">{t('orders.lines.price')}</span>
        <span className="num">{t('orders.lines.payable')}</span>
        <span>{t('orders.lines.state')}</span>
      </div>
      <ol>
        {order.lines.map((line) => (
          <Line key={line.lineNo} line={line} order={order} city={city} open={open === line.lineNo} onOpen={(on) => setOpened(on ? line.lineNo : null)} onDone={() => setOpened(undefined)} />
        ))}
      </ol>
    </section>
  );
}

type LineProps = { line: LineView; order: OrderView; city: string; open: boolean; onOpen: (on: boolean) => void; onDone: () => void };

function Line({ line, order, city, open, onOpen, onDone }: LineProps): JSX.Element {
  const { t } = useText();
  const acting = open && line.may.settle;
  const short = line.delivered !== line.ordered && line.delivered !== '0';
  const panel = `line-${line.lineNo}`;
  return (
    <li className={`${acting ? 'order-acting ' : ''}${open ? 'order-open' : ''}`}>
      <div className="order-line">
        <span className="order-no">{line.lineNo}</span>
        <div className="order-product">
          <Link to={`/${city}/museum/${line.listingId}`}>
            {line.brand !== null && line.brand !== '' && `「${line.brand}」`}
            {line.name}
          </Link>
          <small>
            {[line.model, line.kindCode, ...(line.batches.length === 0 ? [] : [t('orders.lines.batch', { batches: line.batches.join('、') })])].join('　')}
          </small>
        </div>
        <span className="num order-ordered" data-label={t('orders.lines.ordered')}>
          {grouped(line.ordered)} {line.unit}
        </span>
        <span className={`num order-delivered${short ? ' order-short' : ''}`} data-label={t('orders.lines.delivered')}>
          {line.delivered === '0' ? '—' : `${grouped(line.delivered)} ${line.unit}`}
        </span>
        <span className="num order-price" data-label={t('orders.lines.price')}>
          <Money amount={line.reducedPrice ?? line.price} bare />
        </span>
        <b className="num order-payable">
          <Money amount={['accepted', 'returned', 'undelivered'].includes(line.status) ? line.payable : line.amount} bare />
        </b>
        <span className="order-state">
          <StateMark state={line.state.mark}>{t(`orders.line.${order.side}.${line.state.code}`)}</StateMark>
          <button type="button" className="order-toggle no-print" aria-expanded={open} aria-controls={panel} aria-label={t('orders.lines.open', { line: line.lineNo })} onClick={() => onOpen(!open)}>
            <Icon name={open ? 'up' : 'down'} size={14} />
          </button>
        </span>
      </div>
      <div id={panel} className="order-panel" hidden={!open}>
        {open && line.may.settle && <AcceptLine key={`${order.version}`} line={line} order={order} city={city} onDone={onDone} />}
        {open && (!line.may.settle || line.settlements.length > 0) && <LineRecord line={line} order={order} city={city} withItems={!line.may.settle} />}
      </div>
    </li>
  );
}
