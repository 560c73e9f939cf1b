import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import type { OrderRow } from '#modules/orders/contract/shapes.ts';
import { useText } from '#web/i18n.ts';
import { Money } from '#web/kit/money.tsx';
import { DataTable, type Column } from '#web/kit/table.tsx';
import { DemoMark } from '#web/kit/tag.tsx';
import { Steps } from '#web/kit/timeline.tsx';
import { legalDay } from '#web/kit/written.ts';
import { OrderState } from '../states/order-state.tsx';

type Props = { city: string; side: 'buyer' | 'supplier'; rows: readonly OrderRow[] | undefined; empty: ReactNode };

/** Orders as rows: what, with whom, how much, how far, whose turn. */
export function OrderTable({ city, side, rows, empty }: Props): JSX.Element {
  const { t, lang } = useText();
  const product = (row: OrderRow): string => (row.lineCount === 1 ? row.product : t('orders.list.product.more', { product: row.product, count: lang === 'en' ? row.lineCount - 1 : row.lineCount }));
  const columns: readonly Column<OrderRow>[] = [
    {
      id: 'number', head: t('orders.list.number'), width: 190, onPhone: 'bare',
      cell: (row) => <><Link to={`/${city}/work/orders/${row.orderId}`} className="nowrap">{row.number}</Link><small>{t('orders.list.placed', { day: legalDay(row.placedAt) })}</small></>,
    },
    { id: 'product', head: t('orders.list.product'), onPhone: 'head', cell: (row) => <>{product(row)}<small>{row.counterparty.name}{row.counterparty.demo && row === rows?.[0] && <> <DemoMark /></>}</small></> },
    { id: 'total', head: t('orders.list.total'), figures: true, width: 140, cell: (row) => <Money amount={row.total} bare /> },
    { id: 'steps', head: t('orders.list.steps'), width: 200, onPhone: 'off', cell: (row) => <Steps count={4} at={row.step} act={row.state.mark === 'attention'} label={t('orders.steps', { step: row.step, state: t(`orders.state.${side}.${row.state.code}`) })} /> },
    {
      id: 'now', head: t('orders.list.now'), width: 210, onPhone: 'bare',
      cell: (row) => <><OrderState side={side} state={row.state} />{row.requiredOn !== null && row.step < 2 && <small>{t('orders.list.required', { day: row.requiredOn })}</small>}</>,
    },
  ];
  return <DataTable caption={t('orders.list.caption')} columns={columns} rows={rows} rowKey={(row) => row.orderId} empty={empty} />;
}
