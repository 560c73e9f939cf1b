import type { JSX } from 'react';
import type { LineView, OrderView } from '#modules/orders/contract/shapes.ts';
import { useText } from '#web/i18n.ts';
import type { State } from '#web/kit/state-mark.tsx';
import { grouped, minute, money } from '#web/kit/written.ts';
import { ItemName, Items } from './items.tsx';

type Settled = LineView['settlements'][number];

/** What the acceptance of a line found, act by act, and the requirement it was held against (实施条例第四十五条). */
export function LineRecord({ line, order, city, withItems }: { line: LineView; order: OrderView; city: string; withItems: boolean }): JSX.Element {
  const { t } = useText();
  const last = line.settlements.at(-1);
  const found = (item: string): boolean | undefined => last?.findings.find((finding) => finding.item === item)?.met;
  const stateOf = (item: string): State => (found(item) === undefined ? 'todo' : found(item) === true ? 'ok' : 'refused');
  return (
    <div className="order-record">
      {line.settlements.length > 0 && (
        <>
          <h3>{t('orders.record.title')}</h3>
          <ol>
            {line.settlements.map((one, index) => (
              <li key={index}>
                <time dateTime={one.at}>{minute(one.at)}</time> <Done line={line} one={one} />
              </li>
            ))}
          </ol>
        </>
      )}
      {withItems && (
        <Items line={line} order={order} city={city} stateOf={stateOf} aside={(item) => (found(item) === undefined ? null : <span className="order-answer">{t(found(item) === true ? 'orders.accept.met' : 'orders.accept.unmet')}</span>)} />
      )}
    </div>
  );
}

function Done({ line, one }: { line: LineView; one: Settled }): JSX.Element {
  const { t } = useText();
  const unmet = one.findings.filter((finding) => !finding.met);
  const parts = [
    t(`orders.accept.handling.${one.handling}`),
    ...(one.remedy === null ? [] : [t(`orders.accept.remedy.${one.remedy}`)]),
    ...(one.accepted === '0' ? [] : [t('orders.record.accepted', { quantity: grouped(one.accepted), unit: line.unit })]),
    ...(one.sentBack === '0' ? [] : [t('orders.record.back', { quantity: grouped(one.sentBack), unit: line.unit })]),
    ...(one.reducedPrice === null ? [] : [t('orders.record.reduced', { price: money(one.reducedPrice, '') }), one.agreed === null ? t('orders.record.waiting') : one.agreed ? t('orders.record.agreed') : t('orders.record.not-agreed', { answer: one.answer ?? '' })]),
    ...(one.findings.length > 0 && unmet.length === 0 ? [t('orders.record.all-met', { count: one.findings.length })] : []),
    ...(one.reason === null ? [] : [one.reason]),
  ];
  return (
    <>
      {one.by !== null && `${one.by} `}
      {parts.join('；')}
      {unmet.map((finding) => (
        <span key={finding.item} className="order-unmet">
          <ItemName line={line} item={finding.item} /> {t('orders.accept.unmet')}
          {finding.note !== null && `：${finding.note}`}
        </span>
      ))}
    </>
  );
}
